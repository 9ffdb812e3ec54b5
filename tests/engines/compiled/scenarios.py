"""Small scenarios of every kind, generated: what a hamlet with the rules of the teaching case could be like."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from hypothesis import strategies as st

from sim.scenario.load import load
from sim.scenario.models import Scenario

MECHANISMS = ("density", "patrol", "reporting", "dispatch", "whistle", "queueing", "party_members", "ledger")
ALL_DAY = {"shifts": [{"share": 1, "week": {"mon-sun": "00:00-24:00"}, "holidays": True}]}
DATED = {
    "shifts": [
        {"share": 0.5, "week": {"mon-sun": "08:00-20:00"}, "since": "2024-04-27", "until": "2024-06-01"},
        {"share": 0.5, "week": {"mon-sun": "08:00-20:00"}, "monthly": "last fri, first mon, third sat"},
    ]
}
CLOSED = {"shifts": [{"share": 1, "week": {"sun": "03:00-03:01"}}]}
SHARES = (0, 0.3, 1)

CAMPAIGNS = [
    {
        "title": "litter", "since": "2024-02-10", "until": "2024-04-28", "hazards": ["litter", "estate"],
        "patrol": "1 h",
        "units": ["sanitation", "community", "housing"], "borrowed": 0.5, "deters": 0.5, "fades": "1 week",
    },
    {"title": "noise", "since": "2024-04-25", "until": "2024-06-01", "hazards": ["litter"], "deters": 1},
]  # fmt: skip

ZONES = {
    "market": {"title": "markets", "share": 0.3, "homes": 0.1, "rates": {"litter": 4, "estate": 0.5}},
    "village": {"title": "villages", "share": 0.5, "whole": True, "rates": {"litter": 0.2}},
}
GROUPS = {"old": {"title": "old people", "share": 0.2}, "veterans": {"title": "veterans", "share": 0.3}}
UNLIKE = {
    "old": GROUPS["old"] | {"zones": {"village": 0.6}, "inclination": 0.3, "channel": "hotline", "at_home": 1.5},
    "veterans": GROUPS["veterans"] | {"inclination": 1.4},
}
BUYS = {
    "repairs": {
        "title": "repairs", "yuan": "1 million yuan", "roster": "office", "trip": "10 min",
        "units": ["community", "housing", "sanitation"], "hazards": ["litter", "estate"], "cases": 0.5,
        "work_factor": 1.2,
    },
    "nights": {
        "title": "nights", "yuan": "2 million yuan", "roster": "off_hours", "trip": "0 min", "share": 0.5,
        "units": ["sanitation", "urban_management"], "hazards": ["litter", "illegal_bldg"],
    },
}  # fmt: skip
ONE_LEVEL = {"all": {"place": "district", "roster": "office", "decides": 1}}
THREE_LEVELS = {
    "low": {"place": "community", "roster": "grid", "decides": 0.5, "members": ["community_desks"]},
    "middle": {"place": "street", "roster": "off_hours", "decides": 0, "members": ["sanitation"], "others": 3},
    "high": {"place": "district", "roster": "office", "decides": 0.7, "members": ["housing"]},
}

SIZES: dict[str, tuple[Any, ...]] = {
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

RULES: dict[str, tuple[Any, ...]] = {
    **{f"mechanisms.{name}.enabled": (True, False) for name in MECHANISMS},
    "mechanisms.whistle.way": ("whistle", "sequence", "lead"),
    "mechanisms.whistle.comes": (1, 0, 0.5),
    "mechanisms.whistle.fatigue": (0, 3),
    "mechanisms.whistle.hold": ("2 h", "10 min"),
    "mechanisms.whistle.attempts": (2, 1),
    "mechanisms.whistle.part_returned": SHARES,
    "mechanisms.density.split": ("halves", "same_round"),
    "mechanisms.density.cover": (0, 1, 0.5),
    "mechanisms.density.familiarity": (0, 0.4),
    "mechanisms.patrol.slack": (0.3, 0, 1),
    "mechanisms.patrol.keep": ("1 h", "0 h"),
    "mechanisms.patrol.start": ("first", "drawn"),
    "mechanisms.patrol.spread": (None, 0.5, 1),
    "mechanisms.reporting.after_first": (0.4, 1),
    "mechanisms.reporting.trust_slope": (0.8, 0),
    "mechanisms.reporting.after_fix": (None, 1.6),
    "mechanisms.reporting.joined_learn": (False, True),
    "mechanisms.reporting.neighbours": (None, {"gain": 0.05, "slope": 0.8}),
    "mechanisms.dispatch.wrong_unit": SHARES[:2],
    "mechanisms.dispatch.return_work": (None, "40 min", "6 h", "0 h"),
    "mechanisms.dispatch.return_limit": (None, "3 wh"),
    "mechanisms.dispatch.extension_asked": SHARES,
    "mechanisms.dispatch.shelved": SHARES[:2],
    "mechanisms.dispatch.shelved_for": ("2 days", "60 days"),
    "mechanisms.queueing.ageing": ("8 h", "0 h", "400 days"),
    "mechanisms.queueing.begun_first": (False, True),
    "mechanisms.queueing.in_hand": ("stops", "handed_over", "goes_on", "overtime"),
    "mechanisms.emergencies.enabled": (False, True),
    "mechanisms.emergencies.noticed": (1, 3),
    "mechanisms.emergencies.registration": (None, "5 min"),
    "mechanisms.emergencies.diagnosis": (None, "0 min", "20 min"),
    "mechanisms.emergencies.procedure": (None, "0 min"),
    "mechanisms.emergencies.return_after": (None, "10 min"),
    "mechanisms.emergencies.any_hour": (False, True),
    "mechanisms.emergencies.call_out": (None, "30 min"),
    "mechanisms.emergencies.comes": (None, 1),
    "mechanisms.emergencies.travel": (1, 0.5),
    "mechanisms.emergencies.interrupts": (False, True),
    "mechanisms.emergencies.securing": (None, "20 min"),
    "mechanisms.whistle.fatigue_most": (1, 0.5),
    "mechanisms.whistle.load_per": ("crew", "full_time_crew"),
    "mechanisms.whistle.failed_tire": (True, False),
    "mechanisms.whistle.agreed_after": (None, 0, 1),
    "mechanisms.whistle.single_after": (2, 0.5, 1),
    "mechanisms.whistle.single_class": ("normal", "urgent"),
    "mechanisms.assessment.enabled": (False, True),
    "mechanisms.assessment.weight": (1, 0, 0.5),
    "mechanisms.assessment.start": (1, 0, 0.5),
    "mechanisms.assessment.target": (None, 0.9, 1),
    "mechanisms.assessment.denominator": ("due", "closed"),
    "mechanisms.assessment.said_solved": (1, 0),
    "mechanisms.assessment.satisfied": (1, 0),
    "mechanisms.assessment.effort": (0.2, 0, 1),
    "mechanisms.assessment.fades": (None, "1 week"),
    "mechanisms.assessment.paper": (0.5, 0, 1),
    "mechanisms.assessment.audit": SHARES,
    "mechanisms.assessment.silent": (0.3, 0, 1),
    "mechanisms.assessment.quota": (None, 0, 10),
    "mechanisms.assessment.trifles": (0.5, 1),
    "mechanisms.assessment.slack": (0.5, 1, 0),
    "mechanisms.assessment.paperwork": ("0 h", "1 h"),
    "mechanisms.inspection.enabled": (False, True),
    "mechanisms.inspection.rate": (1, 0, 0.3),
    "mechanisms.inspection.crews": (1, 2),
    "mechanisms.inspection.trip": (None, "20 min"),
    "mechanisms.inspection.deters": SHARES,
    "mechanisms.inspection.feeds": (1, 0),
    "mechanisms.petitions.enabled": (False, True),
    "mechanisms.petitions.probability": (1, 0.5),
    "mechanisms.petitions.after": (1, 0, 2),
    "mechanisms.petitions.attempts": (2, 0, 3),
    "mechanisms.explanation.enabled": (False, True),
    "mechanisms.explanation.dissatisfied": (0.5, 0),
    "mechanisms.explanation.trust_loss": (0.5, 0),
    "mechanisms.explanation.minutes": ("0 min", "10 min"),
    "mechanisms.joint_team.enabled": (False, True),
    "mechanisms.joint_team.roles": ([], ["sanitation", "housing", "urban_management"], ["housing"]),
    "mechanisms.joint_team.roster": ("office",),
    "mechanisms.joint_team.trip": (None, "10 min"),
    "mechanisms.joint_team.hazards": ([], ["litter", "illegal_bldg"]),
    "mechanisms.joint_team.share": SHARES,
    "mechanisms.street_powers.enabled": (False, True),
    "mechanisms.street_powers.powers": ([], ["housing"], ["urban_management", "housing"]),
    "mechanisms.street_powers.team": ("sanitation",),
    "mechanisms.street_powers.exercised": (1, 0.5),
    "mechanisms.street_powers.weight": (0, 1),
    "mechanisms.street_powers.response": (0, 4),
    "mechanisms.sunk_enforcement.enabled": (False, True),
    "mechanisms.sunk_enforcement.departments": ([], ["urban_management"], ["housing", "urban_management"]),
    "mechanisms.sunk_enforcement.share": SHARES,
    "mechanisms.sunk_enforcement.cases": (1, 0.5),
    "mechanisms.sunk_enforcement.recall": SHARES,
    "mechanisms.sunk_enforcement.work_factor": (1, 1.5),
    "mechanisms.sunk_enforcement.trip": (None, "10 min"),
    "mechanisms.all_purpose_grid.enabled": (False, True),
    "mechanisms.all_purpose_grid.units": ([], ["community"], ["community", "sanitation", "urban_management"]),
    "mechanisms.all_purpose_grid.taken_over": (1, 0.5),
    "mechanisms.all_purpose_grid.work_factor": (1, 1.3),
    "mechanisms.all_purpose_grid.beyond": SHARES,
    "mechanisms.all_purpose_grid.sorting": (1, 0.3),
    "mechanisms.all_purpose_grid.merged": (0, 0.5),
    "hazards.litter.small": (False, True),
    "mechanisms.prevention.enabled": (False, True),
    "mechanisms.prevention.removes": ({}, {"litter": 0.5}, {"litter": 0.2, "estate": 1}),
    "mechanisms.prevention.since": (None, "2024-04-25"),
    "mechanisms.prevention.until": (None, "2024-06-01"),
    "mechanisms.prevention.roots.hazards": ([], ["litter"], ["litter", "illegal_bldg"]),
    "mechanisms.prevention.roots.after": (1, 2),
    "mechanisms.prevention.roots.effort": (2, 0),
    "mechanisms.prevention.roots.takes": ("1 h", "0 h", {"exponential": {"mean": "4 wh"}}),
    "mechanisms.prevention.roots.cut": (0.5, 1),
    "mechanisms.service_centres.enabled": (False, True),
    "mechanisms.service_centres.channel": ("app",),
    "mechanisms.service_centres.reach": (None, "300 m"),
    "mechanisms.service_centres.at_door": (None, 1, 0.5),
    "mechanisms.service_centres.absorbed": (0, 0.3),
    "mechanisms.service_centres.hazards": ([], ["litter", "estate"]),
    "mechanisms.service_centres.units": ([], ["urban_management", "housing"]),
    "mechanisms.service_centres.one_stop": SHARES,
    "mechanisms.service_centres.quicker": (1, 0.5, 0),
    "mechanisms.stewards.enabled": (False, True),
    "mechanisms.stewards.count": (60, 0, 500),
    "mechanisms.stewards.notes": (0.5, 1, 0),
    "mechanisms.stewards.do_now": (1, 0, 3),
    "mechanisms.stewards.verified": (False, True),
    "mechanisms.stewards.registration": ("10 min", "0 min"),
    "mechanisms.stewards.roster": ("off_hours", "grid"),
    "mechanisms.platform.enabled": (False, True),
    "mechanisms.platform.sorting": (1, 0.5, 0),
    "mechanisms.platform.ease": (1, 1.5),
    "mechanisms.platform.covered": (0.5, 0, 1),
    "mechanisms.platform.sees": ("0.3 per hour", "30 per hour"),
    "mechanisms.platform.hazards": (["litter", "illegal_bldg"], ["trading"]),
    "mechanisms.talks.enabled": (False, True),
    "mechanisms.talks.cadres": (100, 3000),
    "mechanisms.talks.roster": ("off_hours", "office"),
    "mechanisms.talks.tells": (0.3, 1),
    "mechanisms.proxies.enabled": (False, True),
    "mechanisms.proxies.count": (30, 1000),
    "mechanisms.proxies.tells": (0.3, 1),
    "mechanisms.proxies.roster": ("off_hours", "office"),
    "mechanisms.platform.warns": (False, True),
    "mechanisms.platform.repeats": (2, 3),
    "mechanisms.platform.within": ("90 days", "2 days"),
    "mechanisms.staff_quality.enabled": (False, True),
    "mechanisms.staff_quality.crew_absence": (0.3, 0, 0.9),
    "mechanisms.staff_quality.turnover": (0, 1, 0.3),
    "mechanisms.staff_quality.vacancy": ("6 days", "0 days", "60 days"),
    "mechanisms.staff_quality.newcomer": (0, 1, 10),
    "mechanisms.staff_quality.learning": ("2 weeks", "13 weeks"),
    "mechanisms.staff_quality.unseeing": (0, 0.5, 1),
    "mechanisms.staff_quality.training": ("0 h", "80 h"),
    "mechanisms.admission.enabled": (False, True),
    "mechanisms.admission.cut": (0.5, 1),
    "mechanisms.admission.creep": (0, 1),
    "mechanisms.admission.handed_back": (0, 0.5),
    "mechanisms.campaigns.enabled": (False, True),
    "mechanisms.campaigns.planned": (CAMPAIGNS, []),
    "mechanisms.committees.enabled": (False, True),
    "mechanisms.committees.levels": ({}, ONE_LEVEL, THREE_LEVELS),
    "mechanisms.committees.item": ("15 min", "0 min", "3 h"),
    "mechanisms.committees.bounces": (3, 1),
    "mechanisms.committees.fallback": (1, 1.5, 0),
    "mechanisms.committees.links": ({}, {"housing": 0.5, "urban_management": 0}, {"housing": 2}),
    "hazards.litter.unclear": SHARES,
    "hazards.estate.unclear": SHARES,
    "hazards.illegal_bldg.unclear": SHARES[:2],
    "mechanisms.councils.enabled": (False, True),
    "mechanisms.councils.roster": ("office", "off_hours", "grid"),
    "mechanisms.councils.item": ("25 min", "0 min", "5 h", {"exponential": {"mean": "1 h"}}),
    "mechanisms.councils.quorum": (1, 0.5, 0),
    "mechanisms.councils.agrees": (0.5, 1, 0),
    "mechanisms.councils.rounds": (1, 3),
    "mechanisms.councils.again_after": ("1 h", "1 day", "3 wh"),
    "mechanisms.councils.carried_out": (1, 0.5, 0),
    "mechanisms.councils.lasting": (0, 1, 0.5),
    "mechanisms.councils.crews": (0, 0.1),
    "hazards.litter.contested": SHARES,
    "hazards.estate.contested": SHARES,
    "hazards.illegal_bldg.contested": SHARES[:2],
    "mechanisms.named_leader.enabled": (False, True),
    "mechanisms.named_leader.slots.street": (1, 0, 40),
    "mechanisms.named_leader.slots.district": (1, 0, 3),
    "mechanisms.named_leader.overdue": (1, 2),
    "mechanisms.named_leader.after": (None, "1 h", "2 days", "4 wh"),
    "mechanisms.named_leader.shortens": (0.5, 0, 1),
    "mechanisms.named_leader.hours": ("2 h", "0 h"),
    "mechanisms.named_leader.roster": (None, "office", "grid"),
    "territory.zones": ({}, ZONES, {"market": {"title": "markets", "share": 1, "homes": 1}}),
    "population.groups": (GROUPS, UNLIKE),
    "hazards.estate.group": (None, "veterans"),
    "hazards.dispute.group": (None, "old"),
    "mechanisms.coverage.enabled": (False, True),
    "mechanisms.coverage.covered": ({"market": 0.4}, {"market": 0}, {"market": 1, "village": 0.5}),
    "mechanisms.special_groups.enabled": (False, True),
    "mechanisms.special_groups.groups": (["veterans"], ["old", "veterans"]),
    "mechanisms.special_groups.hazards": ([], ["illegal_bldg"]),
    "mechanisms.special_groups.share": SHARES,
    "mechanisms.special_groups.work_factor": (1, 1.5),
    "mechanisms.special_groups.crews": (1, 0, 2),
    "mechanisms.special_groups.roster": ("office", "grid"),
    "mechanisms.special_groups.trip": (None, "10 min"),
    "mechanisms.special_groups.visits": (0, 12, 300),
    "mechanisms.funding.enabled": (False, True),
    "mechanisms.funding.deficit": (True,),
    "mechanisms.funding.formula": ("even", "need"),
    "mechanisms.funding.tender": ("0 days", "4 days"),
    "mechanisms.funding.buys": (BUYS, {}),
    "mechanisms.property.enabled": (False, True),
    "mechanisms.property.hazards": (["estate"], ["estate", "litter", "illegal_bldg"], []),
    "mechanisms.property.covered": (0.5, 0, 1),
    "mechanisms.property.asks_first": (0.5, 1, 0),
    "mechanisms.property.fixes": SHARES,
    "mechanisms.property.gives_up": ("1 day", "1 h", "3 wd"),
    "mechanisms.property.crews": (1, 0, 3),
    "mechanisms.property.roster": (None, "grid", "off_hours"),
    "mechanisms.property.trip": (None, "10 min"),
    "mechanisms.property.coordination": (1, 0.3, 0),
    "mechanisms.property.estates": (1,),
    "mechanisms.co_building.enabled": (False, True),
    "mechanisms.co_building.units": (5, 0, 40),
    "mechanisms.co_building.tasks": (500, 0, 50),
    "mechanisms.co_building.hazards": ([], ["estate"]),
    "mechanisms.co_building.roster": (None, "grid", "off_hours"),
    "mechanisms.co_building.work": (None, "20 min"),
    "mechanisms.co_building.meeting": ("1 h", "1 day", "13 weeks"),
    "mechanisms.co_building.contract": ("0 h",),
    "mechanisms.co_building.parking": ("litter",),
    "mechanisms.co_building.parking_shared": SHARES,
    "mechanisms.co_building.owner_first": (0, 0.5),
    "hazards.estate.unsolvable": SHARES,
    "hazards.litter.unsolvable": SHARES[:2],
    "hazards.illegal_bldg.unsolvable": SHARES[:2],
    "mechanisms.queueing.skill_cv": (0.25, 0),
    "mechanisms.queueing.crew_cv": (0, 0.5),
    "mechanisms.party_members.solved": ("5 per person per year", "400 per person per year"),
    "mechanisms.ledger.false_claims": SHARES,
    "mechanisms.ledger.hurried": (0, 0.5, 1),
    "mechanisms.ledger.checked": (1, 0, 0.5),
    "mechanisms.ledger.desk_check": SHARES[:2],
    "mechanisms.ledger.reached": (1, 0, 0.5),
    "staff.grid_leaders.rebalance_after": ("24 h", "0 h"),
}
"""How things are done."""

TIMES: dict[str, tuple[Any, ...]] = {
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
    "mechanisms.reporting.regulars": (None, {"share": 0.5, "one_in": 40}),
    "mechanisms.reporting.company": (None, {"share": 0.6, "gap": "20 min"}),
    "hazards.litter.awake": (None, "18:00-02:00"),
    "hazards.estate.deadline": ("1 h", "4 working hours", "0 h"),
    "hazards.estate.procedure": ("0 h", "30 min", {"lognormal": {"median": "2 wh", "p90": "8 wh"}}),
    "hazards.estate.at_once": (False, True),
    "channels.app.registration": ("30 min", "0 min", {"gamma": {"mean": "30 min", "cv": 0.7}}),
    "staff.grid_workers.travel": ({"speed": "4.5 km/h", "detour": 1.3}, {"time": "10 min"}, {"time": "0 min"}),
    "departments.housing.travel": ({"time": "20 min"}, {"time": {"uniform": {"low": "1 min", "high": "3 h"}}}),
    "mechanisms.reporting.patience": ("2 days", {"lognormal": {"median": "10 days", "p90": "25 days"}}),
    "mechanisms.dispatch.contact": ("4 wh", "0 h"),
    "mechanisms.dispatch.return_after": ("1 h", "0 h", {"weibull": {"scale": "1 day", "shape": 2}}),
    "mechanisms.ledger.call_back": ("1 day", "0 h"),
    "mechanisms.whistle.sign_after": ("1 h", "0 h"),
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
