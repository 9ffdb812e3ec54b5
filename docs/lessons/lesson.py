"""What the lessons share: a choice of language, runs that are kept, tables, questions with their solutions."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import duckdb
import marimo as mo
import pandas as pd

import sim

ENGINE = "compiled" if find_spec("numba") else "auto"
"""A lesson has many short runs: each of them would be done before a compiler, but not all of them together."""
OPTIONS = sim.RunOptions(report=False, workers=1, engine=ENGINE)
"""Tables only, which is quicker than a report."""
WORLDS = 8
"""Replications of each run and comparison."""
TABLES = ("cases", "issues", "jobs", "stations", "queues", "events")
_HELD = tempfile.TemporaryDirectory(prefix="lesson-")
FOLDER = Path(_HELD.name)
"""Where results of this lesson lie, until it ends."""
_KEPT: dict[tuple[object, ...], object] = {}
_ONE_AT_A_TIME = Lock()


class Text(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str


class Speaker(NamedTuple):
    """Says texts in one language."""

    language: str

    def text(self, en: str, zh: str) -> str:
        """Return the text in this language."""
        return zh if self.language == "zh" else en

    def say(self, en: str, zh: str) -> mo.Html:
        """Return the text in this language as Markdown."""
        return mo.md(self.text(en, zh))


def chooser() -> mo.ui.dropdown:
    """Return the choice of language, which begins with that of `GRIDGOV_LANG`."""
    named = {"English": "en", "中文": "zh"}
    first = "中文" if os.environ.get("GRIDGOV_LANG") == "zh" else "English"
    return mo.ui.dropdown(named, value=first)


@contextmanager
def calculating(speaker: Speaker, seconds: int) -> Iterator[None]:
    """Say on the page that this calculates, and about how long; if it fails, say there what was wrong, and stop."""
    title = speaker.text(f"Calculating, about {seconds} seconds …", f"正在计算，约 {seconds} 秒……")
    once_more = speaker.text(
        "the first lesson on a machine takes two or three minutes more: it compiles the simulation",
        "本机第一次打开课程时要先编译仿真程序，多需两三分钟",
    )
    with mo.status.spinner(title=title, subtitle=once_more):
        try:
            yield
        except Exception as wrong:
            if not mo.running_in_notebook():
                raise
            told = speaker.text("This could not be calculated", "计算没有成功")
            mo.stop(True, mo.callout(mo.Html(f"<p>{told}: {escape(f'{type(wrong).__name__}: {wrong}')}</p>"), "danger"))


def once(key: tuple[object, ...], calculate: Callable[[Path], object]) -> object:
    """Return what was calculated under this key before, or else calculate it, in a folder of its own.

    A page that is opened again, or by another visitor, is another run of the same notebook in the same process: it
    finds what the first one calculated, or waits for it.
    """
    with _ONE_AT_A_TIME:
        if key not in _KEPT:
            _KEPT[key] = calculate(Path(tempfile.mkdtemp(dir=FOLDER)))
        return _KEPT[key]


def run(sets: Sequence[str] = (), scenario: str = "village-square"):
    """Return a run of a scenario with assignments laid over it, in `WORLDS` replications, calculated once."""
    assigned = [f"run.replications={WORLDS}", *sets]
    return once((scenario, *assigned), lambda folder: sim.run(sim.load(scenario, assigned), folder, OPTIONS))


def compare(variants: Sequence[str], sets: Sequence[str] = (), *, events: bool = False):
    """Return the village square compared with variants of it (`:path=value`), in the same `WORLDS` worlds, calculated
    once; with the log of events if that is asked for."""
    assigned = [f"run.replications={WORLDS}", *sets]
    asked = ["village-square", *variants]
    options = replace(OPTIONS, events=events)
    return once(
        (*asked, "and", *assigned, events),
        lambda folder: sim.compare(sim.variants(asked, assigned), folder, options),
    )


def query(folder: Path, question: str) -> pd.DataFrame:
    """Ask the tables of a result in a folder: `{name}` in the question stands for the file of that table.

    By a connection of its own: the page may be open twice.
    """
    return duckdb.connect().sql(question.format(**{name: f"'{folder}/{name}.parquet'" for name in TABLES})).df()


def titles(entries: Mapping[str, object], speaker: Speaker) -> dict[str, str]:
    """Return what hazards or departments of a scenario are called, by their names."""
    return {name: getattr(entry.title, speaker.language) or name for name, entry in entries.items()}


def number(value: float, unit: str = "") -> str:
    """Return a number with three digits; of a share, in percent."""
    if pd.isna(value):
        return "–"
    if unit == "share":
        return f"{100 * value:.1f} %".replace("-", "−")
    return (f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}").replace("-", "−")


def change(value: float, unit: str = "", largest: float | None = None) -> str:
    """Return a difference with its sign; of shares, in points. It has as many decimals as three digits of the `largest`
    number beside it leave."""
    if pd.isna(value):
        return "–"
    moved = 100 * value if unit == "share" else value
    size = abs(moved if largest is None else largest)
    decimals = 1 if unit == "share" else 0 if size >= 100 else 1 if size >= 10 else 2
    shown = f"{moved:+,.{decimals}f}"
    return "0" if float(shown.replace(",", "")) == 0 else shown.replace("-", "−")


def day(moment: pd.Timestamp, speaker: Speaker) -> str:
    """Return a day of a year."""
    return speaker.text(f"{moment.day} {moment:%B}", f"{moment.month}月{moment.day}日")


def differences(found: object, measures: Mapping[str, Text], titles: Sequence[Text], speaker: Speaker) -> mo.Html:
    """Return a table: each measure in the first variant and in the others; below each the difference from the first,
    with its interval."""
    frame = found.differences
    variants = list(dict.fromkeys(frame["variant"]))
    rows = []
    for name, told in measures.items():
        its = frame[frame["measure"] == name].set_index("variant")
        cells = [number(its["base"].iloc[0], its["unit"].iloc[0])]
        cells += [_compared(its.loc[variant], speaker) for variant in variants]
        rows.append([escape(speaker.text(*told)), *cells])
    note = speaker.text(
        f"Means of {WORLDS} worlds, the same for all columns. Below: by how much it differs from the first column, and"
        " in brackets the 95 % interval of that difference (pp: percentage points). Bold where the interval leaves out"
        " zero; all else may be chance.",
        f"{WORLDS} 个世界的平均值，各列所用世界相同。其下为与第一列之差，括号内为该差的 95 % 区间（pp 为百分点）；"
        "区间不含零者为粗体，其余可能只是偶然。",
    )
    return mo.Html(
        f"{table(['', *(escape(speaker.text(*title)) for title in titles)], rows)}<p class='note'>{note}</p>"
    )


def _compared(row: pd.Series, speaker: Speaker) -> str:
    """Return a mean, and below it how it differs from the first variant."""
    points = " pp" if row["unit"] == "share" else ""
    largest = row[["difference", "low", "high"]].abs().max()
    moved, low, high = (change(row[name], row["unit"], largest) for name in ("difference", "low", "high"))
    moved += points
    between = f" {speaker.text('(', '（')}{low} … {high}{speaker.text(')', '）')}" if row["low"] < row["high"] else ""
    sure = row["low"] > 0 or row["high"] < 0
    text = f"{number(row['other'], row['unit'])}<br><small>{moved}{between}</small>"
    return f"<b>{text}</b>" if sure else text


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in HTML, of cells in HTML."""
    head = "".join(f"<th>{head}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="told"><tr>{head}</tr>{body}</table>'


def value(found: object, measure: str, variant: int = 0, column: str = "other") -> float:
    """Return a number of the differences: of the first variant compared (0) or of a later one."""
    frame = found.differences[found.differences["measure"] == measure]
    return float(frame[column].iloc[variant])


def answer(parts: Sequence[mo.Html], speaker: Speaker) -> mo.Html:
    """Return what a run has shown, folded, so that everybody guesses first; questions are hidden as long as it is."""
    title = speaker.text("Have you guessed? Show what comes out", "猜好了吗？点击看结果")
    shown = "".join(part.text for part in parts)
    return mo.Html(f'<details class="answer"><summary>{title}</summary>{shown}</details>')


def questions(asked: Sequence[tuple[str, str]], speaker: Speaker) -> mo.Html:
    """Return questions, each of which opens to show its solution, whatever others are open."""
    title = speaker.say(
        "## Questions\n\nThink first; a click shows the solution.", "## 思考题\n\n先想一想，点击可看解答。"
    )
    folded = "".join(
        f"<details><summary>{escape(question)}</summary><p>{escape(solution)}</p></details>"
        for question, solution in asked
    )
    return mo.Html(f'<div class="questions">{title.text}{folded}</div>')
