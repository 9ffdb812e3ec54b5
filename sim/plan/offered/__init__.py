"""Offered load: the work that is expected to come to each unit beside the hours that it has for cases.

Arithmetic on a scenario alone, done in a moment: competing rates for what is found, sums for the work, rosters for the
hours. A run tells what queues make of it.
"""
