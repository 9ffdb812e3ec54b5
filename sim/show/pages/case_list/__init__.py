"""The section of a report that lists cases: which ones, what can be asked of them, and the story of each."""
