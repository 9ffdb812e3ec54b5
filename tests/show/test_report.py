import re

import pytest

from sim.record.store import IncompleteResult, read_results
from sim.show.labels import LABELS
from sim.show.report import write_report


def test_the_report_stands_alone(result_folder):
    page = write_report(result_folder).read_text(encoding="utf-8")
    assert "src=" not in page
    assert not re.search(
        r'(?:href|url)\s*[=(]\s*["\']?(?!#)', re.sub(r'xlink:href="#', "", page).replace("url(#", "")
    )
    assert "<script" not in page


def test_it_says_what_it_is_not(result_folder):
    for language in ("en", "zh"):
        page = write_report(result_folder, language).read_text(encoding="utf-8")
        for name in ("caveat_assumptions", "caveat_people"):
            assert getattr(LABELS[name], language) in page


def test_it_names_the_scenario_and_escapes_its_text(result_folder):
    page = write_report(result_folder).read_text(encoding="utf-8")
    assert "<h1>A small place</h1>" in page
    assert "&lt;b&gt;side by side&lt;/b&gt;" in page
    assert "<h1>小地方</h1>" in write_report(result_folder, "zh").read_text(encoding="utf-8")


def test_it_sets_measures_beside_the_field(result_folder):
    page = write_report(result_folder).read_text(encoding="utf-8")
    pills = re.findall(r'class="pill (\w+)"', page)
    assert sorted(pills) == ["inside", "outside"]
    assert "1 of 2 measures" in page


def test_it_lists_assumptions_and_origin(result_folder):
    page = write_report(result_folder).read_text(encoding="utf-8")
    assert "hazards.litter.rate" in page
    assert "2 quantities of this scenario are assumed" in page
    assert "<th>seed</th><td>7</td>" in page
    assert "gridgov 0.1" in page


def test_figures_stand_beside_it_too(result_folder):
    write_report(result_folder)
    names = sorted(path.name for path in (result_folder / "figures").iterdir())
    assert names == ["backlog.svg", "curves.svg", "levels.svg", "map.svg"]


def test_writing_a_report_leaves_the_result_complete(result_folder):
    write_report(result_folder)
    assert read_results(result_folder).manifest["complete"]


def test_without_a_chinese_font_the_page_says_that_figures_are_in_english(result_folder, monkeypatch):
    monkeypatch.setattr("sim.show.style.CHINESE_FONTS", ())
    page = write_report(result_folder, "zh").read_text(encoding="utf-8")
    assert LABELS["figures_in_english"].zh in page


def test_an_incomplete_folder_has_no_report(tmp_path):
    with pytest.raises(IncompleteResult):
        write_report(tmp_path)
