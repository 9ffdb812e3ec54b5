"""GridLayout: any number of them, each a piece of one community, nearly equal in households."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import shapely

from sim.scenario.load import load
from sim.world.grids import GridLayout, cut_grids, grid_count
from sim.world.ground import Ground, build_ground

COUNTS = [4, 5, 42, 57, 400, 2500, 10_000]


@cache
def ground() -> Ground:
    return build_ground(load("village-square").scenario)


@cache
def cut(count: int) -> GridLayout:
    return cut_grids(load("village-square", [f"grids.count={count}"]).scenario, ground())


@pytest.mark.parametrize("count", COUNTS)
def test_grids_divide_the_sites_of_each_community(count: int) -> None:
    grids = cut(count)
    assert len(grids.community) == len(grids.outlines) == count
    assert (grids.of_site >= 0).all()
    assert (grids.community[grids.of_site] == ground().community).all()
    assert grids.households.sum() == 10_000
    assert (np.bincount(grids.of_site, minlength=count) == grids.sites).all()


@pytest.mark.parametrize("count", COUNTS)
def test_grids_of_a_community_have_nearly_equal_households(count: int) -> None:
    grids = cut(count)
    for c in range(4):
        households = grids.households[grids.community == c]
        assert np.ptp(households) <= 1 + np.log2(len(households) + 1)


@pytest.mark.parametrize("count", [5, 42, 400])
def test_a_grid_is_one_piece_and_holds_its_sites(count: int) -> None:
    grids = cut(count)
    for g, outline in enumerate(grids.outlines):
        assert outline.geom_type == "Polygon"
        own = grids.of_site == g
        inside = shapely.intersects_xy(outline.buffer(1e-6), np.column_stack([ground().x[own], ground().y[own]]))
        assert inside.all()
    area = sum(outline.area for outline in grids.outlines)
    assert area == pytest.approx(sum(outline.area for outline in ground().outlines))


def test_the_route_is_the_same_however_it_is_cut() -> None:
    assert cut(5).route_m.sum() == pytest.approx(cut(400).route_m.sum())


def test_with_fewer_grids_than_communities_some_belong_to_none() -> None:
    grids = cut(2)
    without = np.isin(ground().community, grids.community, invert=True)
    assert (grids.of_site[without] == -1).all()
    assert (grids.of_site[~without] >= 0).all()


def test_340_households_a_grid_are_515_grids_and_no_more_people() -> None:
    """Of 175,000 households, 340 in each are 515 grids; 800 such grids would be another district of 272,000."""
    scenario = load("jiancaoping", ["grids.count=null", "grids.households_per_grid=340"]).scenario
    assert grid_count(scenario) == 515
    assert scenario.population.households.value == 175_000
