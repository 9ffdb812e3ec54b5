"""The base case on a tenth of the district, over a year, beside the figures of the field."""

from sim.engines import simulate
from sim.measures.summary import field_check, measure_all, summarise
from sim.measures.tables import Tables
from sim.scenario.load import load
from sim.study.execution.measuring import office_hours
from sim.world.occurrences import seasons


def test_a_year_of_the_tenth_lies_inside_the_ranges_of_the_field() -> None:
    loaded = load("jiancaoping-tenth", ["run.length=52 weeks"])
    tables = Tables(simulate(loaded, 0), office_hours(loaded.scenario), seasons(loaded.scenario))
    checked = field_check(summarise(measure_all(tables)), loaded.scenario.field)
    assert len(checked) == len(loaded.scenario.field) >= 17
    assert checked["inside"].all(), checked[~checked["inside"]].to_string()
