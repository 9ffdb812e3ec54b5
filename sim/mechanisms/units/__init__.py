"""What is said of whole units and communities: how they are minded, who is there, and where a thing is at work."""
