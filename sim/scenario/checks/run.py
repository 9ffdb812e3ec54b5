"""The run: how long it is, on which clock, and how much happens in it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction, Path
from sim.language.units import DAY_MS, YEAR_MS
from sim.scenario.checks.parts import quantity
from sim.scenario.models import Scenario

MAX_YEARS = 100
"""As long as any time on the clock of a run may be."""
MOST_RECURRING = 0.95
"""Largest share of recurrences: of a longer chain too much is cut off at its hundred-and-twenty-seventh issue."""
FIRST_YEAR, LAST_YEAR = 1900, 2500
MAX_ISSUES = 50_000_000
"""Primary issues that fit in memory with their cases."""

_WINDOW: tuple[Path, ...] = (("run", "warmup"), ("run", "length"), ("run", "followup"))
_ON_THE_CALENDAR: tuple[Path, ...] = (
    *_WINDOW,
    ("staff", "grid_leaders", "rebalance_after"),
)


def run_has_a_window(scenario: Scenario) -> Iterator[Contradiction]:
    """Something is watched, in a time that calendars know."""
    if scenario.run.length.value == 0:
        yield Contradiction(("run", "length"), "must be above zero")
    if sum(quantity(scenario, path).value for path in _WINDOW) > MAX_YEARS * YEAR_MS:
        yield Contradiction(("run",), f"warmup, length and followup are longer than {MAX_YEARS} years together")
    if not FIRST_YEAR <= scenario.run.start.year <= LAST_YEAR:
        yield Contradiction(("run", "start"), f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}")


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
            message = f"leaves hardly an issue that is the first; must be at most {MOST_RECURRING:g}"
            yield Contradiction(("hazards", name, "recurs", "share"), message)


def issues_fit_in_memory(scenario: Scenario) -> Iterator[Contradiction]:
    """The issues expected in a run, and consultations, are not more than a computer can hold."""
    days = sum(quantity(scenario, path).value for path in _WINDOW) / DAY_MS
    years = days * DAY_MS / YEAR_MS
    expected: dict[Path, float] = {("consultations",): scenario.consultations.value * years}
    for name, hazard in scenario.hazards.items():
        extra = _shock_days(scenario, name, days) * DAY_MS / YEAR_MS
        expected["hazards", name, "rate"] = hazard.rate.value * (years + extra)
    residents = scenario.population.residents.value
    total = residents * sum(expected.values())
    if total > MAX_ISSUES:
        most = max(expected, key=lambda path: expected[path])
        part = f"{residents * expected[most]:,.0f} of them by this rate and its shocks"
        message = f"{total:,.0f} issues would occur in a run, {part}"
        remedy = f"at most {MAX_ISSUES:,} fit in memory: lower rates, population.residents or run.length"
        yield Contradiction(most, message, allowed=remedy)


def _shock_days(scenario: Scenario, hazard: str, most: float) -> float:
    """Return the days of usual occurrence that shocks add, at most `most` times their factor for each."""
    return sum(
        min(shock.days.value, most) * max(shock.factors[hazard].value - 1, 0)
        for shock in scenario.shocks
        if hazard in shock.factors
    )
