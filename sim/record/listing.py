"""What lists of cases go by: what may have happened to a case, how long it took, and which ones went worst.

All of it is SQL on the table of cases, which has as many rows as a year of a district has cases. What a command lists
and what pages show is found by the same words.
"""

from __future__ import annotations

HAPPENED = {
    "whistled": "whistles > 0",
    "reopened": "reopened > 0",
    "overdue": "overdue > 0",
    "returned": "returns > 0",
    "sent_back": "sent_back > 0",
    "chased": "chased > 0",
    "repeated": "repeats > 0",
    "joint": "joint",
    "shelved": "shelved",
    "petitioned": "petitioned",
    "not_fixed": "outcome = 'not_fixed'",
    "still_open": "state = 'open'",
}
"""What may have happened to a case, and the rows that it did happen to, in SQL."""
BITS = " + ".join(f"(({test})::INTEGER << {bit})" for bit, test in enumerate(HAPPENED.values()))
"""All that happened to a case as one whole number in SQL: a bit for each entry of `HAPPENED`, the first the lowest."""

TROUBLE = "whistles + reopened + overdue + returns + sent_back + chased + repeats + petitioned::INTEGER"
"""How often something went wrong with a case, in SQL."""
HOURS = """CASE WHEN state <> 'cancelled'
    THEN date_diff('millisecond', reported_at, coalesce(closed_at, followed_to)) / 3.6e6 END"""
"""From the report of a case to its closing or to the end of the run, in SQL; `followed_to` stands in `district`."""
ORDERS = {"trouble": "trouble DESC, hours DESC NULLS LAST", "longest": "hours DESC NULLS LAST", "number": "replication"}
"""In which order cases are listed, in SQL; what is alike stands in the order of replications and cases."""

COLUMNS = (
    *("replication", "case", "hazard", "community", "street", "source", "channel", "reported_at", "closed_at", "state"),
    *("outcome", "level", "unit", "whistles", "reopened", "overdue", "returns", "sent_back", "chased", "repeats"),
    *("joint", "shelved", "petitioned"),
)
"""Columns of the table of cases that stand in a list; `hours` and `trouble` follow."""
SELECTED = ", ".join([*(f'"{name}"' for name in COLUMNS), f"{HOURS} AS hours", f"{TROUBLE} AS trouble"])
"""All columns of a list, in SQL."""
