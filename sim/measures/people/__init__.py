"""Measures of zones and of groups of residents, beside those of the others."""
