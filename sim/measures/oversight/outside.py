"""What is settled outside the register: by property companies that are asked first, and by partners of communities."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.tables import Watched, hours_between, share, times


@measure("per year", None)
def asked_outside_per_year(watched: Watched) -> float:
    """Matters for which a property company was asked first in the window, a year."""
    return watched.per_year(_asked(watched)["hazard"])


@measure("share", None)
def solved_outside_share(watched: Watched) -> float:
    """Share of the matters for which a company was asked first in the window that were settled by the end of the run,
    and never reported."""
    asked = _asked(watched)
    return share((asked["state"] == "settled").sum(), len(asked))


@measure("h", "lower")
def outside_before_report_mean_h(watched: Watched) -> float:
    """Mean hours from asking a company to reporting, of the matters of the window that were reported in the end."""
    asked = _asked(watched)
    reported = asked.where(asked["registered_at"].notna())
    hours = hours_between(times(reported, "asked_at"), times(reported, "reported_at"))
    return float(hours.mean()) if len(hours) else float("nan")


@measure("h", "lower")
def occurrence_to_fix_request_mean_h(watched: Watched) -> float:
    """Mean hours from occurrence to the true fix, of the issues of the stream of requests that occurred in the window
    and were truly fixed by the end of the run, by whomever."""
    issues = watched.issues
    fixed = issues.where((issues["stream"] == "request") & (issues["state"] == "fixed"))
    hours = hours_between(times(fixed, "occurred_at"), times(fixed, "ended_at"))
    return float(hours.mean()) if len(hours) else float("nan")


@measure("per year", None)
def partner_tasks_per_year(watched: Watched) -> float:
    """Cases of the window that partners of a community were the last to claim done, closed by the end of the run, a
    year."""
    done = watched.closed.where(watched.closed["level"] == "partners")
    return watched.per_year(done["hazard"])


@measure("h", "lower")
def desk_h_per_partner_task(watched: Watched) -> float:
    """Hours that contracts take of community desks in a year, over the tasks of partners in it."""
    hours = watched.organisation.contract_h_per_week * watched.weeks / watched.years
    return share(hours, partner_tasks_per_year(watched))


@measure("h per week", None)
def rooms_lent_h_per_week(watched: Watched) -> float:
    """Hours a week for which partners lend rooms, less those in which owners use them; of the scenario alone."""
    return watched.organisation.rooms_h_per_week


def _asked(watched: Watched) -> Rows:
    """Return the cases for which a company was asked in the window, reported later or not."""
    at = times(watched.outside, "asked_at")
    return watched.outside.where((at >= watched.start) & (at < watched.end) & ~np.isnat(at))


MEASURES = (
    asked_outside_per_year,
    solved_outside_share,
    outside_before_report_mean_h,
    occurrence_to_fix_request_mean_h,
    partner_tasks_per_year,
    desk_h_per_partner_task,
    rooms_lent_h_per_week,
)
