"""Service centres: each amid a community, where most are spared most of the way."""

from __future__ import annotations

import numpy as np
import pytest

from sim.scenario.load import load
from sim.world.centres import by_community, metres_to_centre
from sim.world.ground import Ground, build_ground


def ground() -> Ground:
    return build_ground(load("jiancaoping-tenth", ["population.households=500", "population.residents=1300"]).scenario)


def test_with_one_in_each_community_nobody_has_farther_than_to_the_middle_of_his() -> None:
    town = ground()
    metres = metres_to_centre(town, town.communities)
    middle = np.array([(outline.centroid.x, outline.centroid.y) for outline in town.outlines])
    home = town.community[town.places :]
    own = np.hypot(town.x[town.places :] - middle[home, 0], town.y[town.places :] - middle[home, 1])
    assert (metres <= own + 1e-9).all() and (metres < own).any()


def test_more_centres_are_nearer_and_the_first_is_the_best_of_all() -> None:
    town = ground()
    means = [metres_to_centre(town, count).mean() for count in (1, 2, 4, 8)]
    assert means == sorted(means, reverse=True)
    middle = np.array([(outline.centroid.x, outline.centroid.y) for outline in town.outlines])
    apart = np.hypot(*(middle[:, np.newaxis] - middle).T)
    best = middle[np.argmin(apart.T @ town.residents)]
    x, y = town.x[town.places :], town.y[town.places :]
    assert metres_to_centre(town, 1) == pytest.approx(np.hypot(x - best[0], y - best[1]))


def test_a_number_of_households_is_averaged_by_community() -> None:
    town = ground()
    home = town.community[town.places :]
    assert by_community(town, home.astype(float)) == pytest.approx(np.arange(town.communities))
