"""What is said of whole units and communities: norms that are put in, helpers who come and go, and where a thing is."""
