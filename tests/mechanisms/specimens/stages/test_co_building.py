"""Specimen of S15, co-building contracts."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.co_building.enabled=true",
        "mechanisms.co_building.units=400",
        "mechanisms.co_building.tasks=10",
        "mechanisms.co_building.hazards=[estate, noise, dispute, welfare]",
        "mechanisms.co_building.meeting=1 h",
        "mechanisms.co_building.contract=1 h",
    ),
    moves=("partner_tasks_per_year", UP),
    side_effect=("utilisation_community", UP),
    drawn={
        "units": (5, 0, 40),
        "tasks": (500, 0, 50),
        "hazards": ([], ["estate"]),
        "roster": (None, "grid", "off_hours"),
        "work": (None, "20 min"),
        "meeting": ("1 h", "1 day", "13 weeks"),
        "contract": ("0 h",),
        "parking": ("litter",),
        "parking_shared": SHARES,
        "owner_first": (0, 0.5),
    },
    nothing={"no unit": of("co_building", units=0, tasks=100, hazards="[estate]", parking="parking")},
    contradictions=(
        ("mechanisms: {co_building: {roster: x}}", "mechanisms.co_building.roster: no such roster"),
        (
            "mechanisms: {co_building: {enabled: true, units: 9, hazards: [litter]}}",
            "mechanisms.co_building.hazards.0: helpers take up what is small; litter is not",
        ),
        (
            "mechanisms: {co_building: {enabled: true, units: 9, parking_shared: 0.1}}",
            "mechanisms.co_building.parking: must name a hazard",
        ),
        (
            "mechanisms: {co_building: {enabled: true, units: 1000000, tasks: 100000, contract: 0 h}}",
            "mechanisms.co_building.tasks: units would come forward",
        ),
    ),
)
