"""A world is shared by scenarios that differ in nothing that it depends on."""

import pytest

from sim.scenario.load import load
from sim.world.world import ground_key, world_key

PEOPLE = (
    "territory.zones={market: {title: markets, share: 0.2, homes: 0.1, rates: {litter: 2}}}",
    "population.groups={old: {title: old people, share: 0.2}}",
)
BASE = load("village-square", PEOPLE).scenario


@pytest.mark.parametrize(
    "change",
    [
        "hazards.litter.deadline=9 h",
        "hazards.litter.severity=9",
        "run.replications=99",
        "grids.count=9",
        "staff.grid_workers.count=9",
        "mechanisms.whistle.enabled=false",
        "mechanisms.coverage={enabled: true, covered: {market: 0.5}}",
    ],
)
def test_what_happens_later_leaves_the_world_as_it_is(change: str) -> None:
    assert world_key(load("village-square", [*PEOPLE, change]).scenario) == world_key(BASE)


@pytest.mark.parametrize(
    "change",
    [
        "run.seed=99",
        "run.length=99 days",
        "hazards.litter.rate=9 per resident per year",
        "profiles.day_spread=0.9",
        "consultations=9 per resident per year",
        "hazards.welfare.group=old",
    ],
)
def test_other_occurrences_happen_on_the_same_ground(change: str) -> None:
    other = load("village-square", [*PEOPLE, change]).scenario
    assert ground_key(other) == ground_key(BASE)
    assert world_key(other) != world_key(BASE)


@pytest.mark.parametrize(
    "change",
    [
        "territory.seed=99",
        "population.residents=26001",
        "territory.zones.market.share=0.3",
        "territory.zones.market.rates.litter=3",
        "population.groups.old.share=0.3",
    ],
)
def test_another_ground_is_another_world(change: str) -> None:
    other = load("village-square", [*PEOPLE, change]).scenario
    assert ground_key(other) != ground_key(BASE)
    assert world_key(other) != world_key(BASE)
