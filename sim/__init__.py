"""gridgov: how a city district finds, reports and mends its everyday problems."""

__version__ = "0.1.0"
