"""What is gridgov's own in a folder is taken away, and nothing else."""

from pathlib import Path

import pytest

from sim.record.contents import NAMES, clear
from sim.show.figures.style import as_svg

THEIRS = ("notes.txt", "figures/mine.svg", "figures/notes.txt", "variants/readme", "variants/a/x.csv", ".notes.part")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from matplotlib.figure import Figure

    folder, drawn = tmp_path / "result", as_svg(Figure())
    ours = [*NAMES, ".cases.parquet.part", "unfinished/0123/0/cases.parquet", "variants/a/cases.parquet"]
    ours += ["variants/b/manifest.json", "variants/b/figures/map.svg", "figures/map.svg", "figures/.map.svg.part"]
    for name in (*ours, *THEIRS):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        ours_drawn = name.endswith("map.svg")
        (folder / name).write_text(drawn if ours_drawn else "<svg/>", encoding="utf-8")
    return folder


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_that_is_ours_goes_and_nothing_else(folder: Path) -> None:
    clear(folder)
    assert files(folder) == set(THEIRS)
    assert not (folder / "variants" / "b").exists()
    assert not (folder / "unfinished").exists()


def test_what_is_named_is_kept(folder: Path) -> None:
    clear(folder, keep=("unfinished", "runs.duckdb"))
    assert files(folder) == {*THEIRS, "runs.duckdb", "unfinished/0123/0/cases.parquet"}


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    for name in ("figures", "variants", "unfinished"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").touch()
        link = tmp_path / "other" / name
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(tmp_path / name)
    clear(tmp_path / "other")
    assert all((tmp_path / name / "manifest.json").exists() for name in ("figures", "variants", "unfinished"))
