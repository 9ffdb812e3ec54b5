"""The plan: a scenario and its world lowered to records of plain numbers that know nothing of engines.

Each record array is one kind of thing; rules read its fields as attributes. The reference engine turns records into
light objects (`Plan.readable`), a compiled engine takes them as they are. Times are ms since the start, lengths
metres, shares 0 to 1.
"""

from collections import namedtuple
from dataclasses import dataclass, fields
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.void]


def record(**types: str) -> np.dtype[np.void]:
    """Record type with named fields: `i` whole numbers, `n` those that only name things of a plan, `f` floats."""
    return np.dtype([(name, {"i": "i8", "n": "i4", "f": "f8"}[kind]) for name, kind in types.items()])


CALENDAR = record(first="i", last="i")
"""A calendar: its intervals in `opens`, `closes`, `worked` (see sim.plan.intervals)."""

HAZARD = record(
    place="i", chronic="i", stride="i", zones="i", group="i", prevented="f", first_removal="i", removals="i",
    seen="f", revealed="f", awake="i", waking="i", notice_gap="f", together="f",
    at_once="i", reported_rate="f",
    heals_share="f", heals_after="i", recurs_share="f", recurs_after="i", mended_after="f",
    dangerous="f", unsolvable="f", contested="f", unclear="f", severity="f", spot="f",
    first_option="i", options="i", procedure="i", deadline="i",
    joint_share="f", hard="i", first_count="i", counts="i", first_member="i", members="i", first_part="i",
    verified="i", small="i", urgency="i",
)  # fmt: skip
"""A hazard. `chronic`: distribution of the ranks of its places, -1 where all are alike, and `stride` the prime that
tells which place has which rank (`sim.world.chronic`). `zones`: where in `zone_rates` its rates by zone begin, -1 where
zones are alike; `group`: the group (number) whose households alone it befalls, 0 for all. `removals`: how many causes
are removed, from row `first_removal`. `awake`: calendar of the hours in which it is noticed, `waking`
ms of each day; `notice_gap`: mean waking ms between possible reports at the highest rate, 0 for none, `together` the
share of them in company; `reported_rate`: stationary rate (per ms) at which an open one is reported first by residents
of a community of mean readiness; `mended_after`: mean ms from then to its end where
nobody queues; `urgency`: class of its jobs; `procedure`, `deadline`, `*_after`, `*_work`: numbers in the table of
distributions. Shares are 0 to 1."""

OPTION = record(unit="i", upto="f", work="i", first_row="i", rows="i")
"""One handling of a hazard: unit, cumulative share, distribution of its work, and the rows of who may take it over."""
AUTHORITY = record(unit="i", share="f", work="f", mechanism="i", since="i")
"""A unit that takes over a share of the cases of an option, with a factor on their work; by which mechanism (the
number in its code, with which its marks are drawn), and from which moment (ms) of their occurring on."""
REMOVAL = record(community="i", since="i", until="i", share="f", mechanism="i")
"""A cause removed: the share of primary issues that do not occur in a community (-1: all) between two moments (ms); by
which mechanism (the number in its code)."""
COUNT = record(departments="i", upto="f")
"""A number of departments a joint issue may need, with its cumulative share."""
MEMBER = record(department="i")
"""A department that a joint issue of a hazard may need."""
PART = record(crews="i", work="i")
"""What joint issues of a hazard need of a department: crews, and the distribution of the work of each. A row for each
department, in their order, from the hazard's `first_part`."""
CHANNEL = record(upto="f", registration="i")
"""A way to report: cumulative share of the residents of a community who prefer it, distribution of the registration
time. A row for each way, the same for all communities or for one after the other (`first_channel` of each)."""

UNIT = record(kind="i", scope="i", first_station="i", department="i", sunk="i")
"""A unit as scenarios name it: the kind of its stations, what there is one of them for (`sim.kinds`), the first of
them, its number among the departments (-1 for others), and the unit of its crews in the streets (-1: none)."""

STATION = record(
    unit="i", kind="i", level="i", performer="i", walks="i", community="i", pool="i", first_server="i", servers="i",
    travel="i", speed="f", detour="f", pace="f", full_time="f", x="f", y="f",
)  # fmt: skip
"""A station: servers with one queue. `kind` and what it says of `level`, `performer`, `walks` are those of `sim.kinds`;
`pool` is its number among the pools of helpers (-1: none); `travel`: distribution of trip times, or -1 to travel at
`speed` (m/ms; 0: no travel) from the last place; `pace`: factor on work; `full_time`: its hours for cases in full-time
crews."""

SERVER = record(cases="i", duty="i", always="i", rostered="i", pace="f", first_tenure="i", tenures="i")
"""A worker or crew: the numbers of its calendars for cases, of its duty, of the one that is always open, and of its
roster, absences not deducted; its factor on the work of single cases, beside that of its station; and the tenures of
those who hold the post, from row `first_tenure` of `hired` and `left` (none: nobody ever leaves)."""

POOL = record(calendar="i", work="i")
"""A pool of helpers: the calendar of the hours in which they help, and the distribution of the work of a task."""

EYE = record(
    calendar="i", source="i", performer="i", notes="f", fixes="f", registration="i", verified="i", covered="f",
    open_part="f", mechanism="i",
)  # fmt: skip
"""A finding channel: the calendar of the hours in which it looks (`open_part` of all time); as what and by whom its
finds are told (`sim.kinds`); the probability that it acts on what it sees, and how often, of what patrols fix on the
spot, it fixes at once; the distribution of the time to file its reports, and whether some are verified first; the share
of public places that it looks at; and the mechanism (number in its code) that brings it."""

STAGE = record(mechanism="i", unit="i", item="i", settles="f", upto="i", again="i", above="i")
"""A stage (`sim.mechanisms.stages.stage`) of a mechanism (the number in its code): its unit, the distribution of the
time of a hearing, the probability that one settles a case, the hearings of a case up to which it is heard here, those
before lower stages counted, the time (in the table of distributions) between two of them, and the next one (-1: none).
"""

GRID_UNIT, COMMUNITY_UNIT, FIRST_TEAM = 0, 1, 2
"""The unit (number) of the grid workers, which comes first, that of the desks of the communities, and the first of the
street teams, which come after them."""

INTERVAL = record(opens="i", closes="i", worked="i")
"""Hours of a calendar from opening to closing, and its open time before them (see sim.plan.intervals)."""

STINT = np.dtype(
    [(name, "i4") for name in ("period", "before", "patrol", "visits", "cover", "covered", "slack_permille")]
)
"""What a worker plans for a duty period, in ms, beside each interval of its calendar (those of workers come first):
slack before the walk, patrol, visits, patrol of the covered beat `covered` (-1 for none), and what is walked of the
slack after it, per mille."""

BEAT = record(lap="i", visit_lap="i", familiar="f", walked="f", visited="f", next_on_round="n", first="n", week="n")
"""What one worker walks: ms of a round and of a round of visits (0: none), the factor of familiarity, the ms of patrol
and of visits that it is planned to get in a ms of the calendar, the next beat on the same round (-1), a site of it, and
where in `rounds_before` its shift begins: in its hours the odometers ran before the start."""

AREA = record(
    street="i", first_worker="i", workers="i", desk="i", member_gap="f", partner_gap="f",
    first_place="i", places="i", first_home="i", homes="i", readiness="f", inclined="f", stretches="i",
    first_channel="i", channels="i",
)  # fmt: skip
"""A community: its street, its workers and desk (stations), the mean ms off hours between members coming forward (0:
never) and that between partners in theirs, its sites, the factor of its residents on reporting, the mean of that of
their groups, the stretches that have one regular each (0: none), and the ways to report by what its residents
prefer."""

GROUP = record(inclination="f", channel="i", at_home="f")
"""A group of residents, the first those of none: its factor on reporting, the channel that all of it use (-1: as others
do), and its factor on what household visits reveal."""

SITE = record(beat="n", rank="n", lap_part="f", visit_part="f", zone="n", group="n", x="f", y="f")
"""A place or household: first beat (-1: none), its rank among the households of its community along the street, its
part of the round and of the round of visits, its zone, the group of its household (0: none), and its position. Metres;
parts of the round 0 to 1."""


@dataclass(frozen=True)
class Plan:
    """Everything a run needs.

    Arrays of records by kind, a row for each thing; `run` (times in ms), `staff` and `draw` are single things with
    fields, and so is what each mechanism hands to its rules, by its section. The base organisation has the first
    `base_units` units; those that mechanisms add come after them; `departments` are the units of the departments by
    number, `unit_names` what scenarios call all of them. `working` is the calendar in which delays count;
    `rounds_before` is, for each shift of grid workers, the part of a week's rounds that fell into the
    last 0, 1 .. 168 hours before the start. `paces` sums up to the beginning of each day how many notice on the days
    before it, in millionths of a mean day; it has one entry where all days are alike. `rated_with` is the
    first station of the rated unit that each station belongs to (`sim.plan.ratings`). Who holds a post comes at
    `hired` and goes at `left` (`sim.plan.tenures`). `first_of_kind` is the first
    station of each kind (NOBODY: there is none), `count_of_kind` how many there are. `eyes` are the finding channels,
    `gaps` their mean open ms between possible finds, channel by channel, hazard by hazard, community by community.
    `zone_rates` are rates by zone over the highest, zone by zone (of none first) of each hazard in which they differ;
    `group_homes` the households (sites) of each group, community by community, and there group by group, beginning at
    `group_starts`.
    `stages` are those of all mechanisms, of each the lowest first.
    """

    replication: int
    run: SimpleNamespace
    staff: SimpleNamespace
    mechanisms: dict[str, SimpleNamespace]
    draw: SimpleNamespace
    variates: Records
    knots: NDArray[np.float64]
    opens: NDArray[np.int64]
    closes: NDArray[np.int64]
    worked: NDArray[np.int64]
    calendars: Records
    working: int
    stints: Records
    hazards: Records
    options: Records
    authority: Records
    removals: Records
    counts: Records
    members: Records
    parts: Records
    channels: Records
    units: Records
    unit_names: tuple[str, ...]
    base_units: int
    departments: NDArray[np.int64]
    pools: Records
    stations: Records
    rated_with: NDArray[np.int64]
    first_of_kind: NDArray[np.int64]
    count_of_kind: NDArray[np.int64]
    servers: Records
    hired: NDArray[np.int64]
    left: NDArray[np.int64]
    beats: Records
    communities: Records
    sites: Records
    groups: Records
    group_homes: NDArray[np.int64]
    group_starts: NDArray[np.int64]
    zone_rates: NDArray[np.float64]
    stages: Records
    eyes: Records
    gaps: NDArray[np.float64]
    first_resident: NDArray[np.int64]
    root: NDArray[np.int64]
    time: NDArray[np.int64]
    months: NDArray[np.int64]
    rounds_before: NDArray[np.float64]
    paces: NDArray[np.int64]

    @property
    def most_crews(self) -> int:
        """Crews that a case needs at one place at most: one, or all that joint issues of some hazard may need."""
        by_hazard = self.parts["crews"].reshape(len(self.hazards), len(self.departments))
        return int(by_hazard.sum(axis=1).max(initial=1))

    def readable(self) -> SimpleNamespace:
        """The plan as rules read it in Python: lists of objects with the fields of records, calendars by name, and a
        section of each mechanism."""
        view = SimpleNamespace(**{f.name: _readable(getattr(self, f.name)) for f in fields(self)})
        for name in CALENDARS:
            setattr(view, name, view.calendars[getattr(self, name)])
        for section, values in self.mechanisms.items():
            setattr(view, section, SimpleNamespace(**{name: _readable(value) for name, value in vars(values).items()}))
        return view


CALENDARS = ("working",)
"""Calendars of a plan that rules know by name."""


def _readable(value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    if value.dtype.names is None:
        return value.tolist()
    row = namedtuple("Row", value.dtype.names)  # type: ignore[misc]
    return list(map(row._make, value.tolist()))
