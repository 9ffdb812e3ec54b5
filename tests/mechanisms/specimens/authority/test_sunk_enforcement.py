"""Specimen of S09, enforcement sunk to the streets."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.sunk_enforcement.enabled=true",
        "mechanisms.sunk_enforcement.departments=[urban_management, housing]",
        "mechanisms.sunk_enforcement.share=0.5",
        "mechanisms.sunk_enforcement.cases=1",
        "mechanisms.sunk_enforcement.work_factor=1.5",
    ),
    moves=("taken_over_share", UP),
    side_effect=("utilisation_department", DOWN),
    drawn={
        "departments": ([], ["urban_management"], ["housing", "urban_management"]),
        "share": SHARES,
        "cases": (1, 0.5),
        "recall": SHARES,
        "work_factor": (1, 1.5),
        "trip": (None, "10 min"),
    },
    nothing={
        "recall without sunk crews": of("sunk_enforcement", departments="[housing]", recall=1),
        "no crews, no cases": of("sunk_enforcement", departments="[housing]"),
    },
    contradictions=(
        (
            "mechanisms: {sunk_enforcement: {enabled: true, departments: [environment], share: 0.4, cases: 0.5}}",
            "mechanisms.sunk_enforcement.departments.0: 0 of its 1 crews for 1 streets; each must get 1",
        ),
        (
            "mechanisms: {sunk_enforcement: {enabled: true, departments: [housing], share: 1, cases: 0.5}}",
            "mechanisms.sunk_enforcement.departments.0: all its crews move; nobody is left",
        ),
        (
            "mechanisms: {sunk_enforcement: {enabled: true, departments: [sanitation]}}",
            "mechanisms.sunk_enforcement.departments.0: no such department (found 'sanitation')",
        ),
    ),
    comes_out=frozenset({"recall", "share"}),  # which crews come, that no measure counts by itself
)
