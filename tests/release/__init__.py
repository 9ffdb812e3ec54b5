"""The wheel and what it depends on: built, installed elsewhere, audited."""
