"""Checks of a scenario, by what they are about: each finds contradictions of one kind."""
