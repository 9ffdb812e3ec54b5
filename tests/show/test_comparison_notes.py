"""What one must know of a comparison is said in both languages, and nothing is if there is nothing."""

import re

from sim.language.quantity import Label
from sim.measures.statistics.warmup import Settled
from sim.measures.studies import ComparisonNotes
from sim.show.text.comparison_notes import comparison_notes
from sim.show.text.labels import variant_titles

NOTES = ComparisonNotes(
    {"few": {"path": "grids.count", "before": 40.0, "after": 51.0, "left_over_yuan": 1234.4}},
    ["detection_median_h"],
    14.0,
    {"many": Settled(21.0, 28.0)},
    {"few": 3},
)


def test_each_note_is_a_sentence() -> None:
    cost, unmet, warmup, grew = comparison_notes(NOTES, "en")
    assert "grids.count of “few” was changed from 40 to 51; rounding leaves 1,234 yuan" in cost
    assert "Detection, median" in unmet
    assert warmup.startswith("many: The warm-up of 14 days is too short: MSER-5 would cut 28 days")
    assert grew.startswith("few: 3 of its queues grow")


def test_notes_are_told_in_chinese_too() -> None:
    assert all(re.search("[\u4e00-\u9fff]", text) for text in comparison_notes(NOTES, "zh"))


def test_nothing_to_know_is_no_note() -> None:
    assert not list(comparison_notes(ComparisonNotes({}, [], 14.0, {}), "en"))


def test_a_variant_is_called_as_given_or_by_what_was_changed() -> None:
    scenario = Label(en="Village", zh="村")
    assert variant_titles({}, scenario, "village", []) == {"en": "Village", "zh": "村"}
    changed = variant_titles({}, scenario, "village", ["grids.count=60", "seed=4"])
    assert changed == {"en": "village, grids.count=60, seed=4", "zh": "village，grids.count=60, seed=4"}
    assert variant_titles({"en": "Mine"}, scenario, "village", ["seed=4"])["en"] == "Mine"
