"""What units are called: in Chinese no unit that a mechanism brings has an English name."""

from __future__ import annotations

import re

import pytest

from sim.scenario.load import load
from sim.show.text.unit_titles import unit_title

BROUGHT = ("council", "auditors", "company 3", "partners 0", "street_leader", "district_leader")


@pytest.mark.parametrize("unit", BROUGHT)
def test_stations_that_mechanisms_bring_have_chinese_titles(unit: str) -> None:
    title = unit_title(unit, load("village-square").document, "zh")
    assert not re.search("[A-Za-z_]", title)


def test_committees_are_called_by_the_title_of_their_level_or_by_its_name() -> None:
    level = "{place: street, roster: grid, decides: 1}"
    titled = "{title: {en: league, zh: 联盟}, place: district, roster: grid, decides: 1}"
    levels = f"mechanisms.committees.levels={{low: {level}, high: {titled}}}"
    document = load("village-square", ["mechanisms.committees.enabled=true", levels]).document
    told = [
        unit_title(f"committee_{name}", document, language) for name in ("low", "high") for language in ("en", "zh")
    ]
    assert told == ["committee (low)", "委员会（low）", "league", "联盟"]
