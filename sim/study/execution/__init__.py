"""Execution: where runs take place, what is kept of them, and how an interrupted study goes on."""
