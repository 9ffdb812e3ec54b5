"""Occurrences: the list of primary issues, when and in which community each appears.

A non-homogeneous Poisson process for each community and hazard, by inversion (Cinlar 1975; Law, Simulation Modeling
and Analysis, section 8.6.2): arrivals at unit rate are carried through the inverse of the cumulative rate. The
ordinal of an arrival is part of its name, so a changed rate renumbers nothing and a longer run has the same
beginning. The rate varies by hour, weekday and month, by shocks, by a gamma factor of the hazard on each day and one
that all hazards have in common (arrivals are over-dispersed, Brown, Zhao, Shen and Mandelbaum 2004), and by the
community.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from types import SimpleNamespace

import numpy as np

from sim.chance.draws import uniforms
from sim.language.quantity import value_or
from sim.scenario.hazards import Hazard
from sim.scenario.hours import parse_hours
from sim.scenario.models import Scenario
from sim.threads import side_by_side
from sim.world.ground import Floats, Ground, Ints
from sim.world.zones import zone_factors

HOUR = 3_600_000
DAY = 24 * HOUR
PRIMARY_BITS, HAZARD_BITS = 32, 8
HISTORY_ORDINAL = 1 << 31
"""First ordinal of the issues before the start, so that they renumber nothing of the run."""
HISTORY_DAYS = 182
"""Days before the start from which a stationary stock is drawn: longer than any issue usually stays unseen."""
COMMON = 0
"""Entity of the day factors that all hazards have in common."""
RECURRENCES, LONGEST_DAYS = 4, 3650
"""A hazard's history goes back further by so many mean times to a recurrence, in all so many days at most."""


@dataclass(frozen=True)
class Occurrences:
    """Primary issues in order of time (arrays of length N); times in ms since the start, negative for a stock."""

    time: Ints
    community: Ints
    hazard: Ints
    ordinal: Ints

    @property
    def root(self) -> Ints:
        """Structural number of each: community, hazard, ordinal packed into one integer below 2^56."""
        return pack_root(self.community, self.hazard, self.ordinal)


def pack_root(community: Ints, hazard: Ints, ordinal: Ints) -> Ints:
    """Number of a primary issue: 16 bits of community, 8 of hazard, 32 of ordinal."""
    return (community << (PRIMARY_BITS + HAZARD_BITS)) | (hazard << PRIMARY_BITS) | ordinal


def draw_occurrences(scenario: Scenario, ground: Ground, draw: SimpleNamespace, end: int) -> Occurrences:
    """All primary issues up to `end` (ms), and the consultations as a last hazard beyond those of the scenario.

    With a stationary stock the issues of the `history_days` before the start come first, recurrences among them, at
    negative times and with ordinals of their own; which of them are still there at the start, or come back after it,
    is for the organisation to say.
    """
    hours = -(-end // HOUR)
    consultations = _hourly_rates((ground.residents, ground.rate_factor), scenario.consultations.value)
    of_hazards = side_by_side(lambda name: list(_of_hazard(scenario, ground, draw, name, hours)), scenario.hazards)
    parts = list(chain.from_iterable(of_hazards))
    parts.append(_arrivals(draw.arrival, len(scenario.hazards), consultations, np.ones(hours)))
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    inside = columns[0] < end
    time, community, hazard_number, ordinal = (column[inside] for column in columns)
    order = np.lexsort((pack_root(community, hazard_number, ordinal), time))
    return Occurrences(time[order], community[order], hazard_number[order], ordinal[order])


def _of_hazard(
    scenario: Scenario, ground: Ground, draw: SimpleNamespace, name: str, hours: int
) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
    """Arrivals of a hazard in so many hours, and before the start with a stationary stock."""
    hazard, number = scenario.hazards[name], list(scenario.hazards).index(name)
    factors = _hourly_factors(scenario, name, number, draw, 0, hours)
    people = _exposed(scenario, ground, name)
    yield _arrivals(draw.arrival, number, _hourly_rates(people, primary_rate(hazard)), factors)
    if scenario.run.stock == "stationary":
        past = _hourly_factors(scenario, name, number, draw, -history_days(hazard) * 24, 0)
        yield _history(draw.arrival, number, _hourly_rates(people, hazard.rate.value), past)


def history_days(hazard: Hazard) -> int:
    """Days before the start from which issues may still be there at the start, or come back after it."""
    if hazard.recurs is None or hazard.recurs.share.value == 0:
        return HISTORY_DAYS
    return min(HISTORY_DAYS + math.ceil(RECURRENCES * hazard.recurs.after.mean() / DAY), LONGEST_DAYS)


def primary_rate(hazard: Hazard) -> float:
    """Primary issues per resident and year: the rate of all issues less the share that are recurrences."""
    return hazard.rate.value * (1.0 - (hazard.recurs.share.value if hazard.recurs else 0.0))


def _exposed(scenario: Scenario, ground: Ground, name: str) -> tuple[Ints, Floats]:
    """People in each community to whom the rate of a hazard applies, and the community's factor on it, by its zones
    too: with these the rate of the district stays what it is."""
    hazard, groups = scenario.hazards[name], list(scenario.population.groups)
    if hazard.group is not None:
        return ground.members(groups.index(hazard.group) + 1), ground.rate_factor
    factors = zone_factors(scenario.territory.zones, name)
    if np.all(factors == 1.0):
        return ground.residents, ground.rate_factor
    mean = ground.zone_means(factors, homes=hazard.place == "home")
    usual = ground.residents * ground.rate_factor
    total = float((usual * mean).sum())
    return ground.residents, ground.rate_factor * mean * (float(usual.sum()) / total if total > 0 else 0.0)


def _hourly_rates(people: tuple[Ints, Floats], rate: float) -> Floats:
    """Issues per hour in each community, for a rate per resident and year, of so many people with such factors."""
    return np.asarray(rate / (365.0 * 24.0) * people[0] * people[1])


def _hourly_factors(scenario: Scenario, name: str, number: int, draw: SimpleNamespace, first: int, last: int) -> Floats:
    """Factor on a hazard's rate in each of the hours `first` .. `last` - 1 counted from the start."""
    hazard, profiles = scenario.hazards[name], scenario.profiles
    hours = np.arange(first, last)
    days = np.arange(first // 24, (last - 1) // 24 + 1)
    dates = [scenario.run.start + timedelta(days=int(d)) for d in days]
    by_day = day_factors(draw.day_rate, number, days, profiles.day_spread.value)
    by_day *= day_factors(draw.common_day, COMMON, days, value_or(profiles.common_day_spread, 0.0))
    by_day *= _date_factors(scenario, name, dates)
    by_hour = _mean_one(profiles.hours[hazard.hours])
    factors = by_day[:, None] * by_hour * _shock_factors(scenario, name, dates)
    return np.asarray(factors.ravel()[hours - days[0] * 24])


def seasons(scenario: Scenario) -> dict[str, float]:
    """Season of each hazard in the watched window: its rate there over its mean rate in a year.

    By the month and weekday profiles and the shocks; the factors of single days are chance and left out.
    """
    run = scenario.run
    first = int(run.warmup.value) // DAY
    days = range(first, max(first + 1, int(run.warmup.value + run.length.value) // DAY))
    return {name: _season(scenario, name, days) for name in scenario.hazards}


def _season(scenario: Scenario, name: str, days: range) -> float:
    dates = [scenario.run.start + timedelta(days=d) for d in days]
    by_hour = _mean_one(scenario.profiles.hours[scenario.hazards[name].hours])
    shocks = (_shock_factors(scenario, name, dates) * by_hour).mean(axis=1)
    factors = _date_factors(scenario, name, dates) * shocks
    year = [scenario.run.start + timedelta(days=d) for d in range(days.start, days.start + 365)]
    return float(factors.mean() / _date_factors(scenario, name, year).mean())


def _date_factors(scenario: Scenario, name: str, dates: list[date]) -> Floats:
    """Factor on a hazard's rate on each date, by weekday and month."""
    hazard, profiles = scenario.hazards[name], scenario.profiles
    by_day = np.ones(len(dates))
    if hazard.weekdays is not None:
        week = _mean_one(profiles.weekdays[hazard.weekdays])
        by_day *= np.array([week[d.weekday()] for d in dates])
    if hazard.months is not None:
        months = _mean_one(profiles.months[hazard.months])
        by_day *= np.array([months[d.month - 1] for d in dates])
    return by_day


def _shock_factors(scenario: Scenario, name: str, dates: list[date]) -> Floats:
    """Factor on a hazard's rate by shocks, shape (dates, 24 hours); an hour filled in part has that part of it."""
    factors = np.ones((len(dates), 24))
    for shock in scenario.shocks:
        if name in shock.factors:
            inside = np.array([0 <= (d - shock.start).days < shock.days.value for d in dates], dtype=bool)
            factors[inside] *= 1.0 + (shock.factors[name].value - 1.0) * _filled(shock.hours)
    return factors


def _filled(hours: str | None) -> Floats:
    """Part of each hour of a day that some hours fill, all of it where none are said; shape (24,)."""
    if hours is None:
        return np.ones(24)
    edges = np.arange(25) * HOUR
    return np.asarray(sum(np.diff(np.clip(edges, opening, closing)) for opening, closing in parse_hours(hours)) / HOUR)


def _mean_one(weights: list[float]) -> Floats:
    values = np.array(weights, dtype=float)
    return np.asarray(values / values.mean())


def day_factors(state: int, number: int, days: Ints, spread: float) -> Floats:
    """Gamma factors with mean 1 and the given coefficient of variation, of an entity (number), one for each day."""
    if spread == 0.0:
        return np.ones(len(days))
    from scipy.special import gammaincinv

    shape = 1.0 / (spread * spread)
    return np.asarray(gammaincinv(shape, uniforms(state, np.full(len(days), number), days)) / shape)


def _arrivals(
    state: int, number: int, per_hour: Floats, factors: Floats, history: bool = False
) -> tuple[Ints, Ints, Ints, Ints]:
    """Arrivals of one hazard in all communities: times (ms from the first hour), communities, hazard numbers, ordinals.

    `per_hour` is the mean rate of each community, `factors` multiply it in each hour.
    """
    cumulative = np.concatenate([[0.0], np.cumsum(factors)])
    highest = float(per_hour.max() * cumulative[-1])
    ordinal = np.arange(int(highest + 6.0 * np.sqrt(highest) + 20.0), dtype=np.int64)
    entity = pack_root(np.arange(len(per_hour))[:, None], np.array(number), ordinal[None, :])
    unit = np.cumsum(-np.log(uniforms(state, entity, int(history))), axis=1)
    reached = unit < (per_hour * cumulative[-1])[:, None]
    community, which = np.nonzero(reached)
    hours = np.interp(unit[reached] / per_hour[community], cumulative, np.arange(len(cumulative), dtype=float))
    time = np.floor(hours * HOUR + 0.5).astype(np.int64)
    return time, community.astype(np.int64), np.full(len(time), number, dtype=np.int64), which.astype(np.int64)


def _history(state: int, number: int, per_hour: Floats, factors: Floats) -> tuple[Ints, Ints, Ints, Ints]:
    time, community, hazard, ordinal = _arrivals(state, number, per_hour, factors, history=True)
    return time - len(factors) * HOUR, community, hazard, ordinal + HISTORY_ORDINAL
