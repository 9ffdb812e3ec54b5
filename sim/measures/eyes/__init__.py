"""Measures of what other eyes find: stewards, cameras, talks, and warnings from repeats."""
