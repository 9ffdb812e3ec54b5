"""Small scenarios of every kind, generated: what a hamlet with the rules of the teaching case could be like."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from sim.scenario.load import load
from sim.scenario.models import Scenario
from tests.mechanisms.specimen import SHARES, drawn

ALL_DAY = {"shifts": [{"share": 1, "week": {"mon-sun": "00:00-24:00"}, "holidays": True}]}
DATED = {
    "shifts": [
        {"share": 0.5, "week": {"mon-sun": "08:00-20:00"}, "since": "2024-04-27", "until": "2024-06-01"},
        {"share": 0.5, "week": {"mon-sun": "08:00-20:00"}, "monthly": "last fri, first mon, third sat"},
    ]
}
CLOSED = {"shifts": [{"share": 1, "week": {"sun": "03:00-03:01"}}]}

ZONES = {
    "market": {"title": "markets", "share": 0.3, "homes": 0.1, "rates": {"litter": 4, "estate": 0.5}},
    "village": {"title": "villages", "share": 0.5, "whole": True, "rates": {"litter": 0.2}},
}
GROUPS = {"old": {"title": "old people", "share": 0.2}, "veterans": {"title": "veterans", "share": 0.3}}
UNLIKE = {
    "old": GROUPS["old"] | {"zones": {"village": 0.6}, "inclination": 0.3, "channel": "hotline", "at_home": 1.5},
    "veterans": GROUPS["veterans"] | {"inclination": 1.4},
}

SIZES: dict[str, Sequence[Any]] = {
    "run.seed": (1, 2, 3, 4, 5, 6, 7),
    "run.start": ("2024-04-22", "2024-05-25", "2024-02-08"),
    "run.warmup": ("3 days", "0 days", "1 week"),
    "run.length": ("1 week", "2 days", "2 weeks"),
    "run.followup": ("1 week", "0 days"),
    "run.stock": ("empty", "stationary"),
    "territory.seed": (1, 2, 3),
    "territory.communities": (2, 1, 3),
    "territory.places": (30, 8),
    "population.households": (250, 60),
    "grids.count": (4, 1, 12),
    "staff.grid_workers.count": (5, 0, 1, 9),
    "staff.community_desks.total": (4, 0, 8),
    "staff.street_teams.sanitation.crews": (1, 0, 3),
    "departments.urban_management.crews": (1, 0, 4),
    "departments.housing.crews": (1, 0, 2),
    "mechanisms.party_members.members": (40, 0, 200),
}
"""How much there is of what; the first value of each is the plainest."""

RULES: dict[str, Sequence[Any]] = {
    "hazards.litter.small": (False, True),
    "territory.zones": ({}, ZONES, {"market": {"title": "markets", "share": 1, "homes": 1}}),
    "population.groups": (GROUPS, UNLIKE),
    "hazards.estate.group": (None, "veterans"),
    "hazards.dispute.group": (None, "old"),
    "staff.grid_leaders.rebalance_after": ("24 h", "0 h"),
    **drawn(),
}
"""How things are done; of mechanisms what their specimens say."""

TIMES: dict[str, Sequence[Any]] = {
    "hazards.litter.rate": ("3000 per 1000 residents per year", "300 per 1000 residents per year"),
    "hazards.estate.rate": ("1500 per 1000 residents per year", "9000 per 1000 residents per year"),
    "hazards.illegal_bldg.rate": ("500 per 1000 residents per year", "0 per 1000 residents per year"),
    "hazards.danger.rate": ("300 per 1000 residents per year", "0 per 1000 residents per year"),
    "hazards.illegal_bldg.procedure": ("2 wh", "0 h"),
    "hazards.illegal_bldg.joint.share": (1, 0.5),
    "hazards.illegal_bldg.joint.work": ("40 min", "0 min", "300 min"),
    "hazards.illegal_bldg.joint.parts": (
        None,
        {"utilities": {"crews": 3}, "police": {"crews": 2, "work": "20 min"}, "municipal_works": {"crews": 2}},
        {"urban_management": {"crews": 2, "work": "90 min"}, "civil_affairs": {"work": "0 min"}},
        {"urban_management": {"work": {"exponential": {"mean": "2 h"}}}, "market_supervision": {"crews": 3}},
    ),
    "hazards.danger.joint.parts": (None, {"municipal_works": {"crews": 2}, "utilities": {"crews": 4, "work": "5 h"}}),
    "hazards.danger.joint.share": (None, 1),
    "hazards.illegal_bldg.seen_per_pass": (1, 0),
    "hazards.litter.heals.after": ("1 h", {"exponential": {"mean": "18 h"}}, "0 h"),
    "hazards.litter.recurs.after": ("1 h", {"exponential": {"mean": "3 days"}}, "0 h"),
    "hazards.litter.seen_per_pass": (0.6, 1),
    "hazards.litter.procedure": ("0 h", "1 wh"),
    "hazards.litter.fixed_on_the_spot": SHARES,
    "population.inclination_ratio": (None, 3),
    "hazards.litter.awake": (None, "18:00-02:00"),
    "hazards.estate.deadline": ("1 h", "4 working hours", "0 h"),
    "hazards.estate.procedure": ("0 h", "30 min", {"lognormal": {"median": "2 wh", "p90": "8 wh"}}),
    "hazards.estate.at_once": (False, True),
    "channels.app.registration": ("30 min", "0 min", {"gamma": {"mean": "30 min", "cv": 0.7}}),
    "staff.grid_workers.travel": ({"speed": "4.5 km/h", "detour": 1.3}, {"time": "10 min"}, {"time": "0 min"}),
    "departments.housing.travel": ({"time": "20 min"}, {"time": {"uniform": {"low": "1 min", "high": "3 h"}}}),
    "territory.place_spread": (None, 1.5),
    "profiles.common_day_spread": (None, 0.5),
    "profiles.noticing_day_spread": (None, 0.8),
    "prevention": (None, {"litter": 0.4, "estate": 1}),
    "rosters.grid": (None, ALL_DAY, CLOSED, DATED),
    "rosters.office": (None, ALL_DAY),
    "rosters.urban_management": (None, ALL_DAY, CLOSED, DATED),
    "rosters.off_hours": (None, CLOSED),
}
"""How long and how often; round times make ties."""

CHOICES = SIZES | RULES | TIMES


@cache
def _village() -> dict[str, Any]:
    return load("village-square").document


def with_choices(choices: dict[str, Any]) -> Scenario:
    """The teaching case with values at some places; None leaves a place as it is. Residents go with households."""
    document = copy.deepcopy(_village())
    for path, value in choices.items():
        *outer, last = path.split(".")
        place = document
        for name in outer:
            place = place.setdefault(name, {})
        if value is not None:
            place[last] = copy.deepcopy(value)
    document["population"]["residents"] = int(2.6 * choices["population.households"])
    return Scenario.model_validate(document)


def choices(*, changed: int) -> st.SearchStrategy[dict[str, Any]]:
    """Sizes drawn freely, and up to `changed` of the other values other than the plainest."""
    plain = {path: values[0] for path, values in CHOICES.items()}
    sizes = st.fixed_dictionaries({path: st.sampled_from(values) for path, values in SIZES.items()})
    others = [(path, value) for path, values in (RULES | TIMES).items() for value in values[1:]]
    changes = st.lists(st.sampled_from(others), max_size=changed, unique_by=lambda change: change[0])
    return st.builds(lambda size, change: plain | size | dict(change), sizes, changes)
