"""Hooks of checking: whether what is claimed done is done, who looks, what residents say, and how units are rated."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.mechanisms import explanation, inspection, ledger, petitions
from sim.plan.intervals import later

NO_CHECK, CHECK_BY_FINDER, CHECK_BY_OTHER = range(3)
PERMILLE = 1000


@rule
def truly_fixed(plan: Any, issue: Any, case: Any, station: Any) -> bool:
    """Whether a case that is claimed done by a station is done; one about an unsolvable issue never is."""
    return issue.unsolvable == 0 and not ledger.claims_falsely(plan, case, station)


@rule
def is_final(plan: Any, issue: Any, case: Any) -> bool:
    """Whether a case is closed for good, though its issue is there."""
    return petitions.is_final(plan, issue, case)


@rule
def audited(plan: Any, case: Any) -> bool:
    """Whether auditors look at this closing of a case."""
    return inspection.is_audited(plan, case)


@rule
def checker(plan: Any, case: Any) -> int:
    """Who checks a claim on site: nobody, the finder or another worker, by the numbers of this page."""
    if not ledger.checked_on_site(plan, case):
        return NO_CHECK
    return CHECK_BY_FINDER if ledger.checked_by_finder(plan, case) else CHECK_BY_OTHER


@rule
def check_sees(plan: Any, case: Any, own: bool) -> bool:
    """Whether a check on site sees that a claim is false."""
    return ledger.check_sees(plan, case, own)


@rule
def desk_sees(plan: Any, case: Any) -> bool:
    """Whether the desk sees at once that a claim is false."""
    return ledger.desk_checks(plan, case)


@rule
def called_back_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) of the call-back after closing."""
    return later(plan, now, plan.ledger.call_back, ledger.call_back_time(plan, case))


@rule
def calls_back(plan: Any, case: Any) -> bool:
    """Whether the hotline calls back whoever reported a case that was closed."""
    return ledger.calls_back(plan, case)


@rule
def reached(plan: Any, case: Any) -> bool:
    """Whether a call-back is reached and valid."""
    return ledger.is_reached(plan, case)


@rule
def satisfied(plan: Any, case: Any, resident: Any, solved: bool, late: bool) -> bool:
    """Whether a resident who was reached is satisfied."""
    return ledger.is_satisfied(plan, case, solved, late, explanation.heard(plan, case))


@rule
def rating(plan: Any, station: Any) -> int:
    """Rating of a station that closed cases in the month: claimed done in time, per mille of those closed."""
    return station.in_time * PERMILLE // station.closed
