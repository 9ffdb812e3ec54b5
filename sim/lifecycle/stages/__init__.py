"""Stops and helpers on the way of a case: leaders, companies and partners, as they meet cases."""
