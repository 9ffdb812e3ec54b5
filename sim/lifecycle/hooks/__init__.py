"""Hooks: one function per decision of the lifecycle, and the only place that says which mechanism is asked for it.

The lifecycle asks hooks, hooks ask rules, by stage: noticing, dispatch, work, joint work, checking. A hook is given all
things that bear on its decision. Where two mechanisms bear on one decision they combine in one of two ways: factors
that are multiplied, or the first that claims. A mechanism that is off has neutral numbers in the plan, so hooks never
ask whether it is on.
"""
