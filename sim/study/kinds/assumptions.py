"""Every ranged number of a scenario at its low and its high end, one at a time: which are most influential.

All runs share their random numbers, so the effect of each end is a paired difference from the base case, with its
interval. With two variants the answer is their difference, and the effect that of an end on this difference. What two
unknowns do together is not seen here; `kind: sensitivity` asks for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from sim.language.distribution import KINDS
from sim.measures.studies import AssumptionsFound
from sim.scenario.problems import Problem, ScenarioError, described, dotted
from sim.show.pages.assumptions import plain
from sim.show.text.settings import setting_labels
from sim.study.files.assignments import assignment, multiple
from sim.study.files.load import Arm, StudyFile
from sim.study.files.models import Assumptions
from sim.study.files.paths import leads_to
from sim.study.files.points import Point
from sim.study.kinds.origins import put_in, unmeasured
from sim.study.kinds.outcomes import Floats, Runs, by_replication, difference, replicated
from sim.study.kinds.pairs import CAME_OUT, PUT_IN, paired
from sim.study.kinds.ranking import outweighed

ENDS = ("low", "high")


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
    """Return the points: the base case of each variant, then each end of each ranged number in each variant.

    Raises ScenarioError for paths of `only` and `leave_out` that lead to no such number, and if none is left.
    """
    _refuse_strays(file)
    return [point for row in _plan(file)[1] for point in row]


def counted(file: StudyFile) -> int:
    """Return how many points there are."""
    return len(planned(file))


def _refuse_strays(file: StudyFile) -> None:
    assert isinstance(file.study, Assumptions)
    known = [end.path for end in ends((file.variants or (file.base,))[0].loaded.document)]
    problems = []
    for key in ("only", "leave_out"):
        for index, path in enumerate(getattr(file.study, key)):
            found, nearest = leads_to(path, known)
            if not found:
                told = "no number with a range stands at or under this path"
                at = (key, index)
                problems.append(Problem(file.document.place(at), told, at, described(path), None, nearest))
    if not problems and not _plan(file)[0]:
        said = "only" if file.study.only else "leave_out" if file.study.leave_out else "scenario"
        problems.append(Problem(file.document.place((said,)), "leaves no number with a range to be varied", (said,)))
    if problems:
        raise ScenarioError(problems)


def _plan(file: StudyFile) -> tuple[list[End], list[tuple[Point, ...]]]:
    """Return the ends that are varied, and the points: a row for the base case and each end, one of each variant.

    Varied is what is asked for and stands in all variants with the same range.
    """
    assert isinstance(file.study, Assumptions)
    arms = file.variants or (file.base,)
    everywhere = [set(ends(arm.loaded.document)) for arm in arms[1:]]
    of_first = ends(arms[0].loaded.document)
    chosen = [end for end in of_first if _wanted(end, file.study) and all(end in its for its in everywhere)]
    given = [("base", ""), *((f"{end.path} {end.end}", end.given) for end in chosen)]
    rows = []
    for index, (name, sets) in enumerate(given):
        numbers = range(index * len(arms), (index + 1) * len(arms))
        rows.append(tuple(_point(*each, name, sets) for each in zip(numbers, arms, strict=True)))
    return chosen, rows


def _point(number: int, arm: Arm, name: str, given: str) -> Point:
    sets = (*arm.sets, given) if given else arm.sets
    return Point(number, f"{arm.name}: {name}", arm.base, sets, (("variant", arm.name), ("assumption", name)))


def _wanted(end: End, study: Assumptions) -> bool:
    """Return whether an end is asked for; of what nobody has measured the high end would be no finding."""
    named = not study.only or any(_under(end.path, path) for path in study.only)
    return named and not unmeasured([end.path]) and not any(_under(end.path, path) for path in study.leave_out)


def _under(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> AssumptionsFound:
    """Run the base case and all ends, and return which move each measure."""
    chosen, rows = _plan(file)
    results, replications, unmet = replicated([point for row in rows for point in row], file.study.replications, runs)
    tables = {measure: effects(results, measure, chosen, rows) for measure in measures}
    return AssumptionsFound(
        measures=measures,
        variants=tuple(arm.title for arm in file.variants),
        replications=replications,
        effects=pd.concat(tables.values(), ignore_index=True),
        leading={measure: list(table.loc[table["sure"], "path"].unique()) for measure, table in tables.items()},
        turns={measure: turns(table) if file.variants else [] for measure, table in tables.items()},
        unmet=unmet,
        titles=setting_labels((end.path for end in chosen), (file.variants or (file.base,))[0].loaded.document),
    )


def effects(
    results: pd.DataFrame, measure: str, chosen: Sequence[End], rows: Sequence[tuple[Point, ...]]
) -> pd.DataFrame:
    """Return a row for each end: base, mean, and the paired difference of both with its 95 % interval.

    The first of `rows` is the base case. Of two points in a row it is their difference, second less first, that is
    looked at. `width` is the greatest difference of a number's ends, `sure` whether one of their intervals excludes
    no effect, `ranked` whether one of them is besides no wider than the effect itself.
    """
    values = by_replication(results, measure)
    base = _answer_at(values, rows[0])
    found = []
    for end, row in zip(chosen, rows[1:], strict=True):
        pair = paired(base, _answer_at(values, row))
        found.append((measure, *end[:3], pair.base, pair.other, pair.difference, pair.low, pair.high, pair.pairs))
    columns = ["measure", "path", "end", "value", "base", "mean", "difference", "low", "high", "pairs"]
    table = pd.DataFrame(found, columns=columns)
    table["origin"] = [PUT_IN if measure in put_in([path]) else CAME_OUT for path in table["path"]]
    moves = (table["low"] > 0) | (table["high"] < 0)
    size, half = table["difference"].to_numpy(np.float64), (table["high"] - table["low"]).to_numpy(np.float64) / 2
    clear = pd.Series(moves & ~outweighed(size, half))
    by_number = {"sure": moves, "ranked": clear}
    width = table["difference"].abs().groupby(table["path"]).transform("max")
    told = {name: its.groupby(table["path"]).transform("any") for name, its in by_number.items()}
    return table.assign(width=width, **told).sort_values("width", ascending=False, kind="stable", ignore_index=True)


def _answer_at(values: pd.DataFrame, row: Sequence[Point]) -> Floats:
    """Return the answer in each replication: a measure, or its difference between two variants.

    NaN if it failed, infinite if it was not reached.
    """
    found: Floats = values.reindex([point.number for point in row]).to_numpy(dtype=np.float64)
    return found[0] if len(row) == 1 else difference(found[0], found[1])


def turns(effects: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the numbers that surely move a difference and change its sign: path, and value at the end."""
    rows = effects[effects["sure"] & (np.sign(effects["mean"]) * np.sign(effects["base"]) < 0)]
    return list(zip(rows["path"], rows["value"], strict=True))
