"""gridgov: simulates how a district finds, reports and mends its everyday problems under different grid rules.

`sim.load` reads a scenario, `sim.run` runs it, and `sim.compare` sets the `sim.variants` of one beside each other; they
are imported when first used, since they bring a lot along.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.scenario.load import load
    from sim.study.files.variants import variants_from as variants
    from sim.study.kinds.comparison import compare
    from sim.study.kinds.run import run

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "load", "run", "variants"]

_HOMES = {
    "compare": ("sim.study.kinds.comparison", "compare"),
    "load": ("sim.scenario.load", "load"),
    "run": ("sim.study.kinds.run", "run"),
    "variants": ("sim.study.files.variants", "variants_from"),
}
"""Where the functions of the package are at home."""


def __getattr__(name: str) -> Any:
    """Import one of the functions on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute '{name}'")
    module, function = _HOMES[name]
    return getattr(import_module(module), function)
