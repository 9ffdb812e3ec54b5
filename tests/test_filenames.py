"""What people call things becomes names that every file system takes and tells apart."""

import os
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.filenames import LONGEST, TAKEN, file_name, file_names, unusable
from tests.hostile import LISTED, hostile

ANY = hostile | st.text(max_size=60)
WINDOWS_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}


@pytest.mark.parametrize(
    "name",
    ["before", "Plan A", "改革前", "grid_workers.count=22", "b-2", "_x", "r[1]", "5 % fewer", "Été", "(a)", "a+b"],
)
def test_what_is_safe_already_stays(name: str) -> None:
    assert file_name(name) == name
    assert file_names([name]) == {name: name}


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_a_name_is_one_step_of_a_path_everywhere(name: str) -> None:
    made = file_name(name)
    assert PurePosixPath("folder", made).parts == ("folder", made)
    assert PureWindowsPath("folder", made).parts == ("folder", made)
    assert made not in (".", "..") and made.isprintable() and made[0] not in " -.~" and made[-1] not in " ."
    assert not set(made) & set('<>:"/\\|?*')
    assert made.upper().partition(".")[0] not in WINDOWS_DEVICES
    assert unicodedata.is_normalized("NFC", made)
    assert 0 < len(made.encode()) <= LONGEST
    assert len(f".timelines-{made}.svg.part".encode()) <= TAKEN


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, unique=True, max_size=8))
def test_no_two_names_get_one_file(names: list[str]) -> None:
    made = file_names([*names, *(name.upper() for name in names), *map(file_name, names)])
    folded = [unicodedata.normalize("NFKC", name).casefold() for name in made.values()]
    assert len(set(folded)) == len(made)


def test_a_name_that_comes_again_keeps_its_file() -> None:
    assert file_names(["nan", "NAN", "NAN"]) == file_names(["nan", "NAN"])


def test_a_name_cannot_be_chosen_to_hit_that_of_another() -> None:
    assert file_name(file_name("a/b")) != file_name("a/b")
    assert len({*file_names(["a/b", file_name("a/b"), "a\\b", "a:b", "A/B"]).values()}) == 5


def test_readable_parts_are_kept() -> None:
    assert file_name("改革/前").startswith("改革-前~")
    assert file_name("../../x").startswith("x~")
    assert file_name("con").startswith("name-con~")
    assert file_name("改" * 200).startswith("改" * 30)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (Path(os.fsdecode(b"bad\xff")), "UTF-8"),
        (Path("a\0b"), "zero byte"),
        pytest.param(Path("a\\b"), "backslash", marks=pytest.mark.skipif(os.sep != "/", reason="it parts folders")),
        (Path("x", "o" * 256), "longer than 255"),
        (Path("改" * 86), "longer than 255"),
    ],
)
def test_folders_that_cannot_be_are_told_in_words(path: Path, said: str) -> None:
    told = unusable(path)
    assert told is not None
    assert said in told
    told.encode()


def test_odd_folders_that_can_be_are_taken() -> None:
    assert [name for name in LISTED if len(name.encode()) <= TAKEN and "\\" not in name and unusable(Path(name))] == []
