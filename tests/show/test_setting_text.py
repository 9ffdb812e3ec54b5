"""Settings are told in words: by the titles of what they stand in, with values as people write them."""

import pytest

from sim.language.quantity import Label
from sim.scenario.load import load
from sim.show.pages.told_assumptions import told_assumptions
from sim.show.text.settings import assignment_text, reason_text, setting_labels, setting_title, setting_value
from sim.show.text.study_titles import level_label

DOCUMENT = load("village-square").document


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        ("grids.count", "Grids: number", "网格：数量"),
        ("staff.grid_workers.count", "Grid workers: number", "网格员：数量"),
    ],
)
def test_a_setting_is_named_by_where_it_stands_and_what_it_is(path: str, english: str, chinese: str) -> None:
    assert setting_title(path, DOCUMENT, "en") == english
    assert setting_title(path, DOCUMENT, "zh") == chinese


def test_departments_and_categories_are_called_by_their_titles() -> None:
    hazard, entry = next(iter(DOCUMENT["hazards"].items()))
    assert setting_title(f"hazards.{hazard}.rate", DOCUMENT, "en").startswith(f"{entry['title']['en']}: ")
    assert setting_title(f"hazards.{hazard}.rate", DOCUMENT, "zh").startswith(entry["title"]["zh"])


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (None, "–", "–"),
        (True, "yes", "是"),
        (1200, "1,200", "1,200"),
        ("20 min", "20 min", "20 分钟"),
        ({"value": "20 min", "grade": "E"}, "20 min", "20 分钟"),
        ("60000 yuan", "60,000 yuan", "6万元"),
        ("0.3万元", "3,000 yuan", "3,000元"),
        ("17 million yuan per year", "17 million yuan per year", "1,700万元/年"),
        ("0.17亿元/年", "17 million yuan per year", "1,700万元/年"),
        ("2024年4月22日", "2024-04-22", "2024年4月22日"),
        ("2024-04-22", "2024-04-22", "2024年4月22日"),
        ("2024/4/22", "2024-04-22", "2024年4月22日"),
    ],
)
def test_values_are_written_as_people_write_them(value: object, english: str, chinese: str) -> None:
    told = setting_value(value, DOCUMENT, "en"), setting_value(value, DOCUMENT, "zh").replace(" ", "")
    assert told == (english, chinese.replace(" ", ""))


def test_an_assignment_of_a_command_line_is_told_in_words() -> None:
    assert assignment_text("staff.grid_workers.count=31", DOCUMENT, "en") == "Grid workers: number 31"
    assert assignment_text("staff.grid_workers.count=31", DOCUMENT, "zh") == "网格员：数量 31"


def test_settings_called_alike_are_told_apart() -> None:
    labels = setting_labels(["rosters.a", "rosters.b", "grids.count"], {"rosters": {}})
    assert len({its.en for its in labels.values()}) == len({its.zh for its in labels.values()}) == 3


def test_ranges_say_their_unit_once_and_numbers_have_no_exponents() -> None:
    rate = {"value": "150 per 1000 residents per year", "low": "50 per 1000 residents per year",
            "high": "300 per 1000 residents per year", "grade": "E"}  # fmt: skip
    few = {"value": 0.00005, "low": 0.00002, "high": 0.0001, "grade": "E"}
    length = {"value": "0.5 wh", "low": "0.2 wh", "high": "1 wd", "grade": "E"}
    told = told_assumptions({"a": rate, "b": few, "c": length}, "en")
    (rated,), (fewer,), (longer,) = (rows for _, rows in told.sections)
    assert rated.range == "50 – 300 per 1000 residents per year"
    assert (fewer.value, fewer.range) == ("0.00005", "0.00002 – 0.0001")
    assert (longer.value, longer.range) == ("0.5 working h", "0.2 working h – 1 working days")


def test_levels_that_are_on_and_off_are_called_so() -> None:
    sets = ["mechanisms.whistle.enabled=false"]
    assert level_label("off", sets, DOCUMENT) == Label(en="off", zh="停用")
    assert level_label("none", sets, DOCUMENT).zh != "停用"


def test_english_reasons_are_not_for_chinese_readers() -> None:
    assert reason_text("assumed, see staff.grid_workers.count", DOCUMENT, "zh") == ""
    assert "staff.grid_workers" not in reason_text("assumed, see staff.grid_workers.count", DOCUMENT, "en")
