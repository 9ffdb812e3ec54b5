"""Studies: replications of a scenario, where they are executed, and the result folder that they end in."""
