"""Cases of a run worth explaining: those that were whistled, reopened, overdue ..., the ones that went worst first.

The table of cases alone is read, by DuckDB, which takes part of a second also for a year of a district.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from sim.kinds import Level, Source, words
from sim.language.units import nearest_word
from sim.machine.database import connection
from sim.record.listing import HAPPENED, ORDERS, SELECTED
from sim.record.literal import pattern, quoted
from sim.record.store import SCENARIO, tables_of_run, told_plainly
from sim.show.text.labels import title_of
from sim.study.files.refused import Refused
from sim.words import LANGUAGES, Language, label

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Wanted:
    """Which cases are looked for: those to which all of `happened` (words of `sim.record.listing.HAPPENED`) happened,
    and of which all that is named here is true; None asks for nothing.

    `category` is the name or title of a hazard, `level` who did it, `unit` the unit that claimed it done, `source` how
    it was found, `channel` by which channel a resident reported it. `community`, `street` and `replication` count
    from 0.
    """

    happened: Sequence[str] = ()
    category: str | None = None
    community: int | None = None
    street: int | None = None
    replication: int | None = None
    level: str | None = None
    unit: str | None = None
    source: str | None = None
    channel: str | None = None


@dataclass(frozen=True)
class CasesFound:
    """Cases as they were asked for: how many there are, how many the run has in all, a row for each of those listed
    (the columns of the table of cases in `sim.record.listing.COLUMNS`, `hours` from the report to the closing or to the
    end of the run, `trouble`, the number of things that went wrong), and the run's scenario as a plain document."""

    total: int
    all_cases: int
    cases: pd.DataFrame
    document: Mapping[str, Any]


def find_cases(
    folder: Path, wanted: Wanted, order: str = "trouble", limit: int | None = None, language: Language = "en"
) -> CasesFound:
    """Return the cases of a run that are wanted, at most `limit` of them.

    Raises Refused, in the language, for a word or number that the run does not know, with the nearest one that it does,
    and IncompleteResult if the folder holds no whole run.
    """
    files = tables_of_run(folder, ("cases", "district", "map"))
    document = YAML(typ="safe").load((folder / SCENARIO).read_text("utf-8"))
    _refuse_unknown("sort", order, ORDERS, language)
    with told_plainly(files["cases"]), connection() as database:
        for name, path in files.items():
            database.execute(f"CREATE OR REPLACE TEMP VIEW {name}_read AS FROM {quoted(pattern(path))}")
        known = _known(database, document)
        asked = _asked(wanted, document, known, language)
        where = " AND ".join([*(HAPPENED[it] for it in wanted.happened), *(f'"{name}" = ?' for name in asked), "true"])
        rows = "FROM cases_read JOIN (SELECT replication, followed_to FROM district_read) USING (replication)"
        (total,), (everything,) = (
            database.execute(f"SELECT count(*) {rows} WHERE {test}", values).fetchall()[0]
            for test, values in ((where, [*asked.values()]), ("true", []))
        )
        listed = database.execute(
            f"SELECT {SELECTED} {rows} WHERE {where}"
            f' ORDER BY {ORDERS[order]}, replication, "case"' + ("" if limit is None else f" LIMIT {limit:d}"),
            [*asked.values()],
        ).df()
    return CasesFound(total, everything, listed, document)


def _known(database: DuckDBPyConnection, document: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """Return all that may be asked for, by field."""
    ((replications,),) = database.execute("SELECT count(*) FROM district_read").fetchall()
    (places,) = database.execute("SELECT max(community) + 1, max(street) + 1 FROM map_read").fetchall()
    # mechanisms bring units that no scenario lists
    done = [unit for (unit,) in database.execute("SELECT DISTINCT unit FROM cases_read ORDER BY unit").fetchall()]
    listed = ["grid", "community", *document["staff"]["street_teams"], *document["departments"], "members"]
    return {
        "category": list(document["hazards"]),
        "community": range(places[0]),
        "street": range(places[1]),
        "replication": range(replications),
        "level": [word for word in words(Level)],
        "unit": [*dict.fromkeys([*listed, *filter(None, done)])],
        "source": [word for word in words(Source)],
        "channel": list(document["channels"]),
    }


def _asked(
    wanted: Wanted, document: Mapping[str, Any], known: Mapping[str, Sequence[Any]], language: Language
) -> dict[str, Any]:
    """Return what columns must hold; raise Refused for what none can."""
    for word in wanted.happened:
        _refuse_unknown("happened", word, HAPPENED, language)
    given = {field.name: getattr(wanted, field.name) for field in fields(wanted) if field.name != "happened"}
    given = {name: value for name, value in given.items() if value is not None}
    if "category" in given:
        given["category"] = _named(given["category"], document["hazards"])
    for name, value in given.items():
        _refuse_unknown(name, value, known[name], language)
    return {"hazard" if name == "category" else name: value for name, value in given.items()}


def _named(category: str, hazards: Mapping[str, Any]) -> str:
    """Return the name of a category that is called by its title, in any language and any capitals."""
    titles = {title_of(entry, name, its).casefold(): name for name, entry in hazards.items() for its in LANGUAGES}
    names = {name.casefold(): name for name in hazards}
    return {**titles, **names}.get(category.casefold(), category)


def _refuse_unknown(what: str, found: Any, known: Sequence[Any] | Mapping[str, Any], language: Language) -> None:
    """Raise Refused, with the nearest right word, for something that is not known."""
    if found in known:
        return
    near = None if isinstance(known, range) else nearest_word(str(found), [*known])
    if isinstance(known, range):
        told = label("from_to", language).format(low=0, high=len(known) - 1)
    else:
        told = label("comma", language).join(known)
    nearest = label("nearest", language).format(nearest=near) if near else ""
    asked = label(f"asked_{what}", language)
    raise Refused(label("not_known", language).format(what=asked, found=found, nearest=nearest, known=told))
