"""Rules of who takes over what, and of what is removed: rows of the plan that several mechanisms bring.

The world says to whom an issue falls (its option). The first row of that option whose own mark is low enough claims it;
a mark is the same whatever the shares are, so that what is taken over at a smaller share is so at a larger one too.
"""

from typing import Any

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.kinds import NOBODY
from sim.mechanisms.adoption import at_work


@rule
def claiming_row(plan: Any, issue: Any) -> int:
    """Row (number) by which an issue is taken over from the unit that it falls to; NOBODY if it is not."""
    option = plan.options[issue.option]
    for number in range(option.first_row, option.first_row + option.rows):
        row = plan.authority[number]
        if not at_work(issue, row.mechanism) or issue.occurred < row.since:
            continue
        if uniform(plan.draw.authority, issue.key, row.mechanism) < row.share:
            return number
    return NOBODY


@rule
def in_charge(plan: Any, issue: Any) -> int:
    """Unit (number) that has to handle an issue: who takes it over, or the one that its option in the world names."""
    number = claiming_row(plan, issue)
    return plan.authority[number].unit if number >= 0 else plan.options[issue.option].unit


@rule
def taken_over_by(plan: Any, issue: Any) -> int:
    """Mechanism (number in its code) by which an issue is taken over, NOBODY if it is not."""
    number = claiming_row(plan, issue)
    return plan.authority[number].mechanism if number >= 0 else NOBODY


@rule
def work_factor(plan: Any, issue: Any, case: Any) -> float:
    """Factor on the work of a case about an issue for the unit that took it over; 1 if none did."""
    if case.moved_by < 0 or case.passed_on > 0:
        return 1.0
    number = claiming_row(plan, issue)
    return plan.authority[number].work if number >= 0 else 1.0


@rule
def removed_share(plan: Any, hazard: Any, issue: Any, now: int) -> float:
    """Share of the primary issues of a hazard, at the place of one and at a time (ms), that do not occur."""
    share = hazard.prevented
    for number in range(hazard.first_removal, hazard.first_removal + hazard.removals):
        row = plan.removals[number]
        here = at_work(issue, row.mechanism) and (row.community < 0 or row.community == issue.community)
        if here and row.since <= now < row.until:
            share += (1.0 - share) * row.share
    return share
