"""Specimen of S02, patrol and fixing on the spot."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, Specimen

SPECIMEN = Specimen(
    moves=("never_reported_share", DOWN),
    side_effect=("cases_resident_per_year", DOWN),
    drawn={
        "slack": (0.3, 0, 1),
        "keep": ("1 h", "0 h"),
        "start": ("first", "drawn"),
        "spread": (None, 0.5, 1),
    },
    contradictions=(
        ("mechanisms: {patrol: {speed: 0 km/h}}", "mechanisms.patrol.speed: must be above zero (found '0 km/h')"),
        (
            "mechanisms: {patrol: {keep: 7 h}}",
            "mechanisms.patrol.keep: more than mechanisms.patrol.target (found '7 h')",
        ),
    ),
    comes_out=frozenset({"slack", "spread"}),
)
