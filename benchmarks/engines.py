"""The engines of gridgov by name, ready to run."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from sim.plan.plan import Plan
from sim.record.outcome import Outcome

Engine = Callable[[Plan, bool], Outcome]


def available() -> str:
    """The fastest engine that is there: `compiled` if it and its compiler are installed."""
    return "compiled" if find_spec("numba") and find_spec("sim.engines.compiled.run") else "reference"


def engine(name: str) -> Engine:
    """The engine of that name; the compiled one is compiled now if it is not yet."""
    if name == "reference":
        from sim.engines.reference.run import simulate as by_reference

        return by_reference
    from sim.engines.compiled import cache

    cache.compile_now()
    from sim.engines.compiled.run import simulate as by_compiled

    return by_compiled
