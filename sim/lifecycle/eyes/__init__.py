"""Other eyes at work: what follows when a finding channel comes upon an issue."""
