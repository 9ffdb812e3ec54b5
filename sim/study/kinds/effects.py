"""Main effects of a full design: what one factor does, averaged over the values of all others, paired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from sim.measures.measure import Text
from sim.show.findings import Listing, measure_unit, name_of, sentence
from sim.show.labels import Language
from sim.show.verdicts import amount, percent, signed, signed_interval
from sim.study.files.load import shown
from sim.study.files.points import Point
from sim.study.kinds.outcomes import by_replication
from sim.study.kinds.pairs import holm, paired

COLUMNS = ["factor", "from", "to", "measure", "base", "mean", "difference", "low", "high", "p", "replications"]
RISK = 0.05

EFFECTS = Text("What each factor does", "各因素的作用")
NOTE = Text(
    "Difference of each value from a factor's first one, averaged over all values of the other factors and paired by"
    " replication, with its 95 % interval. Sure: no chance even among all rows of this table (Holm, 5 %).",
    "各取值相对该因素首个取值的差，对其他因素取平均并按重复配对，附 95 % 区间。"
    "“确定”：即使考虑本表全部行仍非偶然（Holm，5 %）。",
)
MOVES = (
    "{factor} from {first} to {last}{average}: {moved}. No sure difference in the other {rest} measures.",
    "{factor}从 {first} 到 {last}{average}：{moved}。其余 {rest} 项指标无确定差异。",
)
MOVES_ALL = (
    "{factor} from {first} to {last}{average}: {moved}.",
    "{factor}从 {first} 到 {last}{average}：{moved}。",
)
MOVES_NOTHING = (
    "{factor} from {first} to {last}{average}: no sure difference in any of {rest} measures.",
    "{factor}从 {first} 到 {last}{average}：{rest} 项指标均无确定差异。",
)


def main_effects(points: Sequence[Point], results: pd.DataFrame, measures: Sequence[str]) -> pd.DataFrame:
    """Return a row for each factor, measure and value but the factor's first; columns COLUMNS, `adjusted_p` and `sure`.

    `points` are those of a full design. A replication in which the measure is undefined at any point is left out.
    """
    table = pd.DataFrame([dict(point.factors) for point in points], index=[point.number for point in points])
    rows = [row for measure in measures for row in _of_measure(table, by_replication(results, measure), measure)]
    effects = pd.DataFrame(rows, columns=COLUMNS)
    chance = effects["p"].where(effects["low"] != effects["high"]).to_numpy(dtype=np.float64)
    adjusted = holm(chance)
    certain = (effects["low"] == effects["high"]) & (effects["difference"] != 0)
    return effects.assign(adjusted_p=adjusted, sure=certain | (adjusted < RISK))


def _of_measure(table: pd.DataFrame, values: pd.DataFrame, measure: str) -> Iterator[tuple[Any, ...]]:
    values = values.reindex(table.index)
    for factor in table.columns:
        levels = list(dict.fromkeys(table[factor]))
        means = [values[table[factor] == level].mean(skipna=False).to_numpy(dtype=np.float64) for level in levels]
        for level, mean in zip(levels[1:], means[1:], strict=True):
            pair = paired(means[0], mean)
            ends = (pair.base, pair.other, pair.difference, pair.low, pair.high, pair.p, pair.pairs)
            yield (factor, levels[0], level, measure, *ends)


def sentences(effects: pd.DataFrame, titles: dict[str, Any]) -> list[Text]:
    """Return a sentence for each factor on what its last value changes against the first."""
    sentences = []
    for factor, rows in effects.groupby("factor", sort=False):
        last = rows[rows["to"] == rows["to"].iloc[-1]]
        sure = last[last["sure"]].to_dict("records")
        wording = MOVES_NOTHING if not sure else MOVES_ALL if len(sure) == len(last) else MOVES
        sentences.append(
            sentence(
                *wording,
                factor=partial(_title, titles[str(factor)]),
                first=shown(last["from"].iloc[0]),
                last=shown(last["to"].iloc[0]),
                average=partial(_average, effects["factor"].nunique() > 1),
                moved=partial(_moved, sure),
                rest=str(len(last) - len(sure)),
            )
        )
    return sentences


def _average(others: bool, language: Language) -> str:
    """Return the words that say that other factors are averaged over, if there are any."""
    return (", all else averaged" if language == "en" else "（其余取平均）") if others else ""


def _title(title: Any, language: Language) -> str:
    return str(title.zh if language == "zh" else title.en)


def _moved(rows: Sequence[dict[Any, Any]], language: Language) -> str:
    parts = (f"{name_of(row['measure'])(language)} {_change(row, language)}" for row in rows)
    return ("；" if language == "zh" else "; ").join(parts)


def _change(row: dict[Any, Any], language: Language) -> str:
    """Return a difference with its sign, and in percent of the first value's mean, but for shares."""
    unit, sign = measure_unit(row["measure"]), "+" if row["difference"] > 0 else "−"
    change = f"{sign}{amount(row['difference'], unit, language)}"
    relative = unit != "share" and row["base"] != 0
    return f"{change} ({percent(row['difference'] / abs(row['base']))})" if relative else change


def listing(effects: pd.DataFrame, titles: dict[str, Any]) -> Listing:
    """Return the table of main effects, for the report."""

    def rows(language: Language) -> list[tuple[str, ...]]:
        return [
            (
                _title(titles[row["factor"]], language),
                f"{shown(row['from'])} → {shown(row['to'])}",
                name_of(row["measure"])(language),
                signed(row["difference"], measure_unit(row["measure"])),
                signed_interval({**row, "unit": measure_unit(row["measure"])}),
                "●" if row["sure"] else "",
            )
            for row in effects.sort_values(
                "factor", key=lambda names: names.map(list(titles).index), kind="stable"
            ).to_dict("records")
        ]

    headings = (
        Text("Factor", "因素"),
        Text("", ""),
        Text("Measure", "指标"),
        Text("Difference", "差值"),
        Text("95 % interval", "95 % 区间"),
        Text("Sure", "确定"),
    )
    return Listing("effects", EFFECTS, NOTE, headings, rows, effects)
