"""Specimen of S20, burden and admission list."""

from __future__ import annotations

from tests.mechanisms.specimen import DEPARTMENTS, DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=("mechanisms.admission.enabled=true", "mechanisms.admission.cut=1", "mechanisms.admission.handed_back=0.2"),
    moves=("worker_patrol_h", UP),
    side_effect=("cases_resident_per_year", DOWN),
    drawn={
        "cut": (0.5, 1),
        "creep": (0, 1),
        "handed_back": (0, 0.5),
    },
    nothing={
        "cut": of("admission", cut=0, handed_back=1, creep=0.5),
        "felt": of("admission", cut=1, felt=0),
    },
    contradictions=(
        (
            f"departments: {{{', '.join(f'{name}: {{share: 1}}' for name in DEPARTMENTS)}}}\n"
            "mechanisms: {admission: {enabled: true, cut: 0.5, handed_back: 0.5}}",
            "mechanisms.admission.handed_back: no department has line duty for it",
        ),
    ),
    faults=(
        ("mechanisms: {admission: {cut: 120 %}}", "mechanisms.admission.cut: "),
        ("mechanisms: {admission: {creeps: 0.1}}", "did you mean 'creep'?"),
    ),
    comes_out=frozenset({"creep", "cut", "felt", "handed_back"}),
)
