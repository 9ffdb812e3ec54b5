"""Traces: a tiny square, issues brought about by hand, and the whole log of what comes of them as rows to read.

The only file here that knows the insides of the simulator. A test says what differs from `square.yaml`, which issues
occur, when and where, and compares rows that it worked out by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
from ruamel.yaml import YAML

from sim.chance.draws import stream, uniform
from sim.engines.reference.run import simulate
from sim.kinds import NEVER, NOBODY, CaseState, IssueState, JobKind, Level, Performer, Scope, Source, words
from sim.mechanisms import MECHANISMS
from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.activities import ACTIVITIES, LOG_COLUMNS
from sim.record.outcome import CASE_COLUMNS, ISSUE_COLUMNS, JOB_COLUMNS, STATION_COLUMNS, Outcome
from sim.scenario.merge import merged
from sim.scenario.models import Scenario
from sim.world import outcomes
from sim.world.occurrences import pack_root

SQUARE = Path(__file__).with_name("square.yaml")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000

PLACE, FAR_PLACE, HOME = 0, 1, 2
"""The sites of the square."""
AT = {PLACE: (0.0, 0.0), FAR_PLACE: (600.0, 800.0), HOME: (300.0, 400.0)}
"""Where they are (metres): the far place 1,000 m from the first, the home half-way. Workers begin at the first."""
ON_ROUND = {PLACE: 0.25, FAR_PLACE: 0.75, HOME: 0.5}
"""At which part of the round a patrol passes them."""

REPORTED, FOUND = 3 << 36, (1 << 36) | (1 << 16)
"""Which draws are those of a case opened by the first report, or by the first find of a patrol."""

UNTOLD = ("root", "community", "accepted")
"""Columns that only repeat the wish, or a row of the log."""

QUESTION = "question"
"""A contact that asks for information, among the issues of a test."""

ONE, OTHER = (0.0, 0.5), (0.5, 1.0)
"""Halves of what can be drawn."""

Row = tuple[str, str, str, str, "int | str"]


class Draw(NamedTuple):
    """A wish about chance: the k-th uniform number of a purpose, of an issue or of its recurrence, is low to high."""

    purpose: str
    k: int
    low: float
    high: float
    generation: int = 0


class Occurs(NamedTuple):
    """An issue by hand: when, of which hazard, at which site, and what chance has in store for it."""

    time: str
    hazard: str
    site: int
    draws: tuple[Draw, ...] = ()


def hazard(unit: str, work: str, **own: Any) -> dict[str, Any]:
    """A hazard that a unit handles, reported the moment it occurs unless told otherwise."""
    plain = {
        "title": "Issue", "rate": "1 per resident per year", "stream": "request", "place": "public", "hours": "flat",
        "seen_per_pass": 0, "noticed": "0 per day", "reports": 0, "revealed_per_visit": 0, "at_once": True,
        "dangerous": 0, "severity": 1, "fixed_on_the_spot": 0, "deadline": "10 days",
        "handled_by": {unit: {"share": 1, "work": work}},
    }  # fmt: skip
    return {**plain, **own}


def trip(kind: str, attempt: int = 0, whistle: int = 0, department: int = -1) -> int:
    """Number of the draw of a trip in a reported case: to a job of a kind, at an attempt, after so many whistles."""
    return REPORTED + attempt * 16 + JobKind[kind.upper()] + (whistle * 64 + department + 1) * (1 << 44)


def quiet(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of the square, with residents neither contacted nor called back, so that other rows stand out."""
    silence = {"mechanisms": {"dispatch": {"contact": "30 days"}, "ledger": {"reached": 0}}}
    return merged(silence, dict(changes))


# -- the world by hand ---------------------------------------------------------------------------------------------


def ms(text: str) -> int:
    """Milliseconds from the start of 'Mon 08:30:00', or of 'Mon+1 08:30:00' a week later, 'Sun-1 08:30:00' before."""
    day, clock = text.split()
    hours, minutes, seconds = clock.split(":")
    whole = (DAYS.index(day[:3]) + 7 * int(day[3:] or 0)) * DAY
    return whole + int(hours) * HOUR + int(minutes) * MINUTE + round(float(seconds) * SECOND)


def moment(at: int) -> str:
    """The text of a time in ms from the start; '-' for a time that has not come."""
    if at in (NOBODY, NEVER):
        return "-"
    day, rest = divmod(at, DAY)
    week = f"{day // 7:+d}" if day // 7 else ""
    return f"{DAYS[day % 7]}{week} {span(rest, 2)}"


def span(length: int, width: int = 1) -> str:
    """The text of a duration in ms: hours, minutes and seconds, with thousandths where there are any."""
    seconds, thousandths = divmod(length, SECOND)
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    return f"{hours:0{width}d}:{minutes:02d}:{seconds % 60:02d}" + (f".{thousandths:03d}" if thousandths else "")


@cache
def square() -> dict[str, Any]:
    """The document that all traces begin from."""
    document: dict[str, Any] = YAML(typ="safe").load(SQUARE.read_text("utf-8"))
    return document


def _named(plan: Plan, scenario: Scenario, issues: Sequence[Occurs]) -> list[int]:
    """Roots of the issues: of the names that a hazard's issues may have, the next under which all wishes hold."""
    view, numbers = plan.readable(), list(scenario.hazards)
    roots: list[int] = []
    used = dict.fromkeys(numbers, 0)
    for issue in issues:
        if issue.hazard == QUESTION:
            roots.append(int(pack_root(np.array(0), np.array(len(numbers)), np.array(len(roots)))))
            continue
        number, community = numbers.index(issue.hazard), _community_of(view, issue.site)
        for ordinal in range(used[issue.hazard], 1_000_000):
            root = int(pack_root(np.array(community), np.array(number), np.array(ordinal)))
            site = outcomes.site_of(view, view.hazards[number], view.communities[community], root)
            if site == issue.site and all(
                d.low <= uniform(getattr(plan.draw, d.purpose), outcomes.issue_key(root, d.generation), d.k) < d.high
                for d in issue.draws
            ):
                used[issue.hazard] = ordinal + 1
                roots.append(root)
                break
        else:
            raise ValueError(f"no {issue.hazard} is as wished")
    return roots


def _community_of(view: Any, site: int) -> int:
    for number, area in enumerate(view.communities):
        if 0 <= site - area.first_place < area.places or 0 <= site - area.first_home < area.homes:
            return number
    raise ValueError(f"there is no site {site}")


def _by_hand(plan: Plan, scenario: Scenario, issues: Sequence[Occurs], beats: Sequence[int]) -> tuple[Plan, list[int]]:
    """The plan with these issues instead of those drawn, and its sites where `AT` and `ON_ROUND` say."""
    roots = _named(plan, scenario, issues)
    time = [ms(issue.time) for issue in issues]
    assert time == sorted(time), "issues come in order of time"
    sites, stations = plan.sites.copy(), plan.stations.copy()
    for site, (x, y) in AT.items():
        sites[site]["x"], sites[site]["y"] = x, y
        sites[site]["lap_part"] = ON_ROUND[site]
        if beats:
            sites[site]["beat"] = beats[site]
    stations["x"], stations["y"] = AT[PLACE]
    by_hand = replace(
        plan, root=np.array(roots, dtype=np.int64), time=np.array(time, dtype=np.int64), sites=sites, stations=stations
    )
    return by_hand, roots


def seed_where(*draws: tuple[str, int, int, float, float]) -> int:
    """The first seed of a run under which all draws (purpose, entity, k, low, high) lie between low and high."""
    for seed in range(1_000_000):
        if all(low <= uniform(stream(seed, 0, name), entity, k) < high for name, entity, k, low, high in draws):
            return seed
    raise ValueError("no seed is as wished")


def people(*first_resident: int, **rank: int) -> Callable[[Plan], None]:
    """Let residents live in the households as told: the first of each, and their number. `site_0` and so on are the
    ranks of sites among households along the street."""

    def change(plan: Plan) -> None:
        plan.first_resident[:] = first_resident
        for site, number in rank.items():
            plan.sites["rank"][int(site.removeprefix("site_"))] = number

    return change


def noticed_after(hazard: int, issue: int, hours: float) -> Callable[[Plan], None]:
    """Let the first possible report of an issue come after so many waking hours (numbers of hazard and issue)."""

    def change(plan: Plan) -> None:
        u = uniform(plan.draw.noticed, int(plan.root[issue]), 0)
        plan.hazards["notice_gap"][hazard] = hours * HOUR / -log(u)

    return change


def member_after(hours: float) -> Callable[[Plan], None]:
    """Let a member come forward for the first time after so many hours of the members' roster."""

    def change(plan: Plan) -> None:
        plan.communities["member_gap"][0] = hours * HOUR / -log(uniform(plan.draw.member_evening, 0, 0))

    return change


def partner_after(hours: float) -> Callable[[Plan], None]:
    """Let a partner come forward for the first time after so many hours of the partners' roster."""

    def change(plan: Plan) -> None:
        plan.communities["partner_gap"][0] = hours * HOUR / -log(uniform(plan.draw.partner_comes, 0, 0))

    return change


def cases_from(server: int, *openings: str) -> Callable[[Plan], None]:
    """Let the first blocks for cases of a server open at these times, as long as they are."""

    def change(plan: Plan) -> None:
        first = int(plan.calendars["first"][plan.servers["cases"][server]])
        for i, opening in enumerate(openings, first):
            plan.closes[i] += ms(opening) - plan.opens[i]
            plan.opens[i] = ms(opening)

    return change


def indoors_from(worker: int, *times: str) -> Callable[[Plan], None]:
    """Let a worker's first blocks indoors begin at these times, as long as they are (none: a seam between stints)."""

    def change(plan: Plan) -> None:
        first = int(plan.calendars["first"][plan.servers["cases"][worker]])
        for before, time in zip(range(first, first + 2 * len(times), 2), times, strict=True):
            length = plan.opens[before + 1] - plan.closes[before]
            plan.closes[before] = ms(time)
            plan.opens[before + 1] = ms(time) + length
            plan.worked[before + 1] = plan.worked[before] + plan.closes[before] - plan.opens[before]

    return change


# -- what came of it -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trace:
    """What came of a tiny scenario: the log as rows (time, activity, case or issue, who, value), and its tables.

    Times are like 'Mon 08:30:00', durations like '1:30:00'. Issues are called a, b, c ... in the order of the test, a
    recurrence of a is a1. What a table does not tell of a thing is as in `CASE`, `ISSUE`.
    """

    rows: list[Row]
    issues: dict[str, dict[str, Any]]
    cases: list[dict[str, Any]]
    jobs: list[tuple[Any, ...]]
    hours: dict[str, dict[str, Any]]
    trust: tuple[int, float, float]
    consultations: int


def trace(
    changes: Mapping[str, Any],
    *issues: Occurs,
    by_hand: Sequence[Callable[[Plan], None]] = (),
    beats: Sequence[int] = (),
) -> Trace:
    """Run the square with changes laid over it and these issues; `beats` says who walks past each site."""
    scenario = Scenario.model_validate(merged(square(), dict(changes)))
    drawn, _, _ = lower(scenario, 0)
    plan, roots = _by_hand(drawn, scenario, issues, beats)
    for change in by_hand:
        change(plan)
    outcome = simulate(plan, keep_log=True)
    return _Reader(scenario, plan, roots, outcome).trace()


def _numbered(name: str, count: int) -> list[str]:
    return [name] if count == 1 else [f"{name} {n}" for n in range(count)]


class _Reader:
    """Turns the whole numbers of an outcome into text."""

    TIMES = frozenset({
        "occurred", "ended", "detected", "reported", "asked", "registered", "dispatched", "responded", "arrived",
        "claimed", "closed", "limit", "first_whistle", "signed", "assembled", "safe", "queued", "started", "finished",
    })  # fmt: skip
    SPANS = frozenset({"busy", "displaced", "overtime", "patrolled", "visited", "work"})
    WORDS: ClassVar = {"source": Source, "detected_by": Source, "level": Level, "fixed_by": Level, "kind": JobKind}

    def __init__(self, scenario: Scenario, plan: Plan, roots: list[int], outcome: Outcome) -> None:
        self.roots, self.outcome = roots, outcome
        self.hazards = list(scenario.hazards)
        self.units = ["grid", "community", *scenario.staff.street_teams, *scenario.departments]
        workers = [f"worker {n}" for n in range(int(scenario.staff.grid_workers.count.value))]
        territory = scenario.territory
        desks = _numbered("community", int(territory.communities.value))
        teams = [t for name in scenario.staff.street_teams for t in _numbered(name, int(territory.streets.value))]
        pools = _numbered("members", int(territory.communities.value))
        auditors = ["auditors"] if scenario.mechanisms.inspection.auditors() else []
        joint = _numbered("joint_team", int(territory.streets.value)) if scenario.mechanisms.joint_team.acts() else []
        self.units += ["joint_team"] if joint else []
        further = self._further(scenario)
        self.stations = [*workers, *desks, *teams, *scenario.departments, *pools, *auditors, *joint, *further]
        assert len(plan.stations) == len(self.stations)

    def _further(self, scenario: Scenario) -> list[str]:
        """Stations of those who stand beside the organisation."""
        leaders = _numbered("street leader", int(scenario.territory.streets.value))
        communities = int(scenario.territory.communities.value)
        leaders = [*leaders, "district leader"] if scenario.mechanisms.named_leader.acts() else []
        companies = _numbered("company", communities) if scenario.mechanisms.property.acts() else []
        partners = _numbered("partners", communities) if scenario.mechanisms.co_building.number() else []
        places = {
            Scope.COMMUNITY: communities,
            Scope.STREET: int(scenario.territory.streets.value),
            Scope.DISTRICT: 1,
        }
        stages = [stage for each in MECHANISMS if each.stages is not None for stage in each.stages(scenario)]
        self.units += [stage.unit for stage in stages]
        hearing = [name for stage in stages for name in _numbered(stage.unit, places[stage.scope])]
        return [*leaders, *companies, *partners, *hearing]

    def trace(self) -> Trace:
        out = self.outcome
        issues = {self.issue_of(i): self.told(out.issues, ISSUE_COLUMNS, i) for i in range(len(out.issues["root"]))}
        cases = [self.told(out.cases, CASE_COLUMNS, i) for i in range(len(out.cases["issue"]))]
        jobs = [self.job(i) for i in range(len(out.jobs["case"]))]
        hours = {name: self.told(out.stations, STATION_COLUMNS, i) for i, name in enumerate(self.stations)}
        trust = (out.involved, out.trust_before, out.trust_after)
        assert out.events is not None
        assert out.rows == len(out.events["root"])
        rows = [self.row(*map(int, cells)) for cells in zip(*(out.events[name] for name in LOG_COLUMNS), strict=True)]
        return Trace(rows, issues, cases, jobs, hours, trust, out.consultations)

    def job(self, i: int) -> tuple[Any, ...]:
        """The row of a job; its overtime is told where there is some."""
        told = tuple(self.told(self.outcome.jobs, JOB_COLUMNS, i).values())
        return told if self.outcome.jobs["overtime"][i] else told[:-1]

    def issue_of(self, row: int) -> str:
        return self.issue(int(self.outcome.issues["root"][row]), int(self.outcome.issues["generation"][row]))

    def issue(self, root: int, generation: int) -> str:
        if root < 0:
            return "-"
        return "abcdefgh"[self.roots.index(root)] + (str(generation) if generation else "")

    def told(self, table: Mapping[str, Any], names: Sequence[str], i: int) -> dict[str, Any]:
        """The row of a table by column, in words; what only repeats the wish is left out."""
        told = {name: self.word(name, int(table[name][i])) for name in names if name not in UNTOLD}
        if "state" in told:
            told["state"] = (CaseState if "reported" in told else IssueState)(told["state"]).name.lower()
        return told

    def word(self, name: str, value: int) -> Any:
        if name in self.TIMES:
            return moment(value)
        if name in self.SPANS:
            return span(value)
        if name in self.WORDS:
            return "-" if value < 0 else self.WORDS[name](value).name.lower()
        if name == "unit":
            return "-" if value < 0 else self.units[value]
        if name == "station":
            return self.stations[value]
        if name == "hazard":
            return self.hazards[value]
        return self.issue_of(value) if name == "issue" else value

    def row(
        self, at: int, number: int, root: int, generation: int, case: int, kind: int, agent: int, value: int
    ) -> Row:
        activity, issue = ACTIVITIES[number].name, self.issue(root, generation)
        if case >= 0:
            assert issue == self.issue_of(int(self.outcome.cases["issue"][case])), "a row tells of its case's issue"
        about = str(case) if case >= 0 else issue
        return (
            moment(at),
            activity,
            about,
            self.who(activity, words(Performer)[kind], agent),
            self.value(number, value),
        )

    def who(self, activity: str, kind: str, agent: int) -> str:
        theirs = ("community", "department", "members", "auditors", "leaders", "partners", "council", "committee")
        of_station = kind in theirs or activity in ("set_out", "arrived")
        if of_station:
            return self.stations[agent]
        if activity == "unit_rated":
            return f"{kind} of {self.stations[agent]}"
        return kind if agent < 0 else f"{kind} {agent}"

    def value(self, number: int, value: int) -> int | str:
        meaning = ACTIVITIES[number].value
        if meaning.startswith("ms"):
            return span(value)
        return {"unit": self.units, "station": self.stations, "kind of job": [k.name.lower() for k in JobKind]}.get(
            meaning, range(1 << 40)
        )[value]  # type: ignore[index]


# -- rows of tables, as they are unless something happens ----------------------------------------------------------


def a_case(**told: Any) -> dict[str, Any]:
    """The row of a case: what is told, and of all else that it has not happened."""
    times = ("reported", "asked", "registered", "dispatched", "responded", "arrived", "claimed", "closed", "limit")
    plain = {name: 0 for name in CASE_COLUMNS if name not in UNTOLD} | {"moved_by": NOBODY, "settled_by": NOBODY}
    plain |= dict.fromkeys((*times, "unit", "level", "first_whistle", "signed", "assembled", "safe"), "-")  # type: ignore[arg-type]
    return {**plain, "issue": "a", "source": "resident", "state": "open", **told}


def an_issue(**told: Any) -> dict[str, Any]:
    """The row of an issue: what is told, and of all else that it has not happened."""
    plain: dict[str, Any] = {name: 0 for name in ISSUE_COLUMNS if name not in UNTOLD}
    plain |= dict.fromkeys(("ended", "detected", "detected_by", "fixed_by"), "-")
    return {**plain, "state": "open", **told}


def hours(**told: Any) -> dict[str, Any]:
    """The row of a station: what is told, and of all else nothing."""
    plain: dict[str, Any] = dict.fromkeys(("busy", "displaced", "overtime", "patrolled", "visited"), "0:00:00")
    return {**plain, "waiting": 0, **told}
