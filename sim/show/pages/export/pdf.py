"""Printing a report: by the browser that is installed, so that the pages are those that printing from it gives.

Nothing is downloaded for it. Chromium, Chrome and Edge print without a window; one of them is on nearly every desk, and
Edge on every Windows. A library that draws pages by itself would need fonts and system libraries of its own, and its
pages would differ from those that readers print.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sim.said import said
from sim.show.pages.export.missing import MissingProgram

BROWSER = "GRIDGOV_BROWSER"
"""Variable of the environment that names the browser to print with."""
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "brave-browser",
)  # fmt: skip
APPLICATIONS = ("Google Chrome", "Microsoft Edge", "Chromium", "Brave Browser")
"""Browsers of macOS."""
PROGRAMS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
"""Browsers of Windows, below its folders of programs."""
SECONDS = 120
_QUIET = ("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
          "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND")  # fmt: skip


def write_pdf(report: Path, path: Path, *, whole: bool) -> None:
    """Print a report to a file: its first pages, or all that is folded behind them too.

    Raises MissingProgram if no browser is found, or the one there is does not print.
    """
    browser = found_browser()
    if browser is None:
        raise MissingProgram(
            said(
                "a PDF is printed by Chromium, Chrome or Edge, and none is installed here. Install one (Debian: apt"
                " install chromium), name one in {variable}, or open {report} in any browser and print it to a file: it"
                " is laid out for paper",
                variable=BROWSER,
                report=report,
            )
        )
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        page = report
        if whole:
            page = Path(place) / report.name
            page.write_text(report.read_text("utf-8").replace("<details", "<details open"), encoding="utf-8")
        printed = Path(place) / "printed.pdf"
        told = _print(browser, page, printed, Path(place) / "profile")
        if not printed.is_file():
            raise MissingProgram(
                said("{browser} did not print {report}: {told}", browser=browser, report=report, told=said(told))
            )
        shutil.move(printed, path)


def found_browser() -> str | None:
    """Return the path of a browser that prints, None if there is none."""
    named = os.environ.get(BROWSER)
    return shutil.which(named) if named else next((path for path in _candidates() if path), None)


def _candidates() -> Iterator[str | None]:
    yield from map(shutil.which, NAMES)
    if sys.platform == "darwin":
        yield from (shutil.which(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in APPLICATIONS)
    folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    yield from (shutil.which(str(Path(folder) / name)) for folder in folders if folder for name in PROGRAMS)


def _print(browser: str, page: Path, printed: Path, profile: Path) -> str:
    """Have a browser print a page; return the last that it said of it."""
    # Chromium refuses its sandbox to root; the page and its scripts are our own.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [browser, *_QUIET, *root, f"--user-data-dir={profile}", f"--print-to-pdf={printed}"]
    try:
        done = subprocess.run(
            [*command, page.resolve().as_uri()], capture_output=True, timeout=SECONDS, check=False, text=True
        )
    except subprocess.TimeoutExpired:
        return said("it took more than {seconds} s", seconds=SECONDS)
    except OSError as error:
        return str(error)
    return next(iter(done.stderr.strip().splitlines()[-1:]), "it said nothing")
