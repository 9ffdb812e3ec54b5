"""What the files say of themselves, and what is true: on time, resolved, sent back, reopened."""

from collections.abc import Callable
from functools import partial

from sim.measures.measure import Measure, measure
from sim.measures.rows import Rows
from sim.measures.tables import Watched, share

Part = Callable[[Watched, Rows], Rows]
"""Cases chosen from some, by who found them or who has to handle them."""


@measure("share", "higher")
def on_time_share_due(watched: Watched) -> float:
    """Share of the cases of the window whose limit (extensions included) has passed that are closed and were claimed
    done within it."""
    return share(watched.due["on_time"].sum(), len(watched.due))


@measure("share", "higher")
def on_time_share_due_not_shelved(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed and that were not shelved that are closed and were
    claimed done within it."""
    counted = watched.due.where(~watched.due["shelved"])
    return share(counted["on_time"].sum(), len(counted))


@measure("share", "higher")
def truly_resolved_share(watched: Watched) -> float:
    """Share of the closed cases of the window whose issue was truly fixed or gone at closing."""
    return share(watched.closed["outcome"].isin(("fixed", "found_gone")).sum(), len(watched.closed))


@measure("share", "higher")
def truly_resolved_share_due(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed that are closed, with their issue truly fixed or gone at
    closing."""
    return share(watched.due["outcome"].isin(("fixed", "found_gone")).sum(), len(watched.due))


@measure("share", "higher")
def closed_share_due(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed that are closed at the end of the run, in time or not."""
    return share((watched.due["state"] == "closed").sum(), len(watched.due))


@measure("share", "lower")
def premature_closing_share(watched: Watched) -> float:
    """Share of the closed cases of the window whose issue was not fixed at closing."""
    return share((watched.closed["outcome"] == "not_fixed").sum(), len(watched.closed))


@measure("share", "lower")
def found_gone_share(watched: Watched) -> float:
    """Share of the closed cases of the window whose issue was gone when somebody came."""
    return share((watched.closed["outcome"] == "found_gone").sum(), len(watched.closed))


@measure("share", "lower")
def sent_back_share(watched: Watched) -> float:
    """Share of the cases of the window claimed done at least once that a check sent back at least once."""
    sent_back = watched.registered.where(watched.registered["claimed_at"].notna())["sent_back"]
    return share((sent_back > 0).sum(), len(sent_back))


@measure("share", "lower")
def reopened_share(watched: Watched) -> float:
    """Share of the cases of the window closed at least once that were reopened at least once."""
    registered = watched.registered
    reopened = registered["reopened"] > 0
    return share(reopened.sum(), (reopened | registered["closed_at"].notna()).sum())


@measure("share", "lower")
def returned_share(watched: Watched) -> float:
    """Share of the dispatched cases of the window returned at least once by a unit that was not the right
    one."""
    returns = watched.registered.where(watched.registered["dispatched_at"].notna())["returns"]
    return share((returns > 0).sum(), len(returns))


def of_departments(watched: Watched, cases: Rows, *, theirs: bool = True) -> Rows:
    """Return the cases that a department truly has to handle, or those of everybody below."""
    departments = watched.stations["name"][watched.stations["kind"] == "department"]
    return cases.where(cases["handler"].isin(departments) == theirs)


def _from(watched: Watched, cases: Rows, source: str) -> Rows:
    return cases.where(cases["source"] == source)


PARTS: dict[str, Part] = {
    "patrol": partial(_from, source="patrol"),
    "residents": partial(_from, source="resident"),
    "departments": of_departments,
    "below": partial(of_departments, theirs=False),
}
"""Parts of the cases that are told apart: by who found them, and by who truly has to handle them."""


def _share_of_due(watched: Watched, part: str, column: str) -> float:
    """Share of a part of the cases of the window whose limit has passed that are closed, or closed on time."""
    due = PARTS[part](watched, watched.due)
    good = due["on_time"] if column == "on_time" else due["state"] == "closed"
    return share(good.sum(), len(due))


def _share_measure(name: str, part: str) -> Measure:
    """`on_time_share_due_departments`, `closed_share_due_patrol` ...: what is counted and a part of the cases."""
    return Measure(f"{name}_share_due_{part}", "share", "higher", partial(_share_of_due, part=part, column=name))


MEASURES = (
    on_time_share_due,
    on_time_share_due_not_shelved,
    *(_share_measure(name, part) for name in ("on_time", "closed") for part in PARTS),
    closed_share_due,
    truly_resolved_share,
    truly_resolved_share_due,
    premature_closing_share,
    found_gone_share,
    sent_back_share,
    reopened_share,
    returned_share,
)
