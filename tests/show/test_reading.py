"""No reader of a report meets code in it, and no Chinese reader English."""

from pathlib import Path
from typing import Any

import pytest

from sim.scenario.load import load
from sim.show.figures.style import style_for
from sim.show.pages.assumptions import assumptions
from sim.show.pages.comparison import write_comparison_report
from sim.show.text.settings import setting_title
from sim.study.files.load import load_study
from sim.study.kinds.study import StudyOptions, run_study
from sim.words import words
from tests.show.compared import write_compared
from tests.show.reading import code_in, english_in, lettering
from tests.show.settings import fields_of
from tests.study.execution.functions import Staffing
from tests.study.files.studies import write

FACTORS = """\
factors:
  workers: {title: {en: Workers, zh: 网格员}, path: staff.grid_workers.count, values: [20, 40]}
  leaders: {title: {en: Leaders, zh: 网格长}, path: staff.grid_leaders.count, values: [1, 2]}
measures: [detection_median_h, yearly_cost]
replications: 3
"""
UNTITLED = """\
factors:
  grid_staff: {path: staff.grid_workers.count, values: [20, 40]}
  leaders_each: {paths: [staff.grid_leaders.count], values: [1, 2]}
  some_powers:
    levels:
      all_off: {staff.grid_workers.desk: 1 h}
      six: {staff.grid_workers.desk: 2 h, staff.grid_leaders.hours_per_grid: 1 h}
measures: [detection_median_h, yearly_cost]
replications: 3
"""
STUDIES = {
    "untitled sweep": (f"kind: sweep\n{UNTITLED}", Staffing()),
    "sweep": (f"kind: sweep\n{FACTORS}", Staffing()),
    "sensitivity": (f"kind: sensitivity\n{FACTORS}design: {{method: sobol, points: 8}}\n", Staffing()),
    "optimise": (
        "kind: optimise\nfactors:\n"
        "  workers: {title: {en: Workers, zh: 网格员}, path: staff.grid_workers.count, range: [20, 120]}\n"
        "minimise: [yearly_cost, detection_median_h]\nreplications: 3\ntrials: 8\n",
        Staffing(),
    ),
}
"""Studies of a function instead of scenarios, by kind."""


@pytest.fixture(scope="module", params=["run", "comparison", *STUDIES])
def pages(
    request: pytest.FixtureRequest,
    report_pages: dict[str, str],
    document: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, str]:
    if request.param == "run":
        return report_pages
    if request.param in STUDIES:
        folder = tmp_path_factory.mktemp("studied")
        file, values = STUDIES[request.param]
        folder /= "out"
        run_study(load_study(write(folder.parent, file)), folder, StudyOptions("reference", workers=1), evaluate=values)
    else:
        folder = tmp_path_factory.mktemp("read")
        write_compared(folder, document, {"before": "Before", "after": "After"})
        write_comparison_report(folder)
    return {
        "en": (folder / "report.html").read_text("utf-8"),
        "zh": (folder / "report.zh.html").read_text("utf-8"),
    }


def test_no_report_holds_code(pages: dict[str, str]) -> None:
    assert {language: code_in(page) for language, page in pages.items()} == {"en": set(), "zh": set()}


def test_no_chinese_report_holds_english(pages: dict[str, str]) -> None:
    assert english_in(pages["zh"]) == set()


def test_no_figure_holds_code_and_no_chinese_one_english(pages: dict[str, str]) -> None:
    written = {language: lettering(page) for language, page in pages.items()}
    assert min(map(len, written.values())) > 5
    assert {language: code_in(" ".join(texts)) for language, texts in written.items()} == {"en": set(), "zh": set()}
    if style_for("zh").language == "zh":
        assert english_in(" ".join(written["zh"])) == set()


def test_what_is_sought_would_be_found() -> None:
    page = '<style>a_b</style><p title="on_time">See staff.grid_workers and --set 按 hours</p>'
    assert code_in(page) == {"on_time", "grid_workers", "--set"}
    assert "hours" in english_in(page)


def test_variants_without_titles_are_called_by_what_they_set(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "kind: compare\nvariants:\n  base: {}\n  more_staff: {set: {staff.grid_workers.count: 60}}\n"
        "  after: {title: {en: After, zh: 改革后}, set: {grids.count: 40}}\n"
        "  all_else: {set: {staff.grid_workers.count: 60, grids.count: 40, staff.grid_workers.desk: 1 h}}\n",
    )
    titles = {arm.name: arm.title for arm in load_study(path).variants}
    assert not any(english_in(title.zh) for title in titles.values())
    assert len({title.zh for title in titles.values()}) == 4
    assert titles["after"].zh == "改革后" and "60" in titles["more_staff"].zh and "3" in titles["all_else"].zh
    assert titles["more_staff"].en == "more staff"


def test_every_setting_has_a_title_in_both_languages() -> None:
    fields = fields_of(Path("docs/scenario.schema.json"))
    assert len(fields) > 250
    for language in ("en", "zh"):
        where = f"sim/words/{language}/mechanisms/ with its mechanism; where several sections have it, settings.py"
        assert fields - set(words(language).settings) == set(), f"say in {where} what it is"
        assert set(words(language).settings) - fields == set(), f"nothing is called so any more, see {where}"


@pytest.mark.parametrize("preset", ["jiancaoping-800", "village-square", "weihai"])
def test_assumed_numbers_of_presets_are_told_without_code(preset: str) -> None:
    document = load(preset).document
    for assumption in assumptions(document):
        english, chinese = (setting_title(assumption.path, document, language) for language in ("en", "zh"))
        assert not code_in(english) and not english_in(chinese), assumption.path
