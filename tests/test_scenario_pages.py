"""Every example of docs/scenarios.md and of its Chinese version is a good scenario, and errors read as they say.

The line before a block says what it is: nothing (a whole file), `<!-- a fragment of PRESET -->`,
`<!-- the file NAME -->`, or `<!-- refused -->`, and then the next block of text is what is said.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.files.figures import refuse_unknown_figures
from sim.words import tell_in

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / "scenarios.md", DOCS / "zh" / "scenarios.md"]
BLOCK = re.compile(r"(?:<!-- (?P<what>[^\n]*) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```$", re.DOTALL | re.MULTILINE)
BESIDE, FRAGMENT = re.compile(r"the file (\S+)"), re.compile(r"a fragment of (\S+)")


class Example(NamedTuple):
    """A block of a page: what the line before says of it, how it is marked, its text."""

    what: str
    kind: str
    text: str


def examples(page: Path) -> list[Example]:
    return [
        Example(found["what"] or "", found["kind"], found["text"])
        for found in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder in which the files of the page lie that is looked at."""
    for example in examples(request.node.callspec.params["page"]):
        if name := BESIDE.fullmatch(example.what):
            (tmp_path / name[1]).write_text(example.text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_examples_are_good_scenarios(page: Path, folder: Path) -> None:
    checked = 0
    for example in examples(page):
        if example.kind != "yaml" or example.what == "refused" or BESIDE.fullmatch(example.what):
            continue
        base = FRAGMENT.fullmatch(example.what)
        path = folder / "example.yaml"
        path.write_text(f"extends: {base[1]}\n{example.text}" if base else example.text, encoding="utf-8")
        try:
            refuse_unknown_figures(load(path))
        except ScenarioError as error:
            pytest.fail(f"{example.text}\n{error}")
        checked += 1
    assert checked > 15


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_errors_read_as_the_page_says(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    all_of_it = examples(page)
    refused = [number for number, example in enumerate(all_of_it) if example.what == "refused"]
    assert refused
    for number in refused:
        Path("town.yaml").write_text(all_of_it[number].text, encoding="utf-8")
        with pytest.raises(ScenarioError) as caught:
            load("town.yaml")
        tell = tell_in("zh" if page.parent.name == "zh" else "en")
        assert caught.value.render(tell) == all_of_it[number + 1].text.strip()


def test_both_languages_have_the_same_examples() -> None:
    english, chinese = ([(block.kind, block.what) for block in examples(page)] for page in PAGES)
    assert english == chinese
