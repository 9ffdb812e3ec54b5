"""Specimen of S18, assessment."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.assessment.enabled=true",
        "mechanisms.assessment.weight=1",
        "mechanisms.assessment.start=1",
        "mechanisms.assessment.target=1",
        "mechanisms.assessment.paper=1",
    ),
    moves=("said_in_time_share_due", UP),
    side_effect=("reopened_share", UP),
    drawn={
        "weight": (1, 0, 0.5),
        "start": (1, 0, 0.5),
        "target": (None, 0.9, 1),
        "denominator": ("due", "closed"),
        "said_solved": (1, 0),
        "satisfied": (1, 0),
        "effort": (0.2, 0, 1),
        "fades": (None, "1 week"),
        "paper": (0.5, 0, 1),
        "audit": SHARES,
        "silent": (0.3, 0, 1),
        "quota": (None, 0, 10),
        "trifles": (0.5, 1),
        "slack": (0.5, 1, 0),
        "paperwork": ("0 h", "1 h"),
    },
    nothing={"weight": of("assessment", weight=0, start=1, target=1, effort=0.2, paper=0.8, silent=0.5)},
    contradictions=(
        (
            "mechanisms: {assessment: {enabled: true, fades: 20 wd}}",
            "2:49: mechanisms.assessment.fades: runs on the calendar",
        ),
        (
            "mechanisms: {assessment: {on_time: 0, said_solved: 0, satisfied: 0}}",
            "mechanisms.assessment.on_time: on_time, said_solved and satisfied all weigh nothing",
        ),
    ),
)
