"""Specimen of S21, funding: spent it is crews from a day on, and it adds up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.checks.money import balances, ledger
from sim.scenario.load import Loaded, load
from tests.mechanisms.specimen import UP, Specimen, of
from tests.plain import PLAIN

BUYS = {
    "repairs": {
        "title": "repairs",
        "yuan": "1 million yuan",
        "roster": "office",
        "trip": "10 min",
        "units": ["community", "housing", "sanitation"],
        "hazards": ["litter", "estate"],
        "cases": 0.5,
        "work_factor": 1.2,
    },
    "nights": {
        "title": "nights",
        "yuan": "2 million yuan",
        "roster": "off_hours",
        "trip": "0 min",
        "share": 0.5,
        "units": ["sanitation", "urban_management"],
        "hazards": ["litter", "illegal_bldg"],
    },
}


def service(yuan: str, cases: float) -> str:
    """A service bought for so much money, that takes over so many of its cases."""
    return (
        f"{{title: repairs, yuan: {yuan}, roster: office, trip: 20 min, units: [community, sanitation, housing],"
        f" hazards: [estate, litter], cases: {cases}}}"
    )


SPECIMEN = Specimen(
    on=(
        "mechanisms.funding.enabled=true",
        "mechanisms.funding.further=3 million yuan",
        "mechanisms.funding.buys={repairs: {title: repairs, yuan: 2 million yuan, roster: office, trip: 20 min,"
        " units: [community, housing, sanitation], hazards: [estate, litter], cases: 0.8}}",
    ),
    moves=("taken_over_share", UP),
    side_effect=("yearly_cost", UP),
    drawn={
        "deficit": (True,),
        "formula": ("even", "need"),
        "tender": ("0 days", "4 days"),
        "buys": (BUYS, {}),
    },
    nothing={
        "money alone": of("funding", per_1000_households="36000 yuan", per_community="200000 yuan", deficit="true"),
        "crews for nothing": of("funding", deficit="true", buys=f"{{repairs: {service('0 yuan', 1)}}}"),
        "crews whom nobody sends a case": of(
            "funding", deficit="true", buys=f"{{repairs: {service('1 million yuan', 0)}}}"
        ),
    },
    contradictions=(
        (
            "mechanisms: {funding: {enabled: true, further: 9 yuan, hour: 0 yuan, buys: {x: {title: x, yuan: 1 yuan,"
            " roster: office, trip: 1 min, units: [], hazards: []}}}}",
            "mechanisms.funding.hour: must be above zero",
        ),
        (
            "mechanisms: {funding: {enabled: true}, stewards: {enabled: true, count: 9, cost: 600 yuan, roster: grid}}",
            "mechanisms.funding: mechanisms cost ",
        ),
    ),
)


PERIOD = ("run.length=3 weeks", "run.warmup=1 week", "run.followup=1 week", "run.start=2024-05-06")
RULE = "enabled: true, per_1000_households: 36000 yuan, per_community: 200000 yuan, deficit: true"
pytestmark = pytest.mark.usefixtures("kernel")


def funded(yuan: str, *sets: str, cases: float = 1, **own: object) -> Loaded:
    """The teaching case with a service for so much money."""
    said = "".join(f", {name}: {value}" for name, value in own.items())
    funding = f"mechanisms.funding={{{RULE}{said}, buys: {{repairs: {service(yuan, cases)}}}}}"
    return load("village-square", [*PLAIN, *PERIOD, *sets, funding])


def tables(loaded: Loaded) -> dict[str, pd.DataFrame]:
    return simulate_compiled(loaded, 0, events=True)


def test_services_take_all_of_their_cases_from_the_day_on_which_the_tender_is_over() -> None:
    found = tables(funded("1 million yuan", tender="10 days"))
    day = pd.Timestamp("2024-05-06") + pd.Timedelta(days=7 + 10)
    cases = found["cases"][found["cases"]["hazard"].isin(["estate", "litter"])]
    theirs = cases["handler"].isin(["community", "sanitation", "housing"]) & (cases["level"].astype(str) != "")
    moved = cases["moved_by"].astype(str) == "funding"
    assert not moved[cases["occurred_at"] < day].any()
    handled = theirs & (cases["occurred_at"] >= day) & (cases["unit"].astype(str) != "grid")
    assert handled.sum() > 20
    assert moved[handled].all()
    services = found["stations"][found["stations"]["kind"] == "contractor"]
    assert services["servers"].sum() == 8  # 1,000,000 / (60 x 37.5 x 365 / 7) = 8.5
    assert services["rostered_h"].sum() == pytest.approx(8 * 7.5 * np.busday_count(day.date(), "2024-06-03"))


def test_crews_go_to_streets_evenly_or_half_by_households_and_half_by_issues() -> None:
    places = ("territory.streets=2", "territory.communities=4", "territory.community_spread=1.5")
    crews = {}
    for formula in ("even", "need"):
        stations = tables(funded("5 million yuan", *places, formula=formula))["stations"]
        crews[formula] = stations["servers"][stations["kind"] == "contractor"].to_numpy()
    assert crews["even"].tolist() == [21, 21]
    assert crews["need"].sum() == 42
    assert crews["need"][0] != crews["need"][1]


@pytest.mark.parametrize("formula", ["even", "need"])
def test_balances_of_communities_add_up_to_that_of_the_district(formula: str) -> None:
    scenario = funded("1 million yuan", formula=formula, further="70000 yuan").scenario
    households, issues = np.array([100.0, 300.0, 200.0, 400.0]), np.array([5.0, 1.0, 1.0, 1.0])
    book, each = ledger(scenario), balances(scenario, households, issues)
    whole, communities = scenario.population.households.value, scenario.territory.communities.value
    assert book.income == pytest.approx(36 * whole + 200_000 * communities + 70_000)
    assert each.sum() == pytest.approx(book.balance - 200_000 * (communities - 4))
    assert book.items["purchased services"] + book.left == pytest.approx(1_000_000)
