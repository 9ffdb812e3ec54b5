"""Specimen of S31, explanation."""

from __future__ import annotations

from tests.mechanisms.specimen import UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.explanation.enabled=true",
        "mechanisms.explanation.dissatisfied=0.5",
        "mechanisms.explanation.minutes=30 min",
    ),
    moves=("satisfied_share_valid", UP),
    side_effect=("utilisation_community", UP),
    drawn={
        "dissatisfied": (0.5, 0),
        "trust_loss": (0.5, 0),
        "minutes": ("0 min", "10 min"),
    },
    nothing={"factors": of("explanation", dissatisfied=1, trust_loss=1, minutes="0 min")},
)
