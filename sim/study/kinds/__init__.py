"""Kinds of studies: how a question is answered, from a single run to the best of many settings."""
