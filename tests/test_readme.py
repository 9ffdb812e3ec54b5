"""What README.md and docs/ tell people to type works as it is written there.

Blocks of a page marked `bash` or `python` are run in the order in which they stand, in a folder of their own, unless
the line before says `<!-- not run: why -->`. So that this takes a minute, that folder holds what is found before that
which the same words mean elsewhere (docs/contributing.md says so to those who write pages):

- files with the names of the presets, which run for three days, in two replications;
- the studies of experiments/, on these presets, with two replications; `--replications` is 2 wherever it is typed.

Besides, `gridgov` and `python` are those of the checkout under test. Pages that take more than half a minute are marked
`long`: they are run by `make long`, not by `make test`.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.scenario.presets import preset_folder

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md"]
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
CELLS = """\
import ast, json
from pathlib import Path

space = {}
for cell in json.loads(Path("cells.json").read_text("utf-8")):
    tree = ast.parse(cell)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), space)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), space)
        print(value._repr_html_() if hasattr(value, "_repr_html_") else repr(value))
"""
RUN = ("bash", "python")
NOT_RUN = re.compile(r"<!-- not run: \S.* -->")
COMMAND = re.compile(r"(?:\.venv/bin/|\.venv-bench/bin/)?(?:make|gridgov|python|pip|dask|helm|git)\s")
SHORT = """\
extends: {preset}
run: {{length: 3 days, warmup: 1 day, followup: 1 day, replications: 2}}
"""


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: what it is marked as, its text, its first line, and why it is not run, if it is not."""

    page: Path
    kind: str
    text: str
    line: int
    excused: bool

    @property
    def is_run(self) -> bool:
        return self.kind in RUN and not self.excused

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> list[Block]:
    found, opened, before = [], None, ""
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("```") and opened is None:
            opened = number, line[3:], NOT_RUN.fullmatch(before.strip()) is not None
        elif line.startswith("```"):
            first, kind, excused = opened
            found.append(Block(page, kind, "\n".join(lines[first : number - 1]) + "\n", first, excused))
            opened = None
        before = line
    assert opened is None, f"{page}: a block without an end"
    return found


ALL = [block for page in PAGES for block in blocks(page)]
LONG = {"README.md", "comparing.md", "large-studies.md", "python.md", "reliability.md", "replay.md"}
RUNNING = [
    pytest.param(page, marks=[pytest.mark.long] if page.name in LONG else [], id=page.relative_to(ROOT).as_posix())
    for page in PAGES
    if any(block.is_run for block in blocks(page))
]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A folder in which the presets and the studies are short, and `gridgov` is this checkout's."""
    experiments = tmp_path / "experiments"
    experiments.mkdir()
    for preset in preset_folder().glob("*.yaml"):
        for place in (tmp_path, experiments):
            (place / preset.stem).write_text(SHORT.format(preset=preset), encoding="utf-8")
    for study in (ROOT / "experiments").glob("*.yaml"):
        text = re.sub(r"^replications: .*", "replications: 2", study.read_text(encoding="utf-8"), flags=re.MULTILINE)
        (experiments / study.name).write_text(text, encoding="utf-8")
    commands = tmp_path / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name, begins in (("gridgov", "-m sim"), ("python", "")):
        (commands / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {begins} "$@"\n', encoding="utf-8")
        (commands / name).chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", RUNNING)
def test_what_a_page_tells_to_type_works(page: Path, folder: Path) -> None:
    path = os.pathsep.join([str(folder / ".venv" / "bin"), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    for block in filter(lambda block: block.is_run, blocks(page)):
        if block.kind == "python":
            (folder / "block.py").write_text(block.text, encoding="utf-8")
            command = [sys.executable, "block.py"]
        else:
            text = re.sub(r"--replications \d+", "--replications 2", block.text)
            command = ["bash", "-euo", "pipefail", "-c", text]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, f"{block}: {done.stdout[-2000:]}{done.stderr[-2000:]}"


@pytest.mark.long
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_from_top_to_bottom(notebook: Path, folder: Path) -> None:
    """As a program, so that it needs no Jupyter; what a cell ends with is shown as Jupyter would ask for it."""
    cells = [its for its in json.loads(notebook.read_text("utf-8"))["cells"] if its["cell_type"] == "code"]
    (folder / "cells.json").write_text(json.dumps(["".join(cell["source"]) for cell in cells]), encoding="utf-8")
    (folder / "cells.py").write_text(CELLS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLBACKEND": "agg"}
    done = subprocess.run(
        [sys.executable, "cells.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.count("<table") >= 4, "the scenario, the run, the cases and the comparison show themselves"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_what_it_left(notebook: Path) -> None:
    document = json.loads(notebook.read_text("utf-8"))
    assert (document["nbformat"], document["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in document["cells"]}) == len(document["cells"])
    left = [cell for cell in document["cells"] if cell.get("outputs") or cell.get("execution_count")]
    assert not left


@pytest.mark.parametrize("block", ALL, ids=str)
def test_commands_are_marked_so_that_they_are_run_or_say_why_not(block: Block) -> None:
    commands = [line for line in block.text.splitlines() if COMMAND.match(line)]
    assert block.kind in RUN or not commands, f"{block}: mark it as bash"
