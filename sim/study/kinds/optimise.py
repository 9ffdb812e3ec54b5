"""The best setting of factors: the cheapest that meets targets, or the front of two aims.

A search tries points with a few replications each. Its best are finalists, which are run anew with replications that
the search has not seen, since the best of many noisy points looks better than it is; among them the best is chosen, and
it is said how sure that is (`selection`). For two aims the points that no other betters in both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from sim.measures.measure import Text
from sim.show.findings import Chart, Findings, Listing, measure_unit, name_of, sentence
from sim.show.front import draw_front
from sim.show.labels import Language
from sim.show.numbers import interval, with_unit, written
from sim.study.files.load import StudyFile, named, point, shown
from sim.study.files.models import Optimise
from sim.study.files.points import Point
from sim.study.files.targets import Limit, limit
from sim.study.kinds.designs import Row
from sim.study.kinds.outcomes import Floats, Runs, by_replication, table_of_points
from sim.study.kinds.search import Tried, search
from sim.study.kinds.selection import Chosen, Observed, Tolerances, choose, replications_wanted

MOST_CORNERS = 64
"""Corners of the space of factors that are checked before anything runs."""

TITLE = Text("What was tried", "已尝试的参数点")
NOTE = Text(
    "Each point is a setting, at its mean over {n} replications of the search. Filled: targets met. Ringed: {ringed}.",
    "每点为一组参数，取搜索阶段 {n} 次重复的平均。实心：达到目标。带圈：{ringed}。",
)
CHOSEN, FRONT = Text("chosen", "选中者"), Text("the front", "前沿")
TABLE = Text("Finalists", "入围者")
FRONT_TABLE = Text("The front", "前沿")
BEST = ("Best of {n} settings tried: {setting}. {aims}.", "在 {n} 组参数中最好的是：{setting}。{aims}。")
SURE = (
    "With a probability of at least {p} this is the best of {k} finalists and meets the targets; differences and misses"
    " below {tolerance} do not count. It is no statement on settings that the search left out.",
    "此选择为 {k} 个入围者中最好且达到目标的概率至少为 {p}（不计小于 {tolerance} 的差异与偏离）；"
    "对未入围的参数不作断言。",
)
NONE = (
    "None of {n} settings tried meets the targets; the finalists come nearest.",
    "在 {n} 组参数中没有一组达到目标；入围者最为接近。",
)
FRONT_TOLD = (
    "{front} of {n} settings tried are on the front: none other is better in both {a} and {b}. Where intervals overlap,"
    " chance may have put a setting there.",
    "{n} 组参数中有 {front} 组位于前沿：在{a}与{b}两方面均无更优者。区间重叠之处可能出于偶然。",
)


@dataclass
class _Trials:
    """The points tried so far: asks for runs, and reads off what they gave."""

    file: StudyFile
    study: Optimise
    runs: Runs
    limits: tuple[Limit, ...]
    points: dict[Row, Point] = field(default_factory=dict)
    results: pd.DataFrame = field(default_factory=pd.DataFrame)

    def attempt(self, rows: Sequence[Row]) -> list[Tried]:
        """Run what is new of these settings and return what each gave."""
        for row in rows:
            self.points.setdefault(row, point(self.file, len(self.points), row))
        self.run([self.points[row] for row in dict.fromkeys(rows)], self.searched)
        return [self.tried(self.points[row]) for row in rows]

    def run(self, wanted: Sequence[Point], replications: range) -> None:
        """See to it that these replications of these points are run."""
        self.results = self.runs([(each, number) for number in replications for each in wanted])

    def tried(self, each: Point) -> Tried:
        """Return the means of a point over the replications of the search, aims turned so that less is better."""
        means = {name: float(self.values(name, [each], self.searched).mean()) for name in self.read}
        aims = tuple(self.sign(name) * means[name] for name in self.aims)
        excess = tuple(each_limit.excess(means[each_limit.measure]) for each_limit in self.limits)
        return Tried(None, ()) if np.isnan([*aims, *excess]).any() else Tried(aims, excess)

    @property
    def aims(self) -> list[str]:
        """Return the measures that are to be made small or large."""
        return [*self.study.minimise, *self.study.maximise]

    @property
    def read(self) -> list[str]:
        """Return the aims and the measures that have targets, each once."""
        return list(dict.fromkeys([*self.aims, *self.study.subject_to]))

    @property
    def searched(self) -> range:
        """Return the replications that the search sees."""
        assert isinstance(self.study.replications, int)
        return range(self.study.replications)

    def sign(self, aim: str) -> int:
        """Return 1 for an aim to be made small, -1 for one to be made large."""
        return -1 if aim in self.study.maximise else 1

    def values(self, measure: str, points: Sequence[Point], replications: range) -> Floats:
        """Return a row for each point, a column for each replication; NaN where undefined or failed."""
        values = by_replication(self.results, measure)
        found: Floats = values.reindex(index=[p.number for p in points], columns=replications).to_numpy(
            dtype=np.float64
        )
        return found


def planned(file: StudyFile) -> list[Point]:
    """Return points that stand for the space of the search: its corners, and the middle."""
    ends = (tuple(dict.fromkeys((axis.levels()[0], axis.levels()[-1]))) for axis in file.axes)
    corners = [row for row, _ in zip(product(*ends), range(MOST_CORNERS), strict=False)]
    return [
        point(file, number, row) for number, row in enumerate([*corners, tuple(axis.at(0.5) for axis in file.axes)])
    ]


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> Findings:
    """Search, then choose among the finalists or show the front."""
    study = file.study
    assert isinstance(study, Optimise)
    trials = _Trials(file, study, runs, tuple(limit(*item) for item in study.subject_to.items()))
    aims = trials.aims
    search(file.axes, len(aims), study.trials, study.batch, study.seed, trials.attempt)
    listed = list(dict.fromkeys([*aims, *study.subject_to, *measures]))
    if len(aims) > 1:
        return _front_findings(trials, listed)
    return _selection_findings(trials, listed)


def _sound(trials: _Trials) -> list[tuple[Point, Tried]]:
    """Return the points whose aims and limits are all defined."""
    found = ((each, trials.tried(each)) for each in trials.points.values())
    return [(each, tried) for each, tried in found if tried.aims is not None]


def finalists(trials: Sequence[tuple[Point, Tried]], most: int) -> list[Point]:
    """Return the best points of a search: those that keep all limits by their aim, then those that fail by least."""

    def rank(item: tuple[Point, Tried]) -> tuple[float, float, int]:
        aims, excess = item[1]
        return max((0.0, *excess)), aims[0] if aims else np.inf, item[0].number

    return [each for each, _ in sorted(trials, key=rank)[:most]]


def _selection_findings(trials: _Trials, measures: Sequence[str]) -> Findings:
    study, sound = trials.study, _sound(trials)
    last = finalists(sound, study.select.finalists)
    if not last:
        return Findings([sentence(*NONE, n=str(len(trials.points)))])
    chosen, fresh = _select(trials, last)
    table = _numbers(trials, last, fresh, measures)
    winner = last[chosen.winner] if chosen.winner is not None else None
    charts = _charts(trials, sound, [winner.number] if winner else [], CHOSEN)
    return Findings(_answer(trials, chosen, last, table), charts, [_listing(TABLE, trials, table)])


def _select(trials: _Trials, last: Sequence[Point]) -> tuple[Chosen, range]:
    """Run the finalists anew and choose; return the choice and the replications that it rests on."""
    study = trials.study
    begin = trials.searched.stop
    stage = range(begin, begin + study.select.at_least)
    trials.run(last, stage)
    tolerances = _tolerances(trials, last)
    confidence, at_most = study.select.confidence.value, study.select.at_most
    wanted = replications_wanted(_observed(trials, last, stage), tolerances, confidence, at_most)
    fresh = range(begin, begin + wanted)
    trials.run(last, fresh)
    return choose(_observed(trials, last, fresh), len(stage), tolerances), fresh


def _observed(trials: _Trials, last: Sequence[Point], replications: range) -> Observed:
    aim = trials.aims[0]
    limited = (trials.values(each.measure, last, replications) for each in trials.limits)
    excess = tuple(
        (values - each.value) * (1 if each.sense == "at most" else -1)
        for values, each in zip(limited, trials.limits, strict=True)
    )
    return Observed(trials.sign(aim) * trials.values(aim, last, replications), excess)


def _tolerances(trials: _Trials, last: Sequence[Point]) -> Tolerances:
    """Return what does not matter: a part of the best finalist's aim in the search, and of each target."""
    part = trials.study.select.tolerance.value
    best = trials.tried(last[0]).aims or (0.0,)
    return Tolerances(part * abs(best[0]), tuple(part * abs(each.value) for each in trials.limits))


def _numbers(trials: _Trials, chosen: Sequence[Point], replications: range, measures: Sequence[str]) -> pd.DataFrame:
    """Return the table of points for some of them, from some replications alone."""
    results = trials.results
    return table_of_points(chosen, results[results["replication"].isin(replications)], measures)


def _answer(trials: _Trials, chosen: Chosen, last: Sequence[Point], table: pd.DataFrame) -> list[Text]:
    n, k, study = str(len(trials.points)), str(len(last)), trials.study
    if chosen.winner is None:
        return [sentence(*NONE, n=n)]
    winner = last[chosen.winner]
    limited = [trials.aims[0], *study.subject_to]
    rows = {row["measure"]: row for row in table[table["point"] == winner.number].to_dict("records")}

    def aims(language: Language) -> str:
        return "; ".join(f"{name_of(name)(language)} {_written(rows[name], language)}" for name in limited)

    best = sentence(*BEST, n=n, setting=named(winner), aims=aims)
    p, tolerance = written(chosen.confidence, "share"), written(study.select.tolerance.value, "share")
    return [best, sentence(*SURE, p=p, k=k, tolerance=tolerance)]


def _written(row: Mapping[Any, Any], language: Language) -> str:
    unit = measure_unit(row["measure"])
    return f"{with_unit(row['mean'], unit, language)} ({interval(row['low'], row['high'], unit)})"


def front(trials: Sequence[tuple[Point, Tried]]) -> list[Point]:
    """Return the points that keep all limits and that no other such point betters in one aim without loss in one."""
    kept = [(each, np.array(tried.aims)) for each, tried in trials if max((0.0, *tried.excess)) <= 0.0]
    return [each for each, aims in kept if not any((other <= aims).all() and (other < aims).any() for _, other in kept)]


def _front_findings(trials: _Trials, measures: Sequence[str]) -> Findings:
    sound = _sound(trials)
    best = front(sound)
    if not best:
        return Findings([sentence(*NONE, n=str(len(trials.points)))], _charts(trials, sound, [], FRONT))
    table = _numbers(trials, best, trials.searched, measures)
    a, b = (name_of(name) for name in trials.aims)
    text = sentence(*FRONT_TOLD, front=str(len(best)), n=str(len(trials.points)), a=a, b=b)
    charts = _charts(trials, sound, [each.number for each in best], FRONT)
    return Findings([text], charts, [_listing(FRONT_TABLE, trials, table)])


def _charts(trials: _Trials, sound: Sequence[tuple[Point, Tried]], ringed: Sequence[int], what: Text) -> list[Chart]:
    """Return the figure of all points over two measures, if there are two: aims, or the aim and the first target."""
    measures = trials.read[:2]
    if len(measures) < 2 or not sound:
        return []
    table = pd.DataFrame(
        {
            "point": [each.number for each, _ in sound],
            **{
                name: trials.values(name, [each for each, _ in sound], trials.searched).mean(axis=1)
                for name in measures
            },
            "kept": [max((0.0, *tried.excess)) <= 0.0 for _, tried in sound],
        }
    )
    targets = {each.measure: each.value for each in trials.limits}
    n = str(len(trials.searched))
    note = Text(NOTE.en.format(n=n, ringed=what.en), NOTE.zh.format(n=n, ringed=what.zh))
    return [Chart("tried", TITLE, note, lambda style: draw_front(table, measures, targets, ringed, style))]


def _listing(title: Text, trials: _Trials, table: pd.DataFrame) -> Listing:
    """Return a row for each point and measure."""

    def rows(language: Language) -> list[tuple[str, ...]]:
        return [
            (
                *(shown(row[axis.name]) for axis in trials.file.axes),
                name_of(row["measure"])(language),
                with_unit(row["mean"], unit, language),
                interval(row["low"], row["high"], unit),
                str(row["replications"]),
            )
            for row in table.sort_values("point", kind="stable").to_dict("records")
            for unit in [measure_unit(row["measure"])]
        ]

    headings = (
        *(Text(axis.title.en, axis.title.zh) for axis in trials.file.axes),
        Text("Measure", "指标"),
        Text("Mean", "均值"),
        Text("95 % interval", "95 % 区间"),
        Text("Replications", "重复次数"),
    )
    return Listing("chosen", title, Text("", ""), headings, rows, table)
