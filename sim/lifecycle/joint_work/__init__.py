"""Joint work of several departments: by whistle, in turn, or under a lead department."""
