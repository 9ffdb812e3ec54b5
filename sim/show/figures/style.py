"""How figures look: fonts that have the signs of the language, a quiet page, colours that stay apart."""

import io
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import EngFormatter, Formatter, FuncFormatter

from sim.machine.locks import process_lock
from sim.show.figures.signs import stand_ins, with_key
from sim.show.fonts import LATIN_FONTS, chinese_fonts, installed
from sim.show.text.measure_text import measure_unit
from sim.words import Language

INK, SOFT, RULE = "#1d2733", "#5d6b7a", "#d9dee4"
STREAM_COLOURS = {"street_order": "#1f5f8b", "request": "#c8741a"}
LEVEL_COLOURS = {
    "spot": "#0b5345",
    "grid": "#2e8b74",
    "community": "#86c5a8",
    "members": "#d8c36a",
    "street": "#e39b52",
    "department": "#6d7fb3",
    "joint": "#3b2f6b",
    "partners": "#b58ab0",
}
LINE_COLOURS = ("#1f5f8b", "#c8741a", "#2e8b74", "#a33b4a", "#6b4c9a", "#8a6d3b", "#4b9cd3", "#3a3a3a")
MAP_COLOURS = "YlGnBu"

OF_THE_WINDOW = frozenset({"backend", "backend_fallback"})
"""Settings that say where figures are shown, which these are not."""
_DRAWING = process_lock()


class Style(NamedTuple):
    """The language that figures are drawn in and the fonts for it, best first."""

    language: Language
    fonts: tuple[str, ...]


def style_for(language: Language) -> Style:
    """Return the style for a language; figures fall back to English where no font has Chinese signs.

    English ones draw Chinese names in a Chinese font too, if there is one.
    """
    latin, chinese = installed(LATIN_FONTS), chinese_fonts()
    if language == "zh" and chinese:
        return Style("zh", chinese[:1] + latin)
    return Style("en", latin + chinese[:1])


def settings(style: Style) -> dict[Any, Any]:
    """Return the matplotlib settings of a style, which `drawn_in` lays over the defaults."""
    return {
        "font.family": list(style.fonts),
        "font.size": 9,
        "axes.edgecolor": SOFT,
        "axes.labelcolor": SOFT,
        "axes.linewidth": 0.7,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlesize": 10,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "axes.titlecolor": INK,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.unicode_minus": False,
        "grid.color": RULE,
        "grid.linewidth": 0.6,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "legend.frameon": False,
        "legend.fontsize": 8,
        "text.color": INK,
        "text.parse_math": False,  # titles may hold dollars
        "svg.hashsalt": "gridgov",
    }


def drawn_in(style: Style) -> AbstractContextManager[None]:
    """Draw in a style, whatever settings of matplotlib the user has, and leave these as they were."""
    return _under(settings(style))


@contextmanager
def _under(own: Mapping[Any, Any]) -> Iterator[None]:
    """Lay settings over matplotlib's defaults; one thread after the other, since it has its settings once for all."""
    defaults = {name: value for name, value in mpl.rcParamsDefault.items() if name not in OF_THE_WINDOW}
    with _DRAWING, mpl.rc_context({**defaults, **own}):
        yield


def without_frame(axes: Axes) -> None:
    """Take the frame, the ticks and the grid from axes that show a map."""
    axes.set_axis_off()
    axes.set_aspect("equal")


METADATA = {"Date": None, "Creator": None, "Source": "gridgov"}
"""What a figure says of itself: no date, so that it is the same on every call, and whose it is."""


def as_svg(figure: Figure) -> str:
    """Return a figure as SVG that needs no fonts and is the same on every call.

    Only what no font here can draw is left to those of the reader, below the figure.
    """
    text = io.StringIO()
    plain: dict[Any, Any] = {"svg.hashsalt": "gridgov", "svg.fonttype": "path", "text.parse_math": False}
    with _under(plain), stand_ins(figure) as signs:
        figure.savefig(text, format="svg", bbox_inches="tight", metadata=METADATA)
    return with_key(text.getvalue(), signs)


def scale_of(measure: str) -> Formatter:
    """Return how an axis writes the values of a measure: shares in percent, large numbers by thousands (k, M)."""
    if measure_unit(measure) == "share":
        return FuncFormatter(lambda value, place: f"{100 * value:g} %")
    return EngFormatter(sep=" ")
