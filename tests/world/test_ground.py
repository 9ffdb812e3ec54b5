"""The ground: communities tile the district, people live in them, and no seed of a run moves a house."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world.ground import Ground, build_ground, hilbert, share_out


def ground_of(*sets: str, preset: str = "village-square") -> Ground:
    return build_ground(load(preset, sets).scenario)


def test_communities_tile_the_district() -> None:
    scenario = load("jiancaoping").scenario
    ground = build_ground(scenario)
    whole = shapely.unary_union(ground.outlines)
    assert len(ground.outlines) == 77
    assert sum(outline.area for outline in ground.outlines) == pytest.approx(scenario.territory.area.value)
    assert whole.area == pytest.approx(scenario.territory.area.value)
    assert np.bincount(ground.street).min() >= 8
    assert sorted(set(ground.street.tolist())) == list(range(9))


def test_everybody_lives_in_a_household_of_a_community() -> None:
    ground = ground_of()
    assert len(ground.first_resident) - 1 == len(ground.x) - ground.places == 10_000
    assert ground.residents.sum() == ground.first_resident[-1] == 26_000
    assert (np.diff(ground.first_resident) >= 1).all()
    for c, outline in enumerate(ground.outlines):
        own = ground.community == c
        assert shapely.intersects_xy(outline, np.column_stack([ground.x[own], ground.y[own]])).all()


def test_households_are_denser_at_the_centre() -> None:
    even, dense = ground_of("territory.centre_density=1"), ground_of("territory.centre_density=6", preset="jiancaoping")
    households = np.diff(dense.first_home) / [outline.area for outline in dense.outlines]
    assert np.ptp(np.diff(even.first_home) / [outline.area for outline in even.outlines]) < 0.002 * 2500
    assert households.max() / households.min() > 3


def test_the_ground_has_a_seed_of_its_own() -> None:
    first, other_run, other_ground = ground_of(), ground_of("run.seed=99"), ground_of("territory.seed=2")
    assert (first.x == other_run.x).all()
    assert (first.rate_factor == other_run.rate_factor).all()
    assert (first.x != other_ground.x).any()


def test_communities_differ_but_not_on_average() -> None:
    """Their factors have mean 1 over residents, so that the rate of the district is what the scenario says."""
    ground = ground_of(preset="jiancaoping")
    assert (ground.rate_factor * ground.residents).sum() / ground.residents.sum() == pytest.approx(1.0)
    assert 0.2 < ground.rate_factor.std() < 0.5
    assert (ground_of("territory.community_spread=0").rate_factor == 1.0).all()


def square(west: float, south: float) -> dict[str, Any]:
    ring = [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_communities_may_be_given_as_polygons() -> None:
    document = load("village-square").document
    outlines = [square(112.50, 37.93), square(112.51, 37.93), square(112.50, 37.94)]
    geojson = {"type": "FeatureCollection", "features": outlines}
    territory = {**document["territory"], "communities": 3, "geojson": geojson}
    ground = build_ground(Scenario.model_validate({**document, "territory": territory}))
    metres = 6_371_008.8 * np.pi / 180.0
    assert [outline.area for outline in ground.outlines] == pytest.approx(
        [(0.01 * metres) ** 2 * np.cos(np.radians(37.94))] * 3, rel=1e-3
    )
    assert ground.x.min() >= 0.0
    assert np.bincount(ground.community[ground.places :]).sum() == 10_000


@given(st.integers(0, 5000), st.lists(st.floats(0.1, 100.0), min_size=1, max_size=40), st.integers(0, 3))
def test_whole_numbers_are_shared_out_in_proportion(total: int, weights: list[float], least: int) -> None:
    weight = np.array(weights)
    shares = share_out(total, weight, least)
    assert shares.sum() == total
    assert (shares >= 0).all()
    if total >= least * len(weight):
        assert (shares >= least).all()
        exact = least + weight / weight.sum() * (total - least * len(weight))
        assert (np.abs(shares - exact) < 1.0 + 1e-6).all()


def test_neighbours_on_the_curve_are_neighbours_on_the_ground() -> None:
    side = 32
    x, y = (axis.ravel().astype(float) for axis in np.meshgrid(np.arange(side), np.arange(side)))
    order = np.argsort(hilbert(x, y, levels=5))
    assert (np.abs(np.diff(x[order])) + np.abs(np.diff(y[order])) == 1).mean() > 0.95
