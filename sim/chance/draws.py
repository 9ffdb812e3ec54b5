"""Keyed draws: a uniform number is a function of who asks and what for, never of when.

Each draw is keyed by (seed, replication, purpose, entity, k) and mixed by the finaliser of splitmix64, one round
per key word (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, section 5). The
seed is mixed first: keys that only add multiples of one constant made replications correlate. So no draw depends on
the order in which things happen, on the engine, on the number of processes, or on whether another mechanism is on.
"""

import hashlib
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance.rule import rule

MASK = 0xFFFFFFFFFFFFFFFF
GOLDEN = 0x9E3779B97F4A7C15
FIRST = 0xBF58476D1CE4E5B9
SECOND = 0x94D049BB133111EB


class Draws(NamedTuple):
    """Purposes of draws by name: `territory` ones are the same in every replication of a territory's seed, `run` ones
    are drawn with the run's seed and the replication."""

    run: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()


WORLD = Draws(
    territory=("place", "household", "density", "size", "community_rate", "place_rank", "readiness", "zone", "group"),
    run=(
        "arrival", "day_rate", "common_day", "noticing_day", "site", "prevented", "heals", "heals_after", "recurs",
        "recurs_after", "dangerous", "handler", "joint", "joint_count", "joint_member", "joint_work", "work",
        "unsolvable", "zoned", "contested", "unclear",
    ),
)  # fmt: skip
"""What the world draws; each mechanism names its own draws beside these and those of the plan."""

NO_DRAWS = Draws()


def mix(z: int) -> int:
    """Finalise 64 bits: splitmix64's output function, a bijection of 0 .. 2^64-1."""
    z = ((z ^ (z >> 30)) * FIRST) & MASK
    z = ((z ^ (z >> 27)) * SECOND) & MASK
    return z ^ (z >> 31)


def absorb(h: int, word: int) -> int:
    """Add one key word (any integer, taken modulo 2^64) to a mixed state."""
    return mix(((h ^ (word & MASK)) + GOLDEN) & MASK)


def purpose_number(name: str) -> int:
    """Number of a purpose: the first 64 bits of the SHA-256 of its name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")


def stream(seed: int, replication: int, purpose: str) -> int:
    """State from which all draws of one purpose in one replication start (0 .. 2^64-1)."""
    return absorb(absorb(mix((seed + GOLDEN) & MASK), replication), purpose_number(purpose))


@rule
def uniform(state: int, entity: int, k: int) -> float:
    """Uniform number of the k-th draw of an entity from a stream, never 0 and never 1.

    ((z >> 12) + 0.5) 2^-52 for the 64 mixed bits z. Written out instead of calling `absorb` twice: this is the one
    function that every event calls several times.
    """
    z = ((state ^ entity) + GOLDEN) & MASK
    z = ((z ^ (z >> 30)) * FIRST) & MASK
    z = ((z ^ (z >> 27)) * SECOND) & MASK
    z = ((z ^ (z >> 31) ^ k) + GOLDEN) & MASK
    z = ((z ^ (z >> 30)) * FIRST) & MASK
    z = ((z ^ (z >> 27)) * SECOND) & MASK
    return (((z ^ (z >> 31)) >> 12) + 0.5) * 2.220446049250313e-16


def uniforms(state: int, entity: NDArray[np.int64], k: NDArray[np.int64] | int) -> NDArray[np.float64]:
    """`uniform` for arrays of entities and draws (broadcast to one shape), the same numbers to the last bit."""
    with np.errstate(over="ignore"):
        z = _absorb_words(np.asarray(np.uint64(state)), np.asarray(entity).astype(np.uint64))
        z = _absorb_words(z, np.asarray(k).astype(np.uint64))
    return ((z >> np.uint64(12)).astype(np.float64) + 0.5) * 2.220446049250313e-16


def _absorb_words(h: NDArray[np.uint64], word: NDArray[np.uint64]) -> NDArray[np.uint64]:
    z = (h ^ word) + np.uint64(GOLDEN)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(FIRST)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(SECOND)
    return z ^ (z >> np.uint64(31))


def streams(ground_seed: int, seed: int, replication: int, further: Draws = NO_DRAWS) -> SimpleNamespace:
    """All streams of a replication by purpose: those of the world and further ones.

    Raises ValueError if two purposes have one name, or hash to one number.
    """
    names = WORLD.territory + WORLD.run + further.territory + further.run
    if len({purpose_number(name) for name in names}) != len(names):
        raise ValueError("two purposes of draws have the same number: rename one")
    states = {name: stream(ground_seed, 0, name) for name in WORLD.territory + further.territory}
    states |= {name: stream(seed, replication, name) for name in WORLD.run + further.run}
    return SimpleNamespace(**states)
