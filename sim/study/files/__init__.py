"""What a study asks: its file, checked, with scenarios, variants, factors and the points to be run."""
