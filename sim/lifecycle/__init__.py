"""The model's own order: states and events, calendars, the plan, and the hooks where mechanisms decide."""
