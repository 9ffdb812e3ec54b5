"""What the page is about: a scenario, its worlds and a language, laid ready for the notebook that is the page."""

from typing import NamedTuple

from sim.demo.worlds import Worlds
from sim.scenario.models import Scenario
from sim.words import Language


class Stage(NamedTuple):
    """A scenario as it is, the worlds in which policies are tried, and the language of the page."""

    scenario: Scenario
    worlds: Worlds
    language: Language


_set: list[Stage] = []


def set_stage(stage: Stage) -> None:
    """Lay ready what the page is about; a notebook is handed nothing when a browser opens it."""
    _set[:] = [stage]


def the_stage() -> Stage:
    """Return what was laid ready; raises RuntimeError if nothing was."""
    if not _set:
        raise RuntimeError("this notebook is the page of `gridgov demo`, which opens it")
    return _set[0]
