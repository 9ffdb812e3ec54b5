"""Verification: scenarios whose answers theory knows, run by both engines and held against the formulas.

A case is a scenario file that a user could write (`scenarios/`), what a formula says of it, its source, and the same
figures read from the tables that a run leaves. Nothing here looks inside an engine.
"""
