"""The page in a real browser that reaches this machine only: it opens in both languages, and answers to a slider."""

import os
import statistics
import time
from pathlib import Path

import pytest

from sim.machine.cores import cores
from sim.words import LANGUAGES, Language, label
from tests.browser import WITHOUT, Page, found, opened
from tests.demo.served import demo

pytestmark = [
    pytest.mark.long,
    pytest.mark.usefixtures("kernel"),
    pytest.mark.skipif(found() is None, reason=WITHOUT),
]
MOVES, SECONDS = 20, 0.5
THUMB = """((lever) => [...document.querySelectorAll(`[data-lever=${lever}] marimo-slider`)]
  .map((slider) => slider.shadowRoot.querySelector('[role=slider]'))
  .filter((thumb) => thumb.getBoundingClientRect().width))"""
SHOWN = "document.querySelector('.demo')?.dataset.shown"
SETTLED = "document.querySelector('table.told')"


def spent(group: int) -> float:
    """Return the seconds of processor time that a group of processes has used."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[3]) == group:  # the session, which the command began
            total += int(told[11]) + int(told[12])
    return total / ticks


def ready(page: Page) -> None:
    page.wait(SETTLED)
    page.wait(f"{THUMB}('workers').length === 2")


def move(page: Page) -> float:
    """Press the right arrow on the slider that has the focus; return the seconds until figures stand there anew."""
    before = page.value(SHOWN)
    began = time.perf_counter()
    page.press("ArrowRight")
    page.wait(f"{SHOWN} !== {before!r}")
    return time.perf_counter() - began


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_without_any_network_and_says_nothing_wrong(language: Language) -> None:
    with demo("--lang", language) as (address, _), opened(address, 1280, 800) as page:
        ready(page)
        told = page.value("document.body.innerText")
        assert label("demo_title", language) in told
        assert label("demo_policy_b", language) in told
        assert page.value("document.querySelectorAll('svg.map').length") == 2
        before = page.value("document.querySelector('table.told').innerText")
        page.value(f"{THUMB}('workers')[1].focus()")
        move(page)
        assert "staff.grid_workers.count=" in page.value(SHOWN)
        assert page.value("document.querySelector('table.told').innerText") != before
        assert page.faults == []
        asked = [its for its in page.asked_for if not its.startswith(("data:", "blob:"))]
        assert asked
        assert [its for its in asked if not its.startswith((address, address.replace("http", "ws")))] == []


def test_it_answers_to_a_slider_while_it_is_moved() -> None:
    """In half a second where the machine has nothing else to do, which a test cannot know: by processor time."""
    with demo() as (address, group), opened(address) as page:
        ready(page)
        page.value(f"{THUMB}('workers')[1].focus()")
        move(page)
        before = spent(group)
        taken = [move(page) for _ in range(MOVES)]
        of_processor = (spent(group) - before) / MOVES
    print(f"median {statistics.median(taken):.2f} s by the clock, {of_processor:.2f} s of processors a move")
    assert of_processor / min(cores(), 2) < SECONDS
