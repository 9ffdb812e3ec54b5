"""The kernel is compiled once for all tests, as for all runs."""

import pytest

from sim.engines.compiled import cache


@pytest.fixture(scope="session")
def kernel() -> None:
    """Have the kernel of the present sources compiled and at hand."""
    cache.kernel()
