"""Specimen of S01, grids and density."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen

SPECIMEN = Specimen(
    on=("staff.grid_workers.absence=0.3", "mechanisms.density.cover=1"),
    moves=("detection_mean_h", DOWN),
    side_effect=("utilisation_worker", UP),
    drawn={
        "split": ("halves", "same_round"),
        "cover": (0, 1, 0.5),
        "familiarity": (0, 0.4),
    },
    comes_out=frozenset({"cover"}),
)
