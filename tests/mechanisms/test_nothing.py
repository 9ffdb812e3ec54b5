"""Of nothing comes nothing: at its corners each mechanism is on, and no row of the log is other than without it."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism
from sim.scenario.load import Loaded, load
from tests.mechanisms.specimen import DEPARTMENTS, specimens, with_specimen
from tests.plain import PLAIN

PERIOD = ("run.length=4 weeks", "run.warmup=1 week", "run.followup=2 weeks", "run.start=2024-05-06")
CORNERS = [(section, corner) for section, its in specimens().items() for corner in its.nothing]
pytestmark = pytest.mark.usefixtures("kernel")


def log(loaded: Loaded) -> pd.DataFrame:
    return simulate_compiled(loaded, 0, events=True)["events"]


@cache
def without(*given: str) -> pd.DataFrame:
    return log(load("village-square", [*PLAIN, *PERIOD, *given]))


@pytest.mark.parametrize(("section", "corner"), CORNERS, ids=[f"{section}: {corner}" for section, corner in CORNERS])
def test_of_nothing_the_log_is_the_same(section: str, corner: str) -> None:
    its = specimens()[section]
    there = load("village-square", [*PLAIN, *PERIOD, *its.given, *its.nothing[corner]])
    assert getattr(there.scenario.mechanisms, section).enabled
    assert log(there).equals(without(*its.given))


@pytest.mark.parametrize("section", [each.section for each in MECHANISMS if not each.required])
def test_every_mechanism_that_may_be_left_out_has_a_corner(section: str) -> None:
    assert section not in specimens() or specimens()[section].nothing


@pytest.mark.parametrize(
    "mechanism",
    [each for each in with_specimen() if each.everywhere is None and each.section != "roll_out"],
    ids=lambda mechanism: mechanism.section,
)
def test_placed_nowhere_or_later_it_does_nothing_and_everywhere_all(mechanism: Mechanism) -> None:
    on, section = specimens()[mechanism.section].on, mechanism.section

    def placed(adoption: str) -> pd.DataFrame:
        of = f"mechanisms.roll_out={{enabled: true, of: {{{section}: {adoption}}}}}"
        return log(load("village-square", [*PLAIN, *PERIOD, *on, of]))

    off, acting = without(*on, f"mechanisms.{section}.enabled=false"), without(*on)
    assert not acting.equals(off)
    assert placed("{}").equals(acting)
    assert placed("{where: []}").equals(off)
    assert mechanism.standing or placed("{since: 2025-01-01}").equals(off)


def test_the_departments_of_specimens_are_those_of_the_teaching_case() -> None:
    assert list(load("village-square").scenario.departments) == list(DEPARTMENTS)
