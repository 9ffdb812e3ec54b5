"""Mechanisms: one file each, with its parameters, how they are lowered to the plan, its rules, and where it comes from.

Parameters are what a scenario may say about it. `lower` turns them into the plain numbers the rules read, neutral
ones if the mechanism is off; distributions become numbers in the book of distributions. Rules decide; which rule is
asked when stands in `sim.lifecycle.hooks`.
"""
