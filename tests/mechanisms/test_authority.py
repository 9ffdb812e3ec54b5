"""Corners of who may act: with all of a share runs are as they must be."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from tests.mechanisms.specimen import ALL_DEPARTMENTS, DEPARTMENTS, of
from tests.plain import PLAIN

PERIOD = ("run.length=2 weeks", "run.warmup=1 week", "run.followup=1 week")
pytestmark = pytest.mark.usefixtures("kernel")


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), 0, events=True)


POWERS = of("street_powers", powers=ALL_DEPARTMENTS, team="enforcement")
SUNK = of("sunk_enforcement", departments="[housing]")

JOINT = (
    "hazards.illegal_bldg.rate=60 per 1000 residents per year",
    "hazards.illegal_bldg.procedure=2 wh",
    "mechanisms.whistle.for_overdue=false",
)


def test_with_all_powers_used_no_department_has_a_case_and_nobody_is_whistled_for() -> None:
    cases = tables(*POWERS, "mechanisms.street_powers.exercised=1", "mechanisms.dispatch.wrong_unit=0")["cases"]
    assert (cases["whistles"] == 0).all() and tables()["cases"]["whistles"].max() > 0
    done = (cases["state"] == "closed") & (cases["level"] != "spot")
    departmental = cases[cases["handler"].isin(DEPARTMENTS) & done]
    assert (departmental["unit"] == "enforcement").all()
    assert (departmental["moved_by"] == "street_powers").all()


def test_summons_that_are_recalled_are_answered_by_the_crews_in_the_street() -> None:
    half = (*SUNK, "mechanisms.sunk_enforcement.share=0.5", "mechanisms.sunk_enforcement.cases=1", *JOINT)
    own, sunk = (parts_of_housing(tables(*half, f"mechanisms.sunk_enforcement.recall={share}")) for share in (0, 1))
    assert set(own) == {"housing"} and set(sunk) == {"sunk_housing"}


def parts_of_housing(told: dict[str, pd.DataFrame]) -> list[str]:
    """Units whose crews did parts of joint work, of housing's."""
    unit = told["stations"].set_index("station")["name"].astype(str).str.split().str[0]
    of = told["jobs"].loc[told["jobs"]["kind"] == "part", "station"].map(unit)
    return [name for name in of if name.endswith("housing")]


def test_a_department_that_has_moved_whole_to_the_one_street_works_as_before() -> None:
    """One street, all crews and cases, roster of all hours, same travel and work: its cases go as they went."""
    alone = (
        "rosters.office2={always: true, shifts: []}",
        "departments.housing.roster=office2",
        *[
            f"hazards.{name}.joint.share=0"
            for name, hazard in load("village-square").scenario.hazards.items()
            if hazard.joint
        ],
        "mechanisms.whistle.for_overdue=false",
        "mechanisms.queueing.crew_cv=0",
        "mechanisms.dispatch.wrong_unit=0",
    )
    sunk = (*SUNK, "mechanisms.sunk_enforcement.share=1", "mechanisms.sunk_enforcement.cases=1")
    before, after = tables(*alone)["cases"], tables(*alone, *sunk)["cases"]
    own = before["handler"] == "housing"
    assert own.sum() > 20
    times = ["reported_at", "dispatched_at", "arrived_at", "claimed_at", "closed_at", "on_time"]
    assert before.loc[own, times].equals(after.loc[own, times])
    closed = after.loc[own & (after["state"] == "closed"), ["unit", "level"]]
    assert (closed["unit"].astype(str) == "sunk_housing").all() and (closed["level"].astype(str) == "street").all()
