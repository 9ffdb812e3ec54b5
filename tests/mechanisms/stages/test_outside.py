"""Corners of what is settled outside the register: companies that settle everything, or as much as they can."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from sim.study.execution.measuring import measured
from tests.mechanisms.specimen import of
from tests.plain import PLAIN

PERIOD = ("run.length=4 weeks", "run.warmup=1 week", "run.followup=3 weeks", "run.stock=empty")
BY_RESIDENTS = (
    "hazards.estate.seen_per_pass=0",
    "hazards.estate.revealed_per_visit=0",
    "hazards.estate.dangerous=0",
    "hazards.estate.joint.share=0",
)
pytestmark = pytest.mark.usefixtures("kernel")


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *BY_RESIDENTS, *sets]), 0, events=True)


PARTIES = {"hazards": "[estate]", "covered": 1, "asks_first": 1, "estates": 1, "meetings": "0 h"}


def test_companies_with_time_who_are_asked_and_fix_everything_leave_no_ticket() -> None:
    told = tables(*of("property", **PARTIES, fixes=1, gives_up="365 days", crews=30))
    cases = told["cases"][told["cases"]["hazard"] == "estate"]
    assert (tables()["cases"]["hazard"] == "estate").sum() > 20
    assert len(cases) > 20 and cases["registered_at"].isna().all()


def test_every_matter_taken_to_a_company_is_settled_reported_or_with_it_still() -> None:
    told = tables(*of("property", **PARTIES, fixes=0.4, gives_up="1 day"))
    cases = told["cases"][told["cases"]["asked_at"].notna()]
    settled, reported = cases["state"] == "settled", cases["channel"].astype(str) != ""
    assert settled.sum() > 5 and reported.sum() > 5
    assert not (settled & reported).any()
    still = cases[~settled & ~reported]
    assert (still["asked_at"] > told["district"]["followed_to"].iloc[0] - pd.Timedelta("1 day")).all()
    outside = told["jobs"][told["jobs"]["kind"] == "outside"]
    assert set(outside["case"]) <= set(cases["case"])


def test_contracts_take_their_hours_and_partners_take_their_tasks() -> None:
    loaded = load(
        "village-square",
        [*PLAIN, *PERIOD, *of("co_building", units=40, tasks=300, hazards="[estate, welfare]", meeting="1 h")],
    )
    values = measured(loaded.scenario, simulate_compiled(loaded, 0)).set_index("measure")["value"]
    assert values["partner_tasks_per_year"] > 100
    hours = 40 * 12 * 7 / 365.25 * 365 / 7
    assert values["desk_h_per_partner_task"] * values["partner_tasks_per_year"] == pytest.approx(hours)
