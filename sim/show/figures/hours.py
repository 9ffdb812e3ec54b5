"""Where a worker's year goes, and that of a crew of each kind: a bar each, in parts that add up to the roster."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import StrMethodFormatter

from sim.measures.stations.book import AFTER, BEFORE, Year, book_of_hours
from sim.measures.tables import Tables
from sim.show.figures.style import LINE_COLOURS, SOFT, Style, drawn_in
from sim.show.text.hours import SHOWN, part_text
from sim.words import Language, label

COLOURS = {
    **dict(zip(BEFORE, LINE_COLOURS, strict=False)),
    "idle": "#d9d9d9",
    "absent": "#f2f2f2",
}
OF_MECHANISMS = (*LINE_COLOURS[len(BEFORE) :], "#7f3b08", "#35978f")
"""Colours of the hours that mechanisms have for themselves, in turn."""


def hours_of_year(tables: Tables, style: Style) -> Figure:
    """Return the figure of a run's book of hours."""
    return draw_hours(book_of_hours(tables), style)


def draw_hours(years: Sequence[Year], style: Style) -> Figure:
    """Return a bar for each kind of staff: the hours of one of them in a year, by what they go to."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 1.9 + 0.4 * max(len(years), 1)), layout="constrained")
        axes = figure.subplots()
        _draw(axes, years, style.language)
        if years:
            figure.legend(loc="outside upper right", ncols=5, handlelength=1, columnspacing=1.2)
        return figure


def _draw(axes: Axes, years: Sequence[Year], language: Language) -> None:
    names = list(dict.fromkeys(name for year in years for name in year.spent if name not in AFTER))
    charged = [name for name in names if name not in BEFORE]
    left = [0.0] * len(years)
    for name in (*names, *AFTER):
        hours = [max(year.spent.get(name, 0.0), 0.0) for year in years]
        if not any(value > SHOWN for value in hours):
            continue
        colour = COLOURS.get(name) or OF_MECHANISMS[charged.index(name) % len(OF_MECHANISMS)]
        text = part_text(name, language)
        axes.barh(range(len(years)), hours, left=left, height=0.7, color=colour, label=text)
        left = [before + value for before, value in zip(left, hours, strict=True)]
    axes.set_yticks(range(len(years)), [label(f"hours_of_{year.kind}", language) for year in years])
    axes.set_xlabel(label("hours_axis", language), color=SOFT)
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.grid(visible=False, axis="y")
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
