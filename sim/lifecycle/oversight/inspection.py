"""Inspection: a sample of what was closed is looked at by auditors; what they find untrue is opened again."""

from __future__ import annotations

from typing import Any

from sim.kinds import CaseState, JobKind, StationKind
from sim.lifecycle import ledger, station
from sim.lifecycle.access import is_open, issue_of
from sim.lifecycle.hooks import checking
from sim.lifecycle.log import write_case
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

AUDITED = NUMBER["audited"]
AUDITORS = StationKind.AUDITORS.value


@part
def sample(sim: Any, case: Any) -> None:
    """Send a closed case to the auditors, if it is of the sample; there are some where there is a sample."""
    if checking.audited(sim.plan, case):
        auditors = sim.stations[sim.plan.first_of_kind[AUDITORS]]
        station.receive(sim, auditors, station.make_job(sim, case, JobKind.AUDIT))


@part
def looked_at(sim: Any, case: Any, auditors: Any) -> None:
    """Auditors have looked at a case: one that is still closed and untrue is opened again, and its unit hears of it."""
    true = not is_open(sim, issue_of(sim, case))
    case.audited = 1
    write_case(sim, AUDITED, case, auditors.performer, auditors.number, 1 if true else 0)
    if true or case.state != CaseState.CLOSED:
        return
    case.found_untrue = 1
    sim.stations[ledger.station_of_unit(sim, case)].untrue += 1
    ledger.reopen_if_free(sim, case)
