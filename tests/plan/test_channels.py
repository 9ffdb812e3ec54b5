"""Ways to report: the counter draws people by the way to it, the others share the rest as they did."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest

from sim.chance.distribution_table import DistributionTable
from sim.plan.channels import lower_channels
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world.centres import by_community, metres_to_centre
from sim.world.ground import build_ground

HOMES = ("population.households=500", "population.residents=1300", "mechanisms.service_centres.enabled=true")


def town(*sets: str) -> Scenario:
    return load("jiancaoping-tenth", [*HOMES, *sets]).scenario


def shares(scenario: Scenario) -> np.ndarray:
    """Share of each channel, shape (communities or 1, channels)."""
    rows = lower_channels(scenario, build_ground(scenario), DistributionTable())
    return np.diff(rows["upto"].reshape(-1, len(scenario.channels)), axis=1, prepend=0.0)


def test_without_reach_all_communities_prefer_what_the_channels_say() -> None:
    scenario = town()
    said = [channel.share.value for channel in scenario.channels.values()]
    assert shares(scenario) == pytest.approx(np.array([said]))


def test_the_counter_draws_by_the_way_to_it_and_the_others_keep_their_proportion() -> None:
    sets = ("mechanisms.service_centres.at_door=0.4", "mechanisms.service_centres.reach=800 m")
    scenario = town(*sets, "mechanisms.service_centres.centres=2")
    ground, each = build_ground(scenario), shares(scenario)
    near = by_community(ground, np.array([exp(-m / 800.0) for m in metres_to_centre(ground, 2)]))
    hotline, app, counter = each.T
    assert counter == pytest.approx(0.4 * near)
    assert hotline / app == pytest.approx(np.full(8, 5.0))


def test_next_to_a_counter_that_all_prefer_nobody_calls() -> None:
    each = shares(town("mechanisms.service_centres.at_door=1"))
    assert each == pytest.approx(np.tile([0.0, 0.0, 1.0], (8, 1)))
