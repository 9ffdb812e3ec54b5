"""What a report holds of the cases that it lists, and their stories, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from markupsafe import Markup

from sim.record.listing import HAPPENED
from sim.show.pages.case_list.chosen import SPREAD, WORST, ListedCases
from sim.show.pages.page import resource
from sim.show.text.cases import case_lines
from sim.show.text.history import StoryLine, histories
from sim.show.text.labels import community_name, community_names
from sim.show.web import as_json, script
from sim.show.web.choices import WORDS as FILTER_WORDS
from sim.show.web.choices import choices, coded, happened_titles, offered
from sim.show.web.packing import packed
from sim.show.web.stories import Texts, packed_stories
from sim.words import Language, label

CHOICES = ("hazard", "community", "street", "level", "unit", "source", "channel")
"""Columns of which one value can be asked for."""
WORDS = (
    "list_find", "list_found", "list_none", "list_further", "list_absent", "list_every", "list_reported",
    "list_terminal", "list_result", "list_grid", "case", "category", "community", "took", "done_by", "what_happened",
    "d",
)  # fmt: skip
"""Labels that the script of the list uses; in it they go without `list_`."""
SCRIPTS = ("unpack", "filter", "stories")
"""Scripts that the section shares with the replay, in the order in which they stand in it."""
MINUTE_MS = 60_000


class CaseSection(NamedTuple):
    """What stands in the section: which cases are there, the command that lists all, its data and its script."""

    note: str
    command: str
    data: Markup
    script: Markup


def case_section(chosen: ListedCases, document: Mapping[str, Any], language: Language) -> CaseSection | None:
    """Return the section of cases in a language; None if there is no case."""
    if not len(chosen.cases):
        return None
    whole = len(chosen.cases) == chosen.total
    scope = label("list_of_first" if chosen.replications > 1 else "list_of_run", language)
    note = label("list_all" if whole else "list_some", language).format(
        shown=len(chosen.cases),
        total=chosen.total,
        scope=scope.format(n=chosen.replications),
        worst=WORST,
        spread=SPREAD,
    )
    spoken = "" if language == "en" else f" --lang {language}"
    return CaseSection(
        note,
        f"gridgov cases {label('list_result', language)}{spoken}",
        as_json(list_data(chosen, document, language)),
        Markup("\n".join([*map(script, SCRIPTS), resource("case_list/list.js")])),
    )


def list_data(chosen: ListedCases, document: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return what the page holds of cases, of which there is one at least; times are minutes from `start` (ms since
    1970 in local time)."""
    cases = chosen.cases
    issues = cases[["root", "generation"]].drop_duplicates(ignore_index=True)
    order = {(row.root, row.generation): number for number, row in enumerate(issues.itertuples())}
    stories: list[list[StoryLine]] = [[] for _ in order]
    for name, line in histories(chosen.tables, chosen.replication, issues, document, language):
        stories[order[name.root, name.generation]].append(line)
    told = _minutes(pd.Series([line.at for story in stories for line in story], dtype="datetime64[ms]"))
    reported = _minutes(cases["reported_at"])
    occurred = _minutes(issues.merge(chosen.tables["issues"], on=["root", "generation"], how="left")["occurred_at"])
    start = int(np.concatenate([told, reported, occurred]).min())
    asked = choices(CHOICES, [cases], document, language)
    texts = Texts()
    names = {name: name.removeprefix("filter_").removeprefix("list_") for name in (*FILTER_WORDS, *WORDS)}
    return {
        "start": start * MINUTE_MS,
        "language": language,
        "replication": chosen.replication,
        "several": chosen.replications > 1,
        "total": chosen.total,
        "flags": list(HAPPENED),
        "boxes": list(zip(happened_titles(language), chosen.happened.values(), strict=True)),
        "choices": offered(asked),
        "values": coded(cases, asked),
        "cases": {
            "number": packed(cases["case"]),
            "bits": packed(cases["bits"]),
            "issue": packed([order[pair] for pair in zip(cases["root"], cases["generation"], strict=True)]),
            "grid": packed(cases["grid"]),
            "reported": packed(reported - start),
            **_told(cases, texts, document, language),
        },
        "texts": texts.all(),
        "occurred": packed(occurred - start),
        "stories": packed_stories(stories, told - start),
        "words": {short: label(name, language) for name, short in names.items()},
    }


def _told(cases: pd.DataFrame, texts: Texts, document: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return which texts the cells of each case are."""
    lines = case_lines(cases, document, language)
    names = community_names(document)
    cells = {
        "category": [line.category for line in lines],
        "community": [community_name(int(line.community), names, language) for line in lines],
        "took": [line.took for line in lines],
        "done_by": [line.done_by for line in lines],
        "happened": [line.happened.replace(" ×", "\u00a0×") for line in lines],
    }
    return {name: packed([texts.number(text) for text in column]) for name, column in cells.items()}


def _minutes(times: pd.Series[pd.Timestamp]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return times in whole minutes since 1970, of shape (n,)."""
    return times.to_numpy().astype("datetime64[m]").astype(np.int64)
