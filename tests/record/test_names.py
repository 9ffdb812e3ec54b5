"""What a folder is called says nothing to what reads and writes it, and what a cell says is no formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from sim.record.beside import read_beside, write_beside
from sim.record.cells import for_spreadsheets, from_spreadsheet, marked, unmarked
from sim.record.store import read_parquet, write_csv, write_parquet
from sim.study.execution.folder import FolderTaken, claim
from sim.study.execution.runner import Runner
from sim.study.execution.store import StudyStore
from tests.hostile import LISTED, hostile

FOLDERS = [name for name in LISTED if name.strip(". ") and not {"/", "\\"} & {*name} and len(name.encode()) < 256]


@pytest.mark.parametrize("relative", [False, True])
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_read_alone_whatever_it_is_called(
    name: str, relative: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for number, folder in enumerate(dict.fromkeys((name, "r1", "rx", "xx", "a"))):
        place = Path() if relative else tmp_path
        (place / folder).mkdir()
        write_parquet(place / folder / "t.parquet", pd.DataFrame({"case": [number], "a": [7]}), None)
    read = read_parquet([place / name / "t.parquet", place / "r1" / "t.parquet"], None)
    assert_frame_equal(read, pd.DataFrame({"case": [0, 0 if name == "r1" else 1], "a": [7, 7]}), check_dtype=False)
    if "?" not in name:  # a study is refused there
        StudyStore(place / name, {"name": name}).close()
        assert (tmp_path / name / "runs.duckdb").is_file()


def test_a_folder_that_cannot_be_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(FolderTaken, match="name another one"):
        claim(tmp_path / "a\0b", "key", False)
    for name in ("a\0b", "r?"):
        with pytest.raises(FolderTaken, match="name another"):
            Runner(tmp_path / name, {}, lambda points, replication: []).__enter__()
    assert not [*tmp_path.iterdir()]


@settings(deadline=None)
@given(hostile | st.text("'=+-@\t\r1＝", max_size=6))
def test_a_text_in_a_csv_file_is_no_formula_and_comes_back(text: str) -> None:
    shown = marked(text)
    assert unmarked(shown) == text
    assert shown[:1] not in tuple("=+-@\t\r\n＝＋－＠") or shown.lstrip("+-").replace(".", "").isalnum()


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(1)", "\tx", "\rx", "＝1", "-5 %"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert marked(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["-5", "+3.5e2", "plain", "", -5, 1.5, None, True])
def test_numbers_and_plain_texts_stay(cell: object) -> None:
    assert marked(cell) is cell


def test_numbers_are_written_as_before(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": [-1.5, 2.0], "when": pd.to_datetime(["2026-01-01", None]), "mixed": [-1.5, "=x"]})
    write_csv(tmp_path / "t.csv", frame)
    assert (tmp_path / "t.csv").read_text() == "a,when,mixed\n-1.5,2026-01-01T00:00:00,-1.5\n2.0,,'=x\n"


def test_the_name_of_a_column_is_no_formula_either(tmp_path: Path) -> None:
    frame = pd.DataFrame({"=cmd": ["a"], "self": ["=b"]})
    write_csv(tmp_path / "t.csv", frame)
    assert next(csv.reader((tmp_path / "t.csv").open(encoding="utf-8"))) == ["'=cmd", "self"]
    assert_frame_equal(from_spreadsheet(for_spreadsheets(frame)), frame)


@settings(max_examples=20, deadline=None)
@given(names=st.lists(hostile.filter(bool), min_size=1, max_size=5, unique=True))
def test_names_come_back_as_they_were_given(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    table = pd.DataFrame({"variant": names, "hazard": names, "value": range(len(names))})
    folder = tmp_path_factory.mktemp("beside")
    write_beside(folder, {"causes": table}, {})
    assert_frame_equal(read_beside(folder).tables["causes"], table, check_dtype=False)
