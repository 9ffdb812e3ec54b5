import json
import shutil

import numpy as np
import pandas as pd
import pytest

from sim.record.columns import TABLES
from sim.record.store import IncompleteResult, read_results, write_results
from tests.measures.frames import case, issue, table, tables

DOCUMENT = "name: small\ntitle: 小区\n"


@pytest.fixture
def frames():
    run = tables(issues=[issue("2024-05-06T01:02:03.004", hazard="litter")], cases=[case("2024-05-06")])
    measures = pd.DataFrame({"replication": [0], "measure": ["closing_p90_h"], "value": [np.nan]})
    summary = pd.DataFrame({"measure": ["backlog_mean"], "unit": ["cases"], "mean": [1 / 3]})
    return {
        **run.frames,
        "map": table("map", [{"outline": "0 0, 1 0, 0 0"}]),
        "measures": measures,
        "summary": summary,
    }


@pytest.fixture
def folder(tmp_path, frames):
    write_results(tmp_path / "run", frames, DOCUMENT, {"seed": 7})
    return tmp_path / "run"


def test_what_is_written_is_read_back_with_its_types(folder, frames):
    results = read_results(folder)
    assert set(results.tables) == set(frames)
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(results.tables[name], frame)
    assert results.document_yaml == DOCUMENT
    assert results.manifest["seed"] == 7
    assert results.manifest["complete"] is True


def test_the_same_frames_give_the_same_bytes(folder, frames, tmp_path):
    write_results(tmp_path / "again", frames, DOCUMENT, {"seed": 7})
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_events_are_written_when_given_and_removed_when_not(folder, frames):
    events = pd.DataFrame({"replication": [0, 0], "time_ms": [1, 2**40]})
    write_results(folder, {**frames, "events": events}, DOCUMENT, {})
    pd.testing.assert_frame_equal(read_results(folder).tables["events"], events)
    write_results(folder, frames, DOCUMENT, {})
    assert not (folder / "events.parquet").exists()
    assert "events" not in read_results(folder).tables


def test_csv_numbers_are_written_in_full(folder):
    assert "0.3333333333333333" in (folder / "summary.csv").read_text()


def test_nothing_is_left_beside_the_files(folder):
    assert not [path.name for path in folder.iterdir() if path.name.endswith(".part")]


def test_a_run_that_dies_while_writing_leaves_an_incomplete_folder(folder, frames, monkeypatch):
    def full_disk(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("sim.record.store.write_csv", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_results(folder, frames, DOCUMENT, {})
    with pytest.raises(IncompleteResult, match="interrupted"):
        read_results(folder)


def test_a_folder_without_a_whole_manifest_says_so(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(IncompleteResult, match="no manifest"):
        read_results(tmp_path / "empty")
    (folder / "manifest.json").write_text("{")
    with pytest.raises(IncompleteResult, match="JSON"):
        read_results(folder)
    (folder / "manifest.json").write_text(json.dumps({"complete": False, "files": {}}))
    with pytest.raises(IncompleteResult, match="completed"):
        read_results(folder)


def test_files_that_are_missing_or_changed_are_named(folder):
    shutil.copy(folder / "cases.parquet", folder / "jobs.parquet")
    with pytest.raises(IncompleteResult, match=r"jobs\.parquet was changed"):
        read_results(folder)
    (folder / "jobs.parquet").unlink()
    with pytest.raises(IncompleteResult, match=r"jobs\.parquet is missing"):
        read_results(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda frames: frames.pop("jobs"), "missing tables: jobs"),
        (lambda frames: frames.update(extra=frames["jobs"]), "unknown tables: extra"),
        (
            lambda frames: frames.update(jobs=frames["jobs"].drop(columns="server")),
            "jobs lacks the columns server",
        ),
    ],
)
def test_bad_tables_are_refused_before_anything_is_touched(folder, frames, change, message):
    change(frames)
    with pytest.raises(ValueError, match=message):
        write_results(folder, frames, DOCUMENT, {})
    assert set(TABLES) <= set(read_results(folder).tables)
