"""The compiled engine: the lifecycle of the reference engine once more, over records, compiled by numba.

Its files have the names of the reference engine's, its functions those of the methods there, so that the two can
be laid side by side. What both need is written once, above them: the plan, the rules and hooks, the order of
events.
"""
