"""Results as a notebook shows them: a line of what they are, and a small table of what one reads first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from sim.show.pages.difference_tables import key_differences
from sim.show.pages.report_tables import KEY_FIGURES, key_figures
from sim.words import Language, label

if TYPE_CHECKING:
    import pandas as pd


def run_html(told: str, summary: pd.DataFrame, notes: Iterable[str], language: Language = "en") -> str:
    """Return a run: what is told of it, what must be known first, and its key figures with their intervals."""
    rows = [(its.label, its.mean, its.interval, its.unit) for its in key_figures(summary, language)]
    head = ("", label("mean", language), label("interval", language), label("unit", language))
    return _head(told, notes) + _table(head, rows)


def comparison_html(
    told: str, differences: pd.DataFrame, measures: Sequence[str] = KEY_FIGURES, language: Language = "en"
) -> str:
    """Return a comparison: what is told of it, and the key figures of each variant beside the first one's."""
    parts = [_head(told, ())]
    for name, own in differences.groupby("variant", sort=False):
        rows = [
            (its.label, its.base, its.other, its.difference, its.verdict)
            for its in key_differences(own, measures, language)
        ]
        against = str(own["against"].iloc[0])
        parts.append(_table(("", against, str(name), label("difference", language), label("verdict", language)), rows))
    return "".join(parts)


def study_html(told: str, answer: Iterable[str]) -> str:
    """Return a study: what is told of it, and its answer in sentences."""
    return _head(told, answer)


def _head(told: str, lines: Iterable[str]) -> str:
    return f"<p><b>{escape(told)}</b></p>" + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
