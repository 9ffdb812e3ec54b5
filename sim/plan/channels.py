"""Ways to report lowered to records: who prefers which, in the whole district or community by community."""

import numpy as np
from numpy.typing import NDArray

from sim.chance.distribution_table import DistributionTable
from sim.language.quantity import value_or
from sim.mechanisms.units.roll_out import where
from sim.plan.plan import CHANNEL, Records
from sim.scenario.models import Scenario
from sim.world.centres import by_community, metres_to_centre
from sim.world.ground import Ground

Floats = NDArray[np.float64]


def lower_channels(scenario: Scenario, ground: Ground, table: DistributionTable) -> Records:
    """Rows of all channels: shape (channels,) if communities are alike, else (communities x channels,), community by
    community."""
    shares = np.array([channel.share.value for channel in scenario.channels.values()])
    registrations = [table.add(channel.registration) for channel in scenario.channels.values()]
    own = scenario.mechanisms.service_centres
    preferred = _with_centres(scenario, ground, shares) if own.draws_people() else shares[np.newaxis]
    upto = np.cumsum(preferred, axis=1)
    rows = np.zeros(preferred.size, dtype=CHANNEL)
    rows["upto"] = (upto / upto[:, -1:]).ravel()
    rows["registration"] = np.tile(registrations, len(preferred))
    return rows


def _with_centres(scenario: Scenario, ground: Ground, shares: Floats) -> Floats:
    """Share of residents who prefer each channel, shape (communities, channels): the counter by the way to it, the
    others in proportion as without centres."""
    own, names = scenario.mechanisms.service_centres, list(scenario.channels)
    counter = names.index(own.channel)
    near = np.ones(ground.communities)
    if own.reach is not None:
        metres = metres_to_centre(ground, int(own.centres.value))
        near = by_community(ground, np.exp(-metres / own.reach.value))
    walk_in = value_or(own.at_door, shares[counter]) * near
    others = 1.0 - shares[counter]
    rest = np.divide(1.0 - walk_in, others, out=np.ones(len(near)), where=others > 0)
    preferred = np.outer(rest, shares)
    preferred[:, counter] = walk_in
    return np.where(where(scenario, "service_centres")[:, np.newaxis], preferred, shares)
