"""Specimen of S37, emergencies."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

DANGEROUS = (
    *("parking", "facility", "danger", "pollution", "fire_hazard", "estate", "utility", "dispute", "consumer"),
    *("welfare", "illegal_bldg"),
)
"""Categories of the teaching case that may be dangerous."""

SPECIMEN = Specimen(
    on=(
        "mechanisms.emergencies.enabled=true",
        "hazards.estate.dangerous=0.5",
        "hazards.estate.rate=300 per 1000 residents per year",
    ),
    moves=("severity_days_open", DOWN),
    side_effect=("displaced_h_per_week", UP),
    drawn={
        "noticed": (1, 3),
        "registration": (None, "5 min"),
        "diagnosis": (None, "0 min", "20 min"),
        "procedure": (None, "0 min"),
        "return_after": (None, "10 min"),
        "any_hour": (False, True),
        "call_out": (None, "30 min"),
        "comes": (None, 1),
        "travel": (1, 0.5),
        "interrupts": (False, True),
        "securing": (None, "20 min"),
    },
    given=(*(f"hazards.{name}.dangerous=0" for name in DANGEROUS), "hazards.danger.urgency=urgent"),
    nothing={"nothing is dangerous": of("emergencies", noticed=3, comes=1, travel=0.5, interrupts="true")},
    contradictions=(
        (
            "mechanisms: {emergencies: {call_out: 2 wh}}",
            "mechanisms.emergencies.call_out: must be in calendar time: emergencies do not wait",
        ),
    ),
)
