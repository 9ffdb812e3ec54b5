"""Groups of residents lowered: what each is like, where its households are, and how ready they make a community."""

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NOBODY
from sim.language.quantity import value_or
from sim.plan.plan import GROUP, Records
from sim.scenario.models import Scenario
from sim.world.ground import Ground


def lower_groups(scenario: Scenario) -> Records:
    """A row for each group, the first for those of none (`GROUP`); factors have no unit, channels are numbers."""
    channels = list(scenario.channels)
    rows = [(1.0, NOBODY, 1.0)]
    for group in scenario.population.groups.values():
        channel = NOBODY if group.channel is None else channels.index(group.channel)
        rows.append((value_or(group.inclination, 1.0), channel, value_or(group.at_home, 1.0)))
    return np.array(rows, dtype=GROUP)


def homes_of_groups(scenario: Scenario, ground: Ground) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The households (numbers of sites) of groups, by community and there by group, those of none left out; and where
    those of each community and group (from 0) begin, with the end of all: length communities x (groups + 1) + 1."""
    rows = len(scenario.population.groups) + 1
    of_group = np.flatnonzero(ground.group > 0)
    row = ground.community[of_group] * rows + ground.group[of_group]
    order = np.argsort(row, kind="stable")
    starts = np.searchsorted(row[order], np.arange(ground.communities * rows + 1))
    return of_group[order].astype(np.int64), starts.astype(np.int64)


def mean_inclination(scenario: Scenario, ground: Ground) -> NDArray[np.float64]:
    """Mean of the factors of groups on reporting over the residents of each community, shape (communities,)."""
    factors = lower_groups(scenario)["inclination"]
    if np.all(factors == 1.0):
        return np.ones(ground.communities)
    own = factors[ground.group[ground.places :]]
    home, people = ground.community[ground.places :], np.diff(ground.first_resident)
    whole = np.bincount(home, weights=people, minlength=ground.communities)
    felt = np.bincount(home, weights=own * people, minlength=ground.communities)
    return np.divide(felt, whole, out=np.ones(ground.communities), where=whole > 0)
