from __future__ import annotations

from pathlib import Path

import pytest

from sim.scenario.observations import MAX_OBSERVATIONS
from tests.scenario.conftest import Write
from tests.scenario.small import GOOD, faults, loaded

WORK = "{lognormal: {median: 25 min, p90: 60 min}}"


def observed(file: str, column: str = "minutes", unit: str = ", unit: min") -> str:
    return GOOD.replace(WORK, f"{{empirical: {{file: {file}, column: {column}{unit}}}}}")


def test_a_column_of_a_file_becomes_values(write: Write) -> None:
    write("x.csv", "id,minutes\n1,30\n2,10.5\n")
    work = loaded(write("a.yaml", observed("x.csv"))).hazards["litter"].work
    assert work.values == (630_000, 1_800_000)


def test_values_may_carry_their_own_units(write: Write) -> None:
    write("x.csv", "minutes\n1 h\n10 min\n")
    work = loaded(write("a.yaml", observed("x.csv", unit=""))).hazards["litter"].work
    assert work.values == (600_000, 3_600_000)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("minutes\n", "minutes", "expected a list of at least one value"),
        ("minutes\n1\n\n2\n", "minutes", "nothing in row 3 of the file"),
        ("minutes\n1\n", "minuts", "the file has no such column (found 'minuts'); did you mean 'minutes'?"),
        ("minutes\nsoon\n", "minutes", "expected a number first"),
        ("minutes\n" + "9" * 5_000 + "\n", "minutes", "expected a finite number"),
        ("minutes\n" + "9" * 200_000 + "\n", "minutes", "the file is not CSV: field larger than"),
        ("minutes\n1 000\n", "minutes", "has a space inside the number"),
        ("minutes\n" + "1\n" * (MAX_OBSERVATIONS + 1), "minutes", "more than 20,000 observations"),
    ],
)
def test_refuses_a_file_that_does_not_serve(write: Write, text: str, column: str, said: str) -> None:
    write("x.csv", text)
    (line,) = faults(write("a.yaml", observed("x.csv", column)))
    assert line.startswith("a.yaml:8:")
    assert said in line


def test_nothing_outside_the_folder_is_read(write: Write, tmp_path: Path) -> None:
    write("x.csv", "minutes\n1\n")
    assert "lies outside the folder" in faults(write("mine/a.yaml", observed("../x.csv")))[0]
    assert "lies outside the folder" in faults(write("mine/a.yaml", observed(str(tmp_path / "x.csv"))))[0]
    assert "no such file" in faults(write("a.yaml", observed("y.csv")))[0]
