"""The words of a scenario: numbers with units, distributions, titles, and the base of its sections."""
