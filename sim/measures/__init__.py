"""From the tables of a run to indicators: one definition each, grouped in files by theme."""
