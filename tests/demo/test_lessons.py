"""The lessons run, say everything in both languages, type no number, and each has its sheets for the teacher."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "lessons"
LESSONS = sorted(FOLDER.glob("[0-9]_*.py"))
CHINESE = re.compile("[\u3400-\u9fff]")
TYPED = re.compile(r"\d+(?!\d* ?%)")
"""A number in a text; percentages are levels of confidence."""
SPOKEN = {"say", "text", "Text", "T"}
PUBLIC = {"lesson", "marimo", "sim", "duckdb", "pandas"}

pytestmark = pytest.mark.parametrize("notebook", LESSONS, ids=lambda file: file.stem)


def pairs(notebook: Path) -> Iterator[tuple[str, str]]:
    """Yield what is said in a notebook, in English and in Chinese, without what is filled in."""
    for node in ast.walk(ast.parse(notebook.read_text("utf-8"))):
        if isinstance(node, ast.Call) and len(node.args) == 2:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in SPOKEN:
                yield words(node.args[0]), words(node.args[1])


def words(node: ast.AST) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))


def test_it_says_everything_in_both_languages_and_types_no_number(notebook: Path) -> None:
    told = list(pairs(notebook))
    assert len(told) > 8
    for english, chinese in told:
        assert english.strip() and not CHINESE.search(english)
        assert CHINESE.search(chinese)
        typed = [text for text in (english, chinese) if TYPED.search(text.replace("1,000", ""))]
        assert not typed


def test_it_uses_what_is_public(notebook: Path) -> None:
    for file in (notebook, FOLDER / "lesson.py"):
        imported = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Import)]
        assert {alias.name for node in imported for alias in node.names} <= PUBLIC | {"os", "tempfile"}


def test_it_ends_with_questions_and_has_its_sheets(notebook: Path) -> None:
    assert notebook.read_text("utf-8").count("lesson.questions(") == 1
    for folder, minutes in ((FOLDER / "sheets", "minutes"), (FOLDER / "sheets" / "zh", "分钟")):
        sheet = (folder / f"{notebook.stem}.md").read_text("utf-8")
        assert minutes in sheet
        assert "–20 |" in sheet
        assert len(sheet.splitlines()) < 40
    assert notebook.name in (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.long
@pytest.mark.usefixtures("kernel")
def test_it_runs(notebook: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, notebook], check=False, env=env, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr[-2000:]
