"""Each measure on tables small enough to be worked out by hand.

The window is the week from Monday 6 May 2024, followed up for another week.
"""

import math
from dataclasses import replace

import pandas as pd
import pytest

from sim.measures.catalogue import MEASURES
from tests.measures.frames import case, issue, tables


def value(name, **rows):
    (watched,) = tables(**rows).replications()
    return MEASURES[name](watched)


def closed(reported_at, closed_at, **values):
    return case(reported_at, closed_at=closed_at, state="closed", **{"level": "grid", "outcome": "fixed", **values})


def test_an_empty_week_gives_no_error():
    (watched,) = tables().replications()
    odd = {name: measure(watched) for name, measure in MEASURES.items() if measure(watched) != 0}
    assert all(math.isnan(number) for number in odd.values()), odd


def test_issue_days_count_the_part_in_the_window_and_weigh_severity():
    issues = [
        issue("2024-05-04", ended_at="2024-05-08", state="fixed", severity=2.0),  # two days in the window
        issue("2024-05-12"),  # one day, still open
        issue("2024-05-14"),  # after the window
        issue("2024-05-07", state="prevented"),
    ]
    assert value("severity_days_open", issues=issues) == pytest.approx(2 * 2 + 1)


def test_dangerous_issues_are_judged_after_24_hours_of_follow_up():
    issues = [
        issue("2024-05-06", ended_at="2024-05-06T23:00", dangerous=True),
        issue("2024-05-06", ended_at="2024-05-07T01:00", dangerous=True),
        issue("2024-05-07", dangerous=True),
        issue("2024-05-07"),
    ]
    assert value("dangerous_open_after_24h", issues=issues) == pytest.approx(2 / 3)


def test_unseen_issues_are_counted_over_real_ones_only():
    issues = [
        issue("2024-05-06", detected_at="2024-05-06T02:00", detected_by="patrol"),
        issue("2024-05-06", state="healed", ended_at="2024-05-06T03:00"),
        issue("2024-05-06", state="absorbed"),
    ]
    assert value("never_reported_share", issues=issues) == 0.5
    assert value("issues_per_year", issues=issues) == pytest.approx(2 * 365 / 7)


def test_hidden_stock_is_a_time_average_until_found_or_ended():
    issues = [
        issue("2024-05-01", detected_at="2024-05-08"),  # two hidden days in the window
        issue("2024-05-08", ended_at="2024-05-09", detected_at="2024-05-12", state="fixed"),  # one: ended before
        issue("2024-05-09"),  # four
    ]
    assert value("stock_undetected", issues=issues) == pytest.approx(1.0)


def test_recurrences_and_true_fixes_are_shares_of_issues():
    issues = [issue("2024-05-06", generation=g, state=s) for g, s in [(0, "fixed"), (1, "open"), (2, "healed")]]
    assert value("recurrence_share", issues=issues) == pytest.approx(2 / 3)
    assert value("truly_fixed_issues_share", issues=issues) == pytest.approx(1 / 3)


def test_detection_within_a_time_does_not_depend_on_the_follow_up():
    """Of four issues one is found in time, one too late, one never; the last one is not followed for so long."""
    issues = [
        issue("2024-05-06", detected_at="2024-05-06T23:00"),
        issue("2024-05-06", detected_at="2024-05-07T01:00"),
        issue("2024-05-06"),
    ]
    assert value("detected_within_day", issues=issues) == pytest.approx(1 / 3)
    assert value("detected_within_week", issues=issues) == pytest.approx(2 / 3)
    (watched,) = tables(issues=[*issues, issue("2024-05-12T12:00", detected_at="2024-05-12T13:00")]).replications()
    brief = replace(watched, district=watched.district.assign(followed_to=pd.Timestamp("2024-05-13")))
    assert MEASURES["detected_within_day"](brief) == pytest.approx(1 / 3)


def test_detection_is_of_detected_issues_of_the_window():
    issues = [issue("2024-05-06", detected_at=f"2024-05-06T0{h}:00") for h in (1, 2, 6)]
    issues += [issue("2024-05-06"), issue("2024-05-05", detected_at="2024-05-06")]
    assert value("detection_mean_h", issues=issues) == pytest.approx(3)
    assert value("detection_median_h", issues=issues) == 2
    assert value("detection_p90_h", issues=issues) == 6


def test_closing_times_censor_the_open_and_skip_the_cancelled_and_unregistered():
    cases = [
        closed("2024-05-06", "2024-05-06T10:00"),
        closed("2024-05-06", "2024-05-06T20:00"),
        case("2024-05-06"),
        case("2024-05-06", state="cancelled"),
        case("2024-05-06", registered_at=None),
        closed("2024-05-13", "2024-05-13T01:00"),  # reported when the window had closed
    ]
    assert value("closing_median_h", cases=cases) == 20
    assert value("closing_p90_h", cases=cases) == math.inf


def test_closing_times_by_stream():
    cases = [
        closed("2024-05-06", "2024-05-06T10:00"),
        closed("2024-05-06", "2024-05-08", stream="request"),
    ]
    assert value("closing_street_order_median_h", cases=cases) == 10
    assert value("closing_request_median_h", cases=cases) == 48


def test_first_response_of_a_case_closed_without_one_is_censored_at_closing():
    cases = [
        case("2024-05-06", responded_at="2024-05-06T04:00"),
        closed("2024-05-06", "2024-05-06T02:00"),
        case("2024-05-06", responded_at="2024-05-06T06:00"),
    ]
    # The second leaves the risk set at 2 h: half of the remaining two have responded at 4 h.
    assert value("first_response_median_h", cases=cases) == 4


def test_elapsed_is_working_time_from_dispatch():
    cases = [
        closed("2024-05-10", "2024-05-13T09:30", dispatched_at="2024-05-10T17:00"),
        closed("2024-05-06", "2024-05-06T09:00"),  # fixed on the spot: never dispatched
        closed("2024-05-06", "2024-05-08T08:30", dispatched_at="2024-05-06T08:30", stream="request"),
    ]
    assert value("mean_elapsed_street_order_h", cases=cases) == pytest.approx(2.0)
    assert value("mean_elapsed_requests_wd", cases=cases) == pytest.approx(2.0)


def test_who_found_it():
    cases = [
        case("2024-05-06"),
        case("2024-05-06"),
        case("2024-05-06", source="resident", repeats=3),
        case("2024-05-06", source="visit"),
        case("2024-05-06", source="resident", stream="request", repeats=1),
    ]
    per_year = 365 / 7
    assert value("patrol_share_street_order", cases=cases) == pytest.approx(2 / 3)
    assert value("patrol_share_all", cases=cases) == pytest.approx(2 / 5)
    assert value("cases_per_year", cases=cases) == pytest.approx(5 * per_year)
    assert value("cases_patrol_per_year", cases=cases) == pytest.approx(2 * per_year)
    assert value("cases_visit_per_year", cases=cases) == pytest.approx(per_year)
    assert value("cases_resident_per_year", cases=cases) == pytest.approx(2 * per_year)
    assert value("tickets_per_resident_year", cases=cases) == pytest.approx(6 * per_year / 1000)
    assert value("repeats_per_case", cases=cases) == pytest.approx(4 / 5)
    stations = [{"kind": "worker", "patrol_h": 5.0}, {"kind": "department"}]
    assert value("finds_per_patrol_hour", cases=cases, stations=stations) == pytest.approx(0.4)


def test_who_did_it():
    levels = ["spot", "grid", "members", "street", "department", "joint", ""]
    cases = [closed("2024-05-06", "2024-05-07", level=level) for level in levels]
    cases += [closed("2024-05-06", "2024-05-07", level="department", stream="request"), case("2024-05-06")]
    assert value("street_level_share_street_order", cases=cases) == pytest.approx(4 / 6)
    assert value("street_level_share_all", cases=cases) == pytest.approx(4 / 7)
    assert value("members_share", cases=cases) == pytest.approx(1 / 7)
    assert value("fixed_on_the_spot_share", cases=cases) == pytest.approx(1 / 9)


def test_on_time_has_two_denominators_and_waits_for_the_limit():
    due = {"due_at": "2024-05-10"}
    cases = [
        closed("2024-05-06", "2024-05-07", on_time=True, **due),
        closed("2024-05-06", "2024-05-11", **due),
        case("2024-05-06", shelved=True, **due),
        case("2024-05-06", due_at="2024-06-30"),
    ]
    assert value("on_time_share_due", cases=cases) == pytest.approx(1 / 3)
    assert value("on_time_share_due_not_shelved", cases=cases) == pytest.approx(1 / 2)


def test_true_and_reported_outcomes():
    outcomes = ["fixed", "found_gone", "not_fixed", "fixed"]
    cases = [closed("2024-05-06", "2024-05-07", outcome=outcome) for outcome in outcomes]
    assert value("truly_resolved_share", cases=cases) == 0.75
    assert value("premature_closing_share", cases=cases) == 0.25
    assert value("found_gone_share", cases=cases) == 0.25


def test_rework_reopening_and_returns():
    cases = [
        closed("2024-05-06", "2024-05-07", claimed_at="2024-05-07", sent_back=2),
        case("2024-05-06", claimed_at="2024-05-07", reopened=1, dispatched_at="2024-05-06", returns=1),
        case("2024-05-06", dispatched_at="2024-05-06"),
    ]
    assert value("sent_back_share", cases=cases) == 0.5
    assert value("reopened_share", cases=cases) == 0.5
    assert value("returned_share", cases=cases) == 0.5


def test_call_backs_have_two_denominators():
    due = {"source": "resident", "due_at": "2024-05-10"}
    cases = [
        closed("2024-05-06", "2024-05-07", called_back=True, said_solved=True, satisfied=True, **due),
        closed("2024-05-06", "2024-05-07", called_back=True, said_solved=True, **due),
        closed("2024-05-06", "2024-05-07", **due),
        case("2024-05-06", chased=2, **due),
        closed("2024-05-06", "2024-05-07"),  # found by patrol: nobody to call
    ]
    assert value("said_solved_share_valid", cases=cases) == 1
    assert value("said_solved_share_due", cases=cases) == 0.5
    assert value("satisfied_share_valid", cases=cases) == 0.5
    assert value("satisfied_share_due", cases=cases) == 0.25
    assert value("chased_share", cases=cases) == 0.25


def test_response_within_a_day():
    cases = [
        case("2024-05-06", source="resident", responded_at="2024-05-07"),
        case("2024-05-06", source="resident", responded_at="2024-05-07T00:01"),
        case("2024-05-06", source="resident"),
        case("2024-05-06", source="resident", registered_at="2024-05-19T12:00"),  # not followed for a day
    ]
    assert value("responded_within_24h_share", cases=cases) == pytest.approx(1 / 3)


def test_trust_is_read_from_the_district():
    districts = [{"mean_trust": 0.6, "trust_start": 0.7, "trust_end": 0.65}]
    assert value("mean_trust", districts=districts) == 0.6
    assert value("trust_change_involved", districts=districts) == pytest.approx(-0.05)


def test_backlog_is_a_time_average_with_cases_from_before():
    cases = [
        closed("2024-05-01", "2024-05-08"),  # two days in the window
        case("2024-05-11", stream="request"),  # two days, still open
        case("2024-05-06", state="cancelled"),
        closed("2024-05-07", "2024-05-14", stream="request"),  # six
    ]
    assert value("backlog_mean", cases=cases) == pytest.approx(10 / 7)
    assert value("backlog_mean_street_order", cases=cases) == pytest.approx(2 / 7)
    assert value("backlog_mean_request", cases=cases) == pytest.approx(8 / 7)


def test_utilisation_by_kind_and_of_the_busiest_department():
    stations = [
        {
            "kind": "department",
            "name": "a",
            "duty_h": 40.0,
            "open_h": 20.0,
            "busy_h": 18.0,
            "displaced_h": 3.0,
        },
        {"kind": "department", "name": "b", "duty_h": 40.0, "open_h": 20.0, "busy_h": 6.0},
        {"kind": "department", "name": "c"},
        {"kind": "street", "name": "s", "duty_h": 10.0, "open_h": 5.0, "busy_h": 1.0, "displaced_h": 0.5},
        {"kind": "members", "name": "m", "duty_h": 4.0, "open_h": 4.0, "busy_h": 2.0},
    ]
    assert value("utilisation_department", stations=stations) == pytest.approx(21 / 40)
    assert value("utilisation_of_duty_department", stations=stations) == pytest.approx(24 / 80)
    assert value("utilisation_department_max", stations=stations) == pytest.approx(15 / 20)
    assert value("utilisation_street", stations=stations) == pytest.approx(0.1)
    assert value("displaced_h_per_week", stations=stations) == pytest.approx(3.5)
    assert value("member_h_per_week", stations=stations) == pytest.approx(2.0)


def test_the_workers_day():
    day = {"kind": "worker", "busy_h": 1.0, "patrol_h": 4.0, "visit_h": 1.0, "desk_h": 5.0, "line_h": 2.0}
    stations = [{**day, "duty_h": 15.0}, {"kind": "worker", "duty_h": 15.0}]
    assert value("worker_day_share", stations=stations) == pytest.approx(13 / 30)
    assert value("worker_case_h", stations=stations) == pytest.approx(0.25)
    assert value("worker_patrol_h", stations=stations) == pytest.approx(1.0)


def test_whistles():
    blown = {"whistled_at": "2024-05-07", "whistles": 1, "joint": True}
    cases = [
        case("2024-05-06", **blown, assembled_at="2024-05-08"),
        case("2024-05-06", **blown, assembled_at="2024-05-10", assembled_late=True),
        case("2024-05-06", **{**blown, "whistles": 3}),
        *(case("2024-05-06") for _ in range(5)),
    ]
    assert value("whistles_per_1000_cases", cases=cases) == pytest.approx(625)
    assert value("joint_arrival_median_h", cases=cases) == 72
    assert value("joint_arrival_p90_h", cases=cases) == math.inf
    assert value("assembled_in_time_share", cases=cases) == pytest.approx(1 / 3)
    assert value("three_whistles_share", cases=cases) == pytest.approx(1 / 3)


def test_no_whistle_for_a_single_department_hides_among_the_joint_ones():
    blown = {"whistled_at": "2024-05-07", "whistles": 1}
    single = {**blown, "assembled_at": "2024-05-07T01:00"}
    late = {**blown, "assembled_at": "2024-05-07T03:00", "assembled_late": True}
    cases = [
        case("2024-05-06", **single),
        case("2024-05-06", **late),
        case("2024-05-06", **{**blown, "assembled_at": "2024-05-09"}, joint=True),
    ]
    assert value("joint_arrival_median_h", cases=cases) == 48
    assert value("assembled_in_time_share", cases=cases) == 1
    assert value("single_arrival_median_h", cases=cases) == 1
    assert value("assembled_in_time_single_share", cases=cases) == 0.5
    assert value("single_whistle_share", cases=cases) == pytest.approx(2 / 3)


def test_joint_arrival_from_registration_holds_the_time_before_the_whistle_and_cases_without_one():
    cases = [
        case("2024-05-06", joint=True, whistled_at="2024-05-08", whistles=1, assembled_at="2024-05-08T01:00"),
        case("2024-05-06", joint=True),  # nobody whistled
        case("2024-05-06", assembled_at="2024-05-06T01:00"),
    ]
    assert value("joint_arrival_registered_median_h", cases=cases) == 49
    assert value("joint_arrival_median_h", cases=cases) == 1


def test_true_resolution_of_what_needs_several_departments_counts_the_open_ones():
    cases = [
        closed("2024-05-06", "2024-05-07", joint=True),
        closed("2024-05-06", "2024-05-07", joint=True, outcome="not_fixed"),
        case("2024-05-06", joint=True),
        closed("2024-05-06", "2024-05-07"),
    ]
    assert value("truly_resolved_joint_share", cases=cases) == pytest.approx(1 / 3)


def test_repeats_by_ticket_and_by_who_opened_the_case():
    cases = [
        case("2024-05-06", source="resident", repeats=3),
        case("2024-05-06", source="resident"),
        case("2024-05-06", repeats=1),
        case("2024-05-06"),
        case("2024-05-06"),
        case("2024-05-06"),
    ]
    assert value("repeat_share_tickets", cases=cases) == pytest.approx(4 / 6)
    assert value("repeats_per_resident_case", cases=cases) == 1.5
    assert value("repeats_per_patrol_case", cases=cases) == 0.25


def test_never_on_file_by_severity_weighs_days_open():
    issues = [
        issue("2024-05-10", severity=4.0, detected_at="2024-05-11"),  # ten days to the end of the run
        issue("2024-05-10", ended_at="2024-05-11", state="healed", severity=2.0),  # one day that nobody knew of
        issue("2024-05-18", severity=9.0),  # after the window
    ]
    assert value("never_on_file_severity_share", issues=issues) == pytest.approx(2 / 42)


def test_closed_on_the_day_of_registration():
    cases = [
        closed("2024-05-06T23:00", "2024-05-06T23:59"),
        closed("2024-05-06T23:00", "2024-05-07T00:01"),
        case("2024-05-06", stream="request"),
    ]
    assert value("closed_same_day", cases=cases) == pytest.approx(1 / 3)
    assert value("closed_same_day_street_order", cases=cases) == 0.5
    assert value("closed_same_day_request", cases=cases) == 0


def test_closing_of_what_residents_opened_has_quantiles_a_mean_and_a_week():
    hours = (10, 20, 30, 40)
    cases = [closed("2024-05-06", f"2024-05-0{6 + h // 24}T{h % 24:02}:00", source="resident") for h in hours]
    cases += [case("2024-05-06", source="resident"), closed("2024-05-06", "2024-05-06T01:00")]
    assert value("closing_residents_p25_h", cases=cases) == 20
    assert value("closing_residents_median_h", cases=cases) == 30
    assert value("closing_residents_p75_h", cases=cases) == 40
    assert value("closing_residents_p90_h", cases=cases) == value("closing_residents_p95_h", cases=cases) == math.inf
    assert value("closing_residents_mean_h", cases=cases) == pytest.approx((100 + 14 * 24) / 5)
    assert value("closed_within_week_residents_share", cases=cases) == 0.8


def test_closed_and_resolved_of_all_due():
    due = {"due_at": "2024-05-10"}
    cases = [
        closed("2024-05-06", "2024-05-07", **due),
        closed("2024-05-06", "2024-05-15", outcome="not_fixed", **due),
        case("2024-05-06", **due),
        case("2024-05-06", due_at="2024-06-30"),
    ]
    assert value("closed_share_due", cases=cases) == pytest.approx(2 / 3)
    assert value("truly_resolved_share_due", cases=cases) == pytest.approx(1 / 3)


def test_patrols_finds_are_responded_to_apart_from_residents():
    cases = [case("2024-05-06", responded_at="2024-05-06T05:00"), case("2024-05-06", source="resident")]
    assert value("responded_within_24h_share_patrol", cases=cases) == 1
    assert value("responded_within_24h_share", cases=cases) == 0


def test_duplicates_and_reporters():
    issues = [issue("2024-05-06", reports=4, same_day_reports=2), issue("2024-05-06", reports=1)]
    assert value("same_day_duplicates_share", issues=issues) == pytest.approx(2 / 5)
    again = {"first_fixed": 10, "first_fixed_again": 3, "first_not_fixed": 20, "first_not_fixed_again": 4}
    districts = [{"busiest_share": 0.2, **again}]
    assert value("busiest_reporters_share", districts=districts) == 0.2
    assert value("report_again_after_fix_ratio", districts=districts) == pytest.approx(0.3 / 0.2)


def test_contacts_are_consultations_and_tickets():
    cases = [case("2024-05-06", source="resident", repeats=1), case("2024-05-06", repeats=1), case("2024-05-06")]
    districts = [{"consultations": 9}]
    assert value("consultation_share", cases=cases, districts=districts) == pytest.approx(9 / 12)
    contacts = value("contacts_per_resident_year", cases=cases, districts=districts)
    assert contacts == pytest.approx(12 / 1000 * 365 / 7)


def test_limits_are_told_by_who_found_it_and_by_who_truly_has_to_handle_it():
    due = {"due_at": "2024-05-10"}
    stations = [{"kind": "department", "name": "housing"}, {"kind": "street", "name": "sanitation 0"}]
    cases = [
        closed("2024-05-06", "2024-05-07", on_time=True, handler="sanitation", **due),
        closed("2024-05-06", "2024-05-12", handler="sanitation", source="resident", **due),
        closed("2024-05-06", "2024-05-12", handler="housing", source="resident", **due),
        case("2024-05-06", handler="housing", source="visit", **due),
        case("2024-05-06", handler="housing", due_at="2024-06-30"),
    ]
    rows = {"cases": cases, "stations": stations}
    assert value("on_time_share_due_below", **rows) == 0.5
    assert value("on_time_share_due_departments", **rows) == 0
    assert value("closed_share_due_below", **rows) == 1
    assert value("closed_share_due_departments", **rows) == 0.5
    assert value("on_time_share_due_patrol", **rows) == 1
    assert value("on_time_share_due_residents", **rows) == 0
    assert value("closed_share_due_residents", **rows) == 1


def test_the_mean_stands_over_the_median():
    cases = [closed("2024-05-06", f"2024-05-06T{h:02}:00", source="resident") for h in (1, 2, 9)]
    assert value("closing_residents_mean_to_median", cases=cases) == 2
