"""The first two pages of a single run: what was simulated, what it shows, and the figures that matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sim.measures.catalogue import MEASURES
from sim.show.pages.brief.cells import number
from sim.show.pages.brief.parts import Brief, BriefCell, BriefRow, Figures, Lines, RowGroup
from sim.show.pages.brief.rows import COST, DIRECTIONS, FIRST
from sim.show.pages.report_tables import FieldRow, all_figures
from sim.show.text.field_check import field_sentence
from sim.show.text.money import money
from sim.show.text.numbers import ABSENT, number_text, unit_name
from sim.words import Language, label

ROWS = (*FIRST, "stock_undetected", "closing_p90_h", "tickets_per_resident_year", "worker_day_share",
        "utilisation_department_max", "displaced_h_per_week")  # fmt: skip
"""Measures of the table, beside those that the scenario has a published range for and that lie outside of it."""
MOST_OUTSIDE = 8
ENOUGH = 5
"""Replications below which Student's intervals are so wide that it is said: with two they are thirteen errors wide."""


def brief_of_run(
    summary: pd.DataFrame,
    heading: tuple[str, Lines],
    warnings: Lines,
    field: Sequence[FieldRow],
    assumed: int,
    language: Language,
) -> Brief:
    """Return the first two pages; `heading` is the title and what was asked, `field` the measures beside their ranges,
    `assumed` the numbers of the scenario that are assumed."""
    title, asked = heading
    rows = {row["measure"]: row for row in summary.to_dict("records")}
    outside = [row.name for row in field if row.published and not row.inside][:MOST_OUTSIDE]
    names = [name for name in dict.fromkeys((*ROWS, *outside)) if name in rows]
    replications = max((int(row["replications"]) for row in rows.values()), default=1)
    return Brief(
        language,
        label("kicker", language),
        title,
        asked,
        (),
        label("what_it_shows", language),
        _sentences(summary, field, assumed, replications, language),
        [("", warnings)] if warnings else [],
        label("table_title_run", language),
        [label(name, language) for name in ("measure", "mean", "interval", *(["range"] if field else []))],
        [*_groups(summary, names, field, language), _money(rows, bool(field), language)],
        [
            label("table_note_run", language).format(n=replications),
            *([label("few_replications", language).format(n=replications)] if 1 < replications < ENOUGH else []),
        ],
    )


def _sentences(
    summary: pd.DataFrame, field: Sequence[FieldRow], assumed: int, replications: int, language: Language
) -> list[str]:
    told = {its.name: f"{its.mean} {its.unit}".rstrip() for its in all_figures(summary, language)}
    known = {"never": "never_reported_share", "found": "detection_median_h", "on_time": "on_time_share_due",
             "truly": "truly_resolved_share"}  # fmt: skip
    values = {name: told.get(measure, ABSENT) for name, measure in known.items()}
    sure = label("found_sure" if replications > 1 else "found_sure_one", language)
    published = [row for row in field if row.published]
    sentence = field_sentence(published, language) if published else ""
    return [
        label("found_true", language).format(**values),
        label("found_said", language).format(**values),
        sure.format(n=replications, assumed=assumed, field=sentence).rstrip(),
    ]


def _groups(
    summary: pd.DataFrame, names: Sequence[str], field: Sequence[FieldRow], language: Language
) -> list[RowGroup]:
    figures = {its.name: its for its in all_figures(summary, language)}
    known = {row["measure"]: row for row in summary.to_dict("records")}
    ranges = {row.name: row for row in field}
    groups = []
    for better, title, arrow in DIRECTIONS:
        own = [figures[name] for name in names if MEASURES[name].better == better and name != COST]
        rows = [
            BriefRow(
                its.label,
                its.unit,
                its.mean,
                _beside(_interval(its.interval, known[its.name]), ranges.get(its.name), bool(field), language),
                value=number(known[its.name]["mean"]),
            )
            for its in own
        ]
        if rows:
            groups.append(RowGroup(label(title, language), arrow, rows))
    return groups


def _interval(told: str, row: Mapping[Any, Any]) -> BriefCell:
    """Return the cell of an interval; in workbooks its ends are numbers, of shares parts."""
    low, high = number(row["low"]), number(row["high"])
    return (
        BriefCell(told, figures=Figures(low=low, high=high))
        if low is not None and high is not None
        else BriefCell(told)
    )


def _beside(interval: BriefCell, row: FieldRow | None, ranged: bool, language: Language) -> tuple[BriefCell, ...]:
    """Return what stands beside a mean: its interval, and if measures have ranges at all the range of this one."""
    if not ranged:
        return (interval,)
    if row is None:
        return (interval, BriefCell(""))
    return (interval, BriefCell(row.range, mark=label("inside" if row.inside else "outside", language)))


def _money(rows: Mapping[Any, Mapping[Any, Any]], ranged: bool, language: Language) -> RowGroup:
    cost, resident = rows.get(COST), rows.get("cost_per_resident_year")
    beside = _beside(BriefCell(""), None, ranged, language)
    lines = []
    if cost is not None:
        lines.append(
            BriefRow(
                label("row_cost", language),
                "",
                money(cost["mean"], language),
                beside,
                label("yuan_a_year", language),
                value=cost["mean"],
            )
        )
    if resident is not None:
        unit = unit_name(MEASURES["cost_per_resident_year"].unit, language)
        name = label("row_cost_resident", language)
        lines.append(BriefRow(name, unit, number_text(resident["mean"], ""), beside))
    return RowGroup(label("row_money", language), "", lines)
