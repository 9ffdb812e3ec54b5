"""Caches lie where the system has them, and in a temporary folder where nothing can be written there."""

import os
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from sim.machine.cache import user_folder

POSIX, WINDOWS = PurePosixPath("/home/li"), PureWindowsPath(r"C:\Users\Li Na")
TWICE = """
from sim.machine.cache import cache_folder
import subprocess, sys
print(cache_folder(), flush=True)
cache_folder()
subprocess.run([sys.executable, "-c", "from sim.machine.cache import cache_folder; print(cache_folder())"], check=True)
"""


@pytest.mark.parametrize(
    ("system", "environment", "home", "folder"),
    [
        ("linux", {}, POSIX, "/home/li/.cache/gridgov"),
        ("linux", {"XDG_CACHE_HOME": "/scratch"}, POSIX, "/scratch/gridgov"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, POSIX, "/home/li/.cache/gridgov"),
        ("linux", {"XDG_CACHE_HOME": "/scratch", "GRIDGOV_CACHE": "/own"}, POSIX, "/own"),
        ("darwin", {}, PurePosixPath("/Users/li"), "/Users/li/Library/Caches/gridgov"),
        ("darwin", {"XDG_CACHE_HOME": "/scratch"}, PurePosixPath("/Users/li"), "/scratch/gridgov"),
        ("win32", {}, WINDOWS, r"C:\Users\Li Na\AppData\Local\gridgov"),
        ("win32", {"LOCALAPPDATA": r"D:\local"}, WINDOWS, r"D:\local\gridgov"),
        ("win32", {"LOCALAPPDATA": r"\\server\share\local"}, None, r"\\server\share\local\gridgov"),
        ("win32", {"XDG_CACHE_HOME": "/scratch"}, WINDOWS, r"C:\Users\Li Na\AppData\Local\gridgov"),
    ],
)
def test_each_system_has_its_custom(
    system: str, environment: dict[str, str], home: PurePath | None, folder: str
) -> None:
    assert str(user_folder(system, environment, home)) == folder


def test_without_a_home_no_folder_is_known() -> None:
    assert user_folder("linux", {}, None) is None


def called(tmp_path: Path, **environment: str) -> tuple[list[str], str]:
    """Return the folders that a process and its child take, and what was said."""
    kept = {name: value for name, value in os.environ.items() if name != "GRIDGOV_CACHE"}
    (tmp_path / "tmp").mkdir(exist_ok=True)
    env = {**kept, "TMPDIR": str(tmp_path / "tmp"), **environment}
    done = subprocess.run([sys.executable, "-c", TWICE], capture_output=True, text=True, check=True, env=env)
    return done.stdout.split(), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="files that are no folders")
@pytest.mark.parametrize("nowhere", ["/dev/full", "/proc/nothing"])
def test_a_temporary_folder_serves_where_none_can_be_written(tmp_path: Path, nowhere: str) -> None:
    folders, said = called(tmp_path, HOME=nowhere, XDG_CACHE_HOME=nowhere)
    assert len(set(folders)) == 1
    assert Path(folders[0]).is_relative_to(tmp_path / "tmp")
    assert said.count("cannot be written") == 1, "once, and not by the child"
    assert called(tmp_path, HOME=nowhere, XDG_CACHE_HOME=nowhere)[0] == folders, "what was compiled is found again"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system has no permissions of this kind")
def test_a_temporary_folder_that_is_open_to_others_is_not_used(tmp_path: Path) -> None:
    open_one = tmp_path / "tmp" / f"gridgov-{os.getuid()}"
    open_one.mkdir(parents=True)
    open_one.chmod(0o777)
    folders, _ = called(tmp_path, HOME="/dev/full", XDG_CACHE_HOME="/dev/full")
    assert Path(folders[0]) != open_one
    assert not Path(folders[0]).stat().st_mode & 0o077


def test_nothing_is_said_where_all_is_well(tmp_path: Path) -> None:
    folders, said = called(tmp_path, XDG_CACHE_HOME=str(tmp_path))
    if sys.platform != "win32":
        assert set(folders) == {str(tmp_path / "gridgov")}
    assert not said
