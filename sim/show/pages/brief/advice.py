"""What to do, in three sentences with their uncertainty: what does most for the first measure and at what price, what
speaks against it, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sim.measures.catalogue import MEASURES
from sim.measures.statistics.interval import student
from sim.show.pages.brief.cells import about_the_same, change_and_interval
from sim.show.pages.brief.rows import COST
from sim.show.text.measure_text import measure_name
from sim.show.text.money import money
from sim.show.text.verdicts import DECIDED, NO_FINDING, Row, sense
from sim.words import Language, label

NAMED = 2
"""Measures named in a sentence."""
SIDE_EFFECTS = 2
"""Variants up to which it is told of each what else gets worse, where none is shown to improve the first measure."""
TOLD_EACH = 3
"""Variants whose effect on the first measure is told one by one where none is shown to improve it."""
MUCH_DEARER = 1.1
"""Times the cost of another variant, from which on it is said which does most for its money."""


@dataclass(frozen=True)
class Facts:
    """What advice is made of: the rows of differences by variant and measure, the titles of the variants with the base
    first, the measures of the table, the first of them the one that decides; the measures of each replication (no rows
    if they are not known), variants with growing queues, and how many numbers of the base are assumed."""

    rows: Mapping[str, Mapping[str, Row]]
    titles: Mapping[str, str]
    measures: Sequence[str]
    observed: pd.DataFrame
    growing: Sequence[str]
    assumed: int
    replications: int


def advice(facts: Facts, language: Language) -> list[str]:
    """Return three sentences; the second is missing where nothing is shown to be better.

    Before them stands that nobody has measured what a variant changes, if so.
    """
    unmeasured = [
        name for name, rows in facts.rows.items() if any(its["verdict"] == "unmeasured" for its in rows.values())
    ]
    warned = [label("nobody_measured", language)] if unmeasured else []
    if unmeasured and len(unmeasured) == len(facts.rows):
        return [*warned, _sure(facts, language)]
    base = next(iter(facts.titles))
    first = next((name for name in facts.measures if MEASURES[name].better), None)
    best = _best(facts, first) if first else None
    if first is None or best is None:
        measure = in_sentence(measure_name(first, language)) if first else ""
        nothing = label("do_none", language).format(measure=measure, base=facts.titles[base])
        if first:
            nothing += _each(facts, first, list(facts.rows), language)
        few = list(facts.rows)[:SIDE_EFFECTS] if len(facts.rows) <= SIDE_EFFECTS else []
        others = " ".join(filter(None, (*(_against(facts, name, language, first) for name in few),
                                        _instead(facts, None, language))))  # fmt: skip
        return [*warned, nothing, *([others] if others else []), _sure(facts, language)]
    return [
        *warned,
        _choice(facts, best, first, language),
        " ".join(filter(None, (_against(facts, best, language), _instead(facts, best, language)))),
        _sure(facts, language),
    ]


def _best(facts: Facts, measure: str) -> str | None:
    """Return the variant that is shown to be better in a measure, of several the one that is so by most."""
    better = {
        name: float(rows[measure]["difference"])
        for name, rows in facts.rows.items()
        if measure in rows and sense(rows[measure]) == "better"
    }
    if not better:
        return None
    return min(better, key=lambda name: better[name] * (1 if MEASURES[measure].better == "lower" else -1))


def _choice(facts: Facts, best: str, measure: str, language: Language) -> str:
    others = [name for name in facts.rows if name != best and _alike(facts, best, name, measure)]
    names = label("comma", language).join(facts.titles[name] for name in others)
    tied = label("do_tied", language).format(names=names) if others else ""
    return (
        label("do_best", language).format(
            best=facts.titles[best],
            measure=in_sentence(measure_name(measure, language)),
            how=how(facts.rows[best][measure], language),
            price=price(facts.rows[best].get(COST), language),
            tied=tied,
        )
        + _dearer(facts, best, measure, language)
        + _each(facts, measure, _worse(facts, measure), language)
    )


def _worse(facts: Facts, measure: str) -> list[str]:
    """Return the variants that are shown to be worse in a measure."""
    return [name for name, rows in facts.rows.items() if measure in rows and sense(rows[measure]) == "worse"]


def _each(facts: Facts, measure: str, names: Sequence[str], language: Language) -> str:
    """Return what some variants do to a measure and what they cost, those that make it worse first."""
    ordered = sorted(names, key=lambda name: name not in _worse(facts, measure))
    told = [
        label("do_each_item", language).format(
            variant=facts.titles[name],
            how=how(facts.rows[name][measure], language),
            price=price(facts.rows[name].get(COST), language),
        )
        for name in ordered
        if measure in facts.rows[name]
    ]
    if len(told) > TOLD_EACH:
        told[TOLD_EACH:] = [label("answer_more", language).format(n=len(told) - TOLD_EACH)]
    if not told:
        return ""
    listed = label("semicolon", language).join(told)
    return label("do_each", language).format(measure=in_sentence(measure_name(measure, language)), list=listed)


def _dearer(facts: Facts, best: str, measure: str, language: Language) -> str:
    """Return which variant does most for each yuan, if that is another one and prices differ by more than a tenth."""
    each: dict[str, float] = {}
    costs: list[float] = []
    for name, rows in facts.rows.items():
        cost = rows.get(COST)
        if cost is None or measure not in rows or sense(rows[measure]) != "better":
            continue
        if about_the_same(cost) or cost["difference"] < 0:
            continue
        costs.append(cost["difference"])
        each[name] = abs(rows[measure]["difference"]) / cost["difference"]
    if best not in each or max(costs) < MUCH_DEARER * min(costs):
        return ""
    most = max(each, key=lambda name: each[name])
    return "" if most == best else label("do_for_each_yuan", language).format(variant=facts.titles[most])


def _alike(facts: Facts, one: str, other: str, measure: str) -> bool:
    """Say whether two variants cannot be told apart in a measure: the interval of their paired difference holds 0."""
    seen = facts.observed
    if seen.empty:
        return False
    values = seen[seen["measure"] == measure].pivot(index="replication", columns="variant", values="value")
    if one not in values or other not in values:
        return False
    differences = (values[other] - values[one]).dropna()
    if len(differences) < 2:
        return len(differences) == 1
    half = float(student(len(differences) - 1)) * float(differences.std(ddof=1)) / math.sqrt(len(differences))
    return abs(float(differences.mean())) <= half


def _against(facts: Facts, best: str, language: Language, told_before: str | None = None) -> str:
    """Return what gets worse with a variant, the sure ones first, and what may; a measure may be `told_before`."""
    open_ = _undetermined(facts, best, language)
    worse = [
        row
        for name in facts.measures
        if name != told_before and (row := facts.rows[best].get(name)) and sense(row) == "worse"
    ]
    if not worse:
        if told_before and best in _worse(facts, told_before):
            return ""
        return label("do_not_worse", language).format(best=facts.titles[best], open=open_)
    told = [
        f"{in_sentence(measure_name(row['measure'], language))}{'' if language == 'zh' else ' '}{how(row, language)}"
        for row in sorted(worse, key=lambda row: row["verdict"] == "likely")[:NAMED]
    ]
    if len(worse) > NAMED:
        told.append(label("answer_more", language).format(n=len(worse) - NAMED))
    listed = label("comma", language).join(told)
    return label("do_worse_for", language).format(best=facts.titles[best], list=listed, open=open_)


def _undetermined(facts: Facts, best: str, language: Language) -> str:
    """Return the measures of which nobody can tell whether a variant makes them worse, those that come first first."""
    names = [
        in_sentence(measure_name(name, language))
        for name in facts.measures
        if MEASURES[name].better and (row := facts.rows[best].get(name)) and row["verdict"] == "unclear"
    ]
    if len(names) > NAMED:
        names[NAMED:] = [label("answer_more", language).format(n=len(names) - NAMED)]
    listed = label("comma", language).join(names)
    return label("do_undetermined", language).format(list=listed) if names else ""


def _instead(facts: Facts, best: str | None, language: Language) -> str:
    """Return in which other measures another variant does most, nothing if in none."""
    told: dict[str, str] = {}
    for measure in facts.measures:
        other = _best(facts, measure) if MEASURES[measure].better else None
        if other is None or other == best or other in told:
            continue
        if best is not None and _alike(facts, other, best, measure):
            continue
        told[other] = label("do_instead_item", language).format(
            measure=in_sentence(measure_name(measure, language)),
            variant=facts.titles[other],
            how=how(facts.rows[other][measure], language),
        )
    if not told:
        return label("do_no_instead", language) if best is not None and len(facts.rows) > 1 else ""
    listed = label("semicolon", language).join(list(told.values())[:NAMED])
    return label("do_instead", language).format(list=listed)


def _sure(facts: Facts, language: Language) -> str:
    shown = [
        rows[name]
        for rows in facts.rows.values()
        for name in facts.measures
        if name in rows and rows[name]["verdict"] not in NO_FINDING
    ]
    undecided = sum(row["verdict"] not in DECIDED for row in shown)
    names = label("comma", language).join(label("quoted", language).format(text=name) for name in facts.growing)
    growing = label("do_growing", language).format(names=names) if names else ""
    return label("do_sure", language).format(
        n=facts.replications, open=undecided, all=len(shown), assumed=facts.assumed, growing=growing
    )


def how(row: Row, language: Language) -> str:
    """Return by how much a measure differs, with its interval: `−11 % (−12 … −10 %)`; of what is not decided only
    that, and the interval."""
    change, interval = change_and_interval(row, language)
    if row["verdict"] in ("none", "unclear") and interval:
        name = "how_none" if row["verdict"] == "none" else "how_open"
        return label(name, language).format(interval=interval)
    low, _, high = interval.partition(" … ")
    told = label("how_interval", language).format(change=change, low=low, high=high) if interval else change
    return label("how_probably", language).format(how=told) if row["verdict"] == "likely" else told


def price(cost: Row | None, language: Language) -> str:
    """Return what a variant costs beside the base in words."""
    if cost is None or cost["difference"] == 0:
        return label("price_same", language)
    if about_the_same(cost):
        return label("price_about", language)
    name = "price_more" if cost["difference"] > 0 else "price_less"
    return label(name, language).format(money=money(cost["difference"], language))


def in_sentence(name: str) -> str:
    """Return a label as it stands within a sentence."""
    return name[:1].lower() + name[1:] if name[:2].istitle() else name
