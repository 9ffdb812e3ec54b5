"""The words of pages: briefs and comparisons, the replay and the demonstration, in Chinese."""
