"""Specimen of S13, committees and levels."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, SHARES, UP, Specimen, of

ONE_LEVEL = {"all": {"place": "district", "roster": "office", "decides": 1}}
THREE_LEVELS = {
    "low": {"place": "community", "roster": "grid", "decides": 0.5, "members": ["community_desks"]},
    "middle": {"place": "street", "roster": "off_hours", "decides": 0, "members": ["sanitation"], "others": 3},
    "high": {"place": "district", "roster": "office", "decides": 0.7, "members": ["housing"]},
}

SPECIMEN = Specimen(
    on=(
        "mechanisms.committees.enabled=true",
        "mechanisms.committees.levels={all: {place: district, roster: grid, decides: 1, members: [housing]}}",
        "mechanisms.committees.bounces=20",
        "hazards.estate.unclear=1",
    ),
    moves=("orphan_days_per_unclear_case", DOWN),
    side_effect=("utilisation_department", UP),
    drawn={
        "levels": ({}, ONE_LEVEL, THREE_LEVELS),
        "item": ("15 min", "0 min", "3 h"),
        "bounces": (3, 1),
        "fallback": (1, 1.5, 0),
        "links": ({}, {"housing": 0.5, "urban_management": 0}, {"housing": 2}),
    },
    drawn_beside={
        "hazards.litter.unclear": SHARES,
        "hazards.estate.unclear": SHARES,
        "hazards.illegal_bldg.unclear": SHARES[:2],
    },
    given=("rosters.whenever={always: true, shifts: []}",),
    nothing={
        "nothing is unclear": of(
            "committees", levels="{all: {place: community, roster: whenever, decides: 1}}", item="0 min"
        ),
    },
    contradictions=(
        (
            "mechanisms: {committees: {enabled: true, links: {polise: 0.5}}}",
            "mechanisms.committees.links.polise: no such department",
        ),
        (
            "mechanisms: {committees: {enabled: true, levels: {low: {place: street, roster: office, decides: 1,"
            " members: [desks]}}}}",
            "mechanisms.committees.levels.low.members.0: no such unit (found 'desks')",
        ),
    ),
)
