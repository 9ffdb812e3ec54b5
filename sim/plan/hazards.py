"""Hazards lowered to records: how each is found, healed, handled and limited."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance.distribution_table import NONE, DistributionTable
from sim.language.quantity import value_or
from sim.mechanisms.queueing import EMERGENCY, NORMAL, URGENT
from sim.plan.authority import AuthorityRows, RemovalRows
from sim.plan.plan import COUNT, HAZARD, MEMBER, OPTION, PART, Records
from sim.scenario.hazards import Hazard, Joint
from sim.scenario.hours import DAY, parse_hours
from sim.scenario.models import Scenario
from sim.world.chronic import ranks_of, strides
from sim.world.outcomes import HOME, PUBLIC
from sim.world.zones import zone_factors

URGENCY = {"emergency": EMERGENCY, "urgent": URGENT, "normal": NORMAL}


class Hazards(NamedTuple):
    """A row for each hazard, and the lists they point into; times in ms, shares 0 to 1 (fields: `sim.plan.plan`)."""

    hazards: Records
    options: Records
    authority: Records
    removals: Records
    counts: Records
    members: Records
    parts: Records
    zone_rates: NDArray[np.float64]


class Rhythm(NamedTuple):
    """How time passes: calendars (numbers) by the hours of a day in which people notice, as written, and ms of the
    calendar in which a ms of working time passes, on average."""

    awake: Mapping[str, int]
    calendar_per_working: float


def lower_hazards(
    scenario: Scenario, unit_number: dict[str, int], table: DistributionTable, highest: float, rhythm: Rhythm
) -> Hazards:
    """Lower all hazards; `highest` is the highest factor on reporting."""
    rows: list[tuple[float, ...]] = []
    options: list[tuple[int, float, int, int, int]] = []
    counts: list[tuple[int, float]] = []
    members: list[tuple[int]] = []
    parts: list[tuple[int, int]] = []
    zone_rates: list[float] = []
    departments = list(scenario.departments)
    authority, removals = AuthorityRows(scenario, unit_number), RemovalRows(scenario)
    reporting, chronic = scenario.mechanisms.reporting, _chronic(scenario, table)
    stride = strides(scenario.territory.seed, len(scenario.hazards)) if chronic != NONE else [1] * len(scenario.hazards)
    for number, (name, hazard) in enumerate(scenario.hazards.items()):
        row = _plain(hazard, table)
        row["chronic"], row["stride"] = chronic, stride[number]
        row["zones"] = _add_zone_rates(zone_rates, zone_factors(scenario.territory.zones, name))
        row["group"] = 0 if hazard.group is None else 1 + list(scenario.population.groups).index(hazard.group)
        row["prevented"] = scenario.prevention[name].value if name in scenario.prevention else 0.0
        row["first_removal"], row["removals"] = removals.of(name)
        row["awake"] = rhythm.awake[_waking_hours(scenario, hazard)]
        row["waking"] = _waking_ms(scenario, hazard)
        row["notice_gap"] = _notice_gap(scenario, hazard, highest)
        row["together"] = reporting.together(hazard, highest)
        company = reporting.first_report_factor(row["together"], row["notice_gap"], highest)
        row["reported_rate"] = _reported_rate(scenario, hazard) * company
        row["mended_after"] = _procedure_ms(hazard, rhythm)
        row["first_option"], row["options"] = len(options), len(hazard.handled_by)
        upto = np.cumsum([handling.share.value for handling in hazard.handled_by.values()])
        for (unit, handling), part in zip(hazard.handled_by.items(), upto / upto[-1], strict=True):
            options.append((unit_number[unit], part, table.add(handling.work), *authority.of(name, unit)))
        row["first_count"], row["first_member"], row["first_part"] = len(counts), len(members), len(parts)
        parts += [_part(hazard.joint, department, table) for department in departments]
        if hazard.joint is not None:
            row["counts"], row["members"] = len(hazard.joint.departments), len(hazard.joint.among)
            shares = np.cumsum([share.value for share in hazard.joint.departments.values()])
            counts += list(zip(hazard.joint.departments, shares / shares[-1], strict=True))
            members += [(departments.index(d),) for d in hazard.joint.among]
        rows.append(tuple(row[field] for field in HAZARD.names or ()))
    return Hazards(
        np.array(rows, dtype=HAZARD),
        np.array(options, dtype=OPTION),
        authority.records,
        removals.records,
        np.array(counts, dtype=COUNT),
        np.array(members, dtype=MEMBER),
        np.array(parts, dtype=PART),
        np.array(zone_rates, dtype=np.float64),
    )


def _add_zone_rates(rates: list[float], factors: NDArray[np.float64]) -> int:
    """Add the rates of a hazard by zone, over the highest of them; where they begin, NONE where all are alike."""
    if np.all(factors == factors[0]):
        return NONE
    rates += (factors / factors.max()).tolist()
    return len(rates) - len(factors)


def _part(joint: Joint | None, department: str, table: DistributionTable) -> tuple[int, int]:
    """Crews that joint issues need of a department, and the number of the distribution of their work."""
    if joint is None:
        return 1, NONE
    return joint.crews_of(department), table.add(joint.work_of(department))


def _chronic(scenario: Scenario, table: DistributionTable) -> int:
    """Number of the distribution of the ranks of places, NONE where all have the same rate."""
    spread = value_or(scenario.territory.place_spread, 0.0)
    return table.add_quantiles(f"ranks of places {spread}", partial(ranks_of, spread)) if spread > 0 else NONE


def _plain(hazard: Hazard, table: DistributionTable) -> dict[str, float | int]:
    joint, heals, recurs = hazard.joint, hazard.heals, hazard.recurs
    return {
        "place": PUBLIC if hazard.place == "public" else HOME,
        "seen": hazard.seen_per_pass.value,
        "revealed": hazard.revealed_per_visit.value,
        "at_once": int(hazard.at_once),
        "heals_share": heals.share.value if heals else 0.0,
        "heals_after": table.add(heals.after) if heals else NONE,
        "recurs_share": recurs.share.value if recurs else 0.0,
        "recurs_after": table.add(recurs.after) if recurs else NONE,
        "dangerous": hazard.dangerous.value,
        "unsolvable": hazard.unsolvable.value,
        "contested": hazard.contested.value,
        "unclear": hazard.unclear.value,
        "severity": hazard.severity.value,
        "spot": hazard.fixed_on_the_spot.value,
        "procedure": table.add(hazard.procedure),
        "deadline": table.add(hazard.deadline),
        "joint_share": joint.share.value if joint else 0.0,
        "hard": int(joint.hard) if joint else 0,
        "counts": 0,
        "members": 0,
        "verified": int(hazard.verified_first),
        "small": int(hazard.small),
        "urgency": URGENCY[hazard.urgency],
    }


def waking_hours(scenario: Scenario) -> set[str]:
    """Hours of a day in which any hazard is noticed, as they are written."""
    return {_waking_hours(scenario, hazard) for hazard in scenario.hazards.values()}


def _waking_hours(scenario: Scenario, hazard: Hazard) -> str:
    hours: str = scenario.mechanisms.reporting.awake if hazard.awake is None else hazard.awake
    return hours


def _waking_ms(scenario: Scenario, hazard: Hazard) -> int:
    return sum(closes - opens for opens, closes in parse_hours(_waking_hours(scenario, hazard)))


def _notice_gap(scenario: Scenario, hazard: Hazard, highest: float) -> float:
    """Mean waking ms between possible reports: a day's waking time over n x p x highest; 0 when nobody ever reports."""
    per_day = hazard.noticed.value * hazard.reports.value * highest
    return _waking_ms(scenario, hazard) / per_day if per_day > 0 and scenario.mechanisms.reporting.enabled else 0.0


def _reported_rate(scenario: Scenario, hazard: Hazard) -> float:
    """Stationary rate (per ms) at which an open issue is reported first, at mean trust and inclination."""
    if not scenario.mechanisms.reporting.enabled:
        return 0.0
    return hazard.noticed.value * hazard.reports.value / DAY


def _procedure_ms(hazard: Hazard, rhythm: Rhythm) -> float:
    """Mean ms of the calendar that the procedure of a hazard takes."""
    if hazard.procedure is None:
        return 0.0
    factor = rhythm.calendar_per_working if hazard.procedure.clock == "working" else 1.0
    return hazard.procedure.mean() * factor
