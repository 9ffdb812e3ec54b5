"""Signs that no installed font has, such as Chinese in an English report: a number stands in the figure for them.

What a number stands for is told below the figure in letters of whoever reads it, whose browser most likely has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from html import escape

from matplotlib import font_manager
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

LINE, MARGIN, SIZE = 12, 7, 8
"""Points: height of a line of the key, its distance from the left, and the size of its letters."""
LONGEST = 110
"""Signs of a line of the key."""


@contextmanager
def stand_ins(figure: Figure) -> Iterator[list[str]]:
    """Put `[1]`, `[2]`, ... where texts of a figure have signs that their fonts lack; yield what these stand for."""
    numbers: dict[str, int] = {}
    with ExitStack() as after:
        for axes in figure.axes:
            for axis in (axes.xaxis, axes.yaxis):
                _label_ticks(axis, numbers, after)
        for found in figure.findobj(Text):
            if isinstance(found, Text) and (shown := drawable(found, numbers)) != (written := found.get_text()):
                after.callback(found.set_text, written)
                found.set_text(shown)
        yield list(numbers)


def _label_ticks(axis: Axis, numbers: dict[str, int], after: ExitStack) -> None:
    """Do it for the labels of an axis, which makes their texts anew whenever it is drawn."""
    texts = axis.get_majorticklabels()
    written = [text.get_text() for text in texts]
    shown = [drawable(text, numbers) for text in texts]
    if shown != written:
        places = axis.get_majorticklocs()
        after.callback(axis.set_ticks, places, written)
        axis.set_ticks(places, shown)


def drawable(text: Text, numbers: dict[str, int]) -> str:
    """Return what a text says, with numbers for the signs that its fonts lack; `numbers` gains what they stand for."""
    families = tuple(text.get_fontfamily())
    written = "".join(sign for sign in text.get_text() if sign.isprintable() or sign == "\n")

    def numbered(found: re.Match[str]) -> str:
        return f"[{numbers.setdefault(found[0], len(numbers) + 1)}]"

    lacking = {sign for sign in written if sign != "\n" and not _has(families, sign)}
    return _replaced(written, lacking, numbered) if lacking else written


def _replaced(text: str, signs: Iterable[str], by: Callable[[re.Match[str]], str]) -> str:
    """Return a text with every run of some signs replaced."""
    return re.sub(f"[{re.escape(''.join(sorted(signs)))}]+", by, text)


@cache
def _has(families: tuple[str, ...], sign: str) -> bool:
    """Say whether one of some families of fonts has a sign."""
    return sign.isascii() or any(font.get_char_index(ord(sign)) for font in map(_font, families))


@cache
def _font(family: str) -> FT2Font:
    return font_manager.get_font(font_manager.findfont(font_manager.FontProperties(family=[family])))


def with_key(svg: str, signs: Iterable[str]) -> str:
    """Return a figure with what its numbers stand for below it, as text that the reader's own fonts draw."""
    lines = [f"[{number}] {it if len(it) <= LONGEST else it[:LONGEST] + '…'}" for number, it in enumerate(signs, 1)]
    size = re.search(r'height="([\d.]+)pt" viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if not lines or size is None:
        return svg
    height = float(size[3])
    rows = "".join(
        f'<text x="{MARGIN}" y="{height + LINE * row:g}">{escape(line)}</text>' for row, line in enumerate(lines, 1)
    )
    whole = height + LINE * (len(lines) + 0.5)
    head = f'height="{whole:g}pt" viewBox="0 0 {size[2]} {whole:g}"'
    key = f'<g font-family="sans-serif" font-size="{SIZE}">{rows}</g>'
    before, end, after = svg.replace(size[0], head, 1).rpartition("</svg>")
    return f"{before}{key}\n{end}{after}"
