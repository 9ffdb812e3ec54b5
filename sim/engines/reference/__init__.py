"""The reference engine: Mesa agents on SimPy's clock, the one to read."""
