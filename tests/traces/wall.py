"""A wall that several departments must take down together: the joint case of the traces, and wishes about it."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import PLACE, REPORTED, Draw, Row, hazard

OF_WHISTLE = 64
"""Room for the departments in the numbers of a whistle's draws."""


def joint(work: str = "1 h", among: tuple[str, ...] = ("fire", "police"), **own: Any) -> dict[str, Any]:
    """A hazard in the charge of the fire brigade that needs all the departments named."""
    together: dict[str, Any] = {"share": 1, "departments": {len(among): 1}, "among": list(among), "work": work}
    together["hard"] = own.pop("hard", False)
    return {"wall": hazard("fire", "5 min", joint=together, **own)}


def coming(*answers: tuple[int, int, bool]) -> tuple[Draw, ...]:
    """Who comes (whistle, department, whether), where half of those who are asked do."""
    return tuple(
        Draw("comes", REPORTED + whistle * OF_WHISTLE + d, *((0.0, 0.5) if comes else (0.5, 1.0)))
        for whistle, d, comes in answers
    )


UP_TO_THE_WHISTLE: list[Row] = [
    ("Mon 09:00:00", "occurred", "a", "world", PLACE),
    ("Mon 09:00:00", "reported", "0", "resident 0", 0),
    ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
    ("Mon 09:35:00", "diagnosed", "0", "street 0", 3),  # after 30 min: the departments 0 and 1, as bits
    ("Mon 09:35:00", "whistle_blown", "0", "street 0", 1),  # no procedure
    ("Mon 09:55:00", "signed", "0", "fire", "0:20:00"),
    ("Mon 09:55:00", "signed", "0", "police", "0:20:00"),
]
"""The rows of the joint case `wall` at the place, occurred on Monday at 09:00, until both departments have signed."""
