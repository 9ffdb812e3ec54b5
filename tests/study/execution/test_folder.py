"""Result folders: one writer at a time, new names for each, and a sentence where nothing can be written."""

import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from sim.record.contents import LOCK
from sim.study.execution.folder import FolderBusy, FolderTaken, NotWritable, claim, held, new_folder

Command = Callable[..., tuple[int, str, str]]

HOLDER = """
import sys, time
from pathlib import Path
from sim.study.execution.folder import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_folder_is_held_once_and_then_free_again(tmp_path: Path) -> None:
    folder = tmp_path / "result"
    with held(folder):
        with pytest.raises(FolderBusy, match="in use by process"), held(folder):
            pass
        (folder / "table").touch()
    assert [path.name for path in folder.iterdir()] == ["table"]
    with held(folder):
        pass


def test_a_folder_that_was_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing"), held(tmp_path / "new"):
        raise ValueError("nothing came of it")
    (tmp_path / "old").mkdir()
    with held(tmp_path / "old"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(FolderBusy, match=f"process {holder.pid} "), held(tmp_path):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    assert (tmp_path / LOCK).exists()
    with held(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_of_many_threads_one_at_a_time_holds_a_folder(tmp_path: Path) -> None:
    inside, most = 0, 0

    def enter(_: int) -> bool:
        nonlocal inside, most
        try:
            with held(tmp_path / "one"):
                inside += 1
                most = max(most, inside)
                inside -= 1
        except FolderBusy:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        entered = list(pool.map(enter, range(200)))
    assert any(entered)
    assert most == 1


def test_names_of_the_same_second_are_counted(tmp_path: Path) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: stack.enter_context(new_folder(tmp_path, "run")), range(12)))
        assert {folder.name for folder in made} == {"run", *(f"run-{number}" for number in range(2, 13))}
        (tmp_path / "run-2" / "table").touch()
    assert [path.name for path in tmp_path.iterdir()] == ["run-2"]


def test_what_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritable, match=r"cannot be written to \(Not a directory\)"), held(tmp_path / "file" / "in"):
        pass
    with pytest.raises(NotWritable, match="cannot be written to"), new_folder(tmp_path / "file" / "in", "run"):
        pass
    with pytest.raises(FolderTaken, match="is a file"), held(tmp_path / "file"):
        pass


def test_what_another_run_left_goes_if_it_may_be_overwritten(tmp_path: Path) -> None:
    for key in ("mine", "of-another"):
        (tmp_path / "unfinished" / key / "0").mkdir(parents=True)
    with pytest.raises(FolderTaken, match="unfinished run of something else"):
        claim(tmp_path, "new", overwrite=False)
    assert claim(tmp_path, "mine", overwrite=True).is_dir()
    assert [path.name for path in (tmp_path / "unfinished").iterdir()] == ["mine"]


@pytest.mark.parametrize(
    "words", [("run", "village-square"), ("compare", "village-square", ":grids.count=40"), ("report",)]
)
def test_commands_are_refused_where_another_is_at_work(
    gridgov: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    from sim.record.store import write_manifest

    folder = tmp_path / "result"
    folder.mkdir()
    if words == ("report",):
        write_manifest(folder, {}, [])
    with held(folder):
        code, out, err = gridgov(*words, *(() if words == ("report",) else ("--out",)), folder, *_quick(words))
    assert (code, out) == (2, "")
    assert "is in use by process" in err


def _quick(words: tuple[str, ...]) -> tuple[str, ...]:
    return () if words == ("report",) else ("--engine", "reference", "--workers", "1", "--overwrite")


def test_files_of_the_user_that_have_our_names_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("mine", "utf-8")
    with pytest.raises(FolderTaken, match=r"files of its own called scenario\.yaml"):
        claim(tmp_path, "key", overwrite=True)
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    claim(tmp_path, "key", overwrite=True)
