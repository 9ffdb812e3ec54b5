"""Specimen of S16, the tri-party of property."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.property.enabled=true",
        "mechanisms.property.hazards=[estate, noise]",
        "mechanisms.property.covered=1",
        "mechanisms.property.asks_first=1",
        "mechanisms.property.fixes=0.5",
        "mechanisms.property.coordination=0.3",
        "mechanisms.property.estates=20",
    ),
    moves=("cases_resident_per_year", DOWN),
    side_effect=("asked_outside_per_year", UP),
    drawn={
        "hazards": (["estate"], ["estate", "litter", "illegal_bldg"], []),
        "covered": (0.5, 0, 1),
        "asks_first": (0.5, 1, 0),
        "fixes": SHARES,
        "gives_up": ("1 day", "1 h", "3 wd"),
        "crews": (1, 0, 3),
        "roster": (None, "grid", "off_hours"),
        "trip": (None, "10 min"),
        "coordination": (1, 0.3, 0),
        "estates": (1,),
    },
    given=(
        "hazards.estate.seen_per_pass=0",
        "hazards.estate.revealed_per_visit=0",
        "hazards.estate.dangerous=0",
        "hazards.estate.joint.share=0",
    ),
    nothing={"nothing covered": of("property", hazards="[estate]", covered=0, asks_first=1, coordination=0)},
    contradictions=(
        ("mechanisms: {property: {roster: x}}", "mechanisms.property.roster: no such roster"),
        (
            "mechanisms: {property: {enabled: true, hazards: [estates], covered: 0.5, estates: 9}}",
            "mechanisms.property.hazards.0: no such hazard (found 'estates')",
        ),
        (
            "mechanisms: {property: {enabled: true, hazards: [estate], covered: 0.5}}",
            "mechanisms.property.estates: how many estates there are is not said",
        ),
    ),
    comes_out=frozenset({"coordination"}),
)
