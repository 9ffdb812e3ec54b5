"""What programs read out of results: cases to explain as a table, the event log for tools of process mining."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sim.reading.cases import Wanted, find_cases
from sim.reading.export.write import Format, export_log
from sim.record.listing import HAPPENED
from sim.words import Language

if TYPE_CHECKING:
    import pandas as pd


class HasFolder(Protocol):
    """A result, such as `sim.run` returns."""

    @property
    def folder(self) -> Path:
        """The folder that holds it."""


def cases(
    result: str | Path | HasFolder,
    *,
    sort: str = "trouble",
    limit: int | None = None,
    language: Language = "en",
    **wanted: Any,
) -> pd.DataFrame:
    """Return cases of a run as a table, a row each, those that went worst first.

    What happened is asked for by truth values, all of which must hold: whistled, reopened, overdue, returned,
    sent_back, chased, repeated, joint, shelved, petitioned, not_fixed, still_open (`whistled=True`). Besides, category,
    community, street, replication, level, unit, source and channel choose by value (`category="noise"`). `sort` is
    `trouble`, `longest` or `number`. Columns: those of the table of cases in `sim.record.listing.COLUMNS`, `hours`
    from the report to the closing or to the end of the run, and `trouble`, the number of things that went wrong.

    Raises TypeError for something else that is asked for, Refused for a value that the run does not know, and
    IncompleteResult if the folder holds no whole run.
    """
    by_value = {field.name for field in fields(Wanted)} - {"happened"}
    if unknown := [name for name in wanted if name not in by_value and name not in HAPPENED]:
        known = ", ".join([*HAPPENED, *sorted(by_value)])
        raise TypeError(f"cases() cannot be asked for {', '.join(unknown)}; it knows {known}")
    happened = [name for name in HAPPENED if wanted.get(name)]
    values = {name: value for name, value in wanted.items() if name in by_value}
    return find_cases(_folder(result), Wanted(happened, **values), sort, limit, language).cases


def export(
    result: str | Path | HasFolder,
    to: Format = "xes",
    out: str | Path | None = None,
    replication: int | None = None,
    *,
    overwrite: bool = False,
    language: Language = "en",
) -> Path:
    """Write the event log of a run as XES or OCEL 2.0 and return the file; see `gridgov export --help`.

    Raises what `sim.reading.export.write.export_log` raises.
    """
    path = None if out is None else Path(out)
    return export_log(_folder(result), to, path, replication, overwrite=overwrite, language=language)


def _folder(result: str | Path | HasFolder) -> Path:
    return Path(result) if isinstance(result, str | Path) else result.folder
