"""Figures look the same whatever a user has set for those that are drawn by hand, and change nothing of that."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from sim.show.figures.style import as_svg, drawn_in, style_for

STYLE = style_for("en")
OWN = {
    "lines.linewidth": 9.0,
    "figure.facecolor": "black",
    "savefig.facecolor": "red",
    "axes.grid": False,
    "font.size": 30,
}


def drawn() -> str:
    with drawn_in(STYLE):
        figure = Figure(figsize=(3, 2))
        figure.subplots().plot([1, 2, 4], label="a")
        figure.legend()
    return as_svg(figure)


def test_settings_of_the_user_do_not_show() -> None:
    plain = drawn()
    with mpl.rc_context(OWN):
        assert drawn() == plain
    with mpl.rc_context({"text.usetex": True}):
        assert drawn() == plain


def test_settings_of_the_user_stay() -> None:
    with mpl.rc_context(OWN):
        before = dict(mpl.rcParams)
        with ThreadPoolExecutor(4) as pool:
            assert len(set(pool.map(lambda _: drawn(), range(8)))) == 1
        assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("script", ["-m sim.show.figures.backlog", "-m sim --help"])
def test_a_backend_that_is_not_installed_stops_nobody(script: str) -> None:
    environment = {**os.environ, "MPLBACKEND": "module://no_such_notebook.backend_inline"}
    done = subprocess.run(
        [sys.executable, *script.split()], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_backend_is_left_to_the_user() -> None:
    script = "import os, sim.show.figures.backlog; print(os.environ['MPLBACKEND'])"
    environment = {**os.environ, "MPLBACKEND": "module://no_such_notebook.backend_inline"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["module://no_such_notebook.backend_inline"], done.stderr


def test_a_command_heeds_no_settings_for_drawing(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("text.usetex: true\nno.such.setting: 1\n", encoding="utf-8")
    script = """
import sys, sim.cli
def draw():
    import matplotlib
    from sim.show.figures.style import drawn_in, style_for
    print(matplotlib.rcParams["text.usetex"])
    with drawn_in(style_for("en")):
        print(matplotlib.rcParams["text.usetex"])
sim.cli.main = draw
sim.cli.command()
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "no such backend"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["True", "False"], done.stderr
