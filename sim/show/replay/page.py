"""The page of a replay: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import pandas as pd
from markupsafe import Markup

from sim.record.store import Results, read_results, write_text
from sim.said import listed, said
from sim.scenario.differences import changes_of_world
from sim.scenario.load import scenario_of, undumped
from sim.show.figures.style import INK, LEVEL_COLOURS, RULE, SOFT
from sim.show.pages.page import resource
from sim.show.replay.data import Played, one_replication, run_data, scale_of
from sim.show.replay.states import LEVELS, OVERDUE, WHISTLED, State
from sim.show.text.labels import community_name, community_names, title_of
from sim.show.web import as_json, script
from sim.show.web.choices import WORDS as FILTER_WORDS
from sim.show.web.choices import choices, happened_titles, offered
from sim.show.web.packing import packed
from sim.words import Language, label, words

SHARED = ("unpack", "filter", "stories")
"""Scripts that the page shares with the report, in the order in which they stand before its own."""
SCRIPTS = (
    "run",
    "sprites",
    "ground",
    "walkers",
    "pane",
    "curve",
    "legend",
    "filters",
    "story",
    "caselist",
    "clock",
    "main",
)
"""Scripts of its own in their order."""
CHOICES = ("street", "unit", "source", "channel")
"""Columns of cases of which one value can be asked for, besides category, level and community of an issue."""
WORDS = (
    "replay_play", "replay_pause", "replay_weekdays", "replay_hidden", "replay_open", "replay_closed", "replay_on_time",
    "replay_unfixed", "replay_of_closed", "replay_since", "replay_curve", "replay_map", "replay_category",
    "replay_level", "replay_community", "replay_no_level", "replay_shown", "replay_whole_run", "replay_mark_hidden",
    "replay_mark_known", "replay_mark_waiting", "replay_mark_underway", "replay_mark_closed", "replay_mark_unfixed",
    "replay_mark_overdue", "replay_mark_report", "replay_mark_whistle", "replay_mark_worker", "replay_mark_crew",
    "replay_mark_rests", "replay_marks_of_levels", "replay_grid", "replay_dangerous", "replay_no_case", "replay_absent",
    "replay_jump", "replay_close", "replay_find_case", "replay_cases_listed", "replay_days_open", "replay_there",
    "case_n", "comma", *FILTER_WORDS,
)  # fmt: skip
"""Labels that the scripts use; in them they go without `replay_` or `filter_`."""
MINUTES_A_SECOND, HOURS_A_SECOND = (5, 20), (1, 3, 12, 24)
"""Speeds: simulated minutes and hours in a second of the reader's."""
UNLESS_SAID = pd.Timedelta(14, "D")
"""How long a replay is if nobody says."""


class CannotReplay(Exception):
    """What was asked for cannot be played; the message says why, and what can."""


class Asked(NamedTuple):
    """What to play: a replication, from when until when (None: two weeks from the start of what is observed)."""

    replication: int = 0
    start: pd.Timestamp | None = None
    end: pd.Timestamp | None = None
    language: Language = "en"


def write_replay(folders: Sequence[Path], out: Path, asked: Asked) -> Path:
    """Write the replay of one result, or of two in the same world side by side, to a file; return its path.

    Raises IncompleteResult for a folder that is not whole, and CannotReplay for what cannot be played.
    """
    page = render([read_results(folder) for folder in folders], asked)
    write_text(out, page)
    return out


def render(results: Sequence[Results], asked: Asked) -> str:
    """Return the page of one result or of two in the same world."""
    documents = [undumped(its.document_yaml) for its in results]
    _refuse_other_worlds(results, documents)
    frames = [_replication(its, asked.replication) for its in results]
    begins = scenario_of(results[0].document_yaml).run.start
    span = _span(frames[0]["district"].iloc[0], begins, asked)
    scale = scale_of(frames)
    language = asked.language
    asked_of = choices(CHOICES, [its["cases"] for its in frames], documents[0], language)
    runs = [
        run_data(its, own, span, scale, document, asked_of, language)
        for its, own, document in zip(results, frames, documents, strict=True)
    ]
    data = {
        "start": int(span.start.value // 1_000_000),
        "seconds": int((span.end - span.start).total_seconds()),
        "step": scale.step,
        "hazards": [title_of(entry, name, language) for name, entry in documents[0]["hazards"].items()],
        "communities": _communities(frames, documents[0], language),
        "named": bool(community_names(documents[0])),
        "happened": happened_titles(language),
        "choices": offered(asked_of),
        "levels": ["", *(label(name, language) for name in LEVELS[1:])],
        "colours": {"ink": INK, "soft": SOFT, "rule": RULE, "levels": ["#5d6b7a", *LEVEL_COLOURS.values()]},
        "codes": {**{state.name: int(state) for state in State}, "OVERDUE": OVERDUE, "WHISTLED": WHISTLED},
        "runs": [run for run, _ in runs],
        "twins": _twins([issues for _, issues in runs]),
        "words": {name.removeprefix("replay_").removeprefix("filter_"): words(language).labels[name] for name in WORDS},
    }
    return _filled(data, language)


def _filled(data: dict[str, Any], language: Language) -> str:
    titles = [run["title"] for run in data["runs"]]
    alone = label("replay_title", language).format(title=titles[0])
    title = alone if len(titles) == 1 else label("replay_two", language)
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_part), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("replay.html.j2").render(
        language=language,
        say=partial(label, language=language),
        title=title,
        css=Markup(resource("report.css") + _part("replay.css")),
        script=Markup("\n".join([*map(script, SHARED), *(_part(f"{name}.js") for name in SCRIPTS)])),
        data=as_json(data),
        speeds=_speeds(language),
        log=all(run["log"] for run in data["runs"]),
        seconds=data["seconds"],
    )


def _part(name: str) -> str:
    return (resources.files("sim.show.replay") / "web" / name).read_text(encoding="utf-8")


def _speeds(language: Language) -> list[tuple[int, str]]:
    """Return simulated seconds in a second of the reader's, and what that is called."""
    minutes = [(60 * n, label("replay_minutes_a_second", language).format(n=n)) for n in MINUTES_A_SECOND]
    return minutes + [(3600 * n, label("replay_hours_a_second", language).format(n=n)) for n in HOURS_A_SECOND]


def _replication(results: Results, replication: int) -> dict[str, pd.DataFrame]:
    there = results.tables["district"]["replication"].tolist()
    if replication not in there:
        raise CannotReplay(
            said(
                "{folder} has no replication {replication}; it has {first} to {last}",
                folder=results.folder,
                replication=replication,
                first=there[0],
                last=there[-1],
            )
        )
    return one_replication(results.tables, replication)


def _span(district: pd.Series, begins: date, asked: Asked) -> Played:
    """Return what to play of a run that begins on a day; raise CannotReplay if the run does not have it."""
    first, last = pd.Timestamp(begins), pd.Timestamp(district["followed_to"])
    start = pd.Timestamp(district["window_from"]) if asked.start is None else asked.start
    whole = last if asked.start is not None else pd.Timestamp(district["window_to"])
    end = min(start + UNLESS_SAID, whole) if asked.end is None else asked.end
    if not first <= start < end <= last:
        raise CannotReplay(
            said(
                "cannot play from {start:%Y-%m-%d %H:%M} until {end:%Y-%m-%d %H:%M}: the run lasts from "
                "{first:%Y-%m-%d %H:%M} until {last:%Y-%m-%d %H:%M}, and --until must be later than --from",
                start=start,
                end=end,
                first=first,
                last=last,
            )
        )
    return Played(start, end)


def _refuse_other_worlds(results: Sequence[Results], documents: Sequence[dict[str, Any]]) -> None:
    for its, document in zip(results[1:], documents[1:], strict=True):
        lines = [
            said("  {path}: {base} and {other}", path=change.path, base=change.base, other=change.other)
            for change in changes_of_world(documents[0], document)
        ]
        if lines:
            head = said(
                "{folder} is of another world than {first}; side by side only what happens in one world can be seen:"
                " the same seed, period, territory, people and hazards",
                folder=its.folder,
                first=results[0].folder,
            )
            raise CannotReplay(listed([head, *lines], "\n"))


def _communities(
    frames: Sequence[Mapping[str, pd.DataFrame]], document: Mapping[str, Any], language: Language
) -> list[str]:
    """Return what the communities are called, by number."""
    names = community_names(document)
    most = max(
        (int(table["community"].max()) for its in frames for table in (its["map"], its["issues"]) if len(table)),
        default=-1,
    )
    return [community_name(number, names, language) for number in range(most + 1)]


def _twins(issues: Sequence[pd.DataFrame]) -> list[Any]:
    """Return for each run, for each of its issues, which one it is in the other run, -1 for none."""
    if len(issues) < 2:
        return []
    found = []
    for own, other in ((issues[0], issues[1]), (issues[1], issues[0])):
        number = other[["root", "generation"]].assign(twin=range(len(other)))
        matched = own[["root", "generation"]].merge(number, on=["root", "generation"], how="left")
        found.append(packed(matched["twin"].fillna(-1)))
    return found
