"""Corners of whose hours go where: with all of it runs are as they must be."""

from __future__ import annotations

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from tests.mechanisms.specimen import of
from tests.plain import PLAIN

PERIOD = ("run.length=3 weeks", "run.warmup=1 week", "run.followup=1 week", "run.start=2024-05-06")
pytestmark = pytest.mark.usefixtures("kernel")


def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), 0, events=True)


def campaign(since: str, until: str, **values: object) -> str:
    its = {"title": "x", "since": since, "until": until, "hazards": "[litter]", "patrol": "1 h", **values}
    return "{" + ", ".join(f"{name}: {value}" for name, value in its.items()) + "}"


def test_a_list_that_strikes_all_out_is_as_if_there_were_no_desk_and_line_work() -> None:
    struck = tables(*of("admission", cut=1))
    none = tables("staff.grid_workers.desk=0 h", "staff.grid_workers.line=0 h", "staff.community_desks.share=1")
    assert struck["events"].equals(none["events"])


def test_a_campaign_that_deters_all_keeps_all_of_its_hazards_away_while_it_lasts_and_less_after() -> None:
    planned = campaign("2024-05-15", "2024-05-22", patrol="0 h", deters=1, fades="2 weeks")
    issues = tables(*of("campaigns", planned=f"[{planned}]"), "run.length=5 weeks")["issues"]
    of_litter = issues[(issues["hazard"] == "litter") & (issues["occurred_at"] >= pd.Timestamp("2024-05-06"))]
    kept = (of_litter["state"] == "prevented").groupby(of_litter["occurred_at"].dt.normalize()).mean()
    assert (kept[:"2024-05-14"] == 0).all()
    assert (kept["2024-05-15":"2024-05-21"] == 1).all()
    week = kept["2024-05-22":"2024-06-04"].to_numpy()
    assert week[:4].mean() > 0.6 > 0.4 > week[-4:].mean()
    assert (kept["2024-06-05":] == 0).all()
    others = issues[(issues["hazard"] != "litter") & (issues["occurred_at"] >= pd.Timestamp("2024-05-06"))]
    assert not (others["state"] == "prevented").any()


def test_an_absent_crew_does_nothing_and_others_of_its_unit_are_there() -> None:
    some = tables(*of("staff_quality", crew_absence=0.5))["stations"]
    crews = some[some["kind"].isin(["street", "department", "community"])]
    assert crews["duty_h"].sum() / crews["rostered_h"].sum() == pytest.approx(0.5, abs=0.06)
    workers = some[some["kind"] == "worker"]
    assert workers["duty_h"].sum() > 0.8 * workers["rostered_h"].sum()


LEAVE = {"turnover": 1, "vacancy": "60 days"}


def test_posts_stand_vacant_as_long_as_turnover_and_vacancy_say_and_the_measure_counts_it() -> None:
    kept = load("village-square", [*PLAIN, *PERIOD, *of("staff_quality", **LEAVE), "staff.grid_workers.count=200"])
    runs = [simulate_compiled(kept, number, events=True)["stations"] for number in range(4)]
    workers = [its[its["kind"] == "worker"] for its in runs]
    away = 60 / 365
    share = sum(its["vacant_days"].sum() for its in workers) / (len(runs) * 200 * 21)
    assert share == pytest.approx(away / (1 + away), abs=0.03)
    on_duty = sum(its["duty_h"].sum() for its in workers) / sum(its["rostered_h"].sum() for its in workers)
    absence = kept.scenario.staff.grid_workers.absence.value
    assert on_duty == pytest.approx((1 - share) * (1 - absence), abs=0.02)
    others = runs[0][runs[0]["kind"].isin(["street", "department"])]
    assert (others["vacant_days"] == 0).all()


def test_newcomers_take_longer_and_are_the_slower_the_newer() -> None:
    def hours(**values: object) -> pd.DataFrame:
        frame = tables(*of("staff_quality", turnover=1, learning="3650 days", **values))["stations"]
        return frame[frame["kind"] == "community"]

    slow, alike = hours(newcomer=1), hours(newcomer=0)
    assert slow["newcomer_h"].sum() == pytest.approx(slow["busy_h"].sum())
    assert 1.4 < slow["busy_h"].sum() / alike["busy_h"].sum() < 2.1


def test_new_workers_who_see_nothing_find_nothing() -> None:
    keep = {"turnover": 1, "learning": "3650 days"}
    found = {
        unseeing: (tables(*of("staff_quality", unseeing=unseeing, **keep))["issues"]["detected_by"] == "patrol").sum()
        for unseeing in (0, 1)
    }
    assert found[1] < 0.7 * found[0]  # some are hired long ago, and passes are many


def test_a_case_in_hand_at_a_desk_does_not_wait_for_a_successor() -> None:
    """Of two crews those that are left go on with what a leaver had in hand."""
    found = tables(*of("staff_quality", turnover=1, vacancy="200 days"), "staff.community_desks.total=30")["jobs"]
    longest = (found["finished_at"] - found["started_at"]).dt.days[found["kind"] == "handle"]
    assert longest.max() < 15
