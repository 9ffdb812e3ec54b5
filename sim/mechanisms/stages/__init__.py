"""Stops and helpers on the way of a case: who settles or decides it, takes it up, or leads it while overdue."""
