"""Specimen of S17, the ledger."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen

SPECIMEN = Specimen(
    moves=("premature_closing_share", UP),
    side_effect=("backlog_mean", UP),
    drawn={
        "false_claims": SHARES,
        "hurried": (0, 0.5, 1),
        "checked": (1, 0, 0.5),
        "desk_check": SHARES[:2],
        "reached": (1, 0, 0.5),
        "call_back": ("1 day", "0 h"),
    },
    contradictions=(
        ("mechanisms: {ledger: {rework: 0.001}}", "mechanisms.ledger.rework: work is done again after a false claim"),
    ),
)
