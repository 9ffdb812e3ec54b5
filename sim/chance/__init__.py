"""Chance: keyed uniform numbers, and variates made from one of them each."""
