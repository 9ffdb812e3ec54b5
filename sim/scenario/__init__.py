"""What a planner writes: the sections of a scenario, reading it, and what is said when it is wrong."""
