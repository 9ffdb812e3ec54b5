"""Specimen of S06, the all-purpose grid 15+1+N."""

from __future__ import annotations

from tests.mechanisms.specimen import ALL_DEPARTMENTS, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.all_purpose_grid.enabled=true",
        "mechanisms.all_purpose_grid.units=[community, sanitation, urban_management, housing]",
        "mechanisms.all_purpose_grid.taken_over=1",
        "mechanisms.all_purpose_grid.work_factor=1.3",
        "mechanisms.all_purpose_grid.beyond=0.3",
    ),
    moves=("taken_over_share", UP),
    side_effect=("utilisation_worker", UP),
    drawn={
        "units": ([], ["community"], ["community", "sanitation", "urban_management"]),
        "taken_over": (1, 0.5),
        "work_factor": (1, 1.3),
        "beyond": SHARES,
        "sorting": (1, 0.3),
        "merged": (0, 0.5),
    },
    nothing={"nothing taken over": of("all_purpose_grid", units=ALL_DEPARTMENTS, except_hazards="[trading]")},
    contradictions=(
        (
            "mechanisms: {all_purpose_grid: {enabled: true, units: [desks]}}",
            "mechanisms.all_purpose_grid.units.0: no such unit (found 'desks')",
        ),
        (
            "mechanisms: {all_purpose_grid: {enabled: true, except_hazards: [liter]}}",
            "mechanisms.all_purpose_grid.except_hazards.0: no such hazard (found 'liter')",
        ),
    ),
    comes_out=frozenset({"merged"}),
)
