"""Sweeps: how measures respond to factors, over every combination of values or a spread of points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import pandas as pd

from sim.measures.measure import Text
from sim.show.findings import Chart, Findings, Listing, measure_name, measure_unit, name_of, sentence
from sim.show.labels import Language
from sim.show.numbers import ABSENT, interval, with_unit, written
from sim.show.responses import IN_LINES, Drawn, draw_responses
from sim.show.verdicts import amount, signed, signed_interval
from sim.study.files.load import StudyFile, points, shown
from sim.study.files.models import Sweep
from sim.study.files.points import Point
from sim.study.kinds.designs import sweep_rows
from sim.study.kinds.effects import listing, main_effects, sentences
from sim.study.kinds.outcomes import Runs, by_replication, replicated, table_of_points
from sim.study.kinds.pairs import paired

CHART = Text("How measures respond", "各指标的变化")
LINES_NOTE = Text(
    "Means over {n} replications; bars are 95 % intervals of each point by itself. All points share their random"
    " numbers, so that differences between points are surer than the bars suggest: see the table. Scales do not begin"
    " at zero.",
    "各点为 {n} 次重复的平均；误差线为单点的 95 % 区间。各点共用随机数，因此点间差异比误差线所示更可靠，"
    "见下表。坐标轴不从零开始。",
)
EFFECTS_NOTE = Text(
    "Each dot is a point, at its mean over {n} replications; the line is the mean of all points with that value of the"
    " factor. Scales do not begin at zero: how large an effect is, and how sure, stands in the table.",
    "每个圆点为一个参数点在 {n} 次重复中的平均；折线为该因素取该值的所有点的平均。"
    "坐标轴不从零开始：效应的大小与可靠程度见下表。",
)
TABLE = Text("All points", "全部参数点")
TABLE_NOTE = Text(
    "Differences are from the first point, paired by replication, with their 95 % intervals.",
    "差值相对第一个点，按重复配对，附 95 % 区间。",
)
HEADINGS = (Text("Mean", "均值"), Text("95 % interval", "95 % 区间"), Text("Difference", "差值"))
RANGE = (
    "{measure}: from {least} ({at_least}) to {most} ({at_most}), a difference of {difference}"
    " (95 % interval {between}).",
    "{measure}：{least}（{at_least}）至 {most}（{at_most}），相差 {difference}（95 % 区间 {between}）。",
)
UNCLEAR = (
    "{measure}: {least} to {most}; {n} replications show no sure difference between any two points.",
    "{measure}：{least} 至 {most}；{n} 次重复未显示任何两点间有确定差异。",
)
SAME = ("{measure}: {least} at all points.", "{measure}：各点均为 {least}。")
EXTREMES = Text(
    "The ends of a range are picked from {n} points because they are far apart, so their difference is a little too"
    " large where chance plays a part.",
    "两端点是从 {n} 个点中因相距最远而选出的，在受偶然性影响时差值会略偏大。",
)


def planned(file: StudyFile) -> list[Point]:
    """Return the points of a sweep."""
    assert isinstance(file.study, Sweep)
    return points(file, sweep_rows(file.study.design, file.axes))


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> Findings:
    """Run all points of a sweep and tell how the measures respond."""
    assert isinstance(file.study, Sweep)
    wanted = planned(file)
    results, replications = replicated(wanted, file.study.replications, runs)
    table = with_differences(table_of_points(wanted, results, measures), results, wanted[0].number)
    factors = {axis.name: Drawn(axis.title, axis.unit) for axis in file.axes}
    note = sentence(*(LINES_NOTE if len(factors) <= IN_LINES else EFFECTS_NOTE), n=str(replications))
    chart = Chart("responses", CHART, note, lambda style: draw_responses(table, factors, measures, style))
    if file.study.design.kind == "full":
        found = main_effects(wanted, results, measures)
        titles = {axis.name: axis.title for axis in file.axes}
        return Findings(sentences(found, titles), [chart], [listing(found, titles), _listing(table, factors)])
    answer = [_range(table, results, measure, list(factors)) for measure in measures if _drawn(table, measure)]
    return Findings(answer, [chart], [_listing(table, factors)], [sentence(*EXTREMES, n=str(len(wanted)))])


def with_differences(table: pd.DataFrame, results: pd.DataFrame, first: int) -> pd.DataFrame:
    """Return the table of points with the paired difference of each from the first point, and its interval.

    All are NaN if the first point failed.
    """
    values = {str(measure): by_replication(results, str(measure)) for measure in table["measure"].unique()}
    bases = {measure: found.reindex([first]).to_numpy(dtype=np.float64)[0] for measure, found in values.items()}
    pairs = [
        paired(bases[row["measure"]], values[row["measure"]].loc[row["point"]].to_numpy(dtype=np.float64))
        for row in table.to_dict("records")
    ]
    return table.assign(
        difference=[pair.difference for pair in pairs],
        difference_low=[pair.low for pair in pairs],
        difference_high=[pair.high for pair in pairs],
    )


def _drawn(table: pd.DataFrame, measure: str) -> bool:
    return bool(table.loc[table["measure"] == measure, "mean"].notna().sum() > 1)


def _range(table: pd.DataFrame, results: pd.DataFrame, measure: str, factors: Sequence[str]) -> Text:
    """Return the sentence on where a measure is least and most, and how sure that difference is."""
    rows = table[table["measure"] == measure].set_index("point")
    ends = rows["mean"].idxmin(), rows["mean"].idxmax()
    least, most = by_replication(results, measure).loc[list(ends)].to_numpy(dtype=np.float64)
    pair, unit = paired(least, most), measure_unit(measure)
    wording = SAME if pair.base == pair.other else RANGE if pair.low > 0 else UNCLEAR
    return sentence(
        *wording,
        measure=name_of(measure),
        least=written(pair.base, unit) if wording is RANGE else partial(with_unit, pair.base, unit),
        most=partial(with_unit, pair.other, unit),
        at_least=_place(rows, ends[0], factors),
        at_most=_place(rows, ends[1], factors),
        difference=partial(amount, pair.difference, unit),
        between=signed_interval({"low": pair.low, "high": pair.high, "unit": unit}),
        n=str(pair.pairs),
    )


def _place(rows: pd.DataFrame, point: object, factors: Sequence[str]) -> str:
    """Return the values of the factors at a point, of which `rows` has one."""
    row = rows[rows.index == point].iloc[0]
    return ", ".join(f"{name} {shown(row[name])}" for name in factors)


def _listing(table: pd.DataFrame, factors: dict[str, Drawn]) -> Listing:
    def rows(language: Language) -> list[tuple[str, ...]]:
        return [
            (
                measure_name(row["measure"], language),
                *(shown(row[name]) for name in factors),
                *_numbers(row, language),
            )
            for row in table.to_dict("records")
        ]

    titles = [Text(drawn.text("en"), drawn.text("zh")) for drawn in factors.values()]
    headings = (Text("Measure", "指标"), *titles, *HEADINGS)
    return Listing("responses", TABLE, TABLE_NOTE, headings, rows, table)


def _numbers(row: dict[object, float], language: Language) -> tuple[str, ...]:
    unit = measure_unit(str(row["measure"]))
    ends = {"low": row["difference_low"], "high": row["difference_high"], "unit": unit}
    change = f"{signed(row['difference'], unit)} ({signed_interval(ends)})" if row["difference"] else ABSENT
    return (
        with_unit(row["mean"], unit, language),
        interval(row["low"], row["high"], unit),
        change,
    )
