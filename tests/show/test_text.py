import math

import pytest
from ruamel.yaml import YAML

from sim.scenario.models import Scenario
from sim.show.pages.assumptions import Assumption, Ungraded, assumptions, ungraded
from sim.show.text.labels import title_of
from sim.show.text.numbers import interval, number_text, unit_name
from tests.show.conftest import DOCUMENT


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1234567.8, "per year", "1,234,568"),
        (99.96, "h", "100.0"),
        (12.345, "h", "12.3"),
        (1.005, "h", "1.00"),
        (0.0439, "h", "0.0439"),
        (-0.5, "h", "−0.500"),
        (0, "h", "0.00"),
        (0.9321, "share", "93.2 %"),
        (math.nan, "share", "–"),
        (0.00123, "h", "0.0012"),
        (0.0000237, "h", "< 0.0001"),
        (-0.0000237, "h", "> −0.0001"),
        (0.00000551, "share", "< 0.01 %"),
    ],
)
def test_numbers_keep_three_digits(value, unit, text):
    assert number_text(value, unit) == text


def test_intervals_that_do_not_exist_are_a_dash():
    assert interval(1.0, 2.0, "h") == "1.00 – 2.00"
    assert interval(math.nan, math.nan, "h") == "–"


def test_shares_need_no_unit_beside_their_percent_sign():
    assert unit_name("share", "en") == ""
    assert unit_name("h", "zh") == "小时"


def test_titles_fall_back_to_english_and_then_to_the_name():
    assert title_of({"title": {"en": "Litter", "zh": "垃圾"}}, "litter", "zh") == "垃圾"
    assert title_of({"title": {"en": "Litter"}}, "litter", "zh") == "Litter"
    assert title_of({"title": "Litter"}, "litter", "zh") == "Litter"
    assert title_of({}, "litter", "en") == "litter"


def test_assumptions_are_what_is_graded_e_outside_the_field_section():
    rate, work = assumptions(YAML(typ="safe").load(DOCUMENT))
    assert rate == Assumption(
        "hazards.litter.rate",
        "9 per resident per year",
        "6 per resident per year – …",
        "a guess",
    )
    assert (work.path, work.section) == ("hazards.litter.work", "hazards.litter")
    assert work.value == "lognormal (median 25 min, p90 60 min)"
    assert work.range == "× 0.5 – 2"


def test_assumptions_inside_lists_are_found():
    document = {"shocks": [{"factor": {"value": 3, "grade": "E"}}, {"factor": {"value": 2, "grade": "A"}}]}
    assert [row.path for row in assumptions(document)] == ["shocks.0.factor"]


def test_numbers_without_a_grade_are_listed_as_written(document):
    rows = ungraded(Scenario.model_validate(document), document)
    assert Ungraded("staff.grid_workers.count", ["31"]) in rows
    assert Ungraded("rosters.grid.shifts", ["0.6", "0.2", "0.2"]) in rows
    assert not [row for row in rows if row.path.startswith("run.") or row.values in (["0"], ["1"])]


def test_a_distribution_without_a_grade_is_listed_and_a_graded_one_is_not(document):
    litter = document["hazards"]["litter"]
    own = {"lognormal": {"median": "25 min", "p90": "60 min"}, "low": 0.5}
    changed = {**document, "hazards": {**document["hazards"], "litter": {**litter, "procedure": own}}}
    rows = {row.path: row.values for row in ungraded(Scenario.model_validate(changed), changed)}
    assert rows["hazards.litter.procedure"] == ["lognormal (median 25 min, p90 60 min)"]
    assert "hazards.litter.rate" not in rows
