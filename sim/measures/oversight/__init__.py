"""Measures of oversight: what is reported against what is true, and what assessment and inspection make of it."""
