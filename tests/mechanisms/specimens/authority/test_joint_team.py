"""Specimen of S11, the standing joint team of six roles."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.joint_team.enabled=true",
        "mechanisms.joint_team.roles=[sanitation, housing, urban_management]",
        "mechanisms.joint_team.roster=office",
        "mechanisms.joint_team.hazards=[trading, parking, estate]",
        "mechanisms.joint_team.share=0.3",
    ),
    moves=("taken_over_share", UP),
    side_effect=("utilisation_street", UP),
    drawn={
        "roles": ([], ["sanitation", "housing", "urban_management"], ["housing"]),
        "roster": ("office",),
        "trip": (None, "10 min"),
        "hazards": ([], ["litter", "illegal_bldg"]),
        "share": SHARES,
    },
    nothing={"no roles": of("joint_team", roster="office", hazards="[parking]", share=1)},
    contradictions=(
        ("mechanisms: {joint_team: {roster: x}}", "mechanisms.joint_team.roster: no such roster"),
        (
            "mechanisms: {joint_team: {enabled: true, roles: [police]}}",
            "mechanisms.joint_team.roster: must name a roster",
        ),
        (
            "mechanisms: {joint_team: {enabled: true, roles: [pollice], roster: office}}",
            "mechanisms.joint_team.roles.0: no such unit (found 'pollice')",
        ),
    ),
)
