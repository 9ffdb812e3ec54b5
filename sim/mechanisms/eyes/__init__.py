"""Other eyes: mechanisms that bring finding channels, beside patrols, visits and residents who report."""
