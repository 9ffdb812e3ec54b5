"""Figures: each drawn from tables, in one style."""
