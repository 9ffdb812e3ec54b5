"""Specimen of S26, the named leader."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.named_leader.enabled=true",
        "mechanisms.named_leader.slots.street=10",
        "mechanisms.named_leader.slots.district=10",
        "mechanisms.named_leader.overdue=1",
        "mechanisms.named_leader.shortens=0.3",
        "mechanisms.named_leader.hours=2 h",
    ),
    moves=("open_age_p95_days", DOWN),
    side_effect=("leader_h_on_cases_per_week", UP),
    drawn={
        "slots.street": (1, 0, 40),
        "slots.district": (1, 0, 3),
        "overdue": (1, 2),
        "after": (None, "1 h", "2 days", "4 wh"),
        "shortens": (0.5, 0, 1),
        "hours": ("2 h", "0 h"),
        "roster": (None, "office", "grid"),
    },
    given=("hazards.estate.deadline=4 wh", "hazards.estate.rate=300 per 1000 residents per year"),
    nothing={
        "no slots": of(
            "named_leader",
            **{"slots.street": 0, "slots.district": 0, "overdue": 1, "after": "1 day", "shortens": 0, "hours": "2 h"},
        ),
    },
    contradictions=(
        ("mechanisms: {named_leader: {roster: x}}", "mechanisms.named_leader.roster: no such roster"),
        (
            "mechanisms: {named_leader: {enabled: true, slots: {street: 3}, hours: 50 h}}",
            "mechanisms.named_leader.hours: more than the leaders are on duty in a week",
        ),
        (
            "mechanisms: {named_leader: {enabled: true, slots: {district: 3}, overdue: null}}",
            "mechanisms.named_leader.overdue: no case is ever stuck",
        ),
        ("mechanisms: {named_leader: {hours: 2 wh}}", "mechanisms.named_leader.hours: runs on the calendar"),
    ),
    comes_out=frozenset({"shortens"}),  # a part of a time among several
)
