"""What files name lies beside them, messages show an excerpt only, and the command says which of two was read."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.scenario.load import load
from sim.scenario.presets import preset_folder, which_of_two
from sim.scenario.problems import ScenarioError
from sim.scenario.source import MAX_BYTES, parse
from sim.study.files.assignments import document_text
from sim.study.files.load import load_study
from tests.hostile import LISTED
from tests.scenario.conftest import Write

Command = Callable[..., tuple[int, str, str]]

GOOD = "extends: village-square\nname: mine\n"
SECRET = "root:x:0:0 " + "secret " * 100
STUDY = "name: s\ntitle: S\nkind: compare\nscenario: {}\nvariants: {{a: {{}}, b: {{}}}}\n"


@pytest.mark.parametrize("name", ["../secret", "../secret.yaml", "{}/secret", "../nothing-here", "link"])
def test_a_study_reads_nothing_outside_its_folder(name: str, write: Write, tmp_path: Path) -> None:
    for file in ("secret", "secret.yaml"):
        write(file, SECRET)
    study = write("mine/study.yaml", STUDY.format(name.format(tmp_path)))
    (study.parent / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(ScenarioError) as raised:
        load_study(study)
    assert "4:11: lies outside the folder of the scenario or study" in str(raised.value)
    assert "secret secret" not in str(raised.value)


def test_a_study_reads_what_lies_below_it(write: Write) -> None:
    write("mine/below/a.yaml", GOOD)
    assert load_study(write("mine/study.yaml", STUDY.format("below/a.yaml"))).base.loaded.scenario.name == "mine"


def test_a_message_shows_an_excerpt_of_a_foreign_file(write: Write) -> None:
    with pytest.raises(ScenarioError) as raised:
        load(write("mine/a.yaml", SECRET))
    assert "1:1: expected keys with values (found 'root:x:0:0 secret" in str(raised.value)
    assert str(raised.value).count("secret") < 15


@pytest.mark.parametrize("long", ["k" * 4000, "secret " * 500])
def test_no_message_holds_a_long_text_whole(long: str, write: Write) -> None:
    for text in (f"? {long}\n: 1\n", f"title: {long}\nrun: {long}\n", f"{GOOD}run: {{start: {long}}}\n"):
        with pytest.raises(ScenarioError) as raised:
            load(write("a.yaml", text))
        assert all(len(problem.render()) < 1500 for problem in raised.value.problems)


@pytest.mark.parametrize("key", ["extends: {}", "territory: {{geojson: {}}}"])
@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000, "a/" * 3000, '"a\\0b"', '"\\ud800"', '"a\\nb"'])
def test_names_that_no_file_has_are_refused_in_words(key: str, name: str, write: Write) -> None:
    with pytest.raises(ScenarioError):
        load(write("a.yaml", f"{'' if 'extends' in key else GOOD}{key.format(name)}\n"))


@settings(deadline=None)
@given(st.sampled_from([*map(chr, range(32)), "\x7f", "\x9b", "\ud800"]).filter(lambda sign: sign not in "\t\n"))
def test_control_signs_are_refused_at_their_place(sign: str) -> None:
    for text in (f'a: 1\nb: "x\\u{ord(sign):04x}"\n', f'a: 1\nb: {{"x\\u{ord(sign):04x}": 1}}\n'):
        with pytest.raises(ScenarioError) as raised:
            parse(text, "a.yaml")
        assert str(raised.value).startswith("a.yaml:2:")
        assert f"0x{ord(sign):02x}" in str(raised.value)
        str(raised.value).encode()
        assert sign not in str(raised.value)


@pytest.mark.parametrize("name", LISTED)
def test_any_name_can_stand_where_a_title_is_asked(name: str) -> None:
    document = {"title": name}
    assert parse(document_text(document), "a.yaml").data == document


def test_it_is_said_which_was_read_of_two_of_one_name(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    preset = (preset_folder() / "village-square.yaml").resolve()
    mine = write("mine.yaml", GOOD)
    assert list(which_of_two([mine, preset])) == []
    local = write("village-square.yaml", GOOD)
    assert list(which_of_two([local])) == [f"{local} was read, not the preset village-square"]
    assert list(which_of_two([preset])) == [f"the preset village-square was read, not {local}"]
    assert list(which_of_two([local, preset])) == [f"both {local} and the preset village-square were read"]
    monkeypatch.chdir(preset.parent)
    assert list(which_of_two([preset])) == []


def test_check_says_which_and_goes_on_after_what_it_cannot_read(
    gridgov: Command, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write("village-square.yaml", GOOD)
    write("good.yaml", "extends: village-square.yaml\n")
    (tmp_path / "locked.yaml").mkdir()

    def odd(path: Path) -> bool:
        if path.name == "odd.yaml":
            raise RuntimeError("out of its mind")
        return False

    monkeypatch.setattr("sim.study.files.load.is_study", odd)
    code, out, err = gridgov("check", "odd.yaml", "x" * 300, "locked.yaml", "a\ud800", "good.yaml")
    assert code == 1
    assert "ok  good.yaml" in out
    assert "odd.yaml: unexpected RuntimeError: out of its mind" in err
    assert "no such file" in err
    assert "locked.yaml has no manifest.json" in err
    assert "village-square.yaml and the preset village-square were read" in err


def test_a_file_of_nine_megabytes_is_parsed_once_and_soon(gridgov: Command, write: Write) -> None:
    """Five seconds of a processor are ten times what it takes; parsed in Python it would be minutes."""
    lines = "      as somebody wrote at length\n" * 280_000
    text = f"{GOOD}grids:\n  count:\n    value: 42\n    grade: E\n    source: >\n{lines}"
    assert 9_000_000 < len(text) < MAX_BYTES
    path = write("long.yaml", text)
    load("village-square")
    before, began = parse.cache_info(), time.process_time()
    code, out, _ = gridgov("check", path)
    assert time.process_time() - began < 5
    assert (code, out.startswith("ok")) == (0, True)
    assert parse.cache_info().misses - before.misses == 1


def test_new_refuses_names_that_no_file_can_have(
    gridgov: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x" * 300, "con", "../x", "a b", "改" * 100):
        code, _, err = gridgov("new", name)
        assert (code, "\n" in err.strip()) == (2, False)
    assert gridgov("new", "改革前")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["改革前.yaml"]


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in with one of each kind of things that are no files, and a scenario."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to("nothing.yaml")
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "square.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder.yaml", "folder.yaml: is a folder (found 'folder.yaml')"),
        ("pipe.yaml", "pipe.yaml: is a pipe, not a file; write what comes from it into one (found 'pipe.yaml')"),
        ("link.yaml", "link.yaml: is a link that leads to no file (found 'link.yaml')"),
        ("round.yaml", "round.yaml: is a link that leads to no file (found 'round.yaml')"),
        ("/dev/null", "/dev/null: is a device, not a file (found '/dev/null')"),
        ("sqare.yaml", "sqare.yaml: no such file (found 'sqare.yaml'); did you mean 'square.yaml'?"),
        ("nope.yaml", "nope.yaml: no such file (found 'nope.yaml')"),
    ],
)
def test_what_is_no_file_is_told_as_what_it_is_and_never_as_its_own_nearest(name: str, said: str, odd: Path) -> None:
    for reader in (load, lambda path: load_study(Path(path))):
        with pytest.raises(ScenarioError) as raised:
            reader(name)
        assert str(raised.value) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "'': is the name of no file (found '')"),
        ("square", "did you mean 'square.yaml'?"),
        ("village-square.yaml", "a preset is named without its ending; did you mean 'village-square'?"),
        ("Weihai", "did you mean 'weihai'?"),
    ],
)
def test_a_scenario_that_is_not_there_names_what_may_have_been_meant(name: str, said: str, odd: Path) -> None:
    with pytest.raises(ScenarioError) as raised:
        load(name)
    assert said in str(raised.value)
    assert str(raised.value).count("preset") <= 1
