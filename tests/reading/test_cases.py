"""Lists of cases to explain: the right ones, in the right order, and refusals that say the right word."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from sim.reading.cases import Wanted, find_cases
from sim.record.listing import HAPPENED
from sim.record.store import IncompleteResult, read_results, write_results
from sim.study.files.refused import Refused

Command = Callable[..., tuple[int, str, str]]


def table(result: Path) -> pd.DataFrame:
    return duckdb.sql(f"from '{result}/cases.parquet'").df()


SAYS = {
    "whistled": lambda t: t["whistles"] > 0,
    "reopened": lambda t: t["reopened"] > 0,
    "overdue": lambda t: t["overdue"] > 0,
    "returned": lambda t: t["returns"] > 0,
    "sent_back": lambda t: t["sent_back"] > 0,
    "chased": lambda t: t["chased"] > 0,
    "repeated": lambda t: t["repeats"] > 0,
    "joint": lambda t: t["joint"],
    "shelved": lambda t: t["shelved"],
    "petitioned": lambda t: t["petitioned"],
    "not_fixed": lambda t: t["outcome"] == "not_fixed",
    "still_open": lambda t: t["state"] == "open",
}


def test_all_that_may_have_happened_is_tested_here() -> None:
    assert list(SAYS) == list(HAPPENED)


def test_what_happened_is_what_the_table_says(result: Path) -> None:
    whole = table(result)
    asked = ", ".join(f"{test} AS {name}" for name, test in HAPPENED.items())
    told = duckdb.sql(f"SELECT {asked} FROM '{result}/cases.parquet'").df()
    for name, says in SAYS.items():
        assert told[name].tolist() == says(whole).tolist(), name
    assert told.any().sum() > 5, "too little happens in this run for the test to fail"


def test_the_cases_listed_are_those_to_which_it_happened(result: Path) -> None:
    whole = table(result)
    expected = whole[SAYS["returned"](whole) & SAYS["still_open"](whole)]
    found = find_cases(result, Wanted(("returned", "still_open")), order="number")
    assert (found.total, found.all_cases) == (len(expected), len(whole))
    assert found.cases[["replication", "case"]].to_numpy().tolist() == (
        expected.sort_values(["replication", "case"])[["replication", "case"]].to_numpy().tolist()
    )


def test_all_that_is_asked_for_must_be_true(result: Path) -> None:
    whole = table(result)
    wanted = Wanted(("overdue",), category="estate", community=1, replication=0, source="resident")
    overdue, estate = whole["overdue"] > 0, whole["hazard"] == "estate"
    here = (whole["community"] == 1) & (whole["replication"] == 0) & (whole["source"] == "resident")
    assert find_cases(result, wanted).total == (overdue & estate & here).sum()


@pytest.mark.parametrize("called", ["NOISE", "噪音"])
def test_a_category_may_be_called_by_its_name_or_title(result: Path, called: str) -> None:
    assert find_cases(result, Wanted(category=called)).total == (table(result)["hazard"] == "noise").sum() > 0


def test_units_that_mechanisms_bring_may_be_asked_for(result: Path, tmp_path: Path) -> None:
    read = read_results(result)
    cases = read.tables["cases"]
    brought = cases.assign(unit=cases["unit"].astype(str).replace("grid", "joint_team"))
    write_results(tmp_path / "brought", {**read.tables, "cases": brought}, read.document_yaml, {})
    found = find_cases(tmp_path / "brought", Wanted(unit="joint_team"))
    assert found.total == (cases["unit"] == "grid").sum() > 0


def test_the_worst_come_first_then_the_longest(result: Path) -> None:
    found = find_cases(result, Wanted(), limit=50)
    assert len(found.cases) == 50 < found.total
    trouble = found.cases["trouble"].tolist()
    assert trouble == sorted(trouble, reverse=True)
    assert trouble[0] > 1
    alike = found.cases[found.cases["trouble"] == trouble[0]]["hours"].dropna().tolist()
    assert alike == sorted(alike, reverse=True)
    longest = find_cases(result, Wanted(), order="longest", limit=50).cases["hours"].tolist()
    assert longest == sorted(longest, reverse=True)


def test_a_closed_case_took_from_its_report_to_its_closing_and_an_open_one_until_the_end(result: Path) -> None:
    cases = find_cases(result, Wanted()).cases
    closed = cases[cases["state"] == "closed"]
    took = (closed["closed_at"] - closed["reported_at"]).dt.total_seconds() / 3600
    assert closed["hours"].tolist() == pytest.approx(took.tolist())
    still = cases[cases["state"] == "open"]
    end = duckdb.sql(f"select max(followed_to) from '{result}/district.parquet'").fetchall()[0][0]
    assert still["hours"].tolist() == pytest.approx(
        ((pd.Timestamp(end) - still["reported_at"]).dt.total_seconds() / 3600).tolist()
    )
    assert cases[cases["state"] == "cancelled"]["hours"].isna().all()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted(category="nosie"), ("category 'nosie'", "'noise'", "litter")),
        (Wanted(level="streat"), ("level", "'street'")),
        (Wanted(unit="utilites"), ("unit", "'utilities'")),
        (Wanted(community=4), ("community '4'", "0 to 3")),
        (Wanted(("wistled",)), ("'whistled'",)),
    ],
)
def test_what_is_not_known_is_refused_with_the_right_word(result: Path, wanted: Wanted, words: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        find_cases(result, wanted)
    assert all(word in str(refused.value) for word in words)


def test_a_table_that_was_changed_is_refused(result: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in result.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    (copy / "cases.parquet").write_bytes(b"")
    with pytest.raises(IncompleteResult, match=r"cases.parquet was changed"):
        find_cases(copy, Wanted())


def test_the_command_lists_and_says_how_many_more_and_how_to_explain_one(gridgov: Command, result: Path) -> None:
    code, out, err = gridgov("cases", result, "--overdue", "--limit", 3)
    assert (code, err) == (0, "")
    total = find_cases(result, Wanted(("overdue",))).total
    assert f"3 of {total} cases" in out
    assert f"{total - 3} more" in out
    command = next(line for line in out.splitlines() if "gridgov explain" in line).split("gridgov ")[1].split()
    assert gridgov(*command)[0] == 0


def test_in_chinese_everything_is_chinese(gridgov: Command, result: Path) -> None:
    code, out, _ = gridgov("cases", result, "--overdue", "--limit", 3, "--lang", "zh")
    assert code == 0
    assert "超期" in out
    assert "limit passed" not in out
    code, out, err = gridgov("cases", result, "--category", "nosie", "--lang", "zh")
    assert (code, out) == (2, "")
    assert "是否指“noise”" in err


def test_as_json_for_scripts(gridgov: Command, result: Path) -> None:
    told = json.loads(gridgov("cases", result, "--limit", 2, "--sort", "number", "--json")[1])
    assert told["total"] == len(table(result))
    assert [row["case"] for row in told["cases"]] == [0, 1]


def test_none_is_said_in_words(gridgov: Command, result: Path) -> None:
    code, out, _ = gridgov("cases", result, "--still-open", "--not-fixed", "--source", "visit", "--reopened")
    assert code == 0
    assert "No case is like that" in out
