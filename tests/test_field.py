"""The base case on a tenth of the district, over a year, beside the figures of the field."""

from sim.measures.summary import field_check, summarise
from sim.plan.window import Window
from sim.record.frames import Frames
from sim.scenario.load import load
from sim.study.execution.measuring import measured
from tests.engines.runs import run


def test_a_year_of_the_tenth_lies_inside_the_ranges_of_the_field() -> None:
    ran = run(load("jiancaoping-tenth", ["run.length=52 weeks"]).scenario)
    frames = Frames(ran.scenario, ran.plan, ran.ground, ran.grids, Window(ran.plan)).of(ran.outcome)
    measures = measured(ran.scenario, frames)
    checked = field_check(summarise(measures), ran.scenario.field)
    assert len(checked) == len(ran.scenario.field) >= 17
    assert checked["inside"].all(), checked[~checked["inside"]].to_string()
