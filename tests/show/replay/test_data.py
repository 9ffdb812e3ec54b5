"""What a replay holds is what the tables say: a small result, its counts written down by hand."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.measures.summary import measure_all, summarise
from sim.record.listing import HAPPENED
from sim.record.store import Results, read_results, write_results
from sim.scenario.load import dump, load
from sim.show.replay.data import Played, one_replication, shown
from sim.show.replay.page import Asked, CannotReplay, render
from sim.show.replay.states import LEVELS, OVERDUE, WHISTLED, IssueSeen, Moment, State
from sim.show.text.history import IssueName, histories, history
from sim.show.web.packing import Packed, packed, unpacked
from sim.words import LANGUAGES, Language, label
from tests.measures.frames import case, issue, table, tables
from tests.show.reading import data_of

DAY = 86_400
OUTLINES = ["0 0, 500 0, 500 500, 0 500, 0 0", "500 0, 1000 0, 1000 500, 500 500, 500 0"]
HAZARD = {"hazard": "litter", "x_m": 250.0, "y_m": 250.0}


def small() -> dict[str, pd.DataFrame]:
    """Return tables of six issues: mended, never known, waiting past its limit, closed but there, whistled, and one
    that was over before the start."""
    issues = [
        issue("2024-05-06", root=1, ended_at="2024-05-08", detected_at="2024-05-07", state="fixed", **HAZARD),
        issue("2024-05-07", root=2, ended_at="2024-05-09", state="healed", **HAZARD),
        issue("2024-05-01", root=3, detected_at="2024-05-02", **HAZARD | {"x_m": 1000.0, "grid": 1, "community": 1}),
        issue("2024-05-06", root=4, detected_at="2024-05-06T12:00", **HAZARD),
        issue("2024-05-06", root=5, detected_at="2024-05-06T12:00", **HAZARD),
        issue("2024-05-01", root=6, ended_at="2024-05-02", state="healed", **HAZARD),
        issue("2024-05-06", root=7, state="prevented", **HAZARD),
    ]
    closed = {"state": "closed", "level": "grid", "outcome": "fixed"}
    cases = [
        case("2024-05-07", case=0, root=1, closed_at="2024-05-08T12:00", on_time=True, **closed),
        case("2024-05-02", case=1, root=3, due_at="2024-05-07", overdue=1, source="resident"),
        case("2024-05-06T12:00", case=2, root=4, closed_at="2024-05-07", **closed | {"level": "street"}),
        case("2024-05-06T12:00", case=3, root=5, whistled_at="2024-05-08", assembled_at="2024-05-09"),
    ]
    handle = {"kind": "handle", "server": 0}
    jobs = [
        {"case": 0, "station": 0, "queued_at": "2024-05-07T06:00", "started_at": "2024-05-07T12:00",
         "arrived_at": "2024-05-07T13:00", "finished_at": "2024-05-08", **handle},
        {"case": 1, "station": 1, "queued_at": "2024-05-03", **handle},
        {"case": 0, "station": 0, "queued_at": "2024-05-07", "started_at": "2024-05-07",
         "arrived_at": "2024-05-07", "finished_at": "2024-05-07T01:00", "kind": "book"},
    ]  # fmt: skip
    stations = [
        {"station": 0, "kind": "worker", "name": "grid 0", "servers": 1},
        {"station": 1, "kind": "department", "name": "police 0", "servers": 1},
    ]
    frames = dict(tables(issues=issues, cases=cases, stations=stations).frames)
    grids = [{"grid": g, "community": g, "outline": text} for g, text in enumerate(OUTLINES)]
    return {**frames, "jobs": table("jobs", jobs), "map": table("map", grids)}


SPAN = Played(pd.Timestamp("2024-05-06"), pd.Timestamp("2024-05-13"))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    document = load("village-square").document
    frames = small()
    measures = measure_all(tables())
    folder = tmp_path_factory.mktemp("replay") / "run"
    hazards = {"litter": {**document["hazards"]["litter"], "title": "</script><b>Litter</b>"}}
    whole = {**document, "hazards": {**hazards, **document["hazards"]}, "title": "A & B"}
    whole["hazards"]["litter"] = hazards["litter"]
    write_results(folder, {**frames, "measures": measures, "summary": summarise(measures)}, dump(whole), {})
    return read_results(folder)


def bits(*names: str) -> int:
    return sum(1 << list(HAPPENED).index(name) for name in names)


def numbers(column: list[Any]) -> list[int]:
    return unpacked(Packed(*column)).tolist()


def seen_at(day: float) -> dict[int, int]:
    """Return what is to be seen of each issue of `small`, by root, so many days after the start."""
    issues, changes = shown(one_replication(small(), 0), SPAN)
    codes = {change.issue: change.code for change in changes if change.at <= day * DAY}
    return {int(issues["root"][number]): code for number, code in codes.items()}


@given(arrays(np.int64, st.integers(0, 60), elements=st.integers(1 - 2**31, 2**31 - 1)))
def test_columns_are_read_as_they_were_written(values: Any) -> None:
    assert unpacked(packed(values)).tolist() == values.tolist()


def test_columns_take_the_shortest_coding() -> None:
    assert packed(range(1000, 2000)).coding == "d"
    assert packed([255, 0] * 50).coding == "u1"
    assert packed([5, 70_000, 5, 5]).coding == "v"
    with pytest.raises(OverflowError):
        packed([2**31])


def test_what_is_seen_of_each_issue_is_what_the_tables_say() -> None:
    grid, street, department = (LEVELS.index(name) << 3 for name in ("grid", "street", "department"))
    assert seen_at(0) == {1: State.HIDDEN, 3: State.WAITING | department, 4: State.HIDDEN, 5: State.HIDDEN}
    assert seen_at(0.5)[4] == State.KNOWN
    assert seen_at(1.1) == {
        1: State.KNOWN,
        2: State.HIDDEN,
        3: State.WAITING | department | OVERDUE,
        4: State.UNFIXED | street,
        5: State.KNOWN,
    }
    assert seen_at(1.3)[1] == State.WAITING | grid
    assert seen_at(1.6)[1] == State.UNDERWAY | grid
    assert seen_at(2.2)[1] == State.KNOWN | grid, "mended, and its case is not closed yet"
    assert seen_at(2.2)[5] == State.KNOWN | WHISTLED
    assert seen_at(6) == {
        1: State.CLOSED | grid,
        2: State.ENDED,
        3: State.WAITING | department | OVERDUE,
        4: State.UNFIXED | street,
        5: State.KNOWN,
    }


def test_whoever_handles_a_case_is_told_apart_from_its_being_overdue() -> None:
    for level in range(len(LEVELS)):
        seen = IssueSeen()
        seen.take(Moment.OCCURRED, 0)
        seen.take(Moment.CLOSED, level)
        assert seen.code() & (OVERDUE | WHISTLED) == 0
        assert (seen.code() & (OVERDUE - 1)) >> 3 == level


def test_the_log_tells_of_closings_that_tables_forget() -> None:
    frames = small()
    rows = [("2024-05-07", "closed"), ("2024-05-08", "reopened"), ("2024-05-10", "closed")]
    frames["events"] = pd.DataFrame(
        [
            {"local_time": pd.Timestamp(at), "activity": activity, "root": 4, "generation": 0, "case": 2}
            for at, activity in rows
        ]
    )
    issues, changes = shown(frames, SPAN)
    (number,) = issues.index[issues["root"] == 4]
    states = [(change.at / DAY, change.code & 7) for change in changes if change.issue == number]
    expected = [State.HIDDEN, State.KNOWN, State.UNFIXED, State.KNOWN, State.UNFIXED]
    assert states == list(zip([0, 0.5, 1, 2, 4], expected, strict=True))


def test_the_page_holds_cases_walks_whistles_and_places(results: Results) -> None:
    data = data_of(render([results], Asked()))
    (run,) = data["runs"]
    assert data["seconds"] == 7 * DAY
    assert run["log"] is False
    assert numbers(run["cases"]["number"]) == [0, 1, 2, 3]
    assert numbers(run["cases"]["on_time"]) == [1, 0, 0, 0]
    assert numbers(run["cases"]["happened"]) == [bits(), bits("overdue", "still_open"), bits(), bits("still_open")]
    assert numbers(run["cases"]["closed"])[0] == 2.5 * DAY
    assert [numbers(run["whistles"][name])[0] for name in ("from", "until")] == [2 * DAY, 3 * DAY]
    assert run["walkers"]["kinds"] == ["worker"], "who is at a desk or has not set out walks nowhere"
    legs = {name: numbers(column) for name, column in run["legs"].items()}
    assert (legs["depart"], legs["travel"], legs["stay"]) == ([1.5 * DAY], [3600], [11 * 3600])
    x = [step * data["step"] for step in numbers(run["issues"]["x"])]
    assert x == pytest.approx([250, 250, 1000, 250, 250], abs=0.02)
    assert numbers(run["reports"]["issue"]) == [], "the resident's report was before the start"
    assert numbers(run["ground"]["grids"]["corners"]) == [5, 5]


def test_stories_are_told_in_the_words_of_explain(results: Results) -> None:
    document = load("village-square").document
    for language in LANGUAGES:
        run = data_of(render([results], Asked(language=language)))["runs"][0]
        stories = run["stories"]
        first = np.cumsum([0, *numbers(stories["lines"])])
        what, who = (numbers(stories[name]) for name in ("what", "who"))
        told = [(stories["texts"][a], stories["texts"][b]) for a, b in zip(what, who, strict=True)]
        lines = history(results, IssueName(0, 1, 0), document, language)
        assert told[first[0] : first[1]] == [(line.what, line.who) for line in lines]
        assert len(lines) > 8


def test_many_stories_are_those_of_each(results: Results) -> None:
    document = load("village-square").document
    issues = results.tables["issues"]
    together = histories(results.tables, 0, issues, document, "en")
    for root in issues["root"]:
        own = [line for name, line in together if name.root == root]
        assert own == history(results, IssueName(0, root, 0), document, "en")


def test_two_runs_know_each_other_s_issues(results: Results) -> None:
    data = data_of(render([results, results], Asked()))
    assert [numbers(column) for column in data["twins"]] == [[0, 1, 2, 3, 4]] * 2


def test_what_cannot_be_played_is_refused_with_what_can(results: Results) -> None:
    with pytest.raises(CannotReplay, match="has no replication 3; it has 0 to 0"):
        render([results], Asked(replication=3))
    with pytest.raises(CannotReplay, match="the run lasts from 2024-04-22 00:00 until 2024-05-20"):
        render([results], Asked(end=pd.Timestamp("2025-01-01")))
    other = Results(results.folder, results.tables, results.document_yaml.replace("seed: 20240304", "seed: 7"), {})
    with pytest.raises(CannotReplay, match=r"another world[^\n]*\n  run.seed: 20240304 and 7"):
        render([results, other], Asked())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_needs_nothing_else_and_is_whole(results: Results, language: Language) -> None:
    page = render([results], Asked(language=language))
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)\s*=|url\(|@import|\bfetch\(|XMLHttp|https?://", page)
    assert page.count("</script>") == 2, "a title that ends a script does not end it"
    assert label("replay_people", language) in unescape(page)
    assert label("replay_no_log", language) in unescape(page)
    used = set(re.findall(r"\bW\.(\w+)", page))
    assert used == set(data_of(page)["words"])
    assert "A &amp; B" in page


def test_the_command_writes_where_it_says(results: Results, gridgov: Any, tmp_path: Path) -> None:
    code, out, _ = gridgov("replay", results.folder)
    assert code == 0
    assert Path(out.strip()) == results.folder / "replay.html"
    code, out, err = gridgov("replay", results.folder, "--from", "2024-06-01", "--out", tmp_path / "x.html")
    assert (code, out) == (2, "")
    assert "--until must be later than --from" in err
    assert not (tmp_path / "x.html").exists()
