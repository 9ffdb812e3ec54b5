"""What is said: numbers, titles, verdicts and stories as sentences of one language."""
