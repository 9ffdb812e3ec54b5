"""The run: how long it is, on which clock, and how much happens in it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction, Path
from sim.language.units import DAY_MS, YEAR_MS
from sim.said import said
from sim.scenario.checks.parts import quantity
from sim.scenario.models import Scenario
from sim.scenario.sizes import (
    DUTY_BYTES,
    ISSUE_BYTES,
    MOST_BYTES,
    WINDOW,
    expected_issues,
    in_gb,
    replication_bytes,
    run_ms,
    size_of,
    staff_of,
)

MAX_YEARS = 100
"""As long as any time on the clock of a run may be."""
MOST_RECURRING = 0.95
"""Largest share of recurrences: of a longer chain too much is cut off at its hundred-and-twenty-seventh issue."""
FIRST_YEAR, LAST_YEAR = 1900, 2500

_ON_THE_CALENDAR: tuple[Path, ...] = (
    *WINDOW,
    ("staff", "grid_leaders", "rebalance_after"),
)


def run_has_a_window(scenario: Scenario) -> Iterator[Contradiction]:
    """Something is watched, in a time that calendars know."""
    if scenario.run.length.value == 0:
        yield Contradiction(("run", "length"), "must be above zero")
    if run_ms(scenario) > MAX_YEARS * YEAR_MS:
        yield Contradiction(
            ("run",),
            said("warmup, length and followup are longer than {most} years together", most=MAX_YEARS),
        )
    if not FIRST_YEAR <= scenario.run.start.year <= LAST_YEAR:
        yield Contradiction(
            ("run", "start"),
            said("must lie in the years {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR),
        )


def times_are_on_the_calendar(scenario: Scenario) -> Iterator[Contradiction]:
    """What passes by night too is not told in working time."""
    for path in _ON_THE_CALENDAR:
        yield from on_the_calendar(quantity(scenario, path), path)
    for name, hazard in scenario.hazards.items():
        for key, change in (("heals", hazard.heals), ("recurs", hazard.recurs)):
            if change is not None:
                yield from on_the_calendar(change.after, ("hazards", name, key, "after"))


def issues_recur_after_others(scenario: Scenario) -> Iterator[Contradiction]:
    """Not every issue can be the return of another."""
    for name, hazard in scenario.hazards.items():
        if hazard.recurs is not None and hazard.recurs.share.value > MOST_RECURRING:
            message = said(
                "leaves hardly an issue that is the first; must be at most {most:g}",
                most=MOST_RECURRING,
            )
            yield Contradiction(("hazards", name, "recurs", "share"), message)


def run_fits_in_memory(scenario: Scenario) -> Iterator[Contradiction]:
    """What is expected in a replication, and who works in it, is not more than a large computer can hold."""
    needed = replication_bytes(scenario)
    if needed <= MOST_BYTES:
        return
    memory = said(
        "about {needed} GB of memory for a replication, where at most {most} GB can be had",
        needed=in_gb(needed),
        most=in_gb(MOST_BYTES),
    )
    size, issues = size_of(scenario), expected_issues(scenario)
    if size.duty_days * DUTY_BYTES > size.issues * ISSUE_BYTES:
        days = run_ms(scenario) / DAY_MS
        message = said(
            "hours of {staff:,.0f} workers and crews would be kept for {days:,.0f} days",
            staff=staff_of(scenario),
            days=days,
        )
        yield Contradiction(
            ("run",), message, allowed=said("that takes {memory}: fewer crews, or a shorter run.length", memory=memory)
        )
        return
    most = max(issues, key=lambda path: issues[path])
    part = said("{issues:,.0f} of them by this rate and its shocks", issues=issues[most])
    message = said("{issues:,.0f} issues would occur in a run, {part}", issues=sum(issues.values()), part=part)
    yield Contradiction(
        most,
        message,
        allowed=said("that takes {memory}: lower rates, population.residents or run.length", memory=memory),
    )
