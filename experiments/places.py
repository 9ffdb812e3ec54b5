"""The places of the source documents side by side, for 10,000 residents: what occurs, what is done, what it takes.

    .venv/bin/python experiments/places.py [FOLDER]

Runs each preset of PLACES (`gridgov places` lists all presets) into a folder of its own below FOLDER, results/places
if it is not said, and writes there places.csv, places.md (the table) and places.png. Places that have been run there
before are read and not run again. On one core it takes three minutes.

Studies cannot do this: they pair variants that meet the same issues, and each place has streets, homes and issues of
its own. So nothing here is paired. Intervals are those of chance alone; they hold neither what nobody knows of a place
nor what its preset took over from Jiancaoping, which is most of its numbers. It is no ranking.
"""

import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

import sim
from sim.language.units import HOUR_MS
from sim.record.store import read_parquet
from sim.show.figures.style import LINE_COLOURS, drawn_in, style_for
from sim.show.text.numbers import number_text

PLACES = {
    "mianyang-village": "Village (Mianyang)",
    "xx-street": "XX street",
    "dachuan": "Dachuan",
    "dachuan-dazhou": "Dachuan, Dazhou's rates",
    "zhangwan": "Zhangwan",
    "jiancaoping-seed": "Jiancaoping",
    "guanshanhu": "Guanshanhu",
    "hanyang": "Hanyang",
    "weihai-seed": "Weihai",
}
"""Presets, the smallest place first, and what they are called here."""

SETTINGS = ("run.length=12 weeks", "run.replications=3")
RESIDENTS = 10_000.0
UNITS = ("worker", "community", "street", "department")
"""Kinds of stations whose hours the government pays in every place."""

COLUMNS = {
    "issues": "Issues a year *",
    "cases": "Cases a year *",
    "fixed": "Issues truly fixed a year *",
    "true": "Closed cases truly resolved (%)",
    "on_time": "Closed on time, of all due (%)",
    "severity_days": "Severity-days (1,000 residents, week)",
    "detection": "Detection, median (h)",
    "closing": "Time to close, median (h)",
    "patrol": "Patrol hours a week *",
    "work": "Hours for cases a week *",
    "cost": "Cost a year (million yuan) *",
    "each": "Cost per issue truly fixed (yuan)",
}
"""What is shown, by column of the table; * for 10,000 residents."""


def measures_of(preset: str, folder: Path) -> tuple[pd.DataFrame, Any]:
    """Return the values of a place, a row for each replication and a column for each measure, and its scenario."""
    loaded = sim.load(preset, list(SETTINGS))
    if not (folder / "summary.csv").exists():
        sim.run(loaded, folder, sim.RunOptions(workers=1, report=False))
    values = pd.read_csv(folder / "measures.csv").pivot(index="replication", columns="measure", values="value")
    weeks = loaded.scenario.run.length.value / HOUR_MS / (7 * 24)
    stations = read_parquet(folder / "stations.parquet", None)
    hours = stations[stations["kind"].isin(UNITS)].groupby("replication")[["busy_h", "patrol_h"]].sum() / weeks
    return values.join(hours), loaded.scenario


def row(preset: str, folder: Path) -> pd.DataFrame:
    """Return what is shown of a place, a row for each replication."""
    found, scenario = measures_of(preset, folder)
    each = scenario.population.residents.value / RESIDENTS
    shown = {
        "issues": found["issues_per_year"] / each,
        "cases": found["cases_per_year"] / each,
        "fixed": found["issues_per_year"] * found["truly_fixed_issues_share"] / each,
        "true": found["truly_resolved_share"] * 100,
        "on_time": found["on_time_share_due"] * 100,
        "severity_days": found["severity_days_open"],
        "detection": found["detection_median_h"],
        "closing": found["closing_median_h"],
        "patrol": found["patrol_h"] / each,
        "work": found["busy_h"] / each,
        "cost": found["yearly_cost"] / each / 1e6,
        "each": found["cost_per_fixed_issue"],
    }
    return pd.DataFrame(shown).assign(place=preset, residents=scenario.population.residents.value)


def table_of(rows: pd.DataFrame) -> str:
    """Return the means as a table in Markdown, with half of the 95 % interval where chance plays a part."""
    means, halves = rows.groupby("place")[list(COLUMNS)].mean(), half_widths(rows)
    residents = rows.groupby("place")["residents"].first()
    lines = ["| for 10,000 residents where * | " + " | ".join(PLACES.values()) + " |"]
    lines += ["|---|" + "---|" * len(PLACES)]
    lines += ["| Residents | " + " | ".join(f"{residents[name]:,.0f}" for name in PLACES) + " |"]
    for column, title in COLUMNS.items():
        cells = [_cell(means.loc[name, column], halves.loc[name, column]) for name in PLACES]
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(mean: float, half: float) -> str:
    text = number_text(mean, "")
    return text if half < abs(mean) / 1000 else f"{text} ± {number_text(half, '')}"


def half_widths(rows: pd.DataFrame) -> pd.DataFrame:
    """Return half of the 95 % interval (Student's) of each mean, by place and column."""
    from sim.measures.statistics.interval import student

    groups = rows.groupby("place")[list(COLUMNS)]
    count = groups.count()
    return groups.std() / count**0.5 * student(count.to_numpy() - 1)


def figure_of(rows: pd.DataFrame) -> Figure:
    """Return a panel for each column with the mean of each place and its interval."""
    means, halves = rows.groupby("place")[list(COLUMNS)].mean(), half_widths(rows)
    names = list(PLACES)
    with drawn_in(style_for("en")):
        figure = Figure(figsize=(9.2, 7.6), layout="constrained")
        for number, (axes, column) in enumerate(zip(figure.subplots(4, 3).flat, COLUMNS, strict=True)):
            middle, half = means.loc[names, column], halves.loc[names, column]
            axes.errorbar(middle, range(len(names)), xerr=half, fmt="o", color=LINE_COLOURS[0], markersize=4)
            axes.set_yticks(range(len(names)), list(PLACES.values()) if number % 3 == 0 else [], fontsize=7)
            axes.set_ylim(len(names) - 0.5, -0.5)
            axes.set_xlim(left=0)
            axes.set_title(COLUMNS[column], fontsize=8)
            axes.tick_params(axis="x", labelsize=7)
        return figure


def main() -> None:
    """Run what has not been run, and write table and figure."""
    mpl.use("agg")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "results/places")
    rows = pd.concat([row(preset, folder / preset) for preset in PLACES], ignore_index=True)
    rows.to_csv(folder / "places.csv", index=False)
    (folder / "places.md").write_text(table_of(rows), encoding="utf-8")
    figure_of(rows).savefig(folder / "places.png", dpi=110)
    print(table_of(rows))


if __name__ == "__main__":
    main()
