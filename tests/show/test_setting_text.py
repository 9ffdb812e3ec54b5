"""Settings are told in words: by the titles of what they stand in, with values as people write them."""

import pytest

from sim.scenario.load import load
from sim.show.text.settings import assignment_text, reason_text, setting_labels, setting_title, setting_value

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


def test_english_reasons_are_not_for_chinese_readers() -> None:
    assert reason_text("assumed, see staff.grid_workers.count", DOCUMENT, "zh") == ""
    assert "staff.grid_workers" not in reason_text("assumed, see staff.grid_workers.count", DOCUMENT, "en")
