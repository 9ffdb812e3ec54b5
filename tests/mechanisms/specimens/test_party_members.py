"""Specimen of S12, party members off hours."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen

SPECIMEN = Specimen(
    on=(
        "mechanisms.party_members.members=200",
        "mechanisms.party_members.solved=400 per person per year",
        "staff.community_desks.total=8",
    ),
    moves=("members_share", UP),
    side_effect=("utilisation_community", DOWN),
    drawn={
        "solved": ("5 per person per year", "400 per person per year"),
    },
    contradictions=(
        ("mechanisms: {party_members: {roster: x}}", "mechanisms.party_members.roster: no such roster"),
        (
            "mechanisms: {party_members: {members: 1e5}}",
            "mechanisms.party_members.members: more than population.residents",
        ),
        (
            "mechanisms: {party_members: {members: 26000, active: 1, solved: 900 per person per year}}",
            "mechanisms.party_members.solved: members would come forward 64,110 times a day",
        ),
    ),
)
