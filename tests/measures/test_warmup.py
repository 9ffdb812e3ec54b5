"""MSER-5 finds where the beginning ends, and the states that it looks at are counted rightly."""

import numpy as np
import pandas as pd
import pytest

from sim.measures.statistics.warmup import BATCH, Settled, settled, states, truncated
from tests.measures.frames import case, issue, tables

RNG = np.random.default_rng(11)


@pytest.mark.parametrize("batches", [0, 4, 8])
def test_a_start_that_differs_is_cut(batches: int) -> None:
    values = 100 + RNG.normal(0, 0.5, 40 * BATCH)
    values[: batches * BATCH] -= np.linspace(60, 20, batches * BATCH)
    found = truncated(values)
    assert found is not None
    assert batches <= found < 20
    assert values[found * BATCH :].mean() == pytest.approx(100, abs=0.2)


def test_what_never_becomes_steady_has_no_answer() -> None:
    assert truncated(np.arange(200.0)) is None
    assert truncated(np.arange(4.0)) is None


def test_a_warmup_is_too_short_only_if_that_is_known() -> None:
    assert Settled(7.0, 21.0).beyond(14)
    assert not Settled(7.0, 21.0).beyond(21)
    assert not Settled(7.0, None).beyond(1)


def test_states_count_what_is_open_and_not_known_and_what_is_filed() -> None:
    run = tables(
        issues=[
            issue("2024-05-06", detected_at="2024-05-08", ended_at="2024-05-20"),
            issue("2024-05-07", ended_at="2024-05-09", state="healed"),
            issue("2024-05-07", state="absorbed"),
        ],
        cases=[case("2024-05-08", closed_at="2024-05-12", state="closed"), case("2024-05-09")],
    )
    found = states(run, np.datetime64("2024-05-06"))
    assert found["day"].tolist() == pytest.approx([1.4 * i for i in range(10)])
    assert found["unseen"].tolist() == [1, 2, 1, 0, 0, 0, 0, 0, 0, 0]
    assert found["open_cases"].tolist() == [0, 0, 1, 2, 2, 1, 1, 1, 1, 1]
    assert settled(found).unseen is None


def test_a_run_through_seasons_is_not_judged() -> None:
    day = np.arange(0.0, 400.0, 1.4)
    steady = pd.DataFrame({"day": day, "unseen": np.r_[0.0, np.ones(len(day) - 1)], "open_cases": np.ones(len(day))})
    assert settled(steady[steady["day"] < 180.0]).longest() is not None
    assert settled(steady).longest() is None
