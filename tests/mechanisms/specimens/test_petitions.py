"""Specimen of S36, petitions."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.petitions.enabled=true",
        "mechanisms.petitions.probability=1",
        "mechanisms.petitions.after=1",
        "mechanisms.reporting.patience=2 days",
        "hazards.estate.rate=500 per 1000 residents per year",
        "hazards.litter.rate=600 per 1000 residents per year",
    ),
    moves=("petitions_per_10000", UP),
    side_effect=("mean_trust", UP),
    drawn={
        "probability": (1, 0.5),
        "after": (1, 0, 2),
        "attempts": (2, 0, 3),
    },
    drawn_beside={
        "hazards.estate.unsolvable": SHARES,
        "hazards.litter.unsolvable": SHARES[:2],
        "hazards.illegal_bldg.unsolvable": SHARES[:2],
    },
    nothing={"probability": (*of("petitions", probability=0), "hazards.estate.unsolvable=0")},
)
