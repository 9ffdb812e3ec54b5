"""The command `export`: where it writes, and what it refuses."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.record.store import read_manifest, write_manifest

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(name="copy")
def _copy(result: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(result, tmp_path / "copy"))


def without_log(folder: Path) -> None:
    manifest = read_manifest(folder)
    names = [name for name in manifest.pop("files") if name != "events.parquet"]
    (folder / "events.parquet").unlink()
    write_manifest(folder, manifest, names)


def test_it_writes_into_the_result_folder_and_replaces_nothing_unasked(gridgov: Command, copy: Path) -> None:
    code, out, err = gridgov("export", copy, "--to", "ocel", "--replication", 1)
    assert (code, out.strip()) == (0, str(copy / "events.json"))
    assert err == f"the file takes {(copy / 'events.json').stat().st_size / 1e6:,.1f} MB\n"
    ids = {its["id"].split()[1].split("-")[0] for its in json.loads((copy / "events.json").read_text())["objects"]}
    assert ids == {"1"}
    code, _, err = gridgov("export", copy, "--to", "ocel")
    assert (code, err) == (
        2,
        f"{copy / 'events.json'} exists already; give another name, or --overwrite to replace it\n",
    )
    assert gridgov("export", copy, "--to", "ocel", "--replication", 0, "--overwrite")[0] == 0
    assert gridgov("check", copy)[0] == 0, "a result with an export beside it is as it was written"


def test_a_result_without_a_log_says_what_to_do(gridgov: Command, copy: Path) -> None:
    without_log(copy)
    code, out, err = gridgov("export", copy, "--to", "xes")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "run it again with --events" in err
    assert "没有事件日志" in gridgov("export", copy, "--to", "xes", "--lang", "zh")[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "ocel", "--out", "x.xes"), ".sqlite"),
        (("--to", "xes", "--replication", 7), "0 to 1"),
        (("--to", "csv"), "'xes', 'ocel'"),
    ],
)
def test_what_cannot_be_written_is_refused(
    gridgov: Command, result: Path, tmp_path: Path, words: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = gridgov("export", result, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert list(tmp_path.iterdir()) == []
