"""Pictures of what users see, from real runs: `python -m tests.release.pictures [FOLDER]` writes PNGs.

It runs `village-square` and a small sweep of it, and takes reports, replay, the demonstration and a lesson in a
browser without network, in both languages: to be looked at after a page was changed. What is shown by projectors is
taken in two sizes. The default folder is results/gallery; README shows one that was copied to docs/gallery.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sim.record import contents
from sim.words import LANGUAGES, Language
from tests.browser import WITHOUT, Page, found, opened
from tests.demo.served import ROOT, demo, served

GALLERY = Path("results/gallery")
SETTLED = 1.0
"""Seconds for which a page may move before its picture is taken."""
RUN = ("run", "village-square", "--set", "run.length=8 weeks", "--replications", "3", "--events")
SWEEP = """\
name: pairs
title: {en: "Workers, grids and the whistle, in all combinations", zh: "网格员、网格与吹哨的全部组合"}
kind: sweep
scenario: village-square
set: {run.length: 8 weeks}
factors:
  workers: {path: staff.grid_workers.count, values: [10, 40]}
  grids: {path: grids.count, values: [42, 84]}
  whistle:
    title: {en: "The whistle", zh: "吹哨"}
    levels: {"off": {mechanisms.whistle.enabled: false}, "on": {mechanisms.whistle.enabled: true}}
replications: 4
measures: [severity_days_open, detection_median_h, on_time_share_due, closing_joint_median_h, worker_patrol_h]
"""
LESSON = ROOT / "docs" / "lessons" / "3_whistle.py"
COMPUTED = 300
"""Seconds within which its runs are done."""
PORT = 8791
"""Where the lesson is served."""
CHOSEN = """(() => { const [pane] = replay.panes; const { code, count } = pane.run;
  for (let i = 0; i < count; i++) if ((code[i] & 7) === 2 && pane.where(i)) return pane.where(i); })()"""
"""The place on the page of a case that waits at a unit."""
THUMB = """[...document.querySelectorAll('[data-lever=workers] marimo-slider')]
  .map((slider) => slider.shadowRoot.querySelector('[role=slider]'))
  .filter((thumb) => thumb.getBoundingClientRect().width)[1]"""


class Size(NamedTuple):
    """Size of a window in pixels, and what it adds to the name of a picture."""

    width: int
    height: int
    suffix: str


README = Size(1000, 700, "")
"""A report without its margins, and little enough for a README."""
PROJECTED = (Size(1280, 720, "-720"), Size(1920, 1080, "-1080"))
PAPER_DPI = 100


class Album(NamedTuple):
    """The folder into which pictures go."""

    folder: Path

    def take(self, page: Page, title: str) -> None:
        """Write what a page shows now, when it has settled."""
        page.value(f"new Promise((done) => setTimeout(done, {1000 * SETTLED:g}))")
        page.picture(self.folder / f"page-{title}.png")
        print(self.folder / f"page-{title}.png")

    def take_projected(self, page: Page, title: str) -> None:
        """Write what a page shows now in windows as large as those that projectors show."""
        for size in PROJECTED:
            page.resize(size.width, size.height)
            self.take(page, f"{title}{size.suffix}")

    def print_first(self, page: Page, title: str) -> None:
        """Write the first sheet of a page as a printer would have it."""
        with TemporaryDirectory() as place:
            sheet = Path(place) / "sheet.pdf"
            sheet.write_bytes(base64.b64decode(page.send("Page.printToPDF", preferCSSPageSize=True)["data"]))
            name = self.folder / f"page-{title}-printed"
            subprocess.run(
                ["pdftoppm", "-png", "-singlefile", "-r", str(PAPER_DPI), "-l", "1", str(sheet), str(name)], check=True
            )
            print(f"{name}.png")


def gridgov(*words: str) -> None:
    """Run a command; raise CalledProcessError if it fails."""
    subprocess.run([sys.executable, "-m", "sim", *words], check=True, stdout=subprocess.DEVNULL)


def take_report(album: Album, folder: Path, title: str) -> None:
    """Take the report of a result in both languages: what is seen first, its first sheet, and all that is folded."""
    for language, name in contents.REPORTS.items():
        with opened(folder / name, README.width, README.height) as page:
            album.take(page, f"{title}-{language}")
            if shutil.which("pdftoppm"):
                album.print_first(page, f"{title}-{language}")
            page.value("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
            tall = page.value("document.documentElement.scrollHeight")
            page.resize(README.width, tall)
            album.take(page, f"{title}-{language}-whole")


def take_replay(album: Album, result: Path, language: Language) -> None:
    """Take a replay as it opens, playing, and with the story of a case."""
    file = result / f"replay.{language}.html"
    gridgov("replay", str(result), "--lang", language, "--out", str(file))
    with opened(file, README.width, README.height) as page:
        if language == "en":
            album.take(page, "replay")
        for size in PROJECTED:
            page.resize(size.width, size.height)
            album.take(page, f"replay-{language}-start{size.suffix}")
            page.press(" ")
            page.wait("replay.clock.second > 20 * 3600")
            page.press(" ")
            album.take(page, f"replay-{language}-playing{size.suffix}")
            page.value("replay.clock.moveTo(4 * 86400 + 36000)")
            page.press("ArrowRight")
            page.wait("Number(document.getElementById('time').value) === 4 * 86400 + 39600")
            mark = page.value(CHOSEN)
            page.click(mark["x"], mark["y"])
            page.wait("!document.getElementById('story').hidden")
            album.take(page, f"replay-{language}-case{size.suffix}")
            page.press("Escape")
            page.value("replay.clock.moveTo(0)")


def take_demo(album: Album, language: Language) -> None:
    """Take the demonstration before and after a slider moved."""
    with demo("--lang", language) as (address, _), opened(address, PROJECTED[0].width, PROJECTED[0].height) as page:
        page.wait(f"document.querySelector('table.told') && {THUMB}")
        album.take_projected(page, f"demo-{language}-before")
        before = page.value("document.querySelector('.demo').dataset.shown")
        page.value(f"{THUMB}.focus()")
        for _ in range(3):
            page.press("ArrowLeft")
        page.wait(f"document.querySelector('.demo')?.dataset.shown !== {before!r}")
        album.take_projected(page, f"demo-{language}-after")


@contextmanager
def lesson(language: Language) -> Iterator[str]:
    """Yield the address of a lesson that runs."""
    command = [sys.executable, "-m", "marimo", "run", str(LESSON), "--headless", "--no-token", "--port", str(PORT)]
    env = {**os.environ, "GRIDGOV_LANG": language, "PYTHONPATH": str(ROOT)}
    with served(command, env):
        yield f"http://127.0.0.1:{PORT}/"


def take_lesson(album: Album, language: Language) -> None:
    """Take a lesson at its top, and its table when it has run."""
    with lesson(language) as address:
        subprocess.run(
            ["curl", "--silent", "--output", os.devnull, "--retry", "60", "--retry-connrefused", address], check=True
        )
        with opened(address, PROJECTED[0].width, PROJECTED[0].height) as page:
            page.wait("document.querySelector('table')", COMPUTED)
            album.take_projected(page, f"lesson-{language}-top")
            page.value("document.querySelector('details.answer').open = true")
            page.value("document.querySelector('table').scrollIntoView()")
            album.take_projected(page, f"lesson-{language}-table")


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    album = Album(folder)
    with TemporaryDirectory() as place:
        result, study = Path(place) / "result", Path(place) / "pairs.yaml"
        gridgov(*RUN, "--quiet", "--workers", "1", "--out", str(result))
        study.write_text(SWEEP, encoding="utf-8")
        gridgov("study", str(study), "--workers", "1", "--out", str(Path(place) / "sweep"))
        take_report(album, result, "report")
        take_report(album, Path(place) / "sweep", "sweep")
        for language in LANGUAGES:
            take_replay(album, result, language)
            take_demo(album, language)
            take_lesson(album, language)


if __name__ == "__main__":
    if not found():
        sys.exit(WITHOUT)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GALLERY)
