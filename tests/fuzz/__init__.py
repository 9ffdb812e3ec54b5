"""Damaged input of every kind: structure-aware mutants of what people write and of what runs leave."""
