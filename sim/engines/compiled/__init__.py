"""The compiled engine: carries the lifecycle over records, compiled by numba as one kernel, to run a city with.

`memory` lays out the plan and the things as records, `clock`, `lines` and `tables` are the services, `kernel` lets
events happen; `rules` tells the compiler what it is made of, `build` compiles it, `cache` keeps it.
"""
