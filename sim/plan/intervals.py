"""Working time: open intervals of a calendar, and the clock that runs only inside them.

A calendar is a run of the plan's intervals [open, close), `first` to `last` - 1, in order and apart; `worked` is
the open time of the calendar before each interval. `worked_by(t)` counts open time before t; `finish` is the first
t at which the worked time reaches its target. So a job that ends at closing time ends then, and a start at closing
time waits for the next opening.
"""

from bisect import bisect_left, bisect_right
from typing import Any

from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.kinds import NEVER


def interval_at(plan: Any, calendar: Any, t: int) -> int:
    """Number of the last interval of a calendar that opens at or before t, `first` - 1 if none does."""
    return bisect_right(plan.opens, t, calendar.first, calendar.last) - 1


def last_before(values: list[int], t: int, first: int, last: int) -> int:
    """Index of the last of values[first:last] that is < t, or first - 1."""
    return bisect_left(values, t, first, last) - 1


@rule
def worked_by(plan: Any, calendar: Any, t: int) -> int:
    """Open time of a calendar before t, in ms."""
    return worked_to(plan, calendar, interval_at(plan, calendar, t), t)


@rule
def worked_to(plan: Any, calendar: Any, i: int, t: int) -> int:
    """Open time (ms) of a calendar before t, which lies in or after its interval i (number) and before the next."""
    if i < calendar.first:
        return 0
    until = t if t < plan.closes[i] else plan.closes[i]
    return plan.worked[i] + until - plan.opens[i]


@rule
def finish(plan: Any, calendar: Any, t: int, work: int) -> int:
    """First moment at which `work` ms of open time have passed since t: t for no work, NEVER beyond the calendar."""
    if work <= 0:
        return t
    i = interval_at(plan, calendar, t)
    if i >= calendar.first and t + work <= plan.closes[i]:
        return t + work
    target = worked_to(plan, calendar, i, t) + work
    i = last_before(plan.worked, target, max(i, calendar.first), calendar.last)
    if i < calendar.first:
        return NEVER
    end = plan.opens[i] + target - plan.worked[i]
    return end if end <= plan.closes[i] else NEVER


@rule
def next_open(plan: Any, calendar: Any, t: int) -> int:
    """t (ms) if the calendar is open then, else its next opening, or NEVER."""
    i = interval_at(plan, calendar, t)
    if i >= calendar.first and t < plan.closes[i]:
        return t
    return plan.opens[i + 1] if i + 1 < calendar.last else NEVER


@rule
def closing_after(plan: Any, calendar: Any, t: int) -> int:
    """When (ms) the calendar closes that is open at t; its next closing if it is not, or NEVER."""
    i = interval_at(plan, calendar, t)
    if i >= calendar.first and t < plan.closes[i]:
        return plan.closes[i]
    return plan.closes[i + 1] if i + 1 < calendar.last else NEVER


@rule
def later(plan: Any, t: int, number: int, ms: int) -> int:
    """Moment `ms` after t (ms) on the clock of the plan's distribution of that number: working or any time."""
    if number >= 0 and plan.variates[number].working > 0:
        return finish(plan, plan.working, t, ms)
    return t + ms


@rule
def after(plan: Any, t: int, number: int) -> int:
    """Moment (ms) at which a fixed time of the plan (a constant in the table) has passed since t."""
    return later(plan, t, number, duration(plan, number, 0.5))


@rule
def finish_together(plan: Any, calendars: Any, count: int, t: int, work: int) -> int:
    """First moment at which `work` ms have passed since t in which the first `count` of some calendars all were open;
    NEVER if that does not come."""
    left = work
    while True:
        start = t
        for i in range(count):
            opening = next_open(plan, calendars[i], start)
            if opening > start:
                start = opening
        if start >= NEVER:
            return NEVER
        if start > t:
            t = start
            continue
        if left <= 0:
            return t
        end = NEVER
        for i in range(count):
            close = plan.closes[interval_at(plan, calendars[i], t)]
            if close < end:
                end = close
        if end - t >= left:
            return t + left
        left -= end - t
        t = end
