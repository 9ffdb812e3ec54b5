"""Stops on the way: what a case passes before its first dispatch, or after a unit has returned it."""
