"""Every preset says in both languages what it is."""

from __future__ import annotations

import re

import pytest
import yaml

from sim.scenario.presets import preset_folder

PRESETS = sorted(preset_folder().glob("*.yaml"))
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("key", ["title", "about"])
def test_a_preset_says_what_it_is_in_both_languages(path, key):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))[key]
    assert sorted(told) == ["en", "zh"]
    assert CHINESE.search(told["zh"]) and not CHINESE.search(told["en"])
    names = {other.stem for other in PRESETS}
    assert not names & set(re.findall(r"[a-z0-9-]+", told["zh"])), "places have names, presets are code"
    assert "`" not in told["en"], "pages show it as it stands"
