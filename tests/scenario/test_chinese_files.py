"""Scenario files, assignments and studies as Chinese planners type them."""

from __future__ import annotations

import pytest

from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.files.assignments import multiple
from tests.scenario.conftest import Write

ENGLISH = """\
extends: village-square
run: {start: 2024-04-22, length: 4 weeks}
grids: {count: 42, cost: 60000 yuan per year}
hazards: {noise: {rate: 16 per 1000 residents per year, deadline: 3 working days}}
calendar: {holidays: [2024-05-01, 2024-05-02]}
rosters:
  village: {shifts: [{share: 50 %, week: {mon-fri: "08:30-12:00"}}, {share: 0.5, week: {sat: "09:00-11:00"}}]}
"""
CHINESE = """\
extends: village-square
run: {start: 2024年4月22日, length: “4周”}
grids: {count: 0.0042万, cost: 6万元/年}
hazards: {noise: {rate: 每千人每年16件, deadline: 3个工作日}}
calendar: {holidays: [2024/5/1, 2024年5月2日]}
rosters:
  village: {shifts: [{share: 50％, week: {周一至周五: 8：30至12：00}}, {share: 0.5, week: {周六: "9:00-11:00"}}]}
"""


def test_a_file_in_chinese_says_what_the_english_one_does(write: Write) -> None:
    english, chinese = load(write("english.yaml", ENGLISH)).scenario, load(write("chinese.yaml", CHINESE)).scenario
    rosters = {"rosters"}
    assert chinese.model_dump(exclude=rosters) == english.model_dump(exclude=rosters)


def test_assignments_in_chinese() -> None:
    chinese = load("village-square", ["grids.cost=6万元", "run.start=2024年4月22日", "staff.grid_workers.absence＝5％"])
    english = load(
        "village-square", ["grids.cost=60000 yuan", "run.start=2024-04-22", "staff.grid_workers.absence=5 %"]
    )
    assert chinese.scenario == english.scenario


def test_studies_multiply_what_is_written_in_chinese() -> None:
    assert multiple("1.5万", 1.1, whole=True) == 16_500
    assert multiple("6万元/年", 2) == "120000 元/年"
    assert multiple("每千人每年16件", 0.5) == "8 件 每 1000人每年"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "extends: village-square\ngrids：\n  count: 42\n",
            "a.yaml:2:6: full-width signs are text in YAML: '：' for ': '",
        ),
        ("extends: village-square\ngrids:\n  count：42\n", "a.yaml:3:3: grids: expected a section of keys and values"),
        ("extends：village-square\n", "a.yaml:1:1: expected keys with values"),
        ("extends: village-square\ngrids: {count：42}\n", "did you mean 'count'?"),
        ("extends: village-square\ngrids: {count: {value: 42，low: 30}}\n", "a.yaml:2:26: full-width signs"),
        ("extends: village-square\ngrids: ｛count: 42｝\n", "a.yaml:2:8: full-width signs"),
        ("extends: village-square\ngrids:\n\u3000\u3000count: 42\n", "a wide space for a plain one"),
        ("extends: village-square\nname: “小镇”\n", "did you mean '小镇'?"),
        ("extends: village-square\nrosters: {street_hours: {always: 是}}\n", "did you mean 'true'?"),
        ("extends: village-square\nrun: {start: 45355}\n", "did you mean '2024-03-04'?"),
    ],
)
def test_full_width_signs_are_named_with_their_line(text: str, said: str, write: Write) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(write("a.yaml", text))
    assert said in str(caught.value)
    if "：" in text:
        assert "'：' for ': '" in str(caught.value)


def test_full_width_signs_in_titles_are_text(write: Write) -> None:
    text = "extends: village-square\ntitle: {en: a, zh: “小镇”：四个社区，一条街}\nabout: 注：示例\n"
    assert load(write("a.yaml", text)).scenario.title.zh == "“小镇”：四个社区，一条街"
