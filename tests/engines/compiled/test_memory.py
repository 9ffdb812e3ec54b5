"""All plans are laid out alike, so that the kernel is compiled once."""

from __future__ import annotations

from typing import Any

import pytest

from sim.engines.compiled.memory import enlarge, lay_out
from sim.engines.compiled.rows import type_of
from sim.plan.lower import lower
from tests.engines.compiled.scenarios import CHOICES, with_choices

PLAIN = {path: values[0] for path, values in CHOICES.items()}
ODD = {
    "plain": {},
    "no workers": {"staff.grid_workers.count": 0},
    "no month ends": {"run.start": "2024-02-08", "run.length": "2 days"},
    "a table": {"channels.app.registration": {"gamma": {"mean": "30 min", "cv": 0.7}}},
    "no crews": {"departments.housing.crews": 0, "staff.community_desks.crews": 0},
    "nothing on": {path: False for path in CHOICES if path.endswith(".enabled")},
}


def laid_out(choices: dict[str, Any], keep_log: bool) -> Any:
    return lay_out(lower(with_choices(PLAIN | choices), 0)[0], keep_log)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("keep_log", [False, True])
def test_every_plan_has_the_same_layout(odd: str, keep_log: bool) -> None:
    assert type_of(laid_out(ODD[odd], keep_log)) == type_of(laid_out({}, False))


def test_a_table_that_is_nearly_full_is_doubled_and_keeps_its_rows() -> None:
    sim = laid_out({}, False)
    size = len(sim["cases"])
    assert not enlarge(sim)
    sim["case_count"] = size - 1
    sim["cases"][size - 2]["limit"] = 17
    assert enlarge(sim)
    assert len(sim["cases"]) == 2 * size
    assert sim["cases"][size - 2]["limit"] == 17
    assert sim.memory["cases"]["address"][0] == sim["cases"].ctypes.data
