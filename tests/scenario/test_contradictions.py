"""Every contradiction is told at the place of what is written, with what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism
from sim.scenario.checks import outlines
from sim.scenario.contradictions import CHECKS, FIRST_CHECKS
from sim.scenario.load import load, read
from sim.scenario.models import Scenario
from sim.scenario.problems import ScenarioError
from sim.scenario.validate import Check, validated
from tests.mechanisms.specimen import Told, specimens, with_specimen
from tests.scenario.conftest import Write

START = "extends: village-square\n"


def problems(path: Path) -> list[str]:
    """Return the problems of a file, a line each, without the folder of it."""
    try:
        load(path)
    except ScenarioError as error:
        return error.render().replace(f"{path.parent}/", "").splitlines()
    return []


NAMES = [
    (
        "hazards: {litter: {handled_by: {sanitashun: {share: 0, work: 1 h}}}}",
        "2:33: hazards.litter.handled_by.sanitashun: no such unit (found 'sanitashun')",
    ),
    ("calendar: {office: offise}", "2:20: calendar.office: no such roster (found 'offise'); known here are office, "),
    ("hazards: {litter: {hours: days}}", "2:27: hazards.litter.hours: no such profile of hours (found 'days')"),
    (
        "hazards: {litter: {weekdays: even}}",
        "2:30: hazards.litter.weekdays: no such profile of weekdays (found 'even')",
    ),
    ("hazards: {noise: {months: sumer}}", "; did you mean 'summer'?"),
    ("departments: {police: {roster: wacth}}", "departments.police.roster: no such roster (found 'wacth')"),
    ("staff: {grid_workers: {roster: x}}", "staff.grid_workers.roster: no such roster"),
    ("staff: {community_desks: {roster: x}}", "staff.community_desks.roster: no such roster"),
    ("staff: {street_teams: {sanitation: {roster: x}}}", "staff.street_teams.sanitation.roster: no such roster"),
    ("prevention: {liter: 0.1}", "2:14: prevention.liter: no such hazard (found 'liter')"),
    (
        "shocks: [{title: storm, start: 2024-05-01, days: 2, factors: {tree: 3}}]",
        "2:63: shocks.0.factors.tree: no such hazard (found 'tree')",
    ),
    (
        "shocks: [{title: storm, start: 2024-05-01, days: 2, hours: '22:00-02:00', factors: {noise: 3}}]",
        "shocks.0.hours: must end by midnight",
    ),
    ("hazards: {noise: {joint: {among: [police, polise]}}}", "2:43: hazards.noise.joint.among.1: no such department"),
    (
        "departments: {sanitation: {title: x, crews: 1, share: 0.5, roster: office, travel: {}}}",
        "2:15: departments.sanitation: the name stands for another unit already (found 'sanitation')",
    ),
]

SHARES = [
    (
        "hazards: {litter: {handled_by: {grid: {share: 0.3}}}}",
        "2:20: hazards.litter.handled_by: the shares sum to 1.2, not to 1",
    ),
    (
        "hazards: {noise: {joint: {departments: {2: 0.5}}}}",
        "hazards.noise.joint.departments: the shares sum to 0.95, not to 1",
    ),
    ("channels: {hotline: {share: 0.749998}}", "channels: the shares sum to 0.999998, not to 1"),
    (
        "rosters: {office: {shifts: [{share: 0.6, week: {mon: '08:00-12:00'}}]}}",
        "2:20: rosters.office.shifts: the shares sum to 0.6, not to 1",
    ),
]

HOURS = [
    ("rosters: {office: {shifts: []}}", "2:11: rosters.office: is never open; say `always: true` or give shifts"),
    ("rosters: {office: {shifts: [{share: 1, week: {}}]}}", "rosters.office.shifts.0.week: is never open"),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '08:00-12:00'}, since: 2024-05-01, until: 2024-05-01}]}}",
        "rosters.office.shifts.0.until: not after `since`, so nobody ever works (found '2024-05-01'); after 2024-05-01",
    ),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '08:00-12:00'}, monthly: first thursday}]}}",
        "rosters.office.shifts.0.monthly: 'first thursday' is no day of a month; write it like 'first thu'",
    ),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '08:00-12:00'}, monthly: first thu}]}}",
        "rosters.office.shifts.0.monthly: falls on thu, which has no hours",
    ),
    ("rosters: {grid: {always: true}}", "2:11: rosters.grid: says both `always` and `shifts`"),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon-fry: '08:00-12:00'}}]}}",
        "2:47: rosters.office.shifts.0.week.mon-fry: 'mon-fry' is not a day or a range of days",
    ),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '8-12'}}]}}",
        "2:52: rosters.office.shifts.0.week.mon: '8-12' is not a period",
    ),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '8:30-12:00 11:00-18:00'}}]}}",
        "2:52: rosters.office.shifts.0.week.mon: periods overlap",
    ),
    (
        "rosters: {office: {shifts: [{share: 1, week: {mon: '24:30-02:00'}}]}}",
        "rosters.office.shifts.0.week.mon: '24:30-02:00' names a time that no clock shows",
    ),
    (
        "hazards: {noise: {company: 0.4}}\nmechanisms: {reporting: {company: null}}",
        "hazards.noise.company: how soon people come in company is not said",
    ),
    ("hazards: {noise: {awake: '22:00-06:00 05:00-07:00'}}", "hazards.noise.awake: periods overlap"),
    ("calendar: {workdays: [2024-05-01]}", "2:23: calendar.workdays.0: is a holiday too"),
    ("profiles: {weekdays: {even: [1, 1]}}", "2:23: profiles.weekdays.even: has 2 weights; give 7"),
    ("profiles: {months: {none: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}}", "profiles.months.none: all weights are 0"),
    (
        "profiles: {weekdays: {odd: [1, 1, -1, 1, 1, 1, 1]}}",
        "2:35: profiles.weekdays.odd.2: a weight is a number from 0",
    ),
    ("profiles: {weekdays: {odd: [1, 1, -2, 1, 1, 1, 1]}}", "profiles.weekdays.odd.2: a weight is a number from 0"),
]

COUNTS = [
    ("territory: {places: 0}", "2:21: territory.places: must be above zero (found 0)"),
    ("territory: {area: 0 km2}", "territory.area: must be above zero (found '0 km2')"),
    ("population: {residents: {value: 0, grade: E}}", "2:33: population.residents: must be above zero (found 0)"),
    ("territory: {streets: 5}", "territory.streets: more than territory.communities, which is 4 (found 5)"),
    ("territory: {communities: 700}", "territory.communities: more than territory.places, which is 690 (found 700)"),
    (
        "population: {residents: 9000}",
        "population.households: more than population.residents, which is 9,000 (found 10000)",
    ),
    ("grids: {households_per_grid: 250}", "2:1: grids: says both of `count` and `households_per_grid`"),
    ("grids: {count: null}", "grids: says neither of `count` and `households_per_grid`"),
    (
        "grids: {count: 10001}",
        "grids.count: must lie between 1 and population.households, which is 10,000 (found 10001)",
    ),
    ("territory: {area: 1 m2}", "territory.area: too small for 26,000 residents (found '1 m2'); 1 m2 for each"),
    ("grids: {count: 0}", "grids.count: must lie between 1"),
    ("grids: {count: null, households_per_grid: 0}", "grids.households_per_grid: must lie between 1"),
    ("territory: {communities: 70000}", "territory.communities: 70,000 are too many (found 70000); at most 65,535"),
    (
        "population: {residents: 3e7}",
        "population.residents: more than fit in memory (found 30000000); at most 20,000,000",
    ),
    ("staff: {grid_workers: {count: 26000}}", "population.residents: fewer than the 26,045 workers and crews of staff"),
    (
        "mechanisms: {inspection: {enabled: true, rate: 0.1, crews: 1000000}}",
        "population.residents: fewer than the 1,000,088 workers and crews of staff, departments and mechanisms",
    ),
]

MEANT = [
    (
        "departments: {polise: {title: x, crews: 1, share: 1, roster: office, travel: {}}}",
        "2:15: departments.polise: nothing calls it, and the name is almost that of 'police'",
    ),
    (
        "rosters: {ofice: {always: true}}",
        "rosters.ofice: nothing calls it, and the name is almost that of 'office' (found 'ofice'); did you mean",
    ),
]

RUN = [
    ("run: {length: 0}", "2:15: run.length: must be above zero (found 0)"),
    (
        "run: {length: 70 years, followup: 50 years}",
        "run: warmup, length and followup are longer than 100 years together",
    ),
    ("run: {start: 0001-01-01}", "run.start: must lie in the years 1900 to 2500"),
    ("run: {warmup: 5 working days}", "run.warmup: runs on the calendar, not in working time (found '5 working days')"),
    (
        "hazards: {litter: {heals: {share: 1, after: {exponential: {mean: 2 wd}}}}}",
        "2:38: hazards.litter.heals.after: runs on the calendar",
    ),
    (
        "hazards: {litter: {handled_by: {sanitation: {work: {uniform: {low: 0 s, high: 1 min}}}}}}",
        "hazards.litter.handled_by.sanitation.work: work is done again after a false claim; must be at least 1 min",
    ),
    (
        "hazards: {litter: {recurs: {share: 0.96, after: 2 days}}}",
        "hazards.litter.recurs.share: leaves hardly an issue",
    ),
    (
        "run: {length: 20 weeks}\nhazards: {noise: {rate: 9000 per resident per year}}",
        "3:25: hazards.noise.rate: ",
    ),
    (
        "shocks: [{title: storm, start: 2024-05-01, days: 2, factors: {noise: 1e7}}]",
        "hazards.noise.rate: 313,431,756 issues would occur in a run, 313,425,723 of them by this rate and its shocks",
    ),
    (
        "run: {length: 1 year}\nhazards: {noise: {rate: 3000 per resident per year}}",
        "that takes about 75 GB of memory for a replication, where at most 64 GB can be had",
    ),
    (
        "run: {length: 99 years}\nstaff: {grid_workers: {count: 20000}}",
        "run: hours of 20,045 workers and crews would be kept for 36,177 days",
    ),
]

STAFF = [
    ("departments: {police: {crews: 0}}", "2:31: departments.police.crews: nobody would ever come"),
    ("departments: {police: {crews: 2, total: 3}}", "departments.police: says both of `crews` and `total`"),
    ("departments: {police: {crews: null}}", "departments.police: says neither of `crews` and `total`"),
    (
        "staff: {community_desks: {crews: null, total: 3}}",
        "staff.community_desks.total: fewer than the 4 places of the unit, so nobody would ever come in some",
    ),
    ("staff: {community_desks: {share: 0}}", "staff.community_desks.share: leaves no time for cases"),
    ("staff: {grid_workers: {absence: 1}}", "staff.grid_workers.absence: hazards need grid workers"),
    (
        "staff: {grid_workers: {desk: 7 h}}\nmechanisms: {assessment: {enabled: false}}",
        "desk and line come to 8 h, more than the 7.5 h of a duty day (found '7 h')",
    ),
    (
        "departments: {police: {travel: {speed: 20 km/h}}}",
        "2:24: departments.police.travel: says both `time` and `speed`",
    ),
    ("staff: {grid_workers: {travel: {speed: 0 km/h}}}", "staff.grid_workers.travel.speed: would never arrive"),
    ("staff: {grid_workers: {travel: {detour: 0.9}}}", "staff.grid_workers.travel.detour: a way is not shorter"),
]

JOINT = [
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {1: 1}, among: [police, housing], work: 1 h}}}",
        "2:54: hazards.litter.joint.departments.1: joint work needs two departments at least (found 1)",
    ),
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {4: 1}, among: [police, housing], work: 1 h}}}",
        "hazards.litter.joint.departments.4: only 3 departments are named, those in charge included",
    ),
    (
        "hazards: {litter: {handled_by: {urban_management: null, sanitation: {share: 0.9}}, "
        "joint: {share: 0.1, departments: {2: 1}, among: [police, housing], work: 1 h}}}",
        "hazards.litter.joint: no department is in charge",
    ),
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {2: 1}, among: [police, police], work: 1 h}}}",
        "hazards.litter.joint.among.1: is named twice (found 'police')",
    ),
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {2: 1}, among: [police, housing], work: 1 h, "
        "parts: {police: {crews: 3}}}}}",
        "hazards.litter.joint.parts.police.crews: more crews than police has; a crew has one part of a case at most"
        " (found 3); at most 2",
    ),
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {2: 1}, among: [police, housing], work: 1 h, "
        "parts: {environment: {work: 2 h}}}}}",
        "hazards.litter.joint.parts.environment: is never needed: it stands neither in `among` nor in `handled_by`",
    ),
    (
        "hazards: {litter: {joint: {share: 0.1, departments: {2: 1}, among: [police, housing], work: 1 h, "
        "parts: {polices: {work: 2 h}}}}}",
        "hazards.litter.joint.parts.polices: no such department (found 'polices'); known here",
    ),
]

RESIDENTS = [
    ("population: {inclination: {exponential: {mean: 1}}}", "population.inclination: has no upper bound; use uniform"),
    ("population: {inclination: {uniform: {low: 0, high: 3}}}", "population.inclination: has the mean 1.5; must be 1"),
    ("population: {trust: {uniform: {low: 0, high: 1.2}}}", "population.trust: reaches 1.2; must stay between 0 and 1"),
    ("population: {trust: {exponential: {mean: 0.5}}}", "population.trust: has no upper bound"),
]

FIELD = [
    ("field: {x: {low: 2, high: 1, grade: E, source: x}}", "2:18: field.x.low: lies above high (found 2)"),
    (
        "field: {x: {expected: 3, low: 1, high: 2, grade: E, source: x}}",
        "2:23: field.x.expected: lies outside of low and high (found 3)",
    ),
    (
        "indicators: {title: x, entries: {a: {title: A}, b: {of: c, title: B}}}",
        "2:57: indicators.entries.b.of: no such entry of the tree (found 'c')",
    ),
    (
        "indicators: {title: x, levels: {top: {title: Top, count: 1}}, entries: {a: {title: A}, b: {title: B}}}",
        "2:58: indicators.levels.top.count: is less than the 2 entries that are named at this level (found 1)",
    ),
]

ZONE = "territory: {zones: {market: {title: x, share: 0.6"
GROUP = "population: {groups: {old: {title: x, share: 0.6"
ZONES = [
    (f"{ZONE}}}, park: {{title: x, share: 0.5}}}}}}", "territory.zones: the shares of places sum to 1.1; at most 1"),
    (f"{ZONE}, homes: 0.1, whole: true}}}}}}", "territory.zones.market.homes: a zone of whole communities has all"),
    (f"{GROUP}}}, young: {{title: x, share: 0.5}}}}}}", "population.groups: the shares of homes sum to 1.1; at most 1"),
    (f"{ZONE}, rates: {{liter: 2}}}}}}}}", "territory.zones.market.rates.liter: no such hazard"),
    (f"{GROUP}, zones: {{market: 0.1}}}}}}}}", "population.groups.old.zones.market: no such zone"),
    (f"{GROUP}, channel: hotlin}}}}}}", "did you mean 'hotline'?"),
    ("hazards: {welfare: {group: old}}", "hazards.welfare.group: no such group"),
    (
        f"{GROUP}}}}}}}\nhazards: {{litter: {{group: old}}}}",
        "hazards.litter.place: what befalls a group is at its homes",
    ),
    (
        f"{GROUP}}}}}}}\nhazards: {{welfare: {{group: old}}}}\n{ZONE}, rates: {{welfare: 2}}}}}}}}",
        "territory.zones.market.rates.welfare: it befalls the group old",
    ),
]
INDICATORS = [
    (
        "indicators: {title: x, levels: {a: {title: x}}, entries: {b: {title: x, of: c}}}",
        "indicators.entries.b.of: no such entry of the tree (found 'c')",
    ),
    (
        "indicators: {title: x, levels: {a: {title: x, count: 1}}, entries: {b: {title: x}, c: {title: x}}}",
        "indicators.levels.a.count: is less than the 2 entries that are named at this level (found 1)",
    ),
]
GENERAL = [
    *FIELD, *NAMES, *SHARES, *HOURS, *COUNTS, *MEANT, *RUN, *STAFF, *JOINT, *RESIDENTS, *ZONES,
    *INDICATORS,
]  # fmt: skip
SPECIMENS = specimens()
ALL = [*GENERAL, *(told for its in SPECIMENS.values() for told in its.contradictions)]
FAULTS = [told for its in SPECIMENS.values() for told in its.faults]
"""What the model of a section itself refuses."""


@pytest.mark.parametrize(("written", "said"), [*ALL, *FAULTS], ids=[written for written, _ in [*ALL, *FAULTS]])
def test_a_contradiction_is_told_where_it_is_written(write: Write, written: str, said: str) -> None:
    found = problems(write("a.yaml", START + written))
    assert any(said in line for line in found), found


@pytest.mark.parametrize("weighs", ["on_time", "said_solved", "satisfied"])
def test_one_rate_is_enough_for_a_score(write: Write, weighs: str) -> None:
    rates = {"on_time": 0, "said_solved": 0, "satisfied": 0} | {weighs: 0.1}
    of = ", ".join(f"{name}: {weight}" for name, weight in rates.items())
    assert problems(write("a.yaml", START + f"mechanisms: {{assessment: {{{of}}}}}")) == []


def silent(write: Write, checks: Iterable[Check[Scenario]], told: Iterable[Told]) -> list[Check[Scenario]]:
    """Return those of some checks that find nothing in any of these cases."""
    left = list(checks)
    for written, _ in told:
        if not left:
            break
        scenario = validated(Scenario, read(write("a.yaml", START + written)).document)
        left = [check for check in left if not any(check(scenario))]
    return left


def test_every_check_has_a_case(write: Write) -> None:
    of_mechanisms = {check for mechanism in MECHANISMS for check in mechanism.checks}
    general = set(CHECKS) - of_mechanisms
    assert set(FIRST_CHECKS) <= general
    assert silent(write, general - {outlines.outlines_agree_with_numbers}, ALL) == []  # test_outlines tries that


@pytest.mark.parametrize("mechanism", with_specimen(), ids=lambda mechanism: mechanism.section)
def test_every_check_of_a_mechanism_has_a_case_in_its_specimen(write: Write, mechanism: Mechanism) -> None:
    assert set(mechanism.checks) <= set(CHECKS)
    assert silent(write, mechanism.checks, SPECIMENS[mechanism.section].contradictions) == []


def test_what_nothing_calls_may_be_there_under_a_name_of_its_own(write: Write) -> None:
    spare = "{title: x, crews: 1, share: 1, roster: office, travel: {}}"
    assert problems(write("a.yaml", START + f"departments: {{archive: {spare}, police2: {spare}}}")) == []


def test_equal_parts_and_limits_are_no_contradiction(write: Write) -> None:
    edge = (
        "grids: {count: 10000}\nterritory: {streets: 4}\n"
        "mechanisms: {reporting: {awake: '00:00-24:00'}, assessment: {enabled: false}}\n"
        "staff: {grid_workers: {desk: 5.5 h, line: 2 h}}\nrosters: {watch: {always: true, shifts: null}}\n"
        "hazards: {litter: {joint: {share: 0.1, departments: {3: 1}, among: [police, housing], work: 1 h}}}"
    )
    assert problems(write("a.yaml", START + edge)) == []


def test_mechanisms_that_are_off_contradict_nothing(write: Write) -> None:
    off = (
        "hazards: {noise: {reports: 0.6}}\n"
        "mechanisms: {whistle: {enabled: false, attempts: 0, hold: 0 h}, reporting: {enabled: false}}"
    )
    assert problems(write("a.yaml", START + off)) == []


def test_a_contradiction_with_what_is_inherited_is_told_where_it_was_written_last(write: Write) -> None:
    write("base.yaml", START + "grids: {count: 100}")
    path = write("a.yaml", "extends: base.yaml\npopulation: {households: 90}\nterritory: {communities: 4}")
    assert problems(path) == [
        "base.yaml:2:16: grids.count: must lie between 1 and population.households, which is 90 (found 100)"
    ]


def test_a_contradiction_on_the_command_line_is_told_there() -> None:
    with pytest.raises(ScenarioError) as caught:
        load("village-square", ["grids.count=20000"])
    assert caught.value.render().startswith("--set grids.count=20000: grids.count: must lie between")


@pytest.mark.parametrize("path", ["territory.communities", "territory.streets", "population.residents"])
def test_of_a_district_of_nothing_that_alone_is_told(path: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load("village-square", [f"{path}=0", "staff.grid_workers.roster=nobody"])
    told = [problem.render() for problem in caught.value.problems if "roster" not in problem.path]
    assert told == [f"--set {path}=0: {path}: must be above zero (found 0)"]
    assert len(caught.value.problems) == 2
