"""Specimen of S24, incentives."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.party_members.members=200",
        "mechanisms.party_members.solved=400 per person per year",
        "staff.community_desks.total=8",
        "mechanisms.incentives.enabled=true",
        "mechanisms.incentives.begins=0.2",
    ),
    moves=("members_share", DOWN),
    side_effect=("utilisation_community", UP),
    drawn={
        "begins": SHARES,
        "stays": (0.5, 0.01, 1),
        "joins": SHARES,
        "points": (0.3, 0, 1),
        "novelty": ("26 weeks", "1 day"),
        "hour": ("5 yuan",),
    },
    nothing={
        "all stay and nobody joins": of("incentives", points=0.3, hour="5 yuan"),
        "who goes is replaced": of("incentives", stays=0.5, joins=1),
    },
    contradictions=(
        (
            "mechanisms: {incentives: {enabled: true, points: 0.3}}",
            "mechanisms.incentives.hour: points cost nothing",
        ),
    ),
)
