from __future__ import annotations

from pathlib import Path

import pytest

from sim.scenario import presets
from sim.scenario.load import digest, dump, load, read
from sim.scenario.problems import ScenarioError
from sim.scenario.source import parse
from tests.scenario.conftest import Write
from tests.scenario.small import GOOD, faults, loaded


def refusal(path: Path | str) -> str:
    with pytest.raises(ScenarioError) as caught:
        read(path)
    return caught.value.render()


def test_a_file_is_laid_over_those_it_extends(write: Write) -> None:
    write("base.yaml", GOOD)
    write("more.yaml", "extends: base.yaml\ngrids: 600\nrun: {length: 3 weeks}")
    small = loaded(write("a.yaml", "extends: more.yaml\ngrids: 800"))
    assert (small.grids.value, small.grids.low) == (800, None)
    assert small.run.length.value == 3 * 7 * 86_400_000
    assert small.title.zh == "小"


def test_of_several_the_later_is_laid_over_the_earlier(write: Write) -> None:
    base, other = write("base.yaml", GOOD), write("other.yaml", "grids: 600")
    path = write("a.yaml", "extends: [base.yaml, other.yaml]")
    assert loaded(path).grids.value == 600
    assert read(path).files == (path, base, other)


def test_null_takes_an_inherited_entry_away(write: Write) -> None:
    write("base.yaml", GOOD)
    assert loaded(write("a.yaml", "extends: base.yaml\nhazards: {litter: null}")).hazards == {}


def test_who_says_too_little_is_told_of_extends(write: Write) -> None:
    hint = "; a file that does not say everything names another that does, e.g. extends: village-square"
    with pytest.raises(ScenarioError) as caught:
        load(write("a.yaml", "name: a\ntitle: A\n"))
    assert str(caught.value).endswith(hint)
    write("b.yaml", "name: b\ntitle: B\n")
    with pytest.raises(ScenarioError) as caught:
        load(write("c.yaml", "extends: b.yaml\n"))
    assert hint not in str(caught.value)


def test_what_a_file_may_not_take_away_is_told_there(write: Write) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(write("a.yaml", "extends: village-square\nname: a\nrun: {seed: null}\n"))
    assert str(caught.value).endswith("a.yaml:3:13: run.seed: cannot be taken away: every scenario says it")


def test_a_circle_is_shown(write: Write) -> None:
    write("b.yaml", "extends: c.yaml")
    write("c.yaml", "x: 1\nextends: [b.yaml]")
    path = write("a.yaml", "extends: b.yaml")
    assert faults(path) == [
        "c.yaml:2:11: extends: extends goes round in a circle: b.yaml -> c.yaml -> b.yaml (found 'b.yaml')"
    ]


def test_nothing_outside_the_folder_is_read(write: Write, tmp_path: Path) -> None:
    write("secret.yaml", GOOD)
    path = write("mine/a.yaml", "extends: ../secret.yaml")
    (path.parent / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "lies outside the folder of the scenario" in refusal(path)
    assert "lies outside the folder of the scenario" in refusal(write("mine/b.yaml", "extends: link.yaml"))


def test_a_missing_file_names_the_nearest(write: Write) -> None:
    write("base.yaml", GOOD)
    path = write("a.yaml", "extends: bese.yaml")
    assert faults(path) == ["a.yaml:1:10: no such file (found 'bese.yaml'); did you mean 'base.yaml'?"]
    assert "no such file" in refusal(path.with_name("none.yaml"))
    assert "is a folder" in refusal(path.parent)
    assert "expected the name of a file" in refusal(write("b.yaml", "extends: [3]"))


def test_a_bare_name_is_a_preset(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("presets/town.yaml", GOOD).parent
    monkeypatch.setattr(presets, "preset_folder", lambda: folder)
    monkeypatch.setattr("sim.scenario.load.preset_folder", lambda: folder)
    assert read("town").document.data["departments"] == ["sanitation", "police"]
    assert loaded(write("mine/a.yaml", "extends: town\ngrids: 3")).grids.value == 3
    assert (
        refusal("towm") == "towm: no such file (found 'towm'); a file or one of the presets town; did you mean 'town'?"
    )


def test_the_resolved_document_loads_to_the_same(write: Write) -> None:
    write("base.yaml", GOOD)
    path = write("a.yaml", "extends: base.yaml\ngrids: 800")
    document = read(path).document.data
    again = write("resolved.yaml", dump(document))
    assert loaded(again) == loaded(path)
    assert digest(parse(again.read_text(), "b").data) == digest(document)


def test_order_is_part_of_what_is_said() -> None:
    """Hazards and units are numbered in their order, and draws go by these numbers."""
    one, other = {"b": 1, "a": {"c": "é"}}, {"a": {"c": "é"}, "b": 1}
    assert digest(one) == digest(dict(one)) != digest(other)
    assert len(digest(one)) == 64
    assert list(parse(dump(one), "x").data) == ["b", "a"]
