"""The first pages of a comparison are read rightly by who never saw one: units, prices, and what is not known."""

from typing import Any

import pandas as pd
import pytest

from sim.measures.statistics.warmup import STATES
from sim.scenario.load import load
from sim.show.pages.brief.advice import Facts, advice
from sim.show.pages.brief.cells import benefit_cell, cell, cost_cell
from sim.show.pages.brief.comparison import changes_text
from sim.show.pages.read_first import warmup_lines
from sim.words import Language, label
from tests.show.test_comparison import row

COST = {"measure": "yearly_cost", "unit": "yuan", "base": 50e6, "verdict": "put_in"}
SAFETY, LEAD = "dangerous_not_safe_2h_share", "severity_days_open"


def facts(measures: dict[str, dict[str, Any]], yuan: float, **values: Any) -> Facts:
    """Return what advice on one variant is made of: its rows by measure, and what it costs more."""
    rows = {name: row(measure=name, **its) for name, its in measures.items()}
    rows["yearly_cost"] = row(**COST, difference=yuan, other=50e6 + yuan)
    titles = {"base": "As it is", "new": "New"}
    plain = {"observed": pd.DataFrame(), "growing": [], "assumed": 7, "replications": 5}
    return Facts(rows={"new": rows}, titles=titles, measures=list(measures), **{**plain, **values})


WORSE = {"difference": 9.0, "relative": 0.9, "relative_low": 0.8, "relative_high": 1.0}
OPEN = {"verdict": "unclear", "difference": 0.2, "relative": 0.02, "relative_low": -0.15, "relative_high": 0.12}


def test_intervals_say_that_they_are_percentages_of_the_base() -> None:
    assert cell(row(**OPEN), "en").interval == "−15 … +12 %"
    assert "(−15 … −5.0 %)" in advice(facts({LEAD: {}}, 1e6), "en")[0]
    tiny = row(verdict="none", relative_low=-0.0004, relative_high=0.00001)
    assert cell(tiny, "en").interval == "−0.04 … 0 %"


@pytest.mark.parametrize(
    ("language", "none", "open_"), [("en", "little or none", "undetermined"), ("zh", "差别不大", "未定")]
)
def test_marks_are_those_that_the_note_below_the_table_defines(language: Language, none: str, open_: str) -> None:
    assert [cell(row(verdict=its), language).mark for its in ("none", "unclear")] == [none, open_]
    assert all(told in label("table_note", language).lower() for told in (none, open_))


def test_prices_that_rounding_leaves_buy_nothing() -> None:
    about = row(**COST, difference=25_000.0)
    assert benefit_cell(row(), about, "en") == benefit_cell(row(), row(**COST, difference=0.0), "en")
    assert benefit_cell(row(), row(**COST, difference=2e6), "en").change == "−5.00 %"
    assert cost_cell(about, "en").change == "+25,000 yuan", "the table still says it"
    assert "for about the same money" in advice(facts({LEAD: {}}, 25_000.0), "en")[0]


def test_a_small_difference_is_not_called_none_for_each_million() -> None:
    assert benefit_cell(row(verdict="none"), row(**COST, difference=1e5), "en").mark == label("cell_open", "en")


def test_what_cannot_be_told_is_named_beside_what_is_not_worse() -> None:
    _, against, _ = advice(facts({LEAD: {}, SAFETY: OPEN}, 1e6), "en")
    assert "nothing in the table is shown to get worse" in against
    assert "not known either way: dangerous issues not made safe" in against
    sure = advice(facts({LEAD: {}, SAFETY: {}}, 1e6), "en")[1]
    assert "not known" not in sure


@pytest.mark.parametrize("language", ["en", "zh"])
def test_where_nothing_is_better_it_says_how_much_worse_and_what_is_saved(language: Language) -> None:
    first = advice(facts({LEAD: WORSE}, -10.98e6), language)[0]
    assert "+90 %" in first and {"en": "10.98 million yuan less", "zh": "少花 1,098 万元"}[language] in first
    assert {"en": "undetermined (−15", "zh": "未定（−15"}[language] in advice(facts({LEAD: OPEN}, 0.0), language)[0]


def test_crews_of_each_street_are_told_of_all_streets() -> None:
    document = load("jiancaoping-tenth", ["territory.streets=2"]).document
    unit = next(iter(document["staff"]["street_teams"]))
    change = {"path": f"staff.street_teams.{unit}.crews", "base": 3, "other": 4}
    (told,) = changes_text([change], document, "en")
    assert "crews in each street 3 → 4 (in all 6 → 8)" in told
    one = changes_text([change], load("jiancaoping-tenth").document, "zh")
    assert "每个街道的处置组数 3 → 4" in one[0] and "合计" not in one[0]


def test_a_warm_up_that_may_be_too_short_is_told_before_the_figures() -> None:
    days = [1.4 * step for step in range(60)]
    rising = pd.DataFrame({"day": days, **dict.fromkeys(STATES, days)})
    steady = pd.DataFrame({"day": days, **dict.fromkeys(STATES, [5.0, 6.0, 5.0, 6.0, 5.0] * 12)})
    assert not warmup_lines(steady, 14.0, "en")
    for language in ("en", "zh"):
        (told,) = warmup_lines(rising, 14.0, language)
        assert "14" in told and "MSER" not in told
    assert not warmup_lines(rising.assign(day=rising["day"] * 10), 14.0, "en"), "seasons move it"
