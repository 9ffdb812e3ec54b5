"""Specimen of S27, a station for a group."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, SHARES, Specimen, of

GROUP = "population: {groups: {old: {title: x, share: 0.6"

SPECIMEN = Specimen(
    on=(
        "population.groups={veterans: {title: veterans, share: 0.05}}",
        "hazards.welfare.group=veterans",
        "hazards.welfare.rate=3000 per 1000 residents per year",
        "mechanisms.special_groups.enabled=true",
        "mechanisms.special_groups.groups=[veterans]",
        "mechanisms.special_groups.crews=3",
        "mechanisms.special_groups.roster=office",
        "mechanisms.special_groups.visits=12",
    ),
    moves=("never_reported_share_groups", DOWN),
    side_effect=("utilisation_department", DOWN),
    drawn={
        "groups": (["veterans"], ["old", "veterans"]),
        "hazards": ([], ["illegal_bldg"]),
        "share": SHARES,
        "work_factor": (1, 1.5),
        "crews": (1, 0, 2),
        "roster": ("office", "grid"),
        "trip": (None, "10 min"),
        "visits": (0, 12, 300),
    },
    given=("population.groups={veterans: {title: veterans, share: 0.05}}",),
    nothing={
        "a station for what nobody has": of("special_groups", groups="[veterans]", crews=3, roster="office", visits=12),
    },
    contradictions=(
        (
            "mechanisms: {special_groups: {enabled: true, groups: [old]}}",
            "mechanisms.special_groups.groups.0: no such group",
        ),
        (
            "mechanisms: {special_groups: {enabled: true, crews: 1}}",
            "mechanisms.special_groups.roster: must name a roster",
        ),
        (
            f"{GROUP}}}}}}}\nmechanisms: {{special_groups: {{enabled: true, groups: [old], crews: 1, roster: office,"
            " visits: 9}}",
            "mechanisms.special_groups.visits: visits take ",
        ),
    ),
)
