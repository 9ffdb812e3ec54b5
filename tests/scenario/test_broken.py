"""Every kind of broken scenario gets one message that says where, what, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario.conftest import Write
from tests.scenario.small import GOOD, faults, loaded


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            "grids: {value: 515",
            "gridz: {value: 515",
            "a.yaml:4:1: gridz: unknown key 'gridz'; keys here are departments, grids, hazards, run, title; "
            "did you mean 'grids'?",
        ),
        (
            "length: 2 weeks",
            "length: 2 weks",
            "a.yaml:3:11: run.length: unknown unit 'weks' (found '2 weks'); a duration is written like "
            "'20 min', '4 working hours', '7 days'; did you mean 'weeks'?",
        ),
        (
            "rate: 160",
            "rate: -160",
            "a.yaml:7:11: hazards.litter.rate: must not be negative "
            "(found '-160 per 1000 residents per year'); a rate per resident is written like "
            "'160 per 1000 residents per year', '0.9 per resident per year'",
        ),
        (
            "p90: 60 min",
            "p90: 6 min",
            "a.yaml:8:45: hazards.litter.work.lognormal.p90: p90 must lie above the median (found '6 min')",
        ),
        (
            "median: 25 min",
            "medain: 25 min",
            "a.yaml:8:24: hazards.litter.work.lognormal.medain: unknown key 'medain'; "
            "lognormal takes {median, p90} or {mean, cv}; did you mean 'median'?",
        ),
        (
            "length: 2 weeks",
            "length: 2 weeks\n  stock: stationery",
            "a.yaml:4:10: run.stock: not a word known here (found 'stationery'); "
            "use 'empty' or 'stationary'; did you mean 'stationary'?",
        ),
        (
            "length: 2 weeks",
            "length: 2 weeks\n  start: 2026-02-30",
            "a.yaml:4:10: run.start: expected a date such as 2026-01-31 (found '2026-02-30')",
        ),
        (
            "handled_by: sanitation",
            "handled_by: sanitation\n    counts: {2: 0.5, 3: 1.5}",
            "a.yaml:10:25: hazards.litter.counts.3: must be at most 1 (found 1.5); "
            "a share is written like '0.3', '30 %'",
        ),
        ("low: 400", "low: 600", "a.yaml:4:26: grids.low: low lies above the value (found 600)"),
        ("grade: A", "grade: F", "a.yaml:4:49: grids.grade: not a word known here (found 'F'); "
         "use 'A', 'B', 'B-', 'C', 'D' or 'E'"),
        (
            "departments: [sanitation, police]",
            "departments: sanitation",
            "a.yaml:10:14: departments: expected a list (found 'sanitation')",
        ),
        ("  length: 2 weeks\n", "", "a.yaml:2:1: run: expected a section of keys and values (found nothing)"),
        ("    rate: 160 per 1000 residents per year\n", "", "a.yaml:6:3: hazards.litter: missing 'rate'"),
        (
            "handled_by: sanitation",
            "handled_by: polise",
            "a.yaml:9:17: hazards.litter.handled_by: no such department (found 'polise'); "
            "did you mean 'police'?",
        ),
    ],
)  # fmt: skip
def test_one_fault_gets_one_message(write: Write, right: str, wrong: str, message: str) -> None:
    assert right in GOOD
    assert faults(write("a.yaml", GOOD.replace(right, wrong))) == [message]


def test_a_good_file_has_no_faults(write: Write) -> None:
    assert loaded(write("a.yaml", GOOD)).grids.high == 800


def test_all_faults_of_a_file_come_at_once_in_order(write: Write) -> None:
    text = GOOD.replace("2 weeks", "2").replace("value: 515", "value: -1").replace("rate: 160", "rte: 160")
    assert [line.split(": ")[:2] for line in faults(write("a.yaml", text))] == [
        ["a.yaml:3:11", "run.length"],
        ["a.yaml:4:16", "grids.value"],
        ["a.yaml:7:5", "hazards.litter.rte"],
    ]


def test_a_fault_is_told_in_the_file_that_holds_it(write: Write) -> None:
    write("base.yaml", GOOD.replace("2 weeks", "2 weks"))
    path = write("a.yaml", "extends: base.yaml\ngrids: many\n")
    assert [line.split(": ")[0] for line in faults(path)] == ["a.yaml:2:8", "base.yaml:3:11"]


def test_a_truncated_file_says_where_it_ends(write: Write) -> None:
    path = write("a.yaml", GOOD[: GOOD.index("p90")])
    assert faults(path)[0].startswith("a.yaml:8:40: the file ends too early: expected the node content")


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(GOOD.replace("小", "网格").encode("gbk"))
    assert faults(path) == ["a.yaml:1:24: not UTF-8 text: byte 23 is 0xcd; save the file as UTF-8"]


def test_an_empty_file_says_so(write: Write) -> None:
    assert faults(write("a.yaml", "")) == ["a.yaml: the file is empty"]


def test_a_duplicate_key_names_the_first(write: Write) -> None:
    assert faults(write("a.yaml", GOOD + "grids: 3\n")) == [
        "a.yaml:11:1: grids: duplicate key 'grids', first on line 4"
    ]
