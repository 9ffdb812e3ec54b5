"""The words of pages that move: the replay and the demonstration, in Chinese."""
