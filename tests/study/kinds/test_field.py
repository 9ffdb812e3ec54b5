"""The field check says first how many published figures lie outside, and which; its exit code says if any."""

from pathlib import Path

import pandas as pd
import pytest

from sim.measures.catalogue import MEASURES
from sim.record.columns import TABLES
from sim.record.store import write_results
from sim.study.kinds.field import main

EXPECTED = "field: {cases_per_year: {low: 90, high: 110, expected: 100, grade: B, source: a yearly report}}\n"


def result(folder: Path, cases_per_year: float, scenario: str = EXPECTED) -> Path:
    """Write a result in which everything else is undefined."""
    summary = pd.DataFrame({"measure": list(MEASURES), "unit": "", "mean": float("nan")})
    summary.loc[summary["measure"] == "cases_per_year", "mean"] = cases_per_year
    for column in ("standard_error", "low", "high"):
        summary[column] = float("nan")
    measures = pd.DataFrame({"replication": [0], "measure": ["cases_per_year"], "value": [cases_per_year]})
    empty = {name: pd.DataFrame({column.name: [] for column in columns}) for name, columns in TABLES.items()}
    write_results(folder, {**empty, "measures": measures, "summary": summary}, scenario, {})
    return folder


OUTSIDE = "1 of 1 published figures lie outside their range: Registered cases."


@pytest.mark.parametrize(
    ("measured", "code", "first"),
    [(104.0, 0, "None of 1 published figures lies outside its range."), (120.0, 1, OUTSIDE)],
)
def test_a_row_outside_its_range_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], measured: float, code: int, first: str
) -> None:
    assert main([str(result(tmp_path, measured))]) == code
    printed = capsys.readouterr().out
    assert printed.splitlines()[0] == first
    assert f"{measured:.0f}" in printed
    assert ("outside\n" in printed.replace(" ", "")) == (code == 1)
    assert "Simulated" in printed


def test_what_was_worked_out_by_hand_is_counted_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand = EXPECTED.replace("{low", "{published: false, low")
    assert main([str(result(tmp_path, 120.0, by_hand))]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "1 of 1 worked out by hand or assumed lie outside what is allowed: Registered cases."


def test_nothing_to_check_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing")]) == 2
    assert main([str(result(tmp_path, 1.0, "field: {}\n"))]) == 2
    assert "expects nothing" in capsys.readouterr().err
