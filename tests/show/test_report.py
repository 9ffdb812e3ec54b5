import re
import shutil

import pytest

from sim.measures.places import average_by_place
from sim.record.store import IncompleteResult, read_results
from sim.show.pages.assumptions import assumptions
from sim.show.pages.page import unbroken
from sim.show.pages.report import write_report
from sim.show.pages.report_tables import worst_communities
from sim.words import label


@pytest.fixture
def pages(report_pages):
    """Return the report in each language."""
    return report_pages


def test_the_report_stands_alone(pages):
    targets = re.findall(r'(?:href=|src=|url\()"?([^")]*)', pages["en"])
    assert targets
    assert all(target.startswith(("#", "data:")) for target in targets)
    assert pages["en"].count("<script") == 2, "the cases and what lists them"
    assert not re.search(
        r"\b(?:fetch|import)\(|XMLHttp|https?://", pages["en"][pages["en"].index("<script") :].split("</details>")[0]
    )


def test_it_says_what_it_is_not(pages):
    for language, page in pages.items():
        for name in ("caveat_assumptions", "caveat_people"):
            assert label(name, language) in page


def test_it_names_the_scenario_and_escapes_its_text(pages):
    assert "<h1>A small place</h1>" in pages["en"]
    assert "<h1>小地方</h1>" in pages["zh"]
    assert "&lt;b&gt;side by side&lt;/b&gt;" in pages["en"]


def test_it_sets_measures_beside_the_field(pages):
    assert sorted(re.findall(r'class="pill (\w+)"', pages["en"])) == ["inside", "outside"]
    assert "1 of 2 published figures lie outside" in pages["en"]


def test_it_shows_the_tree_of_indicators(pages, result_folder):
    for language, titles in {"en": ("Governing", "Rooms", "A page."), "zh": ("治理", "阵地", "某网页。")}.items():
        assert all(title in pages[language] for title in titles)
        assert pages[language].count(label("not_measured", language)) == 1
    assert "Items: 16, of which none is named." in pages["en"]
    assert read_results(result_folder).tables["indicators"]["entry"].count() == 3


def test_it_lists_assumptions_and_origin(pages, document):
    assert "<td>Litter and dumped rubbish: rate</td>" in pages["en"]
    assert f"{len(assumptions(document))} quantities of this scenario are assumed" in pages["en"]
    assert "<th>seed</th><td>7</td>" in pages["en"]
    assert "gridgov 0.1" in pages["en"]


def test_no_line_ends_within_a_date_or_before_a_percent_sign():
    assert unbroken("by 2024-05-06, 3.1 % & more") == (
        'by <span class="whole">2024-05-06</span>, <span class="whole">3.1 %</span> &amp; more'
    )


def test_it_tells_what_is_simulated_and_when(pages, document):
    crews = sum(unit["crews"]["value"] for unit in document["departments"].values())
    asked = re.search(r'<section class="asked">.*?</section>', pages["en"], re.DOTALL)[0]
    asked = re.sub('<span class="whole">(.*?)</span>', r"\1", asked)
    assert f"residents in 4 communities, 31 grid workers in 2 grids, {crews} crews of departments" in asked
    assert "2024-05-06 to 2024-05-12, followed up to 2024-05-19, 2 replications" in asked


def test_it_says_what_was_changed_on_the_command_line(pages):
    told = {"en": "Grid workers: number 31", "zh": "网格员：数量 31"}
    for language, page in pages.items():
        said = page.index(label("changed", language))
        assert page.index("</h1>") < said < page.index(told[language]) < page.index('class="advice"')


def test_a_number_without_a_source_is_listed_before_the_assumptions(pages):
    listed = pages["en"].index("<li>Grid workers: number 31</li>")
    assert pages["en"].index("No source given") < listed < pages["en"].index("are assumed (grade E)")


def test_captions_say_what_is_pooled_and_what_has_no_curve(pages):
    assert "all 2 replications together" in pages["en"]
    (names,) = re.findall(r"fewer than 20 cases in all replications together: ([^.]*)\.", pages["en"])
    assert "Noise" in names and "Litter" not in names


def test_figures_stand_beside_it_too(pages, result_folder):
    names = sorted(path.name for path in (result_folder / "figures").iterdir())
    own = ["backlog", "curves", "hours", "levels", "loads", "map", "warmup"]
    assert names == sorted(f"{name}.svg" for name in (*own, "arrivals", "flow", "known", "lorenz", "queues"))


def test_writing_a_report_leaves_the_result_complete(pages, result_folder):
    assert read_results(result_folder).manifest["complete"]


def test_without_a_chinese_font_the_page_says_that_figures_are_in_english(result_folder, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.show.fonts.CHINESE_FONTS", ())
    monkeypatch.setattr("sim.show.pages.page.as_svg", lambda figure: "<svg></svg>")
    folder = shutil.copytree(result_folder, tmp_path / "run")
    page = write_report(folder, "zh").read_text(encoding="utf-8")
    assert label("figures_in_english", "zh") in page


def test_an_incomplete_folder_has_no_report(tmp_path):
    with pytest.raises(IncompleteResult):
        write_report(tmp_path)


def test_all_but_the_first_pages_is_folded(pages):
    for page in pages.values():
        first, behind = page[: page.index('<details class="behind"')], page[page.index('<details class="behind"') :]
        assert "<svg" not in first and "<table" in first
        assert behind.count("<svg") >= 7
        assert "<details open" not in page


def test_both_languages_are_written_whichever_is_asked_for(pages, result_folder):
    assert (result_folder / "report.html").read_text("utf-8") == pages["en"]
    assert (result_folder / "report.zh.html").read_text("utf-8") == pages["zh"]


def test_invented_communities_are_called_so(pages):
    assert "Invented communities that fare worst" in pages["en"] and "虚构社区" in pages["zh"]


def test_communities_that_have_names_are_called_by_them(run):
    communities = average_by_place(run, "community")
    (slowest, _) = worst_communities(communities, ["East Gate", "West Gate"], "en")
    assert {row.name for row in slowest.communities} <= {"East Gate", "West Gate"}
    (numbered, _) = worst_communities(communities, [], "zh")
    assert {row.name for row in numbered.communities} <= {"社区 0", "社区 1"}
