"""The cases that a report lists: the worst of each kind and some of all, with a story each, to be asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from sim.record.listing import HAPPENED
from sim.scenario.load import load
from sim.show.pages.case_list import chosen as choosing
from sim.show.pages.case_list.chosen import choose
from sim.show.pages.case_list.data import case_section, list_data
from sim.show.pages.page import environment
from sim.show.text.cases import COUNTED
from sim.show.text.history import IssueName, history
from sim.show.web.packing import Packed, unpacked
from sim.words import LANGUAGES, Language, label
from tests.browser import WITHOUT, found, opened
from tests.measures.frames import case, issue, table, tables
from tests.show.reading import data_of

MANY = 300
COMMUNITIES, SOURCES = 6, ("patrol", "visit", "resident")
OF_EACH = {"hazard": 2, "community": 2, "source": 2}
AT_LEAST = {"WORST": 3, "SPREAD": 10, "WORST_OF_EACH": OF_EACH}
LITTER = "</script><b>Litter</b>"


def rows(number: int) -> dict[str, pd.DataFrame]:
    """Return tables of so many cases, each of an issue of its own, to which everything happens now and then."""
    draw = np.random.default_rng(7)
    cases, issues = [], []
    for n in range(number):
        day = f"2024-05-{6 + n * 7 // number:02}"
        counts = {name: int(draw.integers(0, 4)) if draw.random() < 0.05 else 0 for name in COUNTED}
        once = {name: bool(draw.random() < 0.04) for name in ("joint", "shelved", "petitioned")}
        done = {"state": "closed", "level": "grid", "unit": "grid", "closed_at": "2024-05-19",
                "outcome": "not_fixed" if n % 9 == 0 else "fixed"} if n % 7 else {}  # fmt: skip
        where = {"hazard": "litter" if n % 3 else "noise", "community": n % COMMUNITIES, "root": n}
        issues.append(issue(day, **where))
        cases.append(case(f"{day}T{n % 24:02}:00", case=n, source=SOURCES[n % 3], **where, **counts, **once, **done))
    other = [case("2024-05-06", case=0, replication=1, overdue=9), case("2024-05-06", case=1, replication=1)]
    made = tables(issues, [*cases, *other], districts=[{"replication": 0}, {"replication": 1}]).frames
    return {**made, "jobs": table("jobs", [])}


@pytest.fixture(scope="module")
def many() -> dict[str, pd.DataFrame]:
    return rows(MANY)


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a report list a few cases only."""
    for name, value in {"ALL_UP_TO": MANY - 1, **AT_LEAST}.items():
        monkeypatch.setattr(choosing, name, value)


@pytest.fixture(scope="module")
def titled() -> dict[str, Any]:
    whole: dict[str, Any] = load("village-square").document
    whole["hazards"] = {**whole["hazards"], "litter": {**whole["hazards"]["litter"], "title": LITTER}}
    return whole


def worst_first(cases: pd.DataFrame) -> pd.DataFrame:
    """Return cases as they are to be listed, by another way than SQL."""
    counts = ["whistles", "reopened", "overdue", "returns", "sent_back", "chased", "repeats", "petitioned"]
    until = cases["closed_at"].fillna(pd.Timestamp("2024-05-20"))
    keys = cases.assign(trouble=cases[counts].sum(axis=1), hours=until - cases["reported_at"])
    return keys.sort_values(["trouble", "hours", "case"], ascending=[False, False, True])


def happened_to(cases: pd.DataFrame, name: str) -> pd.DataFrame:
    return cases[cases.eval(HAPPENED[name].replace(" = ", " == "))]


def numbers(column: Any) -> list[int]:
    return [int(value) for value in unpacked(Packed(*column))]


def test_all_are_listed_if_they_are_few_those_that_went_worst_first(many: dict[str, pd.DataFrame]) -> None:
    chosen = choose(many)
    own = many["cases"][many["cases"]["replication"] == 0]
    assert (chosen.total, chosen.replication, chosen.replications) == (MANY, 0, 2)
    assert chosen.cases["case"].tolist() == worst_first(own)["case"].tolist()


@pytest.mark.usefixtures("few_places")
def test_of_many_each_kind_has_its_worst_and_some_of_all_are_there(many: dict[str, pd.DataFrame]) -> None:
    chosen = choose(many)
    own = worst_first(many["cases"][many["cases"]["replication"] == 0])
    there = set(chosen.cases["case"])
    assert len(there) == len(chosen.cases) < MANY / 3
    for name in HAPPENED:
        assert set(happened_to(own, name)["case"].head(3)) <= there, name
    for column in OF_EACH:
        for value, rows_of in own.groupby(column, observed=True):
            assert set(rows_of["case"].head(2)) <= there, (column, value)
    assert {n * MANY // 10 for n in range(10)} <= there
    order = [number for number in own["case"] if number in there]
    assert chosen.cases["case"].tolist() == order


@pytest.mark.usefixtures("few_places")
def test_numbers_beside_the_boxes_count_all_cases(many: dict[str, pd.DataFrame]) -> None:
    chosen = choose(many)
    own = many["cases"][many["cases"]["replication"] == 0]
    assert chosen.happened == {name: len(happened_to(own, name)) for name in HAPPENED}
    assert chosen.total == MANY
    for place, bits in enumerate(chosen.cases["bits"]):
        row = chosen.cases.iloc[[place]]
        assert bits == sum(1 << bit for bit, name in enumerate(HAPPENED) if len(happened_to(row, name)))


@pytest.mark.usefixtures("few_places")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_has_its_story_and_can_be_asked_for(
    many: dict[str, pd.DataFrame], titled: dict[str, Any], language: Language
) -> None:
    chosen = choose(many)
    data = list_data(chosen, titled, language)
    issues, lines = (numbers(column) for column in (data["cases"]["issue"], data["stories"]["lines"]))
    first = np.cumsum([0, *lines])
    what, who, at = (numbers(data["stories"][name]) for name in ("what", "who", "at"))
    texts = data["stories"]["texts"]
    for place, row in enumerate(chosen.cases.itertuples()):
        its = slice(first[issues[place]], first[issues[place] + 1])
        story = history(_results(many), IssueName(0, row.root, 0), titled, language)
        assert [(texts[a], texts[b]) for a, b in zip(what[its], who[its], strict=True)] == [
            (line.what, line.who) for line in story
        ]
        minutes = [line.at.value // 60_000_000_000 - data["start"] // 60_000 for line in story]
        assert at[its] == minutes and len(minutes) > 2
    asked = {choice["name"]: choice["options"] for choice in data["choices"]}
    assert set(asked) == {"hazard", "community", "source"}, "only that of which there are several"
    sources = numbers(data["values"]["source"])
    titles = [label(f"source_{name}", language) for name in chosen.cases["source"]]
    assert [dict(asked["source"])[number] for number in sources] == titles


def _results(frames: dict[str, pd.DataFrame]) -> Any:
    from sim.record.store import Results

    return Results(Path(), frames, "", {})


def test_titles_do_not_end_the_script_and_places_have_their_names(
    many: dict[str, pd.DataFrame], titled: dict[str, Any]
) -> None:
    features = [{"properties": {"name": f"Gate {n}"}} for n in range(COMMUNITIES)]
    named = {**titled, "territory": {**titled["territory"], "geojson": {"features": features}}}
    section = case_section(choose(many), named, "en")
    assert section is not None
    assert "</script>" not in section.data and LITTER in data_of(f'id="data">{section.data}</script>')["texts"]
    data = list_data(choose(many), named, "en")
    assert dict(next(choice["options"] for choice in data["choices"] if choice["name"] == "community"))[3] == "Gate 2"
    assert "Gate 2" in data["texts"]


def test_without_a_case_there_is_no_list(many: dict[str, pd.DataFrame], titled: dict[str, Any]) -> None:
    none = {**many, "cases": many["cases"].head(0)}
    assert case_section(choose(none), titled, "en") is None


@pytest.mark.usefixtures("few_places")
def test_it_says_how_many_of_how_many_and_of_which_replication(
    many: dict[str, pd.DataFrame], titled: dict[str, Any]
) -> None:
    chosen = choose(many)
    section = case_section(chosen, titled, "en")
    assert section is not None
    assert f"{len(chosen.cases)} of the {MANY} cases of the first of 2 replications" in section.note
    assert section.command == "gridgov cases RESULT"


CASES = "document.getElementById('cases')"
ROWS = "document.querySelectorAll('#case-list button.row')"


@pytest.mark.long
@pytest.mark.skipif(not found(), reason=WITHOUT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_asks_for_cases_and_reads_their_stories(
    report_pages: dict[str, str], tmp_path: Path, language: Language
) -> None:
    file = tmp_path / "report.html"
    file.write_text(report_pages[language], encoding="utf-8")
    with opened(file) as page:
        page.value(f"{CASES}.open = true")
        page.wait(f"{ROWS}.length > 0")
        before = page.value(f"{ROWS}.length")
        still_open = list(HAPPENED).index("still_open")
        page.value(f"document.querySelectorAll('#case-list .ticks input')[{still_open}].click()")
        assert 0 < page.value(f"{ROWS}.length") < before
        took = page.value(f"[...new Set([...{ROWS}].map((row) => row.querySelector('.took').textContent))]")
        assert took == [label("happened_still_open", language)]
        page.value(f"{ROWS}[1].focus()")
        page.press(" ")
        page.wait("document.querySelectorAll('#case-list .story').length === 1")
        assert page.value("document.querySelectorAll('#case-list .story li').length") > 1
        assert "gridgov explain" in page.value("document.querySelector('#case-list .story code').textContent")
        page.value(f"{ROWS}[0].click()")
        assert page.value("document.querySelectorAll('#case-list .story').length") == 1
        page.value("document.querySelector('#case-list .clear').click()")
        assert page.value(f"{ROWS}.length") == before
        page.value("document.querySelector('#case-list [type=search]').value = '99999'")
        page.value("document.querySelector('#case-list [type=search]').dispatchEvent(new Event('input'))")
        assert page.value(f"{ROWS}.length") == 0
        assert "99999" in page.value("document.querySelector('#case-list .found code').textContent")
        assert page.value("document.documentElement.scrollWidth <= window.innerWidth")
        page.send("Emulation.setEmulatedMedia", media="print")
        assert not page.value(f"{CASES}.checkVisibility()")
        assert page.faults == []
        assert [asked for asked in page.asked_for if not asked.startswith("data:")] == [file.resolve().as_uri()]


@pytest.mark.long
@pytest.mark.skipif(not found(), reason=WITHOUT)
@pytest.mark.usefixtures("few_places")
def test_what_is_asked_for_is_told_as_the_command_that_looks_among_all(
    many: dict[str, pd.DataFrame], titled: dict[str, Any], tmp_path: Path
) -> None:
    section = case_section(choose(many), titled, "zh")
    template = environment().get_template("case_list/section.html.j2")
    file = tmp_path / "section.html"
    whole = template.render(case_list=section, say=partial(label, language="zh"))
    file.write_text(f"<!doctype html><meta charset='utf-8'><body>{whole}", encoding="utf-8")
    with opened(file) as page:
        page.value(f"{CASES}.open = true")
        page.wait(f"{ROWS}.length > 0")
        page.value(f"document.querySelectorAll('#case-list .ticks input')[{list(HAPPENED).index('sent_back')}].click()")
        page.value(
            "(() => { const one = document.querySelector('#case-list [name=community]'); one.value = '4';"
            " one.dispatchEvent(new Event('change', { bubbles: true })); })()"
        )
        told = page.value("document.querySelector('#case-list .found code').textContent")
        result = label("list_result", "zh")
        assert told == f"gridgov cases {result} --sent-back --community 3 --replication 0 --lang zh"
        assert page.faults == []
