"""What small presets and some generated scenarios leave is what it was when `golden.json` was written."""

from __future__ import annotations

import json

import pytest

from tests.golden.golden import KEPT, cases, hashes

SMALL = ("village-square", "jiancaoping-tenth")
SOME = 40
"""Generated scenarios that are run here; all are by `make golden`."""

KEPT_HASHES = json.loads(KEPT.read_text("utf-8"))


def is_small(name: str) -> bool:
    what, number = name.rsplit(" ", 1)
    return what in SMALL or (what == "generated" and int(number) < SOME)


CASES = {name: (scenario, replication) for name, scenario, replication in cases() if is_small(name)}


@pytest.mark.parametrize("name", CASES)
def test_golden_logs_are_equal(name: str) -> None:
    assert hashes(*CASES[name], KEPT_HASHES["columns"]) == KEPT_HASHES["hashes"][name]
