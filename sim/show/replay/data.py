"""What the page of a replay holds: the tables of one replication between two moments, packed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from shapely import Polygon, get_coordinates, point_on_surface

from sim.machine.database import connection
from sim.record.listing import BITS
from sim.record.store import Results
from sim.show.figures.district_map import communities_of, read_outline
from sim.show.replay.states import NEVER_OPEN, Frames, SeenFrom, State, changes, moments
from sim.show.replay.walks import legs
from sim.show.text.history import StoryLine, histories
from sim.show.text.labels import title_of
from sim.show.text.settings import assignment_text
from sim.show.text.unit_titles import unit_title
from sim.show.web.choices import AskedColumn, coded
from sim.show.web.packing import Packed, packed
from sim.show.web.stories import packed_stories
from sim.words import Language, label

STEPS = 65_535
"""Positions are whole numbers up to this, over the longer side of the district."""
NEVER = 2**30
"""Seconds that stand for: not within what the result knows."""
OVER = (State.ABSENT, State.CLOSED, State.ENDED)
"""States of which nothing is left to be shown."""

Columns = dict[str, Packed]


class Played(NamedTuple):
    """The time that is played, from one moment until before another."""

    start: pd.Timestamp
    end: pd.Timestamp

    def seconds(self, times: pd.Series) -> NDArray[np.int64]:
        """Return whole seconds from the start, of shape (n,); NEVER where there is no time."""
        after = (times.astype("datetime64[ms]") - self.start) // pd.Timedelta(1, "s")
        return np.asarray(after.fillna(NEVER), dtype=np.int64)


class Scale(NamedTuple):
    """How metres become whole numbers: the south-west corner and metres a step."""

    west: float
    south: float
    step: float

    def of(self, x_m: ArrayLike, y_m: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return positions in steps, each of shape (n,)."""
        x = (np.asarray(x_m, dtype=float) - self.west) / self.step
        y = (np.asarray(y_m, dtype=float) - self.south) / self.step
        whole = (np.clip(np.nan_to_num(np.rint(value)), 0, STEPS).astype(np.int64) for value in (x, y))
        return next(whole), next(whole)


def one_replication(tables: Frames, replication: int) -> dict[str, pd.DataFrame]:
    """Return the tables of one replication."""
    return {
        name: table[table["replication"] == replication] if "replication" in table else table
        for name, table in tables.items()
    }


def scale_of(frames: Sequence[Frames]) -> Scale:
    """Return the scale at which the grids and places of all these tables fit into the map."""
    corners = [read_outline(text) for its in frames for text in its["map"]["outline"]]
    places = [its["issues"][["x_m", "y_m"]].dropna().to_numpy() for its in frames]
    every = np.concatenate([part for part in (*corners, *places) if len(part)] or [np.zeros((1, 2))])
    (west, south), (east, north) = every.min(axis=0), every.max(axis=0)
    return Scale(float(west), float(south), max(float(east - west), float(north - south), 1.0) / STEPS)


def shown(frames: Frames, span: Played) -> tuple[pd.DataFrame, list[SeenFrom]]:
    """Return the issues to be seen between two moments, and their changes with `at` in seconds from the first.

    What was so before is told at second 0.
    """
    every = _not_over(frames, span)
    told = moments(frames, every)
    found = changes(told[told["at"] < span.end])
    start = int(span.start.value // 1_000_000)
    kept: dict[int, list[SeenFrom]] = {}
    for change in found:
        second = max(0, (change.at - start) // 1000)
        own = kept.setdefault(change.issue, [])
        if own and own[-1].at == second:
            own.pop()
        own.append(SeenFrom(change.issue, second, change.code))
    kept = {issue: own for issue, own in kept.items() if own[-1].at > 0 or own[-1].code & 7 not in OVER}
    rows = {issue: row for row, issue in enumerate(kept)}
    return every.loc[list(kept)].reset_index(drop=True), [
        change._replace(issue=rows[change.issue]) for own in kept.values() for change in own
    ]


def _not_over(frames: Frames, span: Played) -> pd.DataFrame:
    """Return the issues that were there, or had a case that was open, between two moments or shortly before."""
    issues, cases = frames["issues"], frames["cases"]
    late = cases.loc[~(cases["closed_at"] < span.start), ["root", "generation"]].drop_duplicates()
    has_case = issues[["root", "generation"]].merge(late.assign(late=True), on=["root", "generation"], how="left")[
        "late"
    ]
    there = ~(issues["ended_at"] < span.start) | has_case.notna().to_numpy()
    return issues[there & ~issues["state"].isin(NEVER_OPEN) & (issues["occurred_at"] < span.end)].reset_index(drop=True)


def run_data(
    results: Results,
    frames: Frames,
    span: Played,
    scale: Scale,
    document: Mapping[str, Any],
    asked: Sequence[AskedColumn],
    language: Language,
) -> tuple[dict[str, Any], pd.DataFrame]:
    """Return what the page knows of one run, and the issues in it in their order there.

    `frames` are the tables of the replication, `document` is the scenario, `asked` what readers can ask of cases. All
    times are seconds from the start.
    """
    issues, told = shown(frames, span)
    replication = int(frames["district"]["replication"].iloc[0])
    cases = _cases_of(frames, issues)
    data = {
        "title": _title(results, document, language),
        "log": "events" in frames,
        "ground": _ground(frames["map"], scale),
        "issues": _issues(issues, told, scale, list(document["hazards"])),
        "cases": _cases(cases, span),
        "values": coded(cases, asked),
        "whistles": _whistles(cases, span),
        "reports": _reports(frames, issues, cases, span),
        **_walkers(frames, issues, span, scale, document, language),
        "stories": _stories(results, replication, issues, span, document, language),
    }
    return data, issues


def _title(results: Results, document: Mapping[str, Any], language: Language) -> str:
    """Return the title of a run: that of its scenario, with what was changed of it."""
    title = title_of(document, str(document.get("name", "")), language)
    changed = label("comma", language).join(
        assignment_text(given, document, language) for given in results.manifest.get("set", [])
    )
    return label("variant_changed", language).format(scenario=title, changes=changed) if changed else title


def _numbered(issues: pd.DataFrame) -> pd.DataFrame:
    return issues[["root", "generation"]].assign(issue=np.arange(len(issues)))


def _cases_of(frames: Frames, issues: pd.DataFrame) -> pd.DataFrame:
    return frames["cases"].merge(_numbered(issues), on=["root", "generation"])


def _issues(issues: pd.DataFrame, told: Sequence[SeenFrom], scale: Scale, hazards: Sequence[str]) -> Columns:
    x, y = scale.of(issues["x_m"], issues["y_m"])
    number = {name: i for i, name in enumerate(hazards)}
    counts = np.bincount([change.issue for change in told], minlength=len(issues))
    return {
        "x": packed(x),
        "y": packed(y),
        "hazard": packed([number[name] for name in issues["hazard"]]),
        "community": packed(issues["community"]),
        "grid": packed(issues["grid"]),
        "dangerous": packed(issues["dangerous"]),
        "changes": packed(counts),
        "at": packed([change.at for change in told]),
        "code": packed([change.code for change in told]),
    }


def _cases(cases: pd.DataFrame, span: Played) -> Columns:
    return {
        "issue": packed(cases["issue"]),
        "number": packed(cases["case"]),
        "happened": packed(_happened(cases)),
        "reported": packed(span.seconds(cases["reported_at"])),
        "closed": packed(span.seconds(cases["closed_at"])),
        "on_time": packed(cases["on_time"]),
    }


def _happened(cases: pd.DataFrame) -> NDArray[np.int64]:
    """Return what happened to cases in all of the run, of shape (n,): a bit for each entry of `HAPPENED`."""
    with connection() as database:
        database.register("cases_read", cases)
        return np.asarray(database.execute(f"SELECT {BITS} AS bits FROM cases_read").df()["bits"], dtype=np.int64)


def _whistles(cases: pd.DataFrame, span: Played) -> Columns:
    """Return the whistles blown before the end: about which issue, from when, until all are there or it is closed."""
    blown = cases[cases["whistled_at"] < span.end].sort_values("whistled_at", kind="stable")
    return {
        "issue": packed(blown["issue"]),
        "from": packed(span.seconds(blown["whistled_at"])),
        "until": packed(span.seconds(blown["assembled_at"].fillna(blown["closed_at"]))),
    }


def _reports(frames: Frames, issues: pd.DataFrame, cases: pd.DataFrame, span: Played) -> Columns:
    """Return residents' reports in order of time: all in the log, or else those that opened a case."""
    if "events" in frames:
        log = frames["events"]
        rows = log[log["activity"] == "reported"].merge(_numbered(issues), on=["root", "generation"])
        rows = rows.rename(columns={"local_time": "at"})
    else:
        rows = cases[cases["source"] == "resident"].rename(columns={"reported_at": "at"})
    rows = rows[(rows["at"] >= span.start) & (rows["at"] < span.end)].sort_values("at", kind="stable")
    return {"issue": packed(rows["issue"]), "at": packed(span.seconds(rows["at"]))}


def _walkers(
    frames: Frames,
    issues: pd.DataFrame,
    span: Played,
    scale: Scale,
    document: Mapping[str, Any],
    language: Language,
) -> dict[str, Any]:
    """Return those who walk, and their walks in the order of `legs`: of each also the last one before the start."""
    every = frames["issues"]
    walks = legs(frames, every)
    walks = walks[walks["depart"] < span.end]
    following = walks.groupby("walker")["depart"].shift(-1)
    walks = walks[~(following <= span.start)].merge(_numbered(issues), on=["root", "generation"], how="left")
    stations = frames["stations"].set_index("station")
    walkers = walks.drop_duplicates("walker")
    depart, arrive, leave = (span.seconds(walks[name]) for name in ("depart", "arrive", "leave"))
    x, y = scale.of(walks["x_m"], walks["y_m"])
    return {
        "walkers": {
            "kinds": [str(stations["kind"][station]) for station in walkers["station"]],
            "names": [unit_title(stations["name"][station], document, language) for station in walkers["station"]],
            "legs": packed(walks.groupby("walker").size()),
        },
        "legs": {
            "depart": packed(depart),
            "travel": packed(arrive - depart),
            "stay": packed(leave - arrive),
            "x": packed(x),
            "y": packed(y),
            "issue": packed(walks["issue"].fillna(-1)),
        },
    }


def _stories(
    results: Results,
    replication: int,
    issues: pd.DataFrame,
    span: Played,
    document: Mapping[str, Any],
    language: Language,
) -> dict[str, Any]:
    """Return the stories of the issues in turn."""
    order = {(row.root, row.generation): number for number, row in enumerate(issues.itertuples())}
    stories: list[list[StoryLine]] = [[] for _ in order]
    for name, line in histories(results.tables, replication, issues, document, language):
        stories[order[name.root, name.generation]].append(line)
    times = pd.Series([line.at for story in stories for line in story], dtype="datetime64[ms]")
    return packed_stories(stories, span.seconds(times))


def _ground(grids: pd.DataFrame, scale: Scale) -> dict[str, Any]:
    """Return the outlines of grids and of communities, and where the numbers of communities stand."""
    outlines = [read_outline(text) for text in grids["outline"]]
    areas = communities_of(grids, outlines)
    parts = [part for area in areas.values() for part in getattr(area, "geoms", [area])]
    rings = [np.asarray(part.exterior.coords) for part in parts if isinstance(part, Polygon)]
    inside = np.array([get_coordinates(point_on_surface(area))[0] for area in areas.values()]).reshape(-1, 2)
    names = scale.of(inside[:, 0], inside[:, 1])
    return {
        "grids": _rings(outlines, scale),
        "communities": _rings(rings, scale),
        "numbers": {"community": list(areas), "x": packed(names[0]), "y": packed(names[1])},
    }


def _rings(rings: Sequence[NDArray[np.float64]], scale: Scale) -> Columns:
    corners = np.concatenate(rings) if rings else np.zeros((0, 2))
    x, y = scale.of(corners[:, 0], corners[:, 1])
    return {"corners": packed([len(ring) for ring in rings]), "x": packed(x), "y": packed(y)}
