"""What the lessons share: a choice of language, tables and pictures that need no fonts, questions with their solutions."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

import duckdb
import marimo as mo
import pandas as pd

import sim

OPTIONS = sim.RunOptions(report=False, workers=1)
"""Tables only, which is quicker than a report."""
FOLDER = Path(tempfile.mkdtemp(prefix="lesson-"))
"""Where results of this lesson lie."""
COLOURS = ("#1f5f8b", "#c8741a", "#2e8b74", "#a33b4a")


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


def run(name: str, sets: Sequence[str] = (), scenario: str = "village-square"):
    """Run a scenario with assignments laid over it, four replications, into a folder of this lesson."""
    return sim.run(sim.load(scenario, ["run.replications=4", *sets]), FOLDER / name, OPTIONS)


def compare(name: str, variants: Sequence[str], sets: Sequence[str] = ()):
    """Compare the village square with variants of it (`:path=value`), four replications in the same worlds."""
    asked = sim.variants(["village-square", *variants], ["run.replications=4", *sets])
    return sim.compare(asked, FOLDER / name, OPTIONS)


def query(result: object, question: str) -> pd.DataFrame:
    """Ask the tables of a result: `{name}` in the question stands for the file of that table."""
    names = ("cases", "issues", "stations", "queues")
    return duckdb.sql(question.format(**{name: f"'{result.folder}/{name}.parquet'" for name in names})).df()


def number(value: float, unit: str = "") -> str:
    """Return a number with three digits; of a share, in percent."""
    if pd.isna(value):
        return "–"
    if unit == "share":
        return f"{100 * value:.1f} %".replace("-", "−")
    return (f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}").replace("-", "−")


def differences(found: object, measures: Mapping[str, Text], titles: Sequence[Text], speaker: Speaker) -> mo.Html:
    """Return a table: each measure in the first variant and in the others, with the interval of the difference."""
    frame = found.differences
    variants = list(dict.fromkeys(frame["variant"]))
    heads = "".join(f"<th>{escape(speaker.text(*title))}</th>" for title in titles)
    rows = []
    for name, told in measures.items():
        its = frame[frame["measure"] == name].set_index("variant")
        cells = f"<td>{number(its['base'].iloc[0], its['unit'].iloc[0])}</td>"
        for variant in variants:
            row = its.loc[variant]
            low, high = number(row["low"], row["unit"]), number(row["high"], row["unit"])
            sure = row["low"] > 0 or row["high"] < 0
            text = f"{number(row['other'], row['unit'])} <small>({low} … {high})</small>"
            cells += f"<td>{f'<b>{text}</b>' if sure else text}</td>"
        rows.append(f"<tr><td>{escape(speaker.text(*told))}</td>{cells}</tr>")
    note = speaker.text(
        "Means. In brackets the 95 % interval of the difference from the first column (of shares, in points); bold where it leaves out zero.",
        "平均值；括号内为与第一列之差的 95 % 区间（比例以百分点计），不含零者为粗体。",
    )
    return mo.Html(f'<table class="told"><tr><th></th>{heads}</tr>{"".join(rows)}</table><p><small>{note}</small></p>')


def value(found: object, measure: str, variant: int = 0, column: str = "other") -> float:
    """Return a number of the differences: of the first variant compared (0) or of a later one."""
    frame = found.differences[found.differences["measure"] == measure]
    return float(frame[column].iloc[variant])


def plot(
    points: Sequence[tuple[float, float]], across: str, up: str, lines: Sequence[tuple[float, float]] = ()
) -> mo.Html:
    """Return points, and a thin line beside them, in a plain picture whose axes begin at zero."""
    right, top = 1.05 * max(x for x, _ in points), 1.15 * max(y for _, y in points)

    def at(x: float, y: float) -> tuple[float, float]:
        return 60 + 520 * x / right, 250 - 225 * y / top

    marks = "".join(f'<circle cx="{at(*p)[0]:.1f}" cy="{at(*p)[1]:.1f}" r="6" fill="{COLOURS[0]}"/>' for p in points)
    drawn = " ".join("{:.1f},{:.1f}".format(*at(x, y)) for x, y in lines if y <= top)
    ticks = "".join(
        f'<text x="{at(right * part / 4, 0)[0]:.0f}" y="270" text-anchor="middle">{number(right * part / 4)}</text>'
        f'<text x="52" y="{at(0, top * part / 4)[1] + 5:.0f}" text-anchor="end">{number(top * part / 4)}</text>'
        for part in range(1, 4)
    )
    return mo.Html(
        f'<svg viewBox="0 0 640 310" style="max-width:760px;width:100%;font-size:15px">'
        f'<path d="M60 20V250H600" fill="none" stroke="#5d6b7a"/>{ticks}'
        f'<polyline points="{drawn}" fill="none" stroke="{COLOURS[1]}" stroke-width="2"/>{marks}'
        f'<text x="600" y="298" text-anchor="end">{escape(across)}</text><text x="66" y="16">{escape(up)}</text></svg>'
    )


def intervals(rows: Sequence[tuple[str, float, float]]) -> mo.Html:
    """Return intervals (name, low, high) above each other on one axis, with a line at zero."""
    low, high = min(0.0, *(row[1] for row in rows)), max(0.0, *(row[2] for row in rows))

    def x(at: float) -> float:
        return 210 + 400 * (at - low) / (high - low)

    drawn = "".join(
        f'<text x="200" y="{35 + 40 * n}" text-anchor="end">{escape(name)}</text>'
        f'<path d="M{x(start):.1f} {30 + 40 * n}H{x(end):.1f}" stroke="{COLOURS[n % len(COLOURS)]}" stroke-width="10"/>'
        f'<text x="{x(start):.1f}" y="{52 + 40 * n}" font-size="12" text-anchor="middle">{number(start)}</text>'
        f'<text x="{x(end):.1f}" y="{52 + 40 * n}" font-size="12" text-anchor="middle">{number(end)}</text>'
        for n, (name, start, end) in enumerate(rows)
    )
    tall = 40 * len(rows) + 30
    zero = f'<path d="M{x(0):.1f} 8V{tall - 8}" stroke="#5d6b7a" stroke-dasharray="4 4"/>'
    return mo.Html(
        f'<svg viewBox="0 0 660 {tall}" style="max-width:780px;width:100%;font-size:15px">{zero}{drawn}</svg>'
    )


def questions(asked: Sequence[tuple[str, str]], speaker: Speaker) -> mo.Html:
    """Return questions, each of which opens to show its solution."""
    title = speaker.say(
        "## Questions\n\nThink first; a click shows the solution.", "## 思考题\n\n先想一想，点击可看解答。"
    )
    return mo.vstack([title, mo.accordion(dict(asked))])
