"""Observed durations and numbers in a CSV file beside a scenario.

They are copied into the document on reading, so that a resolved scenario needs no other file:
`{empirical: {file: x.csv, column: minutes, unit: min}}` becomes `{empirical: {values: [...], unit: min}}`.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, replace
from typing import Any

from sim.language.chinese import half_width
from sim.language.contradiction import Path
from sim.language.units import nearest_word
from sim.said import said
from sim.scenario.beside import FilesBeside
from sim.scenario.problems import described
from sim.scenario.source import SourceText

MAX_OBSERVATIONS = 20_000


def with_observations(source: SourceText, files: FilesBeside) -> SourceText:
    """Return the source with every `empirical` file read into it."""
    return replace(source, data=_Inliner(files).copied(source.data, ()))


@dataclass(frozen=True)
class _Inliner:
    """Copies a document, reading files of observations where they are named."""

    files: FilesBeside

    def copied(self, value: Any, path: Path) -> Any:
        """Return a copy of `value`, which stands at `path`, with observations in the place of file names."""
        if isinstance(value, list):
            return [self.copied(inner, (*path, index)) for index, inner in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if path and path[-1] == "empirical" and "file" in value:
            return self._read(value, path)
        return {key: self.copied(inner, (*path, key)) for key, inner in value.items()}

    def _read(self, written: dict[str, Any], path: Path) -> dict[str, Any]:
        file, column = written["file"], written.get("column")
        rest = {key: value for key, value in written.items() if key not in ("file", "column")}
        if not isinstance(file, str) or not isinstance(column, str):
            raise self.files.refusal("names a file and a column of it", path)
        rows = self._rows(file, (*path, "file"))
        where = (*path, "column")
        names = rows[0] if rows else []
        if column not in names:
            nearest = nearest_word(column, names)
            raise self.files.refusal("the file has no such column", where, repr(column), nearest)
        return {"values": self._values(rows, names.index(column), where), **rest}

    def _rows(self, name: str, path: Path) -> list[list[str]]:
        try:
            rows = list(csv.reader(self.files.text(name, path).splitlines()))
        except csv.Error as error:
            raise self.files.refusal(
                said("the file is not CSV: {why}", why=said(str(error))), path, described(name)
            ) from None
        if len(rows) > MAX_OBSERVATIONS + 1:
            message = said("more than {most:,} observations; take a sample", most=MAX_OBSERVATIONS)
            raise self.files.refusal(message, path, said("{rows:,} rows", rows=len(rows) - 1))
        return rows

    def _values(self, rows: list[list[str]], index: int, path: Path) -> list[float | str]:
        values: list[float | str] = []
        for number, row in enumerate(rows[1:], start=2):
            if len(row) <= index or not row[index].strip():
                raise self.files.refusal(said("nothing in row {number} of the file", number=number), path)
            value = _number(row[index].strip())
            if isinstance(value, float) and not math.isfinite(value):
                where = said("expected a finite number in row {number} of the file", number=number)
                raise self.files.refusal(where, path, described(row[index].strip()))
            values.append(value)
        return values


def _number(text: str) -> float | str:
    """Return a bare number, to which the unit given in the scenario applies, or the text as it is."""
    try:
        return float(half_width(text))
    except ValueError:
        return text
