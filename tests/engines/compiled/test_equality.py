"""Both engines write the same log, row for row, and the same tables."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sim.engines.compiled.compare import compare_engines
from tests.engines.compiled.scenarios import CHOICES, choices, with_choices

pytestmark = pytest.mark.usefixtures("kernel")


@given(choices(changed=14))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_engines_are_equal_on_generated_scenarios(chosen: dict[str, Any]) -> None:
    assert compare_engines(with_choices(chosen)) is None


def test_engines_are_equal_on_the_plainest_scenario_in_every_replication() -> None:
    plain = with_choices({path: values[0] for path, values in CHOICES.items()})
    assert all(compare_engines(plain, replication) is None for replication in range(3))
