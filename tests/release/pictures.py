"""Pictures of what users see, from a real run: `python -m tests.release.pictures [FOLDER]` writes small PNGs.

It runs `village-square` for some weeks, and takes the first page of its report in both languages and its replay in a
browser without network. The default folder is results/gallery; README shows one that was copied to docs/gallery.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from sim.record import contents
from tests.browser import WITHOUT, found, opened

GALLERY = Path("results/gallery")
WIDTH, HEIGHT = 1000, 700
"""Size of a picture in pixels: the report without its margins, and little enough for a README."""
SETTLED = 1.0
"""Seconds for which a page may move before its picture is taken."""
RUN = ("run", "village-square", "--set", "run.length=8 weeks", "--replications", "3", "--quiet", "--workers", "1")


def gridgov(*words: str) -> None:
    """Run a command; raise CalledProcessError if it fails."""
    subprocess.run([sys.executable, "-m", "sim", *words], check=True, stdout=subprocess.DEVNULL)


def take(place: Path, picture: Path) -> None:
    """Write what a page shows first, when it has settled."""
    with opened(place, WIDTH, HEIGHT) as page:
        page.value(f"new Promise((done) => setTimeout(done, {1000 * SETTLED:g}))")
        page.picture(picture)


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        result = Path(place) / "result"
        gridgov(*RUN, "--out", str(result))
        gridgov("replay", str(result))
        pages = {f"report-{language}": name for language, name in contents.REPORTS.items()} | {"replay": "replay.html"}
        for title, name in pages.items():
            take(result / name, folder / f"page-{title}.png")
            print(folder / f"page-{title}.png")


if __name__ == "__main__":
    if not found():
        sys.exit(WITHOUT)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GALLERY)
