"""Every ranged number of a scenario at its low and its high end, one at a time: which unknowns decide the answer.

All runs share their random numbers, so the effect of each end is a paired difference from the base case, with its
interval. With two variants the answer is their difference, and the effect that of an end on this difference. What two
unknowns do together is not seen here; `kind: sensitivity` asks for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from sim.language.distribution import KINDS
from sim.measures.measure import Text
from sim.scenario.problems import dotted
from sim.show.assumptions import plain
from sim.show.findings import Chart, Findings, Listing, measure_unit, name_of, sentence
from sim.show.labels import Language, label
from sim.show.numbers import unit_name, with_unit
from sim.show.tornado import draw_tornado
from sim.show.verdicts import signed, signed_interval
from sim.study.files.load import Arm, StudyFile
from sim.study.files.models import Assumptions
from sim.study.files.points import Point
from sim.study.files.text import assignment, multiple
from sim.study.kinds.outcomes import Floats, Runs, by_replication, replicated
from sim.study.kinds.pairs import paired

ENDS = ("low", "high")
TOLD = 3
"""Unknowns named in a sentence."""
LISTED = 15
"""Unknowns of each measure in the report's table and figure; all of them are in the file."""

TITLE = Text("Which unknowns decide", "哪些未知量起决定作用")
NOTE = Text(
    "Effect of each ranged number at its low and high end on the mean of {n} replications, with paired 95 % intervals;"
    " the {listed} widest of {all}. Grey: the intervals of both ends include no effect. Of many numbers without effect"
    " about one end in twenty shows one by chance.",
    "各带范围的数值取低端和高端时对 {n} 次重复均值的影响，附配对 95 % 区间；共 {all} 个，列出影响最大的 {listed} 个。"
    "灰色：两端区间均含零。若无影响的数值很多，约有二十分之一会因偶然而显现。",
)
TABLE = Text("The widest of them", "影响最大者")
DECIDES = (
    "{measure}: {base} in the base case. It hangs most on {unknowns}.",
    "{measure}：基准为 {base}，主要取决于{unknowns}。",
)
DECIDES_DIFFERENCE = (
    "{measure}: {b} less {a} is {base} in the base case. This difference hangs most on {unknowns}.",
    "{measure}：基准下“{b}”减“{a}”为 {base}；该差异主要取决于{unknowns}。",
)
NOTHING = (
    "{measure}: no number at the end of its range moves it more than chance does.",
    "{measure}：没有任何数值在其范围端点上的影响超出偶然性。",
)
TURNS = (
    "{measure}: the difference changes its sign with {unknowns}.",
    "{measure}：差异的正负会因{unknowns}而改变。",
)
NEVER_TURNS = (
    "{measure}: no single number within its range turns the difference round.",
    "{measure}：任何单个数值在其范围内都不会使差异反转。",
)


class End(NamedTuple):
    """One end of the range of a number: where it stands, which end, its value as written, and how it is set."""

    path: str
    end: str
    value: str
    given: str


def ends(document: Mapping[str, Any]) -> list[End]:
    """Return both ends of all numbers of a resolved scenario that carry a range, in its order."""
    return list(_within(document, ()))


def _within(node: Any, path: tuple[str, ...]) -> Iterator[End]:
    if isinstance(node, Mapping):
        if path[:1] == ("field",):
            return
        if "value" in node or not set(KINDS).isdisjoint(node):
            yield from _ends_of(node, dotted(path))
            return
        for key, value in node.items():
            yield from _within(value, (*path, str(key)))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _within(value, (*path, str(index)))


def _ends_of(node: Mapping[str, Any], path: str) -> Iterator[End]:
    """Yield the ends of a quantity, or of a distribution, whose range is one of factors on the whole."""
    for end in ENDS:
        if (bound := node.get(end)) is not None:
            value = bound if "value" in node else multiple(node, float(bound))
            shown = plain(bound) if "value" in node else f"× {plain(bound)}"
            yield End(path, end, shown, assignment(path, value))


def planned(file: StudyFile) -> list[Point]:
    """Return the points: the base case of each variant, then each end of each ranged number in each variant."""
    return [point for row in _plan(file)[1] for point in row]


def _plan(file: StudyFile) -> tuple[list[End], list[tuple[Point, ...]]]:
    """Return the ends that are varied, and the points: a row for the base case and each end, one of each variant."""
    assert isinstance(file.study, Assumptions)
    arms = file.variants or (file.base,)
    chosen = [end for end in ends(arms[0].loaded.document) if _wanted(end, file.study, arms)]
    given = [("base", ""), *((f"{end.path} {end.end}", end.given) for end in chosen)]
    rows = []
    for index, (name, sets) in enumerate(given):
        numbers = range(index * len(arms), (index + 1) * len(arms))
        rows.append(tuple(_point(*each, name, sets) for each in zip(numbers, arms, strict=True)))
    return chosen, rows


def _point(number: int, arm: Arm, name: str, given: str) -> Point:
    sets = (*arm.sets, given) if given else arm.sets
    return Point(number, f"{arm.name}: {name}", arm.base, sets, (("variant", arm.name), ("assumption", name)))


def _wanted(end: End, study: Assumptions, arms: Sequence[Arm]) -> bool:
    """Return whether an end is asked for, and stands in all variants with the same range."""
    named = not study.only or any(_under(end.path, path) for path in study.only)
    left_out = any(_under(end.path, path) for path in study.leave_out)
    return named and not left_out and all(end in ends(arm.loaded.document) for arm in arms[1:])


def _under(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> Findings:
    """Run the base case and all ends, and tell which decide."""
    chosen, rows = _plan(file)
    results, replications = replicated([point for row in rows for point in row], file.study.replications, runs)
    table = pd.concat([effects(results, measure, chosen, rows) for measure in measures], ignore_index=True)
    counts = {"n": str(replications), "listed": str(LISTED), "all": str(table["path"].nunique())}
    note = sentence(*NOTE, **counts)
    chart = Chart("tornado", TITLE, note, lambda style: draw_tornado(table, measures, LISTED, style))
    variants = tuple(arm.title for arm in file.variants)
    answer = [text for measure in measures for text in _sentences(table, measure, variants)]
    return Findings(answer, [chart], [_listing(table)])


def effects(
    results: pd.DataFrame, measure: str, chosen: Sequence[End], rows: Sequence[tuple[Point, ...]]
) -> pd.DataFrame:
    """Return a row for each end: base, mean, and the paired difference of both with its 95 % interval.

    The first of `rows` is the base case. Of two points in a row it is their difference, second less first, that is
    looked at. `width` is the greatest difference of a number's ends, `sure` whether one of their intervals excludes
    no effect.
    """
    values = by_replication(results, measure)
    base = _answer_at(values, rows[0])
    found = []
    for end, row in zip(chosen, rows[1:], strict=True):
        pair = paired(base, _answer_at(values, row))
        found.append((measure, *end[:3], pair.base, pair.other, pair.difference, pair.low, pair.high, pair.pairs))
    columns = ["measure", "path", "end", "value", "base", "mean", "difference", "low", "high", "pairs"]
    table = pd.DataFrame(found, columns=columns)
    moves = (table["low"] > 0) | (table["high"] < 0)
    width = table["difference"].abs().groupby(table["path"]).transform("max")
    return table.assign(width=width, sure=moves.groupby(table["path"]).transform("any")).sort_values(
        "width", ascending=False, kind="stable", ignore_index=True
    )


def _answer_at(values: pd.DataFrame, row: Sequence[Point]) -> Floats:
    """Return the answer in each replication: a measure, or its difference between two variants; NaN if it failed."""
    found: Floats = values.reindex([point.number for point in row]).to_numpy(dtype=np.float64)
    answer: Floats = found[0] if len(row) == 1 else found[1] - found[0]
    return answer


def _sentences(table: pd.DataFrame, measure: str, variants: Sequence[Any]) -> Iterator[Text]:
    """Yield what decides a measure, and, of a difference, whether anything turns it round."""
    rows = table[(table["measure"] == measure) & table["sure"]]
    if rows.empty:
        yield sentence(*NOTHING, measure=name_of(measure))
        return
    unit = measure_unit(measure)
    base = float(rows["base"].iloc[0])
    common: dict[str, Any] = {
        "measure": name_of(measure),
        "base": partial(_base, base, unit, bool(variants)),
        "unknowns": ", ".join(rows["path"].unique()[:TOLD]),
    }
    if not variants:
        yield sentence(*DECIDES, **common)
        return
    a, b = ((lambda language, title=title: title.zh if language == "zh" else title.en) for title in variants)
    yield sentence(*DECIDES_DIFFERENCE, **common, a=a, b=b)
    turned = rows[np.sign(rows["mean"]) * np.sign(base) < 0]
    if turned.empty:
        yield sentence(*NEVER_TURNS, measure=name_of(measure))
    else:
        names = ", ".join(f"{row['path']} ({row['value']})" for row in turned.head(TOLD).to_dict("records"))
        yield sentence(*TURNS, measure=name_of(measure), unknowns=names)


def _base(value: float, unit: str, difference: bool, language: Language) -> str:
    return f"{signed(value, unit)} {_unit(unit, language)}".rstrip() if difference else with_unit(value, unit, language)


HEADINGS = (
    Text("Measure", "指标"),
    Text("Number", "数值"),
    Text("set to", "取值"),
    Text("Difference from the base case", "与基准之差"),
    Text("95 % interval", "95 % 区间"),
)


def _listing(table: pd.DataFrame) -> Listing:
    def rows(language: Language) -> list[tuple[str, ...]]:
        top = [group.head(len(ENDS) * LISTED) for _, group in table.groupby("measure", sort=False)]
        return [_row(row, language) for row in pd.concat(top).to_dict("records")]

    return Listing("assumptions", TABLE, Text("", ""), HEADINGS, rows, table)


def _row(row: Mapping[Any, Any], language: Language) -> tuple[str, ...]:
    unit = measure_unit(row["measure"])
    change, between = signed(row["difference"], unit), signed_interval({**row, "unit": unit})
    return name_of(row["measure"])(language), row["path"], row["value"], f"{change} {_unit(unit, language)}", between


def _unit(unit: str, language: Language) -> str:
    """Return the unit of a difference: that of shares is a point of a percentage."""
    return label("points", language) if unit == "share" else unit_name(unit, language)
