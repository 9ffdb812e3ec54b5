"""Working time: open intervals, the first moment at which work is done, and joint work on common hours."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.kinds import NEVER
from sim.plan.calendars import Calendars
from sim.plan.intervals import finish, finish_together, interval_at, last_before, next_open, worked_by

SPAN = 60
TIMES = st.integers(-3, SPAN + 5)
Hours = list[tuple[int, int]]


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """Open intervals in order; some touch, none overlap."""
    edges = sorted(draw(st.sets(st.integers(0, SPAN), min_size=2, max_size=12)))
    pairs = [pair for pair in pairwise(edges) if draw(st.booleans())]
    return pairs or [(edges[0], edges[1])]


def lowered(*calendars: Hours) -> tuple[SimpleNamespace, list[SimpleNamespace]]:
    """The part of a plan that holds calendars, and the calendars."""
    book = Calendars()
    for intervals in calendars:
        book.add(np.array(intervals, dtype=np.int64))
    kinds, rows = book.lower()
    plan = SimpleNamespace(**{name: rows[name].tolist() for name in ("opens", "closes", "worked")})
    return plan, [SimpleNamespace(first=int(k["first"]), last=int(k["last"])) for k in kinds]


def is_open(intervals: Hours, t: int) -> bool:
    return any(a <= t < b for a, b in intervals)


@given(hours(), hours(), TIMES)
def test_worked_by_counts_open_time_before(before: Hours, intervals: Hours, t: int) -> None:
    plan, (_, calendar) = lowered(before, intervals)
    assert worked_by(plan, calendar, t) == sum(is_open(intervals, s) for s in range(t))


@given(hours(), hours(), TIMES)
def test_next_open_is_the_first_open_moment(before: Hours, intervals: Hours, t: int) -> None:
    plan, (_, calendar) = lowered(before, intervals)
    expected = next((s for s in range(t, SPAN + 1) if is_open(intervals, s)), NEVER)
    assert next_open(plan, calendar, t) == expected


@given(hours(), hours(), TIMES, st.integers(0, SPAN))
def test_finish_is_the_first_moment_at_which_the_work_is_done(
    before: Hours, intervals: Hours, t: int, work: int
) -> None:
    """A job that ends at closing time ends then, not at the next opening."""
    plan, (_, calendar) = lowered(before, intervals)
    done = worked_by(plan, calendar, t) + work
    moments = (s for s in range(t, max(t, SPAN) + 2) if worked_by(plan, calendar, s) >= done)
    assert finish(plan, calendar, t, work) == next(moments, NEVER)


@given(hours(), TIMES, st.integers(0, 20), st.integers(0, 20))
def test_work_may_be_done_in_two_parts(intervals: Hours, t: int, first: int, second: int) -> None:
    plan, (calendar,) = lowered(intervals)
    between = finish(plan, calendar, t, first)
    whole = finish(plan, calendar, t, first + second)
    assert whole == (NEVER if between == NEVER else finish(plan, calendar, between, second))


@given(st.lists(hours(), min_size=1, max_size=4), TIMES, st.integers(0, 20))
def test_together_means_in_common_hours(calendars: list[Hours], t: int, work: int) -> None:
    plan, kinds = lowered(*calendars)
    end = finish_together(plan, kinds, len(kinds), t, work)
    common = [s for s in range(t, SPAN + 2) if all(is_open(c, s) for c in calendars)]
    if work == 0:
        assert end == (common[0] if common else NEVER)
    else:
        assert end == (common[work - 1] + 1 if len(common) >= work else NEVER)


@given(hours(), TIMES, st.integers(1, 30))
def test_alone_or_together_is_the_same_for_one(intervals: Hours, t: int, work: int) -> None:
    plan, (calendar,) = lowered(intervals)
    assert finish_together(plan, [calendar], 1, t, work) == finish(plan, calendar, t, work)


@given(st.lists(st.integers(0, 20), max_size=12), st.integers(-1, 21))
def test_searches_find_the_last(values: list[int], t: int) -> None:
    values.sort()
    plan, calendar = SimpleNamespace(opens=values), SimpleNamespace(first=0, last=len(values))
    assert interval_at(plan, calendar, t) == sum(v <= t for v in values) - 1
    assert last_before(values, t, 0, len(values)) == sum(v < t for v in values) - 1
