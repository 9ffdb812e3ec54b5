"""Observed durations and numbers in a CSV file beside a scenario.

They are copied into the document on reading, so that a resolved scenario needs no other file:
`{empirical: {file: x.csv, column: minutes, unit: min}}` becomes `{empirical: {values: [...], unit: min}}`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.language.units import nearest_word
from sim.scenario.problems import Path as Steps
from sim.scenario.problems import Problem, ScenarioError
from sim.scenario.source import Source, decode

MAX_OBSERVATIONS = 20_000


def with_observations(source: Source, folder: Path, roots: Sequence[Path]) -> Source:
    """Return the source with every `empirical` file read into it; files lie in `folder`, within `roots`."""
    return replace(source, data=_Inliner(source, folder, roots).copied(source.data, ()))


class _Inliner:
    """Copies a document, reading files of observations where they are named."""

    def __init__(self, source: Source, folder: Path, roots: Sequence[Path]) -> None:
        """Keep where files are sought and where they may lie."""
        self.source, self.folder, self.roots = source, folder, roots

    def copied(self, value: Any, path: Steps) -> Any:
        """Return a copy of `value`, which stands at `path`, with observations in the place of file names."""
        if isinstance(value, list):
            return [self.copied(inner, (*path, index)) for index, inner in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if path and path[-1] == "empirical" and "file" in value:
            return self._read(value, path)
        return {key: self.copied(inner, (*path, key)) for key, inner in value.items()}

    def _read(self, written: dict[str, Any], path: Steps) -> dict[str, Any]:
        column = written.get("column")
        rest = {key: value for key, value in written.items() if key not in ("file", "column")}
        if not isinstance(written["file"], str) or not isinstance(column, str):
            raise self._error("names a file and a column of it", path)
        rows = self._rows(written["file"], (*path, "file"))
        if not rows or column not in rows[0]:
            names = rows[0] if rows else []
            where = (*path, "column")
            raise self._error("the file has no such column", where, repr(column), nearest_word(column, names))
        return {"values": self._values(rows, rows[0].index(column), (*path, "column")), **rest}

    def _rows(self, name: str, path: Steps) -> list[list[str]]:
        file = (self.folder / name).resolve()
        if not any(file.is_relative_to(root) for root in self.roots):
            raise self._error("lies outside the folder of the scenario", path, repr(name))
        if not file.is_file():
            raise self._error("no such file", path, repr(name))
        rows = list(csv.reader(decode(file.read_bytes(), name).splitlines()))
        if len(rows) > MAX_OBSERVATIONS + 1:
            found = f"{len(rows) - 1:,} rows"
            raise self._error(f"more than {MAX_OBSERVATIONS:,} observations; take a sample", path, found)
        return rows

    def _values(self, rows: list[list[str]], index: int, path: Steps) -> list[float | str]:
        values: list[float | str] = []
        for number, row in enumerate(rows[1:], start=2):
            if len(row) <= index or not row[index].strip():
                raise self._error(f"nothing in row {number} of the file", path)
            values.append(_number(row[index].strip()))
        return values

    def _error(
        self, message: str, path: Steps, found: str | None = None, nearest: str | None = None
    ) -> ScenarioError:
        place = self.source.place(path) or self.source.values[()]
        return ScenarioError([Problem(place, message, path, found, nearest=nearest)])


def _number(text: str) -> float | str:
    """Return a bare number, to which the unit given in the scenario applies, or the text as it is."""
    try:
        return float(text)
    except ValueError:
        return text
