"""Stops and helpers on the way of a case: hearings before councils and committees, leaders, companies and partners."""
