"""Specimen of S19, staff quality."""

from __future__ import annotations

from tests.mechanisms.specimen import UP, Specimen, of

SPECIMEN = Specimen(
    on=("mechanisms.staff_quality.enabled=true", "mechanisms.staff_quality.crew_absence=0.4"),
    moves=("utilisation_street", UP),
    side_effect=("backlog_mean", UP),
    drawn={
        "crew_absence": (0.3, 0, 0.9),
        "turnover": (0, 1, 0.3),
        "vacancy": ("6 days", "0 days", "60 days"),
        "newcomer": (0, 1, 10),
        "learning": ("2 weeks", "13 weeks"),
        "unseeing": (0, 0.5, 1),
        "training": ("0 h", "80 h"),
    },
    nothing={
        "absence": of("staff_quality", crew_absence=0),
        "nobody leaves": of(
            "staff_quality", vacancy="6 weeks", newcomer=1, learning="13 weeks", unseeing=1, recruiting="9 yuan"
        ),
        "leavers are replaced by equals": of("staff_quality", turnover=1, learning="13 weeks"),
    },
    contradictions=(
        (
            "mechanisms: {staff_quality: {enabled: true, newcomer: 0.3}}",
            "mechanisms.staff_quality.learning: newcomers know all at once",
        ),
    ),
    faults=(
        (
            "mechanisms: {staff_quality: {crew_absence: 0.95}}",
            "mechanisms.staff_quality.crew_absence: must be at most 0.9",
        ),
    ),
    comes_out=frozenset({"crew_absence"}),
)
