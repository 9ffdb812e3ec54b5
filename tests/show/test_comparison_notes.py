"""What one must know of a comparison is said in both languages, and nothing is if there is nothing."""

import re

from sim.measures.statistics.warmup import Settled
from sim.measures.studies import ComparisonNotes
from sim.scenario.load import load
from sim.show.text.comparison_notes import comparison_notes
from sim.show.text.variant_titles import variant_titles

NOTES = ComparisonNotes(
    {"few": {"path": "grids.count", "before": 40.0, "after": 51.0, "left_over_yuan": 1234.4}},
    ["detection_median_h"],
    14.0,
    {"many": Settled(21.0, 28.0)},
    {"few": 3},
)

TITLES = {"few": "Few workers", "many": "Many workers"}
VILLAGE = load("village-square").document


def test_each_note_is_a_sentence() -> None:
    cost, unmet, warmup, grew = comparison_notes(NOTES, TITLES, VILLAGE, "en")
    assert "Grids: number of “Few workers” was changed from 40 to 51; rounding leaves 1,234 yuan" in cost
    assert "Detection, median" in unmet
    assert warmup.startswith("Many workers: The warm-up of 14 days is too short: MSER-5 would cut 28 days")
    assert grew.startswith("Few workers: 3 of its queues grow")


def test_notes_are_told_in_chinese_too() -> None:
    told = list(comparison_notes(NOTES, {"few": "人少", "many": "人多"}, VILLAGE, "zh"))
    assert len(told) == 4 and not any(re.search("[a-z]", text) for text in told), "no names of variants or settings"


def test_nothing_to_know_is_no_note() -> None:
    assert not list(comparison_notes(ComparisonNotes({}, [], 14.0, {}), {}, {}, "en"))


def test_a_variant_is_called_as_given_or_by_what_was_changed_in_words() -> None:
    village = VILLAGE
    sets = ["staff.grid_workers.count=27", "grids.count=60"]
    assert variant_titles({}, village, [])["en"] == village["title"]["en"]
    changed = variant_titles({}, village, sets)
    assert changed == {"en": "Grid workers: number 27, Grids: number 60", "zh": "网格员：数量 27、网格：数量 60"}
    assert variant_titles({}, village, sets, told_apart=True)["en"] == f"{village['title']['en']}, {changed['en']}"
    assert variant_titles({"en": "Mine"}, village, sets) == {"en": "Mine", "zh": changed["zh"]}
