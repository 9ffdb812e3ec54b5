"""Figures: each drawn from tables, in one style."""

import os
import sys
from importlib.util import find_spec

from sim.machine.cache import give_matplotlib_a_folder


def _load_matplotlib() -> None:
    """Load matplotlib even if MPLBACKEND names a module that is not installed, which stops it otherwise.

    The commands and scripts that a notebook starts inherit such a name from it. Figures here are never shown in a
    window, so what is named is left alone if it can be used.
    """
    named = os.environ.get("MPLBACKEND", "")
    module = named.removeprefix("module://").partition(".")[0]
    lacking = named.startswith("module://") and find_spec(module) is None
    if "matplotlib" in sys.modules or not lacking:
        return
    del os.environ["MPLBACKEND"]
    try:
        import matplotlib  # noqa: F401
    finally:
        os.environ["MPLBACKEND"] = named


give_matplotlib_a_folder()
_load_matplotlib()
