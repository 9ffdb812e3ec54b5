"""Stops and helpers on the way of a case: who settles it before it is filed, takes it up, or leads it while overdue."""
