"""Which fonts figures can be drawn with: those that matplotlib knows, and Chinese ones that it has not seen yet.

Matplotlib keeps its list of fonts in a file and does not look again, so that a font which is installed later is hidden
from it for ever. Where its list has no Chinese font, the files of the system are looked at once more.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from matplotlib import font_manager

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "SimSun",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
"""Where several lie in one file, as Noto Sans CJK on Linux, matplotlib may know the first only, which is JP."""
LATIN_FONTS = ("Liberation Sans", "Arial", "Helvetica", "DejaVu Sans")

_FILES = re.compile(
    r"noto(sans|serif)(cjk|sc)|sourcehansans|msyh|pingfang|hiraginosansgb|stheiti|simhei|simsun|wqy|droidsansfallback"
    r"|arialunicode",
)
"""Names of files of such fonts, without signs between their letters."""


def installed(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of some fonts matplotlib knows, in their order."""
    known = {font.name for font in font_manager.fontManager.ttflist}
    return tuple(name for name in names if name in known)


def chinese_fonts() -> tuple[str, ...]:
    """Return which Chinese fonts there are, best first; such as matplotlib's list is older than are added to it."""
    found = installed(CHINESE_FONTS)
    if not found:
        known = {font.fname for font in font_manager.fontManager.ttflist}
        for path in (its for its in _unseen() if its not in known):
            font_manager.fontManager.addfont(path)
        found = installed(CHINESE_FONTS)
    return found


@cache
def _unseen() -> tuple[str, ...]:
    """Return the files of Chinese fonts of the system that can be read; the disk is searched once."""
    return tuple(path for path in sorted(font_manager.findSystemFonts()) if _looks_chinese(path) and _is_font(path))


def _looks_chinese(path: str) -> bool:
    return bool(_FILES.match(re.sub(r"[^a-z]", "", Path(path).stem.lower())))


def _is_font(path: str) -> bool:
    try:
        font_manager.get_font(path)
    except (OSError, RuntimeError):
        return False
    return True
