"""The first two pages of a report: what was asked, what to do, one table, and what must be known before reading it."""
