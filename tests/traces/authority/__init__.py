"""Traces of who may act."""
