"""gridgov: simulates how a district finds, reports and mends its everyday problems under different grid rules.

`sim.load` reads a scenario, `sim.run` runs it, `sim.compare` sets the `sim.variants` of one beside each other, and
`sim.study` runs the study in a file; `sim.cases` and `sim.export` read results. They are imported when first used,
since they bring a lot along. docs/python.md shows them at work.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim import study
    from sim.reading.results import cases, export
    from sim.scenario.load import load
    from sim.study.files.variants import variants_from as variants
    from sim.study.kinds.comparison import compare
    from sim.study.kinds.run import RunOptions, run
    from sim.study.kinds.study import StudyOptions

__version__ = "0.1.0"
__all__ = [
    "RunOptions",
    "StudyOptions",
    "__version__",
    "cases",
    "compare",
    "export",
    "load",
    "run",
    "study",
    "variants",
]

_HOMES = {
    "RunOptions": ("sim.study.kinds.run", "RunOptions"),
    "StudyOptions": ("sim.study.kinds.study", "StudyOptions"),
    "cases": ("sim.reading.results", "cases"),
    "compare": ("sim.study.kinds.comparison", "compare"),
    "export": ("sim.reading.results", "export"),
    "load": ("sim.scenario.load", "load"),
    "run": ("sim.study.kinds.run", "run"),
    "variants": ("sim.study.files.variants", "variants_from"),
}
"""Where the functions of the package are at home."""


def __getattr__(name: str) -> Any:
    """Import one of the functions on first use."""
    if name == "study":
        return import_module("sim.study")  # which can be called
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute '{name}'")
    module, function = _HOMES[name]
    return getattr(import_module(module), function)


def __dir__() -> list[str]:
    """Return what is public, imported already or not."""
    return sorted({*globals(), *__all__})
