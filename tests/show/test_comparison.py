"""The report of a comparison: verdicts in plain words, the answer first, everything in both languages."""

import math
import re
from typing import Any

import pandas as pd
import pytest

from sim.record import contents
from sim.show.pages.comparison import write_comparison_report
from sim.show.pages.difference_tables import gain_note, times
from sim.show.text.answer import answer
from sim.show.text.verdicts import percent, sense, signed, verdict_text
from sim.words import label
from tests.show.compared import write_compared

TITLES = {"before": "Before", "after": "After <b>it</b>"}


def row(**values: Any) -> dict[str, Any]:
    """Return a row of differences: detection an hour sooner, for sure, unless said otherwise."""
    plain = {"measure": "detection_median_h", "unit": "h", "pairs": 5, "base": 10.0, "other": 9.0, "difference": -1.0}
    plain |= {"low": -1.5, "high": -0.5, "relative": -0.1, "relative_low": -0.15, "relative_high": -0.05, "gain": 3.0}
    return {**plain, "verdict": "sure", "not_reached": 0, **values}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "sooner by 1.00 h (0.500 to 1.50)"),
        ({"verdict": "likely"}, "probably sooner by 1.00 h (0.500 to 1.50)"),
        ({"low": -1.0, "high": -1.0, "verdict": "exact"}, "sooner by 1.00 h in every replication"),
        ({"low": -0.2, "high": 0.4, "verdict": "none"}, "no significant difference (± 0.400 h)"),
        ({"low": -3.0, "high": 5.0, "verdict": "unclear"}, "inconclusive: from 3.00 h sooner to 5.00 h later"),
        ({"low": math.nan, "high": math.nan, "verdict": "single"}, "sooner by 1.00 h in the only replication"),
        ({"difference": 0.0, "verdict": "single"}, "the same in the only replication"),
        ({"not_reached": 3, "verdict": "censored"}, "unknown: not reached within the follow-up in 3 of 5 replications"),
        ({"verdict": "same"}, "the same in every replication"),
        ({"verdict": "put_in"}, "sooner by 1.00 h: put in, no finding"),
        ({"verdict": "put_in", "difference": 0.0}, "no verdict: what was changed enters this measure itself"),
        ({"verdict": "unmeasured"}, "no verdict: nobody has measured what was changed"),
        (
            {"measure": "on_time_share_due", "unit": "share", "difference": 0.02, "low": 0.01, "high": 0.03},
            "higher by 2.00 points (1.00 to 3.00)",
        ),
    ],
)
def test_verdicts_say_what_is_known_and_how_well(values: dict[str, Any], expected: str) -> None:
    assert verdict_text(row(**values), "en").startswith(expected)
    assert re.search(r"[\u4e00-\u9fff]", verdict_text(row(**values), "zh"))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "better"),
        ({"difference": 1.0}, "worse"),
        ({"measure": "on_time_share_due", "difference": 0.1}, "better"),
        ({"measure": "cases_per_year", "difference": 5.0}, "neutral"),
        ({"verdict": "unclear"}, "open"),
        ({"verdict": "put_in"}, "put_in"),
        ({"verdict": "unmeasured"}, "unmeasured"),
    ],
)
def test_better_and_worse_are_those_of_the_measure(values: dict[str, Any], expected: str) -> None:
    assert sense(row(**values)) == expected


def test_what_was_put_in_is_named_in_the_answer_and_not_as_better() -> None:
    closing = row(measure="closing_median_h", verdict="put_in", variant="after")
    table = pd.DataFrame([row(variant="after"), closing])
    ((found, rest),) = answer(table, ["detection_median_h", "closing_median_h"], TITLES, "en")
    assert "closing" not in found.lower() and "−10 %" in found
    assert "of the 1 key figures, 0 show" in rest
    assert "put in, not found: time to close, median" in rest


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_nobody_has_measured_is_headed_by_that_sentence(language: Any) -> None:
    table = pd.DataFrame([row(variant="after", verdict="unmeasured")])
    ((found, _),) = answer(table, ["detection_median_h"], TITLES, language)
    assert found == label("nobody_measured", language)


def test_numbers_carry_their_sign() -> None:
    assert (percent(-0.0512), percent(0.31), percent(math.nan)) == ("−5.1 %", "+31 %", "–")
    assert (percent(-0.0004), percent(0.00001), signed(-0.00001, "share")) == ("−0.04 %", "0 %", "0")
    assert (signed(-0.02, "share"), signed(3.0, "h"), times(math.nan), times(3.21)) == ("−2.00", "+3.00", "–", "3.2 ×")


def test_the_answer_names_what_is_sure_and_largest_first_and_what_it_costs() -> None:
    nan = {"relative": math.nan, "relative_low": math.nan, "relative_high": math.nan}
    points = {"difference": -0.01, "low": -0.02, "high": -0.005}
    small = row(measure="never_reported_share", unit="share", **nan, **points)
    open_one = row(measure="closing_p90_h", verdict="unclear", low=-1.0, high=9.0)
    cost = row(measure="yearly_cost", unit="yuan", difference=-2e6, relative=-0.2, verdict="exact")
    rows = [{**its, "variant": "after"} for its in (small, row(), open_one, cost)]
    measures = ["never_reported_share", "detection_median_h", "closing_p90_h"]
    ((found, rest),) = answer(pd.DataFrame(rows), measures, TITLES, "en")
    assert found.index("detection, median −10 % (−15 … −5.0)") < found.index(
        "never on file, self-resolved included lower by 1.00 points"
    )
    assert "worse" not in found
    assert rest == (
        "It costs 2,000,000 yuan (−20 %) less a year; of the 3 key figures, 1 show no significant difference"
        " or are inconclusive with 5 replications."
    )


def test_without_any_difference_the_answer_says_so() -> None:
    rows = pd.DataFrame([{**row(verdict="unclear"), "variant": "after"}])
    ((found, _),) = answer(rows, ["detection_median_h"], TITLES, "en")
    assert "no key figure differs significantly in 5 replications" in found


def test_the_gain_is_told_for_times_of_detection_and_closing() -> None:
    rows = [row(gain=2.0), row(measure="closing_p90_h", gain=4.0), row(measure="backlog_mean", gain=1.0)]
    assert "here is 2.0 ×; for detection times 2.0 ×, for closing times 4.0 ×" in gain_note(pd.DataFrame(rows), "en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]) -> Any:
    """Return a folder as a comparison of two variants leaves it."""
    place = tmp_path_factory.mktemp("comparison")
    write_compared(place, document, TITLES)
    return place


@pytest.fixture(scope="module")
def pages(folder: Any) -> dict[str, str]:
    write_comparison_report(folder)
    return {language: (folder / name).read_text("utf-8") for language, name in contents.REPORTS.items()}


def test_the_page_leads_with_the_answer_and_warns(pages: dict[str, str]) -> None:
    page = pages["en"]
    advice = page.index("Choose “After &lt;b&gt;it&lt;/b&gt;” if detection, median come first")
    assert advice < page.index(label("caveat_assumptions", "en")) < page.index("What changes, and what it costs")
    for language, text in pages.items():
        for name in ("caveat_assumptions", "caveat_people"):
            assert label(name, language) in text


def test_queues_that_grow_are_told_of_their_variant_before_the_figures(pages: dict[str, str]) -> None:
    page = pages["en"]
    box = page[page.index(label("read_first", "en")) : page.index("What changes, and")]
    assert "The queue at the desk of community 2 grows by 4.2 jobs a week" in box
    assert "After &lt;b&gt;it&lt;/b&gt;" in box and "Before</p>" not in box
    assert "社区窗口" in pages["zh"]


def test_the_page_stands_alone_and_escapes_names(pages: dict[str, str]) -> None:
    targets = re.findall(r'(?:href=|src=|url\()"?([^")]*)', pages["en"])
    assert all(target.startswith(("#", "data:")) for target in targets)
    assert "<script" not in pages["en"]
    assert "After &lt;b&gt;it&lt;/b&gt;" in pages["en"]


def test_it_tells_what_was_changed_and_what_rounding_leaves(pages: dict[str, str]) -> None:
    assert "Grids: number 42 → 40" in pages["en"] and "网格：数量 42 → 40" in pages["zh"]
    assert (
        "Grids: number of “After &lt;b&gt;it&lt;/b&gt;” was changed from 42 to 40; rounding leaves 100 yuan a year"
        in pages["en"]
    )
    assert "before these were as precise as asked: Time to close, p90" in pages["en"]


def test_single_issues_have_their_moments_and_the_numbers_of_their_cases(pages: dict[str, str]) -> None:
    assert pages["en"].count("<td>found or reported</td>") == 2
    assert "case 0 of “Before”, replication 0" in pages["en"] and "case 0 of “After" in pages["en"]
    assert "warm-up of 14 days is long enough" in pages["en"]


def test_the_same_issues_stand_side_by_side(pages: dict[str, str]) -> None:
    row = pages["en"][pages["en"].index("The same issues in both, mean") :]
    assert re.findall(r'<td class="number(?: strong)?">([^<]*)</td>', row)[:3] == ["3.00", "1.00", "−2.00"]


def test_figures_stand_beside_the_page(pages: dict[str, str], folder: Any) -> None:
    names = sorted(path.name for path in (folder / "figures").iterdir())
    assert names == ["backlog.svg", "causes-after.svg", "forest.svg", "timelines-after.svg", "warmup.svg"]
