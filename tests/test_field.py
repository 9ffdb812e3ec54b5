"""The base case on a tenth of the district, over a year, beside the figures of the field."""

from sim.engines import simulate
from sim.measures.summary import field_check, summarise
from sim.scenario.load import load
from sim.study.execution.measuring import measured


def test_a_year_of_the_tenth_lies_inside_the_ranges_of_the_field() -> None:
    loaded = load("jiancaoping-tenth", ["run.length=52 weeks"])
    measures = measured(loaded.scenario, simulate(loaded, 0))
    checked = field_check(summarise(measures), loaded.scenario.field)
    assert len(checked) == len(loaded.scenario.field) >= 17
    assert checked["inside"].all(), checked[~checked["inside"]].to_string()
