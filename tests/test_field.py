"""The base case on a tenth of the district, over a year, beside what was worked out by hand and what cities publish."""

from functools import cache

import pandas as pd

from sim.measures.summary import field_check, summarise
from sim.plan.window import Window
from sim.record.frames import Frames
from sim.scenario.load import load
from sim.study.execution.measuring import measured
from tests.engines.runs import run

PUBLISHED = 24
"""Published figures that the base case is held against, at least."""
SOME = 0.5
"""Share of them that lies inside, at least: less would say that the base case is of no district."""


@cache
def checked() -> pd.DataFrame:
    ran = run(load("jiancaoping-tenth", ["run.length=52 weeks"]).scenario)
    frames = Frames(ran.scenario, ran.plan, ran.ground, ran.grids, Window(ran.plan)).of(ran.outcome)
    return field_check(summarise(measured(ran.scenario, frames)), ran.scenario.field)


def test_what_was_worked_out_by_hand_is_what_comes() -> None:
    by_hand = checked()[checked()["source"].str.startswith("arithmetic") & ~checked()["published"]]
    assert len(by_hand) >= 11
    assert by_hand["inside"].all(), by_hand[~by_hand["inside"]].to_string()


def test_published_figures_are_held_whether_they_fit_or_not() -> None:
    published = checked()[checked()["published"]]
    assert len(published) >= PUBLISHED
    assert set(published["grade"]) <= {"A", "B", "B-", "C"}, "what is assumed is not published"
    assert published["source"].str.contains("[0-9]").all(), "a source names the figure"
    assert published["inside"].mean() >= SOME
