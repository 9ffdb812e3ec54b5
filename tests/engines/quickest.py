"""The engine that is done first: tests that ask what the model does, and not which engine does it, use this one."""

from collections.abc import Callable

from sim.engines.choice import what_compiling_lacks
from sim.engines.reference.run import simulate as reference
from sim.plan.plan import Plan
from sim.record.outcome import Outcome

Engine = Callable[[Plan, bool], Outcome]


def engine() -> Engine:
    """The compiled engine, if it is compiled (`make setup` does that); else, or where it is shut out, the reference."""
    try:
        from sim.engines.compiled.cache import is_compiled
        from sim.engines.compiled.run import simulate as compiled
    except ImportError:  # as where mutants of the text are tried, which machine code does not have
        return reference
    return compiled if what_compiling_lacks() is None and is_compiled() else reference


simulate = engine()
