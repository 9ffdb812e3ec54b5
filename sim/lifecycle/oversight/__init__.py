"""Oversight: units are scored and feel pressure, and what they closed is looked at."""
