"""Specimen of S14, deliberation."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.councils.enabled=true",
        "mechanisms.councils.roster=grid",
        "mechanisms.councils.agrees=1",
        "mechanisms.councils.carried_out=1",
        "mechanisms.councils.crews=0.1",
        "hazards.estate.contested=1",
    ),
    moves=("contested_settled_share", UP),
    side_effect=("utilisation_community", UP),
    drawn={
        "roster": ("office", "off_hours", "grid"),
        "item": ("25 min", "0 min", "5 h", {"exponential": {"mean": "1 h"}}),
        "quorum": (1, 0.5, 0),
        "agrees": (0.5, 1, 0),
        "rounds": (1, 3),
        "again_after": ("1 h", "1 day", "3 wh"),
        "carried_out": (1, 0.5, 0),
        "lasting": (0, 1, 0.5),
        "crews": (0, 0.1),
    },
    drawn_beside={
        "hazards.litter.contested": SHARES,
        "hazards.estate.contested": SHARES,
        "hazards.illegal_bldg.contested": SHARES[:2],
    },
    given=("rosters.sessions={shifts: [{share: 1, week: {wed: '19:00-21:00'}}]}",),
    nothing={"nothing is contested": of("councils", roster="sessions")},
    contradictions=(("mechanisms: {councils: {enabled: true}}", "mechanisms.councils.roster: must name a roster"),),
    comes_out=frozenset({"quorum"}),
)
