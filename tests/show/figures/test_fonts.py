"""Chinese figures are drawn where a Chinese font is installed, whatever list of fonts matplotlib has kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from matplotlib import font_manager

from sim.show import fonts
from sim.show.figures.style import style_for
from sim.show.fonts import CHINESE_FONTS, chinese_fonts
from tests.show.test_names import make_font


@pytest.fixture(autouse=True)
def older_list(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let matplotlib's list be one from before any Chinese font was installed."""
    known = [font for font in font_manager.fontManager.ttflist if font.name not in CHINESE_FONTS]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", known)
    fonts._unseen.cache_clear()
    yield
    fonts._unseen.cache_clear()


def test_a_font_that_came_after_the_list_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(tmp_path / "NotoSansSC-Regular.ttf", "Noto Sans SC", "中文")
    (tmp_path / "wqy-broken.ttf").write_bytes(b"no font")
    make_font(tmp_path / "Other.ttf", "SimHei", "中文")
    files = [str(path) for path in tmp_path.iterdir()]
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: files)
    assert chinese_fonts() == ("Noto Sans SC",)
    style = style_for("zh")
    assert style.language == "zh" and style.fonts[0] == "Noto Sans SC"


def test_without_any_the_disk_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched = []
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: searched.append(1) or [])
    assert [style_for("zh").language for _ in range(3)] == ["en"] * 3
    assert len(searched) == 1


@pytest.mark.parametrize(
    "file", ["NotoSansCJK-Regular.ttc", "wqy-microhei.ttc", "SourceHanSansSC-Regular.otf", "msyh.ttc", "simsun.ttc"]
)
def test_files_of_known_fonts_are_known(file: str) -> None:
    assert fonts._looks_chinese(f"/fonts/{file}") and not fonts._looks_chinese("/fonts/LiberationSans-Regular.ttf")
