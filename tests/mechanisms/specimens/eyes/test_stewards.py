"""Specimen of S03, stewards and volunteer sensors."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.stewards.enabled=true",
        "mechanisms.stewards.count=200",
        "mechanisms.stewards.roster=off_hours",
    ),
    moves=("found_by_stewards_per_year", UP),
    side_effect=("finds_per_patrol_hour", DOWN),
    drawn={
        "count": (60, 0, 500),
        "notes": (0.5, 1, 0),
        "do_now": (1, 0, 3),
        "verified": (False, True),
        "registration": ("10 min", "0 min"),
        "roster": ("off_hours", "grid"),
    },
    nothing={
        "nobody": of("stewards", count=0, roster="off_hours"),
        "nobody is active": of("stewards", count=150, active=0, roster="off_hours"),
        "they act on nothing": of("stewards", count=150, notes=0, roster="off_hours"),
    },
    contradictions=(
        ("mechanisms: {stewards: {roster: x}}", "mechanisms.stewards.roster: no such roster"),
        (
            "mechanisms: {stewards: {enabled: true, count: 154}}",
            "mechanisms.stewards.roster: in which hours stewards walk is not said",
        ),
        (
            "mechanisms: {stewards: {enabled: true, count: 26001, roster: off_hours}}",
            "mechanisms.stewards.count: more than population.residents, which is 26,000 (found 26001)",
        ),
        (
            "mechanisms: {stewards: {enabled: true, count: 9, roster: sanitation, hours: 43 h}}",
            "2:77: mechanisms.stewards.hours: roster 'sanitation' is open 42 h a week (found '43 h'); at most 42 h",
        ),
    ),
    comes_out=frozenset({"active"}),
)
