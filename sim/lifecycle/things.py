"""Things: what the lifecycle is about, field by field, the same in every engine.

An engine that keeps objects makes one of these classes; one that keeps records takes its layout from the annotations.
All fields are whole numbers unless said otherwise; times are ms since the start, truths 0 or 1, NOBODY (-1) where there
is none. A reference to another thing is its number or slot. `due_*` is the time of the thing's pending event of that
kind, NOBODY if none is pending.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, dataclass_transform, get_type_hints

from sim.kinds import NEVER, NOBODY

Long = Annotated[int, "i8"]
Number = Annotated[int, "i4"]
Short = Annotated[int, "i2"]
Small = Annotated[int, "i1"]
Real = Annotated[float, "f8"]

T = TypeVar("T")


@dataclass_transform()
def thing(kind: type[T]) -> type[T]:
    """Mark a class as a thing: its annotated fields, with their defaults, are what an engine keeps of each."""
    made: type[T] = dataclass(slots=True, eq=False)(kind)
    return made


def widths(kind: Any) -> dict[str, str]:
    """Width (numpy's code) of each field of a kind of things, by name."""
    return _widths(kind)


@cache  # asked for each kind at the start of every run
def _widths(kind: Any) -> dict[str, str]:
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def blank(kind: type[Any]) -> dict[str, int | float]:
    """What each field of a thing holds before anything happened to it, by name, in the field's own unit."""
    made = kind()
    return {name: getattr(made, name) for name in widths(kind)}


@thing
class Issue:
    """What is wrong in the street: its true state, whether anybody knows of it or not.

    `slot` is its place among the issues, where `states` holds whether it is open; `number` orders it among all that
    occur or may. `root`, `generation` and `key` name it in the world; `hazard`, `community`, `site` and `option` are
    numbers of the plan; `needs` is a set of departments as bits, `work` the ms it holds at the first attempt. `notices`
    counts its possible reports, the next of which may come from a household `home` (number in the district), `reports`
    those made, of them `told` before those came who are noticing it now, and `same_day` those made on a day
    (`report_day`, from 0) on which it had been reported already; `finds` its finds, `passed_by` those of them that were
    not booked, `cases` the cases about it; `case` is the open one. It heals at `heals_at`. `contested`: residents are
    at odds over it, `agreed`: a council agreed, `unclear`: nobody knows who owns it. `adopted` are the mechanisms that
    are at work for it, as bits by their numbers. `head` is the first issue of its chain (slot); there the closed
    `chain_cases` are counted, and whether the cause is `repaired`, as noted of what occurs later; `asks`: of a company.
    """

    root: Long = 0
    key: Long = 0
    occurred: Long = 0
    ended: Long = NOBODY
    detected: Long = NOBODY
    needs: Long = 0
    work: Long = 0
    adopted: Long = -1
    heals_at: Long = NEVER
    due_noticed: Long = NOBODY
    slot: Number = 0
    number: Number = 0
    community: Number = 0
    site: Number = 0
    home: Number = 0
    option: Number = 0
    notices: Number = 0
    finds: Number = 0
    passed_by: Number = 0
    reports: Number = 0
    told: Number = 0
    same_day: Number = 0
    report_day: Number = NOBODY
    cases: Number = 0
    case: Number = NOBODY
    head: Number = 0
    chain_cases: Short = 0
    hazard: Short = 0
    generation: Small = 0
    detected_by: Small = NOBODY
    fixed_by: Small = NOBODY
    dangerous: Small = 0
    unsolvable: Small = 0
    contested: Small = 0
    agreed: Small = 0
    unclear: Small = 0
    joint: Small = 0
    repaired: Small = 0
    asks: Small = 0


@thing
class Case:
    """The file about an issue.

    `token` tells its draws from those of other cases of the issue: it names the first report or find and leaves room to
    count attempts. `adopted` are the mechanisms that are at work for it, as for its issue. `finder` is the worker who
    found or verified it, `reporter` the resident who reported it, `unit` the unit it was last sent to, `job` the job
    about it that is waiting or under way. `prepared`: what the procedure demands was waited for, or is. Of joint work:
    `summons` are the departments whistled for and `waiting` those that have not done their part, as bits; `asked_again`
    those that returned it; the parts are a chain of jobs from `first_part`, in which what is done stays until all is;
    `whistled` is the last whistle, `signed` when the last department had signed the first one. `safe` is when the issue
    was made safe, of an emergency.

    `said_late`, `said_untrue`: it was first claimed done after its limit, though its issue was there; `on_paper`: at a
    limit though nobody was on the way. `audited`: auditors looked at it; `found_untrue`: and found it untrue.
    `petitioned`: its reporter went over the heads of those who have it. `moved_by`: the mechanism (number in its
    code) by which another unit took it over than the one that its issue falls to, and `passed_on`: it was beyond that.
    `earlier` is the number of the case before about the hazard at the place that was counted, plus 1 (0: none), and
    with a `warned` one the place was warned of.
    `asked` is when a resident asked a property company for it, before it was reported.
    `lead` is the job of leading it, under way or not, `leader` the station that leads it now; it was taken `led` times.
    `stage` is the stage that it stands before, `stages` are those it has come before, as bits, `rounds` its hearings
    since it came before the lowest of them, `hearings` all it had; `settled_by` is the mechanism (number) by which one
    settled it. `accepted` is when a unit first accepted it; `caught`: nobody owned it, and the community has it.
    """

    key: Long = 0
    token: Long = 0
    adopted: Long = -1
    reported: Long = 0
    asked: Long = NOBODY
    registered: Long = NOBODY
    dispatched: Long = NOBODY
    accepted: Long = NOBODY
    responded: Long = NOBODY
    arrived: Long = NOBODY
    claimed: Long = NOBODY
    closed: Long = NOBODY
    limit: Long = NEVER
    whistled: Long = NOBODY
    first_whistle: Long = NOBODY
    signed: Long = NOBODY
    assembled: Long = NOBODY
    safe: Long = NOBODY
    summons: Long = 0
    waiting: Long = 0
    asked_again: Long = 0
    due_wait: Long = NOBODY
    due_limit: Long = NOBODY
    due_step: Long = NOBODY
    due_contact: Long = NOBODY
    due_chase: Long = NOBODY
    due_safe: Long = NOBODY
    due_stuck: Long = NOBODY
    number: Number = 0
    issue: Number = NOBODY
    reporter: Number = NOBODY
    finder: Number = NOBODY
    job: Number = NOBODY
    lead: Number = NOBODY
    leader: Number = NOBODY
    first_part: Number = NOBODY
    last_part: Number = NOBODY
    attempt: Number = 0
    dispatches: Number = 0
    returns: Number = 0
    sent_back: Number = 0
    reopened: Number = 0
    repeats: Number = 0
    overdue: Number = 0
    chased: Number = 0
    whistles: Number = 0
    earlier: Number = 0
    stages: Number = 0
    channel: Short = NOBODY
    unit: Short = NOBODY
    source: Small = 0
    state: Small = 0
    step: Small = 0
    priority: Small = 0
    asks_extension: Small = 0
    level: Small = NOBODY
    extended: Small = 0
    shelved: Small = 0
    prepared: Small = 0
    called_back: Small = 0
    said_solved: Small = 0
    satisfied: Small = 0
    verified: Small = 0
    found_gone: Small = 0
    assembled_late: Small = 0
    said_late: Small = 0
    said_untrue: Small = 0
    on_paper: Small = 0
    audited: Small = 0
    found_untrue: Small = 0
    petitioned: Small = 0
    moved_by: Small = NOBODY
    passed_on: Small = 0
    warned: Small = 0
    led: Short = 0
    stage: Small = NOBODY
    rounds: Small = 0
    hearings: Small = 0
    settled_by: Small = NOBODY
    caught: Small = 0


@thing
class Job:
    """Something a station must do for a case, at a place (`x`, `y` in metres).

    `number` orders jobs by their making and is 0 when the job has ended and its slot is free. The lowest `rank` is
    taken first. `department` is the number of the department whose part of joint work it is, `crew` which of the crews
    that the case needs of it, from 0, and `next_part` the next part of the case; `own_check`: a check made by the
    finder. `left` is the work (ms) that it holds since hands are on site, less what was done before they were called
    away; NOBODY before. `passed` is the job that hands passed over before it, while they look for one. While `offered`
    on the board of small tasks it stands between an `earlier` and a `later` job of its station.
    """

    slot: Number = 0
    case: Number = NOBODY
    kind: Long = 0
    clock: Long = 0
    number: Number = 0
    rank: Long = 0
    department: Number = NOBODY
    crew: Number = 0
    own_check: Small = 0
    queued: Long = 0
    started: Long = NOBODY
    arrived: Long = NOBODY
    station: Number = NOBODY
    server: Number = NOBODY
    left: Long = NOBODY
    next_part: Number = NOBODY
    passed: Number = NOBODY
    offered: Small = 0
    earlier: Number = NOBODY
    later: Number = NOBODY
    x: Real = 0.0
    y: Real = 0.0


@thing
class Server:
    """A worker or a crew: where it is (metres), what it does, and the ms its ended jobs took of it.

    `cases`, `duty` and `always` are its calendars; `case` is that of its last job; `displaced` are the ms of `busy`
    that were taken from line duty, `overtime` those off duty; before `resumes` (ms) its time for cases is given back to
    line duty.
    """

    number: Number = 0
    station: Number = NOBODY
    job: Number = NOBODY
    case: Number = 0
    busy: Long = 0
    displaced: Long = 0
    overtime: Long = 0
    cases: Number = 0
    duty: Number = 0
    always: Number = 0
    resumes: Long = 0
    due_done: Long = NOBODY
    due_arrived: Long = NOBODY
    x: Real = 0.0
    y: Real = 0.0


@thing
class Station:
    """Somebody who takes up jobs: a worker, a desk, a team, a department, a pool of members.

    `kind`, `level`, `performer`, `walks`, `community` and its servers are those of the plan. `waiting` counts its jobs
    in line; `first_offer` and `last_offer` bound its small tasks on the board. `load` is whistles per crew still felt
    at `load_at`; `evenings` counts the members who came forward.

    Of a month are counted cases `closed` and of these `in_time`, limits `missed`, call-backs (`called`) and what was
    said in them (`solved`, `pleased`), closings found `untrue`, finds `booked`, meetings it was `asked` to and those
    to which it `came`. `felt` is what it feels of the streets' rating (0 to 1). `score` (per mille), `pressure` and
    `novelty` (0 to 1) are those of the rated unit that it belongs to; its counts are summed at its first station.
    `confidence` is that of the community whose desk it is, less mean trust.
    """

    number: Number = 0
    kind: Long = 0
    level: Long = 0
    performer: Long = 0
    walks: Small = 0
    community: Number = NOBODY
    first_server: Number = 0
    servers: Number = 0
    waiting: Number = 0
    first_offer: Number = NOBODY
    last_offer: Number = NOBODY
    evenings: Number = 0
    load_at: Long = 0
    closed: Number = 0
    in_time: Number = 0
    missed: Number = 0
    called: Number = 0
    solved: Number = 0
    pleased: Number = 0
    untrue: Number = 0
    booked: Number = 0
    asked: Number = 0
    came: Number = 0
    score: Number = NOBODY
    due_open: Long = NOBODY
    due_duty: Long = NOBODY
    due_evening: Long = NOBODY
    load: Real = 0.0
    pressure: Real = 0.0
    felt: Real = 0.0
    novelty: Real = 1.0
    confidence: Real = 0.0


@thing
class Walk:
    """What one worker walks, numbered like the worker: the own beat with its odometers (ms of patrol, of visits).

    `sightings` and `visits` are lines of the issues that will be come upon, by reading. `coverer` is the colleague who
    walks the beat in the worker's absence, `covers` the beat that the worker walks for another. `stint` is the last
    stint that has begun, `period` the duty period that is planned, `slack_permille` what is walked of its slack after
    the walk; `walking` since `since`, until `until` at most.
    """

    coverer: Number = NOBODY
    odometer: Long = 0
    visit_odometer: Long = 0
    sightings: Number = NOBODY
    visits: Number = NOBODY
    covers: Number = NOBODY
    walking: Small = 0
    slack_permille: Number = 0
    period: Number = NOBODY
    stint: Number = NOBODY
    since: Long = 0
    until: Long = 0
    patrolled: Long = 0
    visited: Long = 0


@thing
class Resident:
    """A resident, who comes to be when `met`, that is, first involved: `trust` is 0 to 1, `inclination` a factor.

    `joined` is the open case that the last report was merged with; `helped`: the last report was solved in time.
    Until the observation period closes: `reports` are those made, the first of them at `first_report` (ms), of what
    became `first_case`; `others` are those about other issues than the first one.
    """

    first_trust: Real = 0.0
    trust: Real = 0.0
    inclination: Real = 0.0
    first_report: Long = 0
    first_case: Number = 0
    reports: Number = 0
    others: Number = 0
    joined: Number = NOBODY
    channel: Short = 0
    met: Small = 0
    helped: Small = 0


@thing
class DoneJob:
    """What is told of a job that has ended: moments (ms), and the ms it took of its server."""

    queued: Long = 0
    started: Long = 0
    arrived: Long = 0
    finished: Long = 0
    busy: Long = 0
    displaced: Long = 0
    overtime: Long = 0
    case: Number = 0
    station: Number = 0
    server: Number = 0
    kind: Small = 0


@thing
class Mark:
    """Hours (ms) of a station when the observation period opened or closed, and the jobs that waited."""

    busy: Long = 0
    displaced: Long = 0
    overtime: Long = 0
    patrolled: Long = 0
    visited: Long = 0
    waiting: Long = 0
