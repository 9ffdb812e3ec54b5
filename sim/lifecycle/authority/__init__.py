"""What follows where others than before act: the own part of the street in joint work, and repairs of causes."""
