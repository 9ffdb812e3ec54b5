"""Money: what mechanisms cost a year, beside what there is for them, in the district and in each community."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.language.contradiction import Contradiction
from sim.mechanisms import MECHANISMS
from sim.mechanisms.hours import funding
from sim.mechanisms.units.roll_out import part_reached
from sim.said import listed, said
from sim.scenario.models import Scenario

TOLERANCE = 0.5
"""Yuan by which sums may differ."""


class MoneyBook(NamedTuple):
    """Yuan a year: the income of the communities, and the cost of mechanisms by item; what is granted for services and
    not spent on crews is `left`."""

    income: float
    items: dict[str, float]
    left: float

    @property
    def spent(self) -> float:
        """Cost of all items."""
        return sum(self.items.values())

    @property
    def balance(self) -> float:
        """What there is beyond what is spent; below 0 what is missing."""
        return self.income - self.spent


def ledger(scenario: Scenario) -> MoneyBook:
    """Return the ledger of a scenario; its income is 0 where funding is off."""
    own = scenario.mechanisms.funding
    households, communities = scenario.population.households.value, scenario.territory.communities.value
    items = {
        item: part_reached(scenario, each.section) * cost(scenario)
        for each in MECHANISMS
        for item, cost in each.costs.items()
    }
    granted = sum(its.yuan.value for its in own.bought().values())
    income = own.income(communities, households) + (own.further.value if own.enabled else 0.0)
    return MoneyBook(
        income, {item: yuan for item, yuan in items.items() if yuan}, granted - funding.yearly_cost(scenario)
    )


def balances(scenario: Scenario, households: NDArray[Any], issues: NDArray[Any]) -> NDArray[np.float64]:
    """Return the balance of each community, yuan a year, shape (communities,).

    `households` and `issues` (to be expected) are those of each, in any unit. Income beside the rule, and costs but
    for services, fall to them by households; services by the formula.
    """
    own, book = scenario.mechanisms.funding, ledger(scenario)
    part, services = households / households.sum(), funding.yearly_cost(scenario)
    weights = need(households, issues) if own.formula == "need" else np.ones(len(households))
    whole = scenario.population.households.value
    by_rule = np.array([own.income(1, each * whole) for each in part.tolist()])
    beside = book.income - own.income(len(part), whole) - (book.spent - services)
    return np.asarray(by_rule + beside * part - services * weights / weights.sum(), dtype=np.float64)


def need(households: NDArray[Any], issues: NDArray[Any]) -> NDArray[np.float64]:
    """Return the need of places as parts of one: half by households, half by issues to be expected."""
    return np.asarray(0.5 * households / households.sum() + 0.5 * issues / issues.sum(), dtype=np.float64)


def mechanisms_keep_to_the_budget(scenario: Scenario) -> Iterator[Contradiction]:
    """Mechanisms, and what is granted for services, do not cost more than there is."""
    own = scenario.mechanisms.funding
    if not own.enabled or own.deficit:
        return
    book = ledger(scenario)
    wanted = book.spent + max(book.left, 0.0)
    if wanted > book.income + TOLERANCE:
        dearest = sorted(book.items.items(), key=lambda item: -item[1])
        told = listed(said("{item} {yuan:,.0f}", item=said(item), yuan=yuan) for item, yuan in dearest) or said(
            "services granted"
        )
        message = said(
            "mechanisms cost {wanted:,.0f} yuan a year ({told}), but there are {income:,.0f} yuan",
            wanted=wanted,
            told=told,
            income=book.income,
        )
        yield Contradiction(("mechanisms", "funding"), message, allowed="less cost, more income, or `deficit: true`")
