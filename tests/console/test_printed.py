"""What a terminal shows, however narrow: long texts are broken, and nothing is cut."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from rich.cells import cell_len
from rich.console import Console

from sim import console
from sim.measures.catalogue import MEASURES
from sim.reading.cases import CasesFound
from sim.scenario.load import load
from sim.show.text.numbers import unit_name
from sim.study.kinds.pairs import differences
from sim.words import LANGUAGES, Language, label, words

DOCUMENT = load("village-square").document
CASE: dict[str, Any] = {
    "replication": 1, "case": 1291, "hazard": "estate", "community": 2, "reported_at": pd.Timestamp("2024-05-26 12:18"),
    "closed_at": pd.NaT, "state": "open", "hours": 99.0, "level": "community", "unit": "", "whistles": 1, "reopened": 2,
    "overdue": 3, "returns": 1, "sent_back": 1, "chased": 7, "repeats": 2, "joint": True, "shelved": True,
    "petitioned": True, "outcome": None,
}  # fmt: skip


class Terminal:
    """A terminal of so many columns."""

    def __init__(self, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.width, self.file = min(columns, console.WIDTH), io.StringIO()
        made = Console(
            file=self.file, width=self.width, force_terminal=True, color_system=None, markup=False, highlight=False
        )
        monkeypatch.setattr(console, "_console", lambda *, stderr=False: made)

    def lines(self) -> list[str]:
        """Return what it shows; every line fits, and nothing is cut."""
        lines = self.file.getvalue().splitlines()
        assert max(cell_len(line.rstrip()) for line in lines) <= self.width
        assert not [line for line in lines if "…" in line]
        return lines


@pytest.fixture(params=[80, 120])
def terminal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(request.param, monkeypatch)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_keeps_what_pairing_gained_and_all_of_its_labels(terminal: Terminal, language: Language) -> None:
    names = [name for name in MEASURES if name in console.HEADLINES]
    rows = [(number, name, 1000.0 + number + at) for number in range(4) for at, name in enumerate(names)]
    base, other = (pd.DataFrame(rows, columns=["replication", "measure", "value"]) for _ in range(2))
    other["value"] += 0.1 * other["replication"] ** 2
    console.print_comparison(differences({"a": base, "b": other}), {"a": "A", "b": "B"}, language)
    lines = terminal.lines()
    gains = [line for line in lines if line.rstrip().endswith("×")]
    assert len(gains) > len(names) / 2
    heading = label("gain", language).split()
    assert all(any(line.rstrip().endswith(word) for line in lines[1:3]) for word in heading)
    labels = "".join("".join(line[:30].split()) for line in lines)
    assert "".join(words(language).measures["detection_median_h"].label.split()) in labels
    unit = unit_name(MEASURES["severity_days_open"].unit, language)
    assert "".join(unit.split())[:12] in labels, "in what a measure is counted stands beside its name"


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_tell_all_that_happened_also_where_it_has_no_room_beside(terminal: Terminal, language: Language) -> None:
    found = CasesFound(1, 1, pd.DataFrame([CASE]), DOCUMENT)
    console.print_cases(found, Path("r"), "trouble", language)
    shown = "".join("".join(line.split()) for line in terminal.lines())
    assert label("happened_still_open", language).replace(" ", "") in shown
    assert "7×" in shown


def test_lines_hang_in_a_terminal_and_stay_whole_elsewhere(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "name  " + "many words " * 20
    console.print_lines([line], hang=6)
    first, *more = terminal.lines()
    assert first.startswith("name  many") and more
    assert all(rest.startswith("      many") or rest.startswith("      words") for rest in more)
    monkeypatch.undo()
    console.print_lines([line])
    assert capsys.readouterr().out == f"{line}\n"
