"""The lessons run, say everything in both languages, type no number, and each has its sheets for the teacher."""

import ast
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.browser import WITHOUT, found, opened
from tests.demo.served import served

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "lessons"
LESSONS = sorted(FOLDER.glob("[0-9]_*.py"))
CHINESE = re.compile("[\u3400-\u9fff]")
TYPED = re.compile(r"\d+(?!\d* ?%)")
"""A number in a text; percentages are levels of confidence."""
PORT = 8793
"""Where a lesson is served."""
KEPT = ["run.length=1 day", "run.warmup=0 d", "run.followup=0 d", "run.replications=1"]
SPOKEN = {"say", "text", "Text", "T"}
PUBLIC = {"lesson", "marimo", "sim", "duckdb", "pandas"}

each_lesson = pytest.mark.parametrize("notebook", LESSONS, ids=lambda file: file.stem)


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


@each_lesson
def test_it_says_everything_in_both_languages_and_types_no_number(notebook: Path) -> None:
    told = list(pairs(notebook))
    assert len(told) > 8
    for english, chinese in told:
        assert english.strip() and not CHINESE.search(english)
        assert CHINESE.search(chinese)
        typed = [text for text in (english, chinese) if TYPED.search(text.replace("1,000", ""))]
        assert not typed


@each_lesson
def test_it_uses_what_is_public(notebook: Path) -> None:
    shared = {file.stem for file in FOLDER.glob("[a-z]*.py")}
    for file in (notebook, *FOLDER.glob("[a-z]*.py")):
        imported = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Import)]
        assert {alias.name for node in imported for alias in node.names} <= PUBLIC | shared | {"os", "tempfile"}


@each_lesson
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
@each_lesson
def test_it_runs(notebook: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, notebook], check=False, env=env, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture
def lesson(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What the lessons share, in a process that serves pages of them."""
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.delitem(sys.modules, "lesson", raising=False)
    module = importlib.import_module("lesson")
    monkeypatch.setattr(module, "OPTIONS", replace(module.OPTIONS, engine="reference"))
    return module


def test_all_who_open_a_lesson_find_one_result(lesson: ModuleType) -> None:
    """A page that is opened again, reloaded, or opened by several at once runs the same cells in the same process."""
    with ThreadPoolExecutor(2) as visitors:
        first, second = visitors.map(lambda _: lesson.run(KEPT), range(2))
    assert first is second is lesson.run(KEPT)
    other = lesson.run([*KEPT, "run.seed=2"])
    assert other.folder != first.folder
    assert first.folder.is_dir()


def test_what_failed_is_tried_again(lesson: ModuleType) -> None:
    def fail(folder: Path) -> None:
        raise OSError(folder)

    with pytest.raises(OSError, match="lesson-"):
        lesson.once(("a",), fail)
    assert lesson.once(("a",), lambda folder: folder.is_dir())


def test_differences_carry_their_sign_and_shares_are_points(lesson: ModuleType) -> None:
    shown = [
        lesson.change(*it)
        for it in (
            (0.0352, "share"),
            (-0.0352, "share"),
            (16.24,),
            (-1234.0,),
            (0.0,),
            (-1e-9, "share"),
            (0.006, "", 4.1),
        )
    ]
    assert shown == ["+3.5", "−3.5", "+16.2", "−1,234", "0", "0", "+0.01"]


@pytest.mark.long
@pytest.mark.skipif(not found(), reason=WITHOUT)
@pytest.mark.usefixtures("kernel")
def test_a_lesson_opened_twice_shows_its_answer_twice() -> None:
    command = [sys.executable, "-m", "marimo", "run", str(LESSONS[4]), "--headless", "--no-token", "--port", str(PORT)]
    address = f"http://127.0.0.1:{PORT}/"
    with served(command, {**os.environ, "PYTHONPATH": str(ROOT)}):
        wait = ["curl", "--silent", "--output", os.devnull, "--retry", "60", "--retry-connrefused", address]
        subprocess.run(wait, check=True)
        for _ in range(2):
            with opened(address, 1280, 720) as page:
                page.wait("document.querySelector('details.answer svg') && document.querySelector('.questions')", 300)
                page.send("Page.reload")
                page.wait("document.querySelector('details.answer svg')", 300)
