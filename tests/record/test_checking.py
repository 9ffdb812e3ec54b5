"""The check of result folders: what is missing, changed, left over or foreign."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.record.checking import check_folder
from sim.record.store import MANIFEST, IncompleteResult, read_manifest, write_manifest

Command = Callable[..., tuple[int, str, str]]


def result(folder: Path, names: tuple[str, ...] = ("cases.parquet", "summary.csv"), **entries: object) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
    write_manifest(folder, entries, names)
    return folder


@pytest.fixture
def comparison(tmp_path: Path) -> Path:
    folder = tmp_path / "compared"
    result(folder / "variants" / "a")
    (folder / "causes.csv").touch()
    write_manifest(folder, {"kind": "comparison"}, ["causes.csv", "variants/a/manifest.json"])
    return folder


def test_a_whole_folder_is_sound(gridgov: Command, tmp_path: Path, comparison: Path) -> None:
    code, out, err = gridgov("check", result(tmp_path / "run"), comparison)
    assert (code, err) == (0, "")
    assert "a run, 2 files as they were written" in out
    assert "a comparison, 4 files as they were written" in out


def test_missing_changed_and_foreign_files_are_told(gridgov: Command, comparison: Path) -> None:
    (comparison / "causes.csv").write_text("changed", encoding="utf-8")
    (comparison / "variants" / "a" / "summary.csv").unlink()
    for name in ("notes.txt", ".causes.csv.part", ".lock"):
        (comparison / name).touch()
    found = check_folder(comparison)
    assert found.wrong == (("causes.csv", "was changed"), ("variants/a/summary.csv", "is missing"))
    assert found.besides == ((".causes.csv.part", "is left of an interruption"), ("notes.txt", "is not from gridgov"))
    code, out, err = gridgov("check", comparison)
    assert code == 2
    assert f"{comparison / 'causes.csv'} was changed" in err
    assert f"{comparison / 'notes.txt'} is not from gridgov" in out


def test_a_foreign_file_makes_nothing_wrong(gridgov: Command, comparison: Path) -> None:
    (comparison / "notes.txt").touch()
    assert gridgov("check", comparison)[0] == 0


def test_no_result_is_told(gridgov: Command, tmp_path: Path) -> None:
    code, out, err = gridgov("check", tmp_path)
    assert (code, out) == (2, "")
    assert "has no manifest.json" in err


@pytest.mark.parametrize("content", ["", "{", "[]", "[" * 100_000, '{"complete": true, "files": []}'])
def test_a_damaged_manifest_is_told_with_the_way_out(tmp_path: Path, content: str) -> None:
    folder = result(tmp_path / "run")
    (folder / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(IncompleteResult, match="overwrite=True"):
        read_manifest(folder)


def test_a_manifest_that_was_changed_is_told(tmp_path: Path) -> None:
    folder = result(tmp_path / "run", seed=7)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**manifest, "seed": 8}), encoding="utf-8")
    with pytest.raises(IncompleteResult, match=r"manifest\.json was changed"):
        read_manifest(folder)
