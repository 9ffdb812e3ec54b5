"""Joint work: the departments that an issue may need exist, and those who come are not held for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction
from sim.said import said
from sim.scenario.checks.parts import joints
from sim.scenario.models import Scenario

FEWEST = 2
"""Departments that make work joint."""


def joint_issues_have_a_lead(scenario: Scenario) -> Iterator[Contradiction]:
    """Where issues may be joint, some fall to a department, which takes the lead."""
    for name, _ in joints(scenario):
        if not set(scenario.hazards[name].handled_by) & set(scenario.departments):
            message = "no department is in charge: none stands in handled_by"
            yield Contradiction(("hazards", name, "joint"), message)


def joint_counts_can_be_met(scenario: Scenario) -> Iterator[Contradiction]:
    """Joint issues need two departments at least, and no more than are named."""
    for name, joint in joints(scenario):
        leads = set(scenario.hazards[name].handled_by) & set(scenario.departments)
        most = max((len({*joint.among, lead}) for lead in leads), default=len(set(joint.among)))
        for count in joint.departments:
            path = ("hazards", name, "joint", "departments", count)
            if count < FEWEST:
                yield Contradiction(path, "joint work needs two departments at least", of_key=True)
            elif count > most:
                message = said("only {most} departments are named, those in charge included", most=most)
                yield Contradiction(path, message, of_key=True)


def joint_parts_can_be_done(scenario: Scenario) -> Iterator[Contradiction]:
    """Who has a part of its own may be needed, and has the crews; none of them does two parts of a case."""
    for name, joint in joints(scenario):
        needed = {*joint.among, *scenario.hazards[name].handled_by}
        for department, part in joint.parts.items():
            path = ("hazards", name, "joint", "parts", department)
            unit = scenario.departments.get(department)
            if unit is not None and department not in needed:
                message = "is never needed: it stands neither in `among` nor in `handled_by`"
                yield Contradiction(path, message, of_key=True)
            if unit is not None and part.crews.value > unit.in_all(1):
                message = said(
                    "more crews than {department} has; a crew has one part of a case at most", department=department
                )
                yield Contradiction((*path, "crews"), message, allowed=said("at most {most:,}", most=unit.in_all(1)))


def joint_departments_are_named_once(scenario: Scenario) -> Iterator[Contradiction]:
    """A department is needed or not; naming it twice would count it twice."""
    for name, joint in joints(scenario):
        for number, department in enumerate(joint.among):
            if department in joint.among[:number]:
                yield Contradiction(("hazards", name, "joint", "among", number), "is named twice")
