"""The reference engine: carries the lifecycle on Mesa agents and SimPy's clock, in plain Python to step through.

`simulation` has the memory and the services, `agents` the things that are agents, `clock` the event queue.
"""
