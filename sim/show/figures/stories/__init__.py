"""Figures of what happens to cases of a run: where they go, when they come, who waits, how unequal it is."""
