"""Draws: published numbers, one answer from both ways of asking, and no echo between keys."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from sim.chance.draws import GOLDEN, MASK, WORLD, Draws, absorb, mix, stream, streams, uniform, uniforms

WORDS = st.integers(0, MASK)
KEYS = st.integers(0, (1 << 63) - 1)
COUNT = 20_000
ENTITIES = np.arange(COUNT)


def test_the_finaliser_gives_the_published_numbers() -> None:
    """Outputs of splitmix64 from the seed 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64")."""
    published = [
        6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
    ]  # fmt: skip
    assert [mix((1234567 + (i + 1) * GOLDEN) & MASK) for i in range(5)] == published


@given(WORDS, KEYS, KEYS)
def test_one_number_from_one_key(state: int, entity: int, k: int) -> None:
    u = uniform(state, entity, k)
    assert 0.0 < u < 1.0
    assert u == float(uniforms(state, np.array([entity]), np.array([k]))[0])
    assert u == ((absorb(absorb(state, entity), k) >> 12) + 0.5) * 2.0**-52


def test_never_zero_and_never_one() -> None:
    lowest, highest = 0.5 * 2.0**-52, (2.0**52 - 0.5) * 2.0**-52
    assert lowest > 0.0
    assert highest < 1.0


def test_negative_keys_are_taken_modulo_two_to_the_64() -> None:
    days = np.arange(-5, 5)
    assert uniforms(7, np.full(10, 3), days).tolist() == [uniform(7, 3, int(day) & MASK) for day in days]


def normal(u: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(stats.norm.ppf(u))


@pytest.mark.parametrize("seed", [0, 1, 2**63])
def test_numbers_are_uniform_over_entities_and_over_draws(seed: int) -> None:
    state = stream(seed, 0, "arrival")
    over_entities = uniforms(state, ENTITIES, 0)
    over_draws = uniforms(state, np.zeros(COUNT, dtype=np.int64), ENTITIES)
    for u in (over_entities, over_draws):
        assert stats.kstest(u, "uniform").pvalue > 1e-4
        assert abs(np.corrcoef(u[1:], u[:-1])[0, 1]) < 4.5 / COUNT**0.5


def test_replications_seeds_and_purposes_do_not_echo_each_other() -> None:
    keys = product((1, 2), range(4), ("arrival", "work"))
    columns = [normal(uniforms(stream(*key), ENTITIES, 0)) for key in keys]
    for first, second in combinations(columns, 2):
        assert abs(np.corrcoef(first, second)[0, 1]) < 4.5 / COUNT**0.5


def test_sums_over_replications_are_as_wide_as_those_of_independent_numbers() -> None:
    """Keys that only add multiples of one constant fail here: their sums repeat from replication to replication."""
    sums = np.array([normal(uniforms(stream(3, r, "arrival"), np.arange(500), 0)).sum() for r in range(400)])
    assert stats.kstest(sums / 500**0.5, "norm").pvalue > 1e-4


def test_a_further_draw_of_one_purpose_leaves_the_others() -> None:
    draw = streams(1, 2, 3)
    before = [uniform(draw.work, 5, 0), uniform(draw.heals, 5, 0)]
    uniform(draw.work, 5, 1)
    assert [uniform(draw.work, 5, 0), uniform(draw.heals, 5, 0)] == before


def test_the_ground_is_drawn_from_its_own_seed() -> None:
    first, other = streams(1, 2, 0), streams(1, 9, 4)
    assert all(getattr(first, name) == getattr(other, name) for name in WORLD.territory)
    assert all(getattr(first, name) != getattr(other, name) for name in WORLD.run)


def test_one_purpose_drawn_by_two_is_refused() -> None:
    with pytest.raises(ValueError, match="same number"):
        streams(1, 1, 0, Draws(run=("work",)))


def test_purposes_that_share_a_number_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.chance.draws.purpose_number", lambda _: 1)
    with pytest.raises(ValueError, match="same number"):
        streams(1, 1, 0)
