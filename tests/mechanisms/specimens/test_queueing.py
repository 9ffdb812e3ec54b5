"""Specimen of S08, crews, priorities and ageing."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, Specimen

SPECIMEN = Specimen(
    on=(
        "hazards.estate.rate=500 per 1000 residents per year",
        "hazards.litter.rate=700 per 1000 residents per year",
    ),
    moves=("backlog_mean_street_order", DOWN),
    side_effect=("repeats_per_case", DOWN),
    drawn={
        "ageing": ("8 h", "0 h", "400 days"),
        "begun_first": (False, True),
        "in_hand": ("stops", "handed_over", "goes_on", "overtime"),
        "skill_cv": (0.25, 0),
        "crew_cv": (0, 0.5),
    },
    contradictions=(
        ("mechanisms: {queueing: {ageing: 2 working days}}", "mechanisms.queueing.ageing: runs on the calendar"),
    ),
)
