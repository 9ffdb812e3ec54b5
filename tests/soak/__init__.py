"""Large runs, each in a process of its own: time per event and peak memory beside what the formulas say."""
