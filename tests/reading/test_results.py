"""What is public in Python: it takes what it should, and what it returns shows itself in a line and as a table."""

from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import sim
from sim.measures.studies import SweepFound
from sim.record.store import read_results
from sim.study.files.refused import Refused
from sim.study.kinds.comparison import Comparison
from sim.study.kinds.run import RunResult
from sim.study.kinds.study import Done

ONE_LINE = 250


class Tags(HTMLParser):
    """Counts tags, and holds what text there is."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.opened == [], "a tag was not closed"

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


def test_all_that_is_public_is_there_and_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "python.md").read_text("utf-8")
    for name in set(sim.__all__) - {"__version__"}:
        assert callable(getattr(sim, name)), name
        assert f"sim.{name}" in page, name
    assert set(sim.__all__) <= set(dir(sim))


def test_cases_take_a_folder_or_what_a_run_returned(result: Path) -> None:
    held = read_results(result)
    run = RunResult(result, None, held.tables["measures"], held.tables["summary"])
    found = sim.cases(str(result), overdue=True, limit=4)
    assert found.equals(sim.cases(run, overdue=True, limit=4))
    assert (found["overdue"] > 0).all()
    assert len(sim.cases(result)) > len(sim.cases(result, overdue=True)) > len(found) == 4


def test_what_cannot_be_asked_for_is_refused_in_terms_of_python(result: Path) -> None:
    with pytest.raises(TypeError, match=r"wistled; it knows whistled, .*category"):
        sim.cases(result, wistled=True)
    with pytest.raises(Refused, match="did you mean 'noise'"):
        sim.cases(result, category="nosie")


def test_a_log_is_exported_from_what_a_run_returned(result: Path, tmp_path: Path) -> None:
    assert sim.export(result, "xes", str(tmp_path / "log.xes"), replication=0) == tmp_path / "log.xes"


def test_a_scenario_shows_itself() -> None:
    loaded = sim.load("village-square", ["grids.count=40"])
    told = repr(loaded)
    assert len(told) < ONE_LINE
    for part in ("village-square", "40 grids", "grids.count=40", "5 replications"):
        assert part in told
        assert part in Tags(loaded._repr_html_()).text
    assert len(repr(sim.variants(["village-square", ":grids.count=40"]))) < 3 * ONE_LINE


def test_a_run_shows_its_key_figures_and_what_must_be_known(result: Path) -> None:
    held = read_results(result)
    run = RunResult(result, None, held.tables["measures"], held.tables["summary"], ("a <queue> grows",))
    assert "2 replications" in repr(run)
    assert "1 note" in repr(run)
    assert len(repr(run)) < ONE_LINE
    page = run._repr_html_()
    assert "a &lt;queue&gt; grows" in page
    assert page.count("<tr>") == 11, "a head and ten key figures"
    assert "95 % interval" in Tags(page).text


def test_a_comparison_and_a_study_show_themselves_in_a_line() -> None:
    frame = pd.DataFrame({"x": range(1_000)})
    places = {"A": Path("r/variants/A"), "B": Path("r/variants/B")}
    notes: object = None
    comparison = Comparison(Path("r"), Path("r/report.html"), frame, frame, 5, notes, places)  # type: ignore[arg-type]
    assert repr(comparison) == "<comparison in r: A, B; 5 replications>"
    found = SweepFound({}, (), 2, 2, frame)
    assert repr(found) == "<found by a sweep: responses (1,000 rows)>"
    assert (
        repr(Done(Path("r"), Path("r/report.html"), found, 1))
        == "<study in r, a sweep: responses (1,000 rows); 1 run failed>"
    )


def test_a_study_runs_from_a_name_as_a_string(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"absent\.yaml"):
        sim.study(str(tmp_path / "absent.yaml"), str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
