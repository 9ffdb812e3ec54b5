"""What people call things is shown as it is: in the terminal, in figures and in pages."""

from __future__ import annotations

import warnings
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.figure import Figure

from sim.console import print_comparison, print_history
from sim.filenames import file_names
from sim.language.quantity import Label
from sim.measures.studies import Varied
from sim.record.beside import read_beside
from sim.show import fonts
from sim.show.figures import signs, style
from sim.show.figures.responses import draw_responses
from sim.show.figures.style import as_svg, style_for
from sim.show.figures.warmup import draw_warmup
from sim.show.pages.comparison import render, write_comparison_report
from sim.show.text.history import StoryLine
from tests.hostile import LISTED, hostile
from tests.show.compared import write_compared
from tests.show.test_comparison import row

MARKUP = [name for name in LISTED if name.strip() and not {"\n", "\t"} & {*name} and len(name) < 40]
SVG = "{http://www.w3.org/2000/svg}"


def plain(text: str) -> str:
    """Return a text with single spaces, since terminals and pages write others."""
    return " ".join(text.split())


@pytest.mark.parametrize("title", MARKUP)
def test_the_terminal_shows_titles_as_they_are(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    differences = pd.DataFrame([row(variant="b", against="a", adjusted_p=0.01, p=0.01, independent_half_width=1.0)])
    print_comparison(differences, {"a": title, "b": "B"}, "en")
    assert plain(f"A is {title}, B is B.") in plain(capsys.readouterr().out)
    line = StoryLine(pd.Timestamp("2026-01-01"), title, title)
    print_history(title, pd.Timestamp("2026-01-01"), {title: [line], "other": []}, "en")
    heading, columns, step = map(plain, capsys.readouterr().out.splitlines()[:3])
    assert heading == plain(title)
    assert plain(title) in columns
    assert plain(f"{title} {title}") in step


def drawn(title: str) -> Figure:
    """Return a figure with a title in each place that a figure has for one."""
    with mpl.rc_context(style.settings(style_for("en"))):
        figure = Figure()
        axes = figure.subplots()
        axes.plot([1, 2], [1, 2])
        axes.set_title(title)
        axes.set_xlabel(title)
        axes.set_yticks([1, 2], [title, "b"])
        axes.annotate(title, (1, 1))
        figure.legend(axes.lines, [title])
        return figure


@settings(max_examples=15, deadline=None)
@given(hostile)
def test_any_title_can_be_drawn_without_formulas_and_without_boxes(title: str) -> None:
    figure = drawn(title)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a sign that no font has
        svg = as_svg(figure)
    page = ElementTree.fromstring(svg)
    assert not {"script", "b"} & {tag.tag.removeprefix(SVG) for tag in page.iter() if isinstance(tag.tag, str)}
    assert figure.axes[0].get_title(loc="left") == title


def test_what_a_number_stands_for_is_told_below_the_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "CHINESE_FONTS", ())
    figure = drawn("改革前 & 改革后 <1")
    svg = as_svg(figure)
    assert ">[1] 改革前</text>" in svg or ">[2] 改革前</text>" in svg
    page = ElementTree.fromstring(svg)
    bottom = float(page.attrib["viewBox"].split()[3])
    assert max(float(text.attrib["y"]) for text in page.iter(f"{SVG}text")) < bottom
    with signs.stand_ins(figure) as key:
        assert set(key) == {"改革前", "改革后"}
        assert "改" not in figure.axes[0].get_yticklabels()[0].get_text()
    assert figure.axes[0].get_yticklabels()[0].get_text() == "改革前 & 改革后 <1"


def test_a_chinese_font_draws_chinese_names_in_english_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(tmp_path / "zh.ttf", "A Chinese Font", "改革前后")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [*font_manager.fontManager.ttflist])
    font_manager.fontManager.addfont(tmp_path / "zh.ttf")
    monkeypatch.setattr(fonts, "CHINESE_FONTS", ("A Chinese Font",))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = as_svg(drawn("Plan 改革前"))
    assert "AChineseFont" in svg
    assert "<text" not in svg


def make_font(path: Path, name: str, letters: str) -> None:
    """Write a font in which every letter is a square."""
    glyphs = [".notdef", *(f"uni{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    for move, point in zip("mlll", ((0, 0), (0, 800), (800, 800), (800, 0)), strict=True):
        pen.moveTo(point) if move == "m" else pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap({ord(letter): f"uni{ord(letter):04X}" for letter in letters})
    font.setupGlyf(dict.fromkeys(glyphs, square))
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (900, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "")})
    font.setupOS2()
    font.setupPost()
    font.save(path)


def test_legends_name_what_begins_with_an_underscore() -> None:
    states = pd.DataFrame({"day": [0.0, 1.4], "unseen": 5.0, "open_cases": 3.0})
    legend = draw_warmup({"_a": states, "_b": states}, 7.0, style_for("en")).legends[0]
    assert [text.get_text() for text in legend.get_texts()] == ["_a", "_b"]
    table = pd.DataFrame({"x": [1.0, 2.0] * 2, "z": ["_a"] * 2 + ["$b_$"] * 2, "measure": "m"})
    table = table.assign(mean=1.0, low=0.5, high=1.5)
    levels = {name: Label(en=name, zh=name) for name in ("_a", "$b_$")}
    factors = {name: Varied(Label(en=name, zh=name), "", levels) for name in "xz"}
    figure = draw_responses(table, factors, ["m"], style_for("en"))
    legend = figure.axes[0].get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["$b_$", "_a"]


class _Reader(HTMLParser):
    """Gathers the elements of a page and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def test_the_report_of_a_comparison_lies_where_it_should(
    tmp_path: Path, document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.show.pages.page.as_svg", lambda figure: "<svg></svg>")
    folder = tmp_path / "outer" / "result"
    folder.mkdir(parents=True)
    names = ["$x_$ 改革", "../../</script>x"]
    write_compared(folder, document, dict(zip(names, ["[/x]", "<b>B</b>"], strict=True)))
    reader = read(write_comparison_report(folder).read_text("utf-8"))
    assert not {"script", "b"} & {*reader.tags}
    assert "Choose “<b>B</b>”" in "".join(reader.text)
    made = file_names(names)[names[1]]
    assert {path.name for path in (folder / "figures").iterdir()} >= {"forest.svg", f"causes-{made}.svg"}
    assert [path.name for path in folder.parent.iterdir()] == ["result"]
    assert [path.name for path in tmp_path.iterdir()] == ["outer"]


@settings(max_examples=3, deadline=None)
@given(names=st.lists(hostile.filter(str.strip), min_size=2, max_size=2, unique=True))
@example(names=["=1+1", "007"])
@example(names=["</script><script>alert(1)</script>", "{0}"])
def test_pages_say_names_as_they_are(
    names: list[str], tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    write_compared(folder, document, dict(zip(names, reversed(names), strict=True)))
    found = read_beside(folder)
    reader = read(render(found, document, defaultdict(lambda: "<svg></svg>"), style_for("en"), "en"))
    assert not {"script", "iframe", "object"} & {*reader.tags}
    for name in names:
        assert plain(name) in plain("".join(reader.text))
