"""The tables of a run: every column with its type, its unit and what it means.

Times (`*_at`) are local times, missing where the thing has not happened. Durations end in their unit. Identities are
structural: an issue is (root, generation), the same in every organisation of one world; a case is numbered in a run.
"""

from collections.abc import Collection
from typing import NamedTuple


class Column(NamedTuple):
    """A column: its name, its type (`int`, `float`, `bool`, `str`, `time`, or `word`: one of few) and its meaning with
    the unit."""

    name: str
    type: str
    meaning: str


ISSUES = (
    Column("replication", "int", "replication, from 0"),
    Column("root", "int", "structural number of the primary issue it goes back to: community, hazard, ordinal"),
    Column("generation", "int", "0 for a primary issue, n for its n-th recurrence"),
    Column("hazard", "word", "category"),
    Column("stream", "word", "street_order or request"),
    Column("community", "int", "community, from 0"),
    Column("street", "int", "street, from 0"),
    Column("grid", "int", "grid of this organisation, from 0; -1 for none"),
    Column("site", "int", "public place or household, from 0"),
    Column("x_m", "float", "metres east of the south-west corner"),
    Column("y_m", "float", "metres north of it"),
    Column("occurred_at", "time", "when it occurred"),
    Column("state", "word", "open, healed, fixed, absorbed (the same issue was open at the place) or prevented"),
    Column("ended_at", "time", "when it healed or was truly fixed"),
    Column("detected_at", "time", "when somebody first found or reported it"),
    Column("detected_by", "word", "patrol, visit, resident, steward, camera, talk or service; empty if nobody"),
    Column(
        "fixed_by",
        "word",
        "who truly fixed it: spot, grid, community, members, street, department, joint, stewards, company, partners;"
        " empty if nobody",
    ),
    Column("dangerous", "bool", "a danger to life"),
    Column("severity", "float", "weight of a day that it stays open"),
    Column("handler", "word", "unit that truly has to handle it: grid, community, a street team or a department"),
    Column("work_min", "float", "work it holds for that unit, minutes at the place"),
    Column(
        "needs",
        "word",
        "departments it truly needs, joined by '+'; one name unless it is joint, empty below departments",
    ),
    Column("reports", "int", "accepted reports of residents, repeats included"),
    Column("same_day_reports", "int", "of these, reports on a day on which it had been reported already"),
    Column("asks", "int", "times that residents asked a property company for it instead"),
    Column("cases", "int", "cases about it, those of a company included"),
    Column("passed_by", "int", "times that a patrol saw it and did not book it"),
    Column("unsolvable", "bool", "no work can fix it"),
    Column("zone", "word", "zone in which it is; empty for none"),
    Column("group", "word", "group of the household at which it is; empty for none, and at public places"),
    Column("contested", "bool", "residents are at odds over it"),
    Column("unclear", "bool", "it is unclear who owns it"),
)

CASES = (
    Column("replication", "int", "replication, from 0"),
    Column("case", "int", "number of the case in its replication, in order of the first report"),
    Column("root", "int", "issue: root"),
    Column("generation", "int", "issue: generation"),
    Column("hazard", "word", "category"),
    Column("stream", "word", "street_order or request"),
    Column("community", "int", "community"),
    Column("street", "int", "street"),
    Column("grid", "int", "grid; -1 for none"),
    Column("source", "word", "patrol, visit, resident, steward, camera, talk or service (of a station for groups)"),
    Column("channel", "word", "channel of a resident's report; empty otherwise"),
    Column("occurred_at", "time", "when its issue occurred"),
    Column("detected_at", "time", "when its issue was first found or reported"),
    Column("reported_at", "time", "report or find that opened this case"),
    Column("asked_at", "time", "when a resident asked a property company for it, before it was reported"),
    Column("registered_at", "time", "filed; missing if not yet or cancelled before"),
    Column("dispatched_at", "time", "first dispatch"),
    Column(
        "responded_at",
        "time",
        "first response: contact with the resident, or the first crew on site, whichever is earlier",
    ),
    Column("arrived_at", "time", "first crew on site to handle it"),
    Column("claimed_at", "time", "last claimed done by its unit"),
    Column("closed_at", "time", "last closing; missing while open"),
    Column("due_at", "time", "time limit, extensions included"),
    Column(
        "state", "word", "open, closed, cancelled (not found on verification) or settled (by a company, never reported)"
    ),
    Column("outcome", "word", "of a closed case: fixed, not_fixed (closed, but the issue is not fixed) or found_gone"),
    Column(
        "level",
        "word",
        "who did it: spot, grid, community, members, street, department, joint, partners; empty while open",
    ),
    Column("unit", "word", "unit that claimed it done"),
    Column(
        "handler", "word", "unit that truly has to handle its issue: grid, community, a street team or a department"
    ),
    Column("joint", "bool", "its issue truly needs several departments"),
    Column("dispatches", "int", "dispatches, returns by wrong units included"),
    Column("returns", "int", "returns by wrong units"),
    Column("sent_back", "int", "times sent back by a check"),
    Column("reopened", "int", "times reopened after closing"),
    Column("repeats", "int", "repeat reports merged into it"),
    Column("whistles", "int", "whistles blown for it"),
    Column("whistled_at", "time", "first whistle"),
    Column("signed_at", "time", "when the last department signed the first whistle"),
    Column("assembled_at", "time", "all departments on site"),
    Column("assembled_late", "bool", "assembled after the whistle's limit"),
    Column("safe_at", "time", "made safe, of an emergency; missing where that is no step apart"),
    Column("on_time", "bool", "closed, and last claimed done within the limit: checking is not the unit's time"),
    Column("overdue", "int", "limits passed"),
    Column("extended", "bool", "an extension was granted"),
    Column("shelved", "bool", "shelved: out of the denominator"),
    Column("chased", "int", "times the reporter chased it"),
    Column("called_back", "bool", "a call-back was reached and valid"),
    Column("said_solved", "bool", "the resident said it was solved (last valid call-back)"),
    Column("satisfied", "bool", "the resident was satisfied (last valid call-back)"),
    Column("said_late", "bool", "first claimed done after the limit"),
    Column("said_untrue", "bool", "first claimed done though its issue was there"),
    Column("on_paper", "bool", "claimed done at a limit though nobody was on the way to it"),
    Column("audited", "bool", "auditors looked at it after a closing"),
    Column("found_untrue", "bool", "and found a closing untrue"),
    Column("petitioned", "bool", "its reporter went over the heads of those who have it"),
    Column("unsolvable", "bool", "no work can fix its issue"),
    Column("moved_by", "word", "mechanism by which another unit than its handler took it over; empty if none did"),
    Column("passed_on", "bool", "it was beyond those who took it over, and went on to its handler"),
    Column("led", "int", "times that a named leader took it until it was closed"),
    Column("zone", "word", "zone in which its issue is; empty for none"),
    Column("group", "word", "group of the household at which its issue is; empty for none, and at public places"),
    Column("contested", "bool", "residents are at odds over its issue"),
    Column("unclear", "bool", "it is unclear who owns its issue"),
    Column("caught", "bool", "nobody owned it, and it fell to the community"),
    Column("accepted_at", "time", "first accepted by a unit; missing for joint cases and those fixed on the spot"),
    Column("hearings", "int", "hearings before a council or committee"),
    Column("settled_by", "word", "mechanism by which a hearing settled it; empty if none did"),
)

JOBS = (
    Column("replication", "int", "replication, from 0"),
    Column("case", "int", "case; -1 for none"),
    Column("station", "int", "station that did it, see the stations table"),
    Column("server", "int", "worker or crew of it"),
    Column(
        "kind",
        "word",
        "book, spot, verify, handle, part (of a joint case), check, taken_up (by members or partners), audit,"
        " missent (looked at by a wrong unit), root (repair of a cause), lead (a leader answers for it),"
        " outside (by a property company), stage (a hearing)",
    ),
    Column("queued_at", "time", "joined the queue"),
    Column("started_at", "time", "taken up: travel begins; missing while it waits"),
    Column("arrived_at", "time", "on site"),
    Column("finished_at", "time", "done"),
    Column("busy_h", "float", "working hours it took of its server, travel and waiting on site included"),
    Column("displaced_h", "float", "of these, hours on duty beyond the time for cases: taken from line duty"),
    Column("overtime_h", "float", "of these, hours off duty"),
)

STATIONS = (
    Column("replication", "int", "replication, from 0"),
    Column("station", "int", "station, from 0"),
    Column(
        "kind",
        "word",
        "worker, community, street, department, members, auditors, sunk (crews of departments in a street), team (of"
        " several roles), street_leader, district_leader, service (stations for groups), contractor (of a purchased"
        " service), company, partners, council or committee",
    ),
    Column("name", "str", "worker, community, the team or the department"),
    Column("community", "int", "community; -1 where it serves more than one"),
    Column("servers", "int", "workers or crews"),
    Column("rostered_h", "float", "hours that rosters give in the window, all servers"),
    Column("duty_h", "float", "of these, hours on duty: not absent"),
    Column("open_h", "float", "of these, hours for cases (for workers: in the field)"),
    Column("busy_h", "float", "hours of jobs in the window"),
    Column("displaced_h", "float", "of these, hours displaced by whistles and emergencies: taken from line duty"),
    Column("overtime_h", "float", "of these, hours off duty"),
    Column("travel_h", "float", "of these, hours of trips, of jobs that have ended"),
    Column("patrol_h", "float", "patrol in the window (workers)"),
    Column("visit_h", "float", "household visits in the window (workers)"),
    Column("desk_h", "float", "desk work in the window (workers)"),
    Column("line_h", "float", "line tasks in the window (workers)"),
    Column("charged_h", "float", "hours in the window that mechanisms have for themselves"),
    Column("vacant_days", "float", "days in the window on which posts of it are vacant, all together"),
    Column("newcomer_h", "float", "of busy_h, about those of hands in post for less than the time of learning"),
    Column("queue_end", "int", "jobs waiting when the window closed"),
)

CHARGES = (
    Column("replication", "int", "replication, from 0"),
    Column("station", "int", "station, see the stations table"),
    Column("mechanism", "word", "section of the mechanism that charges its staff"),
    Column("taken_from", "word", "cases, line, desk, patrol or field"),
    Column("hours", "float", "hours in the window that it takes from there, below 0: that it gives to it"),
)

QUEUES = (
    Column("replication", "int", "replication, from 0"),
    Column("station", "int", "station, see the stations table"),
    Column("at", "time", "the opening of the observation period, and each week later as long as it lasts"),
    Column("waiting", "int", "jobs that wait at that moment"),
    Column(
        "mean_waiting",
        "float",
        "mean of the jobs that waited then and a day, two ... six days before, as far as counted",
    ),
)

DISTRICT = (
    Column("replication", "int", "replication, from 0"),
    Column("window_from", "time", "start of the watched window"),
    Column("window_to", "time", "end of the watched window"),
    Column("followed_to", "time", "end of the run"),
    Column("residents", "int", "residents of the district"),
    Column("households", "int", "households of the district"),
    Column("members", "int", "residents who are members of groups"),
    Column("consultations", "int", "contacts answered at once in the window"),
    Column(
        "trust_start",
        "float",
        "mean trust of the residents who had reported by the end of the window, as it was at the start",
    ),
    Column("trust_end", "float", "mean trust of the same residents when the window closed"),
    Column("residents_involved", "int", "residents who had reported by then, from the start of the run on"),
    Column("busiest_share", "float", "share of their reports made by the busiest 1 % of them"),
    Column("first_fixed", "int", "of those who first reported 28 days or more before the window closed: fixed in time"),
    Column("first_fixed_again", "int", "of these, who had reported another issue by then"),
    Column("first_not_fixed", "int", "of those who first reported so early: not fixed, or not in time"),
    Column("first_not_fixed_again", "int", "of these, who had reported another issue by then"),
    Column(
        "mean_trust",
        "float",
        "mean trust of all residents when the window closed: those involved as they are, the others at their mean",
    ),
    Column("rows", "int", "rows of the event log, written or not"),
)

MAP = (
    Column("grid", "int", "grid"),
    Column("community", "int", "community"),
    Column("street", "int", "street"),
    Column("households", "int", "households"),
    Column("route_m", "float", "walkable route"),
    Column("outline", "str", "corners of the grid as 'x y, x y, ...' in metres, closed"),
)

TABLES = {
    "issues": ISSUES,
    "cases": CASES,
    "jobs": JOBS,
    "stations": STATIONS,
    "queues": QUEUES,
    "charges": CHARGES,
    "district": DISTRICT,
    "map": MAP,
}
"""The tables by name. `district` has a row per replication, `map` a row per grid."""

NOT_REPLICATED = ("map",)
"""Tables that are the same in every replication."""


def columns_of(table: str, names: Collection[str]) -> list[Column]:
    """Return the columns of these names of a table, in its order."""
    return [column for column in TABLES[table] if column.name in names]
