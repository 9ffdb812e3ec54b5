"""Lines and hours: who is taken first, what happens at the end of a shift, whose hours a job may use, who steps in."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import (
    FAR_PLACE,
    PLACE,
    Occurs,
    a_case,
    cases_from,
    hazard,
    hours,
    member_after,
    quiet,
    seed_where,
    trace,
)

FIVE: dict[str, Any] = {
    "long": hazard("sweepers", "4 h"),
    "normal": hazard("sweepers", "30 min"),
    "urgent": hazard("sweepers", "30 min", urgency="urgent"),
    "danger": hazard("sweepers", "30 min", urgency="emergency"),
}
ARRIVALS = (
    Occurs("Mon 08:00:00", "long", PLACE),  # holds the only crew from 08:05 to 12:15
    Occurs("Mon 09:00:00", "normal", PLACE),  # joins at 09:05
    Occurs("Mon 10:30:00", "urgent", PLACE),  # joins at 10:35
    Occurs("Mon 11:30:00", "urgent", FAR_PLACE),  # joins at 11:35
    Occurs("Mon 12:00:00", "danger", PLACE),  # joins at 12:05
)


def filed(time: str, clock: str, case: int, issue: str, site: int) -> list[tuple[Any, ...]]:
    """Rows of a report that reaches the line of the sweepers 5 min after it was made."""
    return [
        (time, "occurred", issue, "world", site),
        (time, "reported", str(case), "resident 0", 0),
        (clock, "registered", str(case), "desk 0", "240:00:00"),
        (clock, "dispatched", str(case), "street 0", "sweepers"),
        (clock, "accepted", str(case), "street 0", "sweepers"),
        (clock, "queued", str(case), "street 0", "sweepers"),
    ]


def handled(case: int, out: str, there: str, done: str) -> list[tuple[Any, ...]]:
    """Rows of a job of the sweepers."""
    return [
        (out, "set_out", str(case), "sweepers", "handle"),
        (there, "arrived", str(case), "sweepers", "handle"),
        (done, "claimed_done", str(case), "street 0", 1),
        (done, "closed", str(case), "street 0", 1),
    ]


ALL_FILED = [
    *filed("Mon 08:00:00", "Mon 08:05:00", 0, "a", PLACE),
    ("Mon 08:05:00", "set_out", "0", "sweepers", "handle"),
    ("Mon 08:15:00", "arrived", "0", "sweepers", "handle"),
    *filed("Mon 09:00:00", "Mon 09:05:00", 1, "b", PLACE),
    *filed("Mon 10:30:00", "Mon 10:35:00", 2, "c", PLACE),
    *filed("Mon 11:30:00", "Mon 11:35:00", 3, "d", FAR_PLACE),
    *filed("Mon 12:00:00", "Mon 12:05:00", 4, "e", PLACE),
    ("Mon 12:15:00", "claimed_done", "0", "street 0", 1),  # 4 h of work
    ("Mon 12:15:00", "closed", "0", "street 0", 1),
]


def test_a_later_urgent_job_overtakes_until_the_older_one_has_waited_long_enough() -> None:
    """With 1 h for a class: rank 12:05 of the normal job, 11:35 and 12:35 of the urgent ones."""
    told = trace(quiet({"hazards": FIVE, "mechanisms": {"queueing": {"ageing": "1 h"}}}), *ARRIVALS)
    assert told.rows == [
        *ALL_FILED,
        *handled(
            4, "Mon 12:15:00", "Mon 12:25:00", "Mon 12:55:00"
        ),  # emergencies have a line of their own, looked at first
        *handled(2, "Mon 12:55:00", "Mon 13:05:00", "Mon 13:35:00"),  # 10:35 + 1 h
        *handled(1, "Mon 13:35:00", "Mon 13:45:00", "Mon 14:15:00"),  # 09:05 + 3 h
        *handled(3, "Mon 14:15:00", "Mon 14:25:00", "Mon 14:55:00"),  # 11:35 + 1 h
    ]
    assert [job[:1] + job[4:] for job in told.jobs] == [
        (0, "Mon 08:05:00", "Mon 08:05:00", "Mon 08:15:00", "Mon 12:15:00", "4:10:00", "0:00:00"),
        (4, "Mon 12:05:00", "Mon 12:15:00", "Mon 12:25:00", "Mon 12:55:00", "0:40:00", "0:00:00"),
        (2, "Mon 10:35:00", "Mon 12:55:00", "Mon 13:05:00", "Mon 13:35:00", "0:40:00", "0:00:00"),
        (1, "Mon 09:05:00", "Mon 13:35:00", "Mon 13:45:00", "Mon 14:15:00", "0:40:00", "0:00:00"),
        (3, "Mon 11:35:00", "Mon 14:15:00", "Mon 14:25:00", "Mon 14:55:00", "0:40:00", "0:00:00"),
    ]


def test_first_come_first_served_where_classes_are_off() -> None:
    told = trace(quiet({"hazards": FIVE, "mechanisms": {"queueing": {"enabled": False}}}), *ARRIVALS)
    assert told.rows == [
        *ALL_FILED,
        *handled(4, "Mon 12:15:00", "Mon 12:25:00", "Mon 12:55:00"),  # its line is not a matter of rank
        *handled(1, "Mon 12:55:00", "Mon 13:05:00", "Mon 13:35:00"),  # 09:05
        *handled(2, "Mon 13:35:00", "Mon 13:45:00", "Mon 14:15:00"),  # 10:35
        *handled(3, "Mon 14:15:00", "Mon 14:25:00", "Mon 14:55:00"),  # 11:35
    ]


def test_of_two_reports_in_one_instant_the_lower_number_goes_first() -> None:
    """And what ends at an instant ends before what begins: the crew that is free at 09:45 takes case 1 then."""
    normal = {"normal": FIVE["normal"]}
    told = trace(
        quiet({"hazards": normal}), Occurs("Mon 09:00:00", "normal", FAR_PLACE), Occurs("Mon 09:00:00", "normal", PLACE)
    )
    assert told.rows == [
        *filed("Mon 09:00:00", "", 0, "a", FAR_PLACE)[:2],
        *filed("Mon 09:00:00", "", 1, "b", PLACE)[:2],
        *filed("", "Mon 09:05:00", 0, "", 0)[2:],
        ("Mon 09:05:00", "set_out", "0", "sweepers", "handle"),
        *filed("", "Mon 09:05:00", 1, "", 0)[2:],
        *handled(0, "", "Mon 09:15:00", "Mon 09:45:00")[1:],
        *handled(1, "Mon 09:45:00", "Mon 09:55:00", "Mon 10:25:00"),
    ]


def test_two_crews_work_side_by_side() -> None:
    crews = {"staff": {"street_teams": {"sweepers": {"crews": 2}}}}
    told = trace(quiet({"hazards": FIVE, **crews}), *ARRIVALS[:3])
    assert [job[:3] + job[5:6] + job[7:] for job in told.jobs] == [
        (1, "sweepers", 3, "Mon 09:05:00", "Mon 09:45:00", "0:40:00", "0:00:00"),  # by the second crew
        (2, "sweepers", 3, "Mon 10:35:00", "Mon 11:15:00", "0:40:00", "0:00:00"),
        (0, "sweepers", 2, "Mon 08:05:00", "Mon 12:15:00", "4:10:00", "0:00:00"),
    ]


def test_the_end_of_a_shift() -> None:
    """A job that ends at closing time has ended; one that would start then waits; what does not fit is resumed."""
    mend = {"mend": hazard("fire", "30 min")}
    told = trace(
        quiet({"hazards": mend, "departments": {"fire": {"roster": "day"}}}),
        Occurs("Mon 15:45:00", "mend", PLACE),
        Occurs("Mon 16:00:00", "mend", FAR_PLACE),
        Occurs("Tue 16:05:00", "mend", PLACE),
        Occurs("Wed 16:20:00", "mend", PLACE),
        Occurs("Fri 16:25:00", "mend", PLACE),
    )
    jobs = [row for row in told.rows if row[1] in ("queued", "set_out", "arrived", "claimed_done")]
    assert [(row[0], row[1], row[2]) for row in jobs] == [
        ("Mon 15:50:00", "queued", "0"),
        ("Mon 15:50:00", "set_out", "0"),
        ("Mon 16:00:00", "arrived", "0"),
        ("Mon 16:05:00", "queued", "1"),
        ("Mon 16:30:00", "claimed_done", "0"),  # closing time: an end then is an end
        ("Tue 09:00:00", "set_out", "1"),  # a start at closing time waits for the next opening
        ("Tue 09:10:00", "arrived", "1"),
        ("Tue 09:40:00", "claimed_done", "1"),
        ("Tue 16:10:00", "queued", "2"),
        ("Tue 16:10:00", "set_out", "2"),
        ("Tue 16:20:00", "arrived", "2"),
        ("Wed 09:20:00", "claimed_done", "2"),  # 10 min of work on Tuesday, 20 from 09:00
        ("Wed 16:25:00", "queued", "3"),
        ("Wed 16:25:00", "set_out", "3"),
        ("Thu 09:05:00", "arrived", "3"),  # 5 min of the way on Wednesday, 5 from 09:00
        ("Thu 09:35:00", "claimed_done", "3"),
        ("Fri 16:30:00", "queued", "4"),  # at closing time itself
        ("Mon+1 09:00:00", "set_out", "4"),  # over the weekend
        ("Mon+1 09:10:00", "arrived", "4"),
        ("Mon+1 09:40:00", "claimed_done", "4"),
    ]
    assert [job[8] for job in told.jobs] == ["0:40:00"] * 5  # nights count for nothing
    assert told.hours["fire"] == hours(busy="2:40:00", waiting=1)  # the window closes on Sunday at midnight


def in_hand(how: str) -> list[tuple[str, str, str]]:
    """When a crew of the fire service works on two jobs, its time for cases being 11:00 to 14:45 of its day."""
    mend = {"mend": hazard("fire", "2 h")}
    told = trace(
        quiet(
            {
                "hazards": mend,
                "departments": {"fire": {"roster": "day", "share": 0.5}},
                "mechanisms": {"queueing": {"in_hand": how}},
            }
        ),
        Occurs("Mon 13:55:00", "mend", PLACE),
        Occurs("Tue 13:20:00", "mend", PLACE),
        Occurs("Tue 13:25:00", "mend", FAR_PLACE),
        by_hand=[cases_from(3, "Mon 11:00:00", "Tue 11:00:00", "Wed 11:00:00", "Thu 11:00:00")],
    )
    return [row[:3] for row in told.rows if row[1] in ("set_out", "arrived", "claimed_done")]


def test_a_job_in_hand_stops_when_the_time_for_cases_ends() -> None:
    assert in_hand("stops") == [
        ("Mon 14:00:00", "set_out", "0"),
        ("Mon 14:10:00", "arrived", "0"),
        ("Tue 12:25:00", "claimed_done", "0"),  # 35 min on Monday, 1:25 h from 11:00
        ("Tue 13:25:00", "set_out", "1"),
        ("Tue 13:35:00", "arrived", "1"),
        ("Wed 11:50:00", "claimed_done", "1"),  # 1:10 h on Tuesday, 50 min from 11:00
        ("Wed 11:50:00", "set_out", "2"),
        ("Wed 12:00:00", "arrived", "2"),
        ("Wed 14:00:00", "claimed_done", "2"),
    ]


def test_a_job_in_hand_goes_on_and_line_duty_has_its_hours_back() -> None:
    assert in_hand("goes_on") == [
        ("Mon 14:00:00", "set_out", "0"),
        ("Mon 14:10:00", "arrived", "0"),
        ("Mon 16:10:00", "claimed_done", "0"),  # 1:25 h of line duty, given back by Tuesday 12:25
        ("Tue 13:25:00", "set_out", "1"),
        ("Tue 13:35:00", "arrived", "1"),
        ("Tue 15:35:00", "claimed_done", "1"),  # 50 min of line duty
        ("Wed 11:50:00", "set_out", "2"),  # the same moment as for a crew that stops
        ("Wed 12:00:00", "arrived", "2"),
        ("Wed 14:00:00", "claimed_done", "2"),
    ]


def test_a_job_in_hand_is_finished_after_hours() -> None:
    """From 16:10 on Monday 2 h would last beyond duty, which ends at 16:30: what line duty lent is given back, what was
    worked after it is overtime."""
    told = trace(
        quiet(
            {
                "hazards": {"mend": hazard("fire", "2 h")},
                "departments": {"fire": {"roster": "day", "share": 0.5}},
                "mechanisms": {"queueing": {"in_hand": "overtime"}},
            }
        ),
        Occurs("Mon 15:55:00", "mend", PLACE),
        Occurs("Mon 15:56:00", "mend", FAR_PLACE),
        by_hand=[cases_from(3, "Mon 12:45:00", "Tue 12:45:00", "Wed 12:45:00", "Thu 12:45:00")],
    )
    assert [row[:3] for row in told.rows if row[1] in ("set_out", "arrived", "claimed_done")] == [
        ("Mon 16:00:00", "set_out", "0"),
        ("Mon 16:10:00", "arrived", "0"),
        ("Mon 18:10:00", "claimed_done", "0"),
        ("Tue 12:45:00", "set_out", "1"),  # all that was lent were hours for cases, to 16:30
        ("Tue 12:55:00", "arrived", "1"),
        ("Tue 14:55:00", "claimed_done", "1"),
    ]
    assert [job[8:] for job in told.jobs] == [("2:10:00", "0:00:00", "1:40:00"), ("2:10:00", "0:00:00")]
    assert told.hours["fire"] == hours(busy="4:20:00", overtime="1:40:00")


def test_the_next_free_crew_takes_over_what_another_left() -> None:
    """The first crew has cases till 14:45, the second till 16:30: it goes there and does the 25 min that are left."""
    told = trace(
        quiet(
            {
                "hazards": {"mend": hazard("fire", "1 h")},
                "departments": {"fire": {"roster": "day", "share": 0.5, "crews": 2}},
                "mechanisms": {"queueing": {"in_hand": "handed_over"}},
            }
        ),
        Occurs("Mon 13:55:00", "mend", PLACE),
        by_hand=[cases_from(3, "Mon 11:00:00"), cases_from(4, "Mon 12:45:00")],
    )
    assert [row[:3] for row in told.rows if row[1] in ("set_out", "arrived", "claimed_done")] == [
        ("Mon 14:00:00", "set_out", "0"),
        ("Mon 14:10:00", "arrived", "0"),
        ("Mon 14:45:00", "set_out", "0"),  # 35 min are done
        ("Mon 14:55:00", "arrived", "0"),
        ("Mon 15:20:00", "claimed_done", "0"),
    ]
    assert [(job[2], job[8]) for job in told.jobs] == [(3, "0:45:00"), (4, "0:35:00")]


def test_an_emergency_takes_a_crew_from_line_duty() -> None:
    """Time for cases is half of the day, here from 11:00; what an emergency takes before it is displaced."""
    hazards = {"plain": hazard("fire", "30 min"), "danger": hazard("fire", "1 h", urgency="emergency")}
    told = trace(
        quiet({"hazards": hazards, "departments": {"fire": {"roster": "day", "share": 0.5}}}),
        Occurs("Mon 10:00:00", "plain", PLACE),
        Occurs("Mon 10:25:00", "danger", PLACE),
        by_hand=[cases_from(3, "Mon 11:00:00")],
    )
    jobs = [row[:3] for row in told.rows if row[1] in ("queued", "set_out", "arrived", "claimed_done")]
    assert jobs == [
        ("Mon 10:05:00", "queued", "0"),  # on duty, but not for cases before 11:00
        ("Mon 10:30:00", "queued", "1"),
        ("Mon 10:30:00", "set_out", "1"),  # the emergency may use all duty
        ("Mon 10:40:00", "arrived", "1"),
        ("Mon 11:40:00", "claimed_done", "1"),
        ("Mon 11:40:00", "set_out", "0"),  # the crew was taken at 11:00
        ("Mon 11:50:00", "arrived", "0"),
        ("Mon 12:20:00", "claimed_done", "0"),
    ]
    assert [job[8:] for job in told.jobs] == [("1:10:00", "0:30:00"), ("0:40:00", "0:00:00")]  # 10:30 to 11:00
    assert told.hours["fire"] == hours(busy="1:50:00", displaced="0:30:00")


def test_a_unit_without_time_for_cases_lets_them_wait() -> None:
    told = trace(
        quiet({"hazards": {"plain": hazard("fire", "30 min")}, "departments": {"fire": {"share": 0}}}),
        Occurs("Mon 10:00:00", "plain", PLACE),
    )
    assert told.rows[-1] == ("Thu+1 10:05:00", "deadline_passed", "0", "supervisor", 1)  # ten days later
    assert told.cases == [
        a_case(
            reported="Mon 10:00:00", registered="Mon 10:05:00", dispatched="Mon 10:05:00", limit="Thu+1 10:05:00",
            unit="fire", dispatches=1, overdue=1,
        )
    ]  # fmt: skip
    assert told.hours["fire"] == hours(waiting=1)


def test_hours_of_the_window_are_those_inside_it() -> None:
    """The window is from 10:00 to 12:00: 2 h of a job that lasts from 08:05 to 12:15, two jobs in line at its end."""
    run = {"run": {"warmup": "10 h", "length": "2 h", "followup": "1 day"}}
    told = trace(quiet({"hazards": FIVE, **run}), *ARRIVALS[:3])
    assert told.hours["sweepers"] == hours(busy="2:00:00", waiting=2)
    assert told.trust == (1, 0.5, 0.5)


TWO_ROSTERS = {
    "shifts": [{"share": 0.5, "week": {"tue": "09:00-16:30"}}, {"share": 0.5, "week": {"mon-sun": "09:00-16:30"}}]
}


def test_a_leader_gives_a_job_to_a_colleague_if_the_worker_is_away_too_long() -> None:
    """Worker 0, who is on duty on Tuesdays, is wanted; away for 12 h is waited for, longer is not."""
    told = trace(
        quiet(
            {
                "hazards": {"stall": hazard("grid", "30 min")},
                "rosters": {"two": TWO_ROSTERS},
                "staff": {"grid_workers": {"count": 2, "roster": "two"}},
            }
        ),
        Occurs("Mon 10:00:00", "stall", PLACE),
        Occurs("Mon 20:54:59.999", "stall", PLACE),
        Occurs("Mon 20:55:00", "stall", FAR_PLACE),
        Occurs("Tue 20:55:00", "stall", PLACE),
        beats=(0, 0, 0),
    )
    jobs = [row for row in told.rows if row[1] in ("reassigned", "queued", "set_out", "arrived", "claimed_done")]
    assert jobs == [
        ("Mon 10:05:00", "reassigned", "0", "leader 0", "worker 1"),  # worker 0 opens in 22:55 h, worker 1 is there
        ("Mon 10:05:00", "queued", "0", "street 0", "worker 1"),
        ("Mon 10:05:00", "set_out", "0", "worker 1", "handle"),
        ("Mon 10:05:00", "arrived", "0", "worker 1", "handle"),  # it began at that place
        ("Mon 10:35:00", "claimed_done", "0", "street 0", 1),
        ("Mon 20:59:59.999", "queued", "1", "street 0", "worker 0"),  # both open on Tuesday at 09:00: no reason to move
        ("Mon 21:00:00", "queued", "2", "street 0", "worker 0"),  # 12 h are not too long
        ("Tue 09:00:00", "set_out", "1", "worker 0", "handle"),
        ("Tue 09:00:00", "arrived", "1", "worker 0", "handle"),
        ("Tue 09:30:00", "claimed_done", "1", "street 0", 1),
        ("Tue 09:30:00", "set_out", "2", "worker 0", "handle"),
        ("Tue 09:50:00", "arrived", "2", "worker 0", "handle"),  # 1,000 m x 1.2 at 1 m/s
        ("Tue 10:20:00", "claimed_done", "2", "street 0", 1),
        ("Tue 21:00:00", "reassigned", "3", "leader 0", "worker 1"),  # worker 0 is away for a week, worker 1 for 12 h
        ("Tue 21:00:00", "queued", "3", "street 0", "worker 1"),
        ("Wed 09:00:00", "set_out", "3", "worker 1", "handle"),
        ("Wed 09:00:00", "arrived", "3", "worker 1", "handle"),
        ("Wed 09:30:00", "claimed_done", "3", "street 0", 1),
    ]


def test_a_party_member_takes_up_the_oldest_small_task() -> None:
    """Of a big task, a small one of the worker and a small one of the desk, at the first evening's first half hour."""
    day = {"roster": "day"}
    changes = {
        "run": {"seed": seed_where(("member_evening", 0, 0, 0.9, 1.0), ("member_evening", 0, 1, 0.0, 0.001))},
        "hazards": {
            "big": hazard("community", "30 min"),
            "gridded": hazard("grid", "30 min", small=True),
            "small": hazard("community", "30 min", small=True),
        },
        "staff": {"grid_workers": day, "community_desks": day},
        "mechanisms": {"party_members": {"members": 1}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 17:00:00", "big", PLACE),
        Occurs("Mon 17:30:00", "gridded", PLACE),
        Occurs("Mon 18:00:00", "small", PLACE),
        by_hand=[member_after(0.5)],  # the next comes 65 times as much later: after the end of the run
    )
    rows = [row for row in told.rows if row[1] not in ("occurred", "reported", "registered", "dispatched", "accepted")]
    assert rows == [
        ("Mon 17:05:00", "queued", "0", "street 0", "community"),  # all are off duty since 16:30
        ("Mon 17:35:00", "queued", "1", "street 0", "worker 0"),
        ("Mon 18:05:00", "queued", "2", "street 0", "community"),
        ("Mon 19:30:00", "taken_up", "1", "members", 0),  # half an hour after 19:00: the older of the two small ones
        ("Mon 19:30:00", "set_out", "1", "members", "taken_up"),
        ("Mon 19:30:00", "arrived", "1", "members", "taken_up"),  # no way to go
        ("Mon 19:55:00", "claimed_done", "1", "street 0", 1),  # 25 min, whatever it holds for the worker
        ("Mon 19:55:00", "closed", "1", "street 0", 1),
        ("Tue 09:00:00", "set_out", "0", "community", "handle"),  # the others wait for the morning
        ("Tue 09:10:00", "arrived", "0", "community", "handle"),
        ("Tue 09:40:00", "claimed_done", "0", "street 0", 1),
        ("Tue 09:40:00", "closed", "0", "street 0", 1),
        ("Tue 09:40:00", "set_out", "2", "community", "handle"),
        ("Tue 09:50:00", "arrived", "2", "community", "handle"),
        ("Tue 10:20:00", "claimed_done", "2", "street 0", 1),
        ("Tue 10:20:00", "closed", "2", "street 0", 1),
    ]
    assert [(case["unit"], case["level"]) for case in told.cases] == [
        ("community", "community"), ("grid", "members"), ("community", "community")
    ]  # fmt: skip
    assert told.issues["b"]["fixed_by"] == "members"
    assert (told.hours["members"], told.hours["worker 0"]) == (hours(busy="0:25:00"), hours())


def test_a_member_who_finds_nothing_to_do_goes_home() -> None:
    """Nothing waits at 19:30; the next member, later by 3 times as much of the evenings at least, is too late."""
    seed = seed_where(("member_evening", 0, 0, 0.5, 0.6), ("member_evening", 0, 1, 0.0, 0.1))
    told = trace(
        quiet(
            {
                "run": {"seed": seed},
                "hazards": {"small": hazard("community", "30 min", small=True)},
                "staff": {"community_desks": {"roster": "day"}},
                "mechanisms": {"party_members": {"members": 1}},
            }
        ),
        Occurs("Mon 20:00:00", "small", PLACE),
        by_hand=[member_after(0.5)],
    )
    assert [row[:4] for row in told.rows if row[1] in ("taken_up", "set_out", "claimed_done")] == [
        ("Tue 09:00:00", "set_out", "0", "community"),  # the second member comes on Tuesday evening: too late
        ("Tue 09:40:00", "claimed_done", "0", "street 0"),
    ]
