"""The store: whole or not at all, whatever stops its owner, and it says so when the disk is full."""

import math
import sys
from pathlib import Path

import pytest

from sim.record.contents import STORE
from sim.study.execution.store import UNBORN, NotWritten, StoreDamaged, StudyStore
from sim.study.files.points import Point, Result

POINT = Point(0, "0", "village-square", ("grids.count=9",), (("x", 1.5), ("rule", "none")))
RESULTS = [Result(0, replication, {"b": math.nan, "a": replication / 3}, None, 0.1, "here") for replication in (1, 0)]


def test_numbers_come_back_to_the_last_bit(tmp_path: Path) -> None:
    store = StudyStore(tmp_path, {})
    store.register([POINT])
    store.add(RESULTS)
    table = store.results()
    assert table["replication"].tolist() == [0, 0, 1, 1]
    assert table["measure"].tolist() == ["a", "b", "a", "b"]
    assert table["value"].iloc[2] == 1 / 3
    assert table["value"].isna().tolist() == [False, True, False, True]
    store.close()


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    first = StudyStore(tmp_path, {"name": "trial"})
    first.register([POINT])
    first.add([*RESULTS, Result(0, 2, error="no luck")])
    first.close()
    second = StudyStore(tmp_path, {"name": "another"})
    assert second.document() == {"name": "trial"}
    assert second.runs == {(0, 0), (0, 1), (0, 2)}
    assert second.failed == 1
    second.register([POINT])
    second.close()


def test_a_run_cannot_be_written_twice_and_what_came_with_it_is_not_written_either(tmp_path: Path) -> None:
    store = StudyStore(tmp_path, {})
    store.add(RESULTS[:1])
    with pytest.raises(Exception, match=r"[Dd]uplicate key"):
        store.add([Result(0, 5), RESULTS[0]])
    store.close()
    again = StudyStore(tmp_path, {})
    assert again.runs == {(0, 1)}
    again.close()


def test_one_that_was_killed_while_it_was_begun_is_begun_anew(tmp_path: Path) -> None:
    for name in UNBORN:
        (tmp_path / name).write_bytes(b"half of a file")
    store = StudyStore(tmp_path, {"name": "trial"})
    assert store.document() == {"name": "trial"}
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == [STORE]


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only Unix can")
def test_a_full_disk_is_told_and_what_was_written_stays(tmp_path: Path) -> None:
    import resource

    store = StudyStore(tmp_path, {})
    store.add(RESULTS)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(NotWritten, match="cannot be written to"):
            store.add([Result(1, n, {f"measure {n} {m}": m / 7 for m in range(100)}) for n in range(100)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        store.close()
    again = StudyStore(tmp_path, {})
    assert again.runs == {(0, 0), (0, 1)}
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only Unix can")
def test_one_that_was_begun_on_a_full_disk_is_begun_anew(tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    for size in (0, 4096, 12_288, 50_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            with pytest.raises(NotWritten, match="cannot be written to"):
                StudyStore(tmp_path, {"name": "trial"})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert list(tmp_path.iterdir()) == []
    StudyStore(tmp_path, {"name": "trial"}).close()


@pytest.mark.parametrize("content", [b"", b"not a database", None])
def test_a_damaged_one_is_told_and_can_be_begun_anew(tmp_path: Path, content: bytes | None) -> None:
    store = StudyStore(tmp_path, {"name": "trial"})
    store.add(RESULTS)
    store.close()
    whole = (tmp_path / STORE).read_bytes()
    (tmp_path / STORE).write_bytes(whole[: len(whole) // 2] if content is None else content)
    with pytest.raises(StoreDamaged, match="overwrite=True"):
        StudyStore(tmp_path, {"name": "trial"})
    again = StudyStore(tmp_path, {"name": "trial"}, afresh=True)
    assert again.runs == set()
    again.close()


@pytest.mark.parametrize("name", ["interrupted", "No space left", "Conflicting lock"])
def test_no_name_of_a_folder_is_taken_for_what_went_wrong(name: str, tmp_path: Path) -> None:
    store = StudyStore(tmp_path / name, {})
    store.close()
    file = tmp_path / name / STORE
    file.write_bytes(file.read_bytes()[:1_000])
    with pytest.raises(StoreDamaged, match=r"runs\.duckdb is damaged"):
        StudyStore(tmp_path / name, {})
