"""The page of a replay in a real browser without any network: it plays, moves and tells, and nothing is wrong."""

from pathlib import Path

import pytest

from sim.engines import simulate
from sim.measures.summary import measure_all, summarise
from sim.record.listing import HAPPENED
from sim.record.store import write_results
from sim.scenario.load import dump, load
from sim.show.replay.page import Asked, write_replay
from sim.words import LANGUAGES, Language, label
from tests.browser import WITHOUT, found, opened
from tests.measures.frames import tables

pytestmark = [pytest.mark.long, pytest.mark.skipif(found() is None, reason=WITHOUT)]

PICK = """(() => { const [pane] = replay.panes; const { code, count } = pane.run;
  for (let i = 0; i < count; i++) if ((code[i] & 7) === 2 && pane.where(i)) return { issue: i, ...pane.where(i) };
})()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    loaded = load("village-square", ["run.start=2024年4月22日", "run.length=3天", "run.warmup=2 d", "run.followup=1 d"])
    measures = measure_all(tables())
    frames = {**simulate(loaded, replication=0, events=True), "measures": measures, "summary": summarise(measures)}
    folder = tmp_path_factory.mktemp("replay") / "run"
    write_results(folder, frames, dump(loaded.document), {})
    return folder


@pytest.mark.parametrize("runs", [1, 2])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_plays_moves_and_tells_a_story(folder: Path, tmp_path: Path, runs: int, language: Language) -> None:
    file = write_replay([folder] * runs, tmp_path / "replay.html", Asked(language=language))
    with opened(file) as page:
        assert page.value("document.querySelectorAll('.pane').length") == runs
        assert page.value("document.getElementById('play').textContent").endswith(label("replay_play", language))
        maps = page.value("[...document.querySelectorAll('.map')].map((map) => map.getBoundingClientRect().width)")
        assert sum(maps) > 0.5 * 1280, "what stands beside the maps leaves them their room"
        before = page.value("document.getElementById('clock').textContent")
        page.press(" ")
        page.wait("replay.clock.second > 25800")
        page.press(" ")
        assert not page.value("replay.clock.plays")
        assert page.value("document.getElementById('clock').textContent") != before
        page.value("replay.clock.moveTo(36000)")
        page.press("ArrowRight")
        page.wait("Number(document.getElementById('time').value) === 39600")
        page.value("(() => { const s = document.getElementById('time'); s.value = 133200;"
                   " s.dispatchEvent(new Event('input')); })()")  # fmt: skip
        page.wait("replay.runs[0].time === 133200")
        mark = page.value(PICK)
        page.click(mark["x"], mark["y"])
        page.wait("!document.getElementById('story').hidden")
        assert page.value("document.querySelectorAll('#story ol').length") == runs
        page.wait(f"document.querySelectorAll('#story li.last').length === {runs}")
        assert page.value("document.querySelector('#story h3').textContent")
        listed = page.value("document.querySelectorAll('#cases li').length")
        number = page.value("document.querySelector('#cases li:last-child b').textContent")
        page.value(f"document.querySelector('#cases input').value = '{number}'")
        page.value("document.querySelector('#cases input').dispatchEvent(new Event('input'))")
        page.value("document.querySelector('#cases li button').click()")
        assert 0 < page.value("document.querySelectorAll('#cases li').length") <= listed
        page.wait(f"document.getElementById('story-text').textContent.includes('{number}')")
        assert page.value("document.querySelectorAll('#cases [aria-current]').length") > 0
        page.value("document.querySelector('#cases input').value = ''; document.getElementById('next-whistle').click()")
        page.wait("replay.runs[0].time === replay.clock.second")
        counted = page.value("replay.runs[0].counters().open")
        page.value("(() => { const [box] = document.querySelectorAll('#filters input'); box.click(); })()")
        assert page.value("replay.runs[0].counters().open") < counted
        assert page.value("document.querySelectorAll('#filters input').length") == len(HAPPENED)
        page.value("document.querySelector('#filters .clear').click()")
        assert page.value("replay.runs[0].counters().open") == counted
        page.value(
            "(() => { const unit = document.querySelector('#filters [name=unit]'); unit.selectedIndex = 1;"
            " unit.dispatchEvent(new Event('change', { bubbles: true })); })()"
        )
        assert 0 < page.value("replay.runs[0].shown") < page.value("replay.runs[0].count")
        assert page.value("document.querySelector('#filters summary').textContent").endswith("1")
        page.value("document.querySelector('#filters .clear').click()")
        assert page.faults == []
        assert page.asked_for == [file.resolve().as_uri()]
