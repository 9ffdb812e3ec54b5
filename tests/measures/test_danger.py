"""Measures of dangers and emergencies on tables worked out by hand."""

import math
from dataclasses import replace

import pytest

from sim.measures.catalogue import MEASURES
from sim.measures.tables import Organisation
from tests.measures.frames import case, issue, tables

FIRE = Organisation(emergencies=frozenset({"fire"}))


def value(name, organisation=FIRE, **rows):
    (watched,) = replace(tables(**rows), organisation=organisation).replications()
    return MEASURES[name](watched)


def danger(number, detected_at="2024-05-06T10:00", hazard="stairs", **values):
    return issue("2024-05-06T09:00", root=number, detected_at=detected_at, dangerous=True, hazard=hazard, **values)


def about(number, arrived_at, **values):
    return case("2024-05-06T10:00", root=number, arrived_at=arrived_at, **values)


ISSUES = [
    danger(0),  # a crew within 20 minutes
    danger(1),  # within two hours
    danger(2),  # too late
    danger(3),  # nobody came, and it is still there
    danger(4, state="healed", ended_at="2024-05-06T10:25"),  # over before anybody came
    danger(5, detected_at=None),  # nobody knows of it
    danger(6, detected_at="2024-05-19T23:45"),  # hardly followed
    issue("2024-05-06T09:00", root=7, hazard="fire", detected_at="2024-05-06T10:00"),  # an emergency by its class
    issue("2024-05-06T09:00", root=8, hazard="litter", detected_at="2024-05-06T10:00"),
]
CASES = [
    about(0, "2024-05-06T10:20"),
    about(1, "2024-05-06T11:59"),
    about(1, "2024-05-06T15:00"),  # a second case about it: the first crew counts
    about(2, "2024-05-06T12:01"),
    about(7, "2024-05-06T10:30"),
    about(8, None),
]


def test_dangerous_issues_are_safe_when_a_crew_is_on_site_or_they_are_over():
    assert value("dangerous_not_safe_2h_share", issues=ISSUES, cases=CASES) == pytest.approx(2 / 5)


def test_where_making_safe_is_a_step_a_crew_on_site_is_not_enough():
    safe = [about(0, "2024-05-06T10:20", safe_at="2024-05-06T10:50"), about(1, "2024-05-06T11:59")]
    assert value("dangerous_not_safe_2h_share", issues=[danger(0), danger(1)], cases=safe) == 0.5


def test_emergencies_are_what_is_dangerous_or_of_their_class():
    assert value("emergency_on_site_2h_share", issues=ISSUES, cases=CASES) == pytest.approx(4 / 6)
    assert value("emergency_on_site_30min_share", issues=ISSUES, cases=CASES) == pytest.approx(3 / 6)
    nobody = Organisation()
    assert value("emergency_on_site_2h_share", nobody, issues=ISSUES, cases=CASES) == pytest.approx(3 / 5)


def test_recurrences_of_an_issue_have_crews_of_their_own():
    issues = [danger(0), danger(0, generation=1)]
    cases = [about(0, "2024-05-06T10:05", generation=1)]
    assert value("dangerous_not_safe_2h_share", issues=issues, cases=cases) == 0.5


def test_what_is_dangerous_without_being_an_emergency_and_what_is_never_on_file():
    issues = [danger(0), danger(1, hazard="fire"), danger(2, detected_at=None), danger(3)]
    assert value("dangerous_no_emergency_share", issues=issues) == 0.75
    assert value("dangerous_never_on_file_share", issues=issues) == 0.25


def test_joint_emergencies_are_complete_within_half_an_hour_of_the_whistle():
    blown = {"joint": True, "whistled_at": "2024-05-06T10:00"}
    cases = [
        case("2024-05-06", root=0, **blown, assembled_at="2024-05-06T10:30"),
        case("2024-05-06", root=1, **blown, assembled_at="2024-05-06T10:31", hazard="fire"),
        case("2024-05-06", root=2, **blown, hazard="fire"),
        case("2024-05-06", root=3, **blown, assembled_at="2024-05-06T10:01"),  # neither dangerous nor of the class
        case("2024-05-06", root=0, joint=False, whistled_at="2024-05-06T10:00", assembled_at="2024-05-06T10:01"),
    ]
    share = value("joint_emergency_complete_30min_share", issues=[danger(0)], cases=cases)
    assert share == pytest.approx(1 / 3)


def test_without_dangers_nothing_is_said():
    assert math.isnan(value("dangerous_not_safe_2h_share", issues=[issue("2024-05-06")]))
