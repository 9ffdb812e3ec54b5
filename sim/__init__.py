"""gridgov: simulates how a district finds, reports and mends its everyday problems under different grid rules.

`sim.load` reads a scenario, `sim.run` runs it; both are imported when first used, since they bring a lot along.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.scenario.load import load
    from sim.study.run import run

__version__ = "0.1.0"
__all__ = ["__version__", "load", "run"]


def __getattr__(name: str) -> Any:
    """Import `load` or `run` on first use."""
    if name == "load":
        from sim.scenario.load import load

        return load
    if name == "run":
        from sim.study.run import run

        return run
    raise AttributeError(f"module 'sim' has no attribute '{name}'")
