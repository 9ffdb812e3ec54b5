"""The house keeps its order: imports go one way, files stay short, rules compute alike in every engine."""

import ast
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "sim").rglob("*.py"))
ORDER = (
    "said",
    "filenames",
    "machine",
    "threads",
    "kinds",
    "language",
    "chance",
    "mechanisms",
    "scenario",
    "record",
    "world",
    "plan",
    "lifecycle",
    "engines",
    "measures",
    "words",
    "show",
    "study",
    "demo",
    "verify",
    "reading",
    "workbook",
    "console",
    "describe",
    "phrases",
    "places",
    "cli",
    "__main__",
)
STUDY_ORDER = ("files", "execution", "kinds")
"""The same within the folder of studies."""
MODULE_LINES, FUNCTION_LINES, FOLDER_FILES = 400, 60, 20
RULE_MATH = {"floor", "log", "exp", "sqrt", "erf"}
RULE_BUILTINS = {"int", "float", "bool", "min", "max", "abs", "range", "len"}
UNLIKE_OPERATORS = (ast.Pow, ast.MatMult)
HEAVY = {"mesa", "matplotlib", "duckdb", "pandas", "scipy", "pydantic", "numpy", "rich", "jinja2", "shapely"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def part_of(dotted: str) -> str | None:
    """Return the folder or file directly under `sim` that a dotted name lies in."""
    words = dotted.split(".")
    return words[1] if words[0] == "sim" and len(words) > 1 else None


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names of everything that is imported, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the order"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_imports_go_one_way(module: Path) -> None:
    own = module.relative_to(ROOT / "sim").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    parts = {part for part in map(part_of, imported(ast.parse(module.read_text("utf-8")))) if part}
    below = [part for part in parts if part in ORDER and ORDER.index(part) > ORDER.index(own)]
    assert not below, f"{own} stands above {', '.join(below)} and must not import from there"


def test_studies_are_asked_then_executed_then_answered(module: Path) -> None:
    where = module.relative_to(ROOT / "sim").parts
    if where[0] != "study" or where[1] not in STUDY_ORDER:
        return
    names = [dotted.split(".") for dotted in imported(ast.parse(module.read_text("utf-8")))]
    parts = {words[2] for words in names if words[:2] == ["sim", "study"] and len(words) > 2}
    assert not [part for part in parts if STUDY_ORDER.index(part) > STUDY_ORDER.index(where[1])]


def test_no_two_public_classes_share_a_name() -> None:
    named = Counter(
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert not [name for name, count in named.items() if count > 1]


def test_no_folder_is_crowded() -> None:
    files = [file for part in ("sim", "tests") for file in (ROOT / part).rglob("*") if file.is_file()]
    folders = Counter(str(file.parent.relative_to(ROOT)) for file in files if file.suffix != ".pyc")
    assert not {folder: count for folder, count in folders.items() if count > FOLDER_FILES}


def test_every_part_has_its_place_in_the_order() -> None:
    parts = {module.relative_to(ROOT / "sim").parts[0].removesuffix(".py") for module in MODULES} - {"__init__"}
    assert parts <= set(ORDER)


def test_files_and_functions_are_short(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= MODULE_LINES
    long = [f.name for f in functions(ast.parse(text)) if f.end_lineno and f.end_lineno - f.lineno >= FUNCTION_LINES]
    assert not long, f"longer than {FUNCTION_LINES} lines: {', '.join(long)}"


def test_every_file_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


def is_rule(function: Function) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "rule" for mark in function.decorator_list)


def rule_names() -> set[str]:
    """Return the names of all rules; a rule may call other rules."""
    trees = (ast.parse(module.read_text("utf-8")) for module in MODULES)
    return {function.name for tree in trees for function in functions(tree) if is_rule(function)}


def faults(rule: Function, rules: set[str]) -> Iterator[str]:
    """Yield what a rule must not contain because compiled code may compute it otherwise."""
    for node in ast.walk(rule):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, UNLIKE_OPERATORS):
            yield f"line {node.lineno}: operator {type(node.op).__name__}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            exact = called.removeprefix("math.") in RULE_MATH | RULE_BUILTINS
            if not exact and called.rsplit(".", 1)[-1] not in rules:
                yield f"line {node.lineno}: call of {called}"
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith(("np.", "numpy.")):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def test_rules_compute_alike_everywhere() -> None:
    known = rule_names() | {"interval_at", "last_before"}
    found = [
        f"{name_of(module)}: {rule.name}: {fault}"
        for module in MODULES
        for rule in functions(ast.parse(module.read_text("utf-8")))
        if is_rule(rule)
        for fault in faults(rule, known)
    ]
    assert rule_names(), "no rules found: the decorator was renamed?"
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "body", ["x ** 2", "pow(x, 2)", "math.hypot(x, x)", "lgamma(x)", "np.sum(x)", "x.sum()", "x @ x"]
)
def test_what_engines_compute_differently_is_noticed(body: str) -> None:
    rule = next(functions(ast.parse(f"def f(x):\n    return {body}")))
    assert list(faults(rule, set()))


def test_the_command_line_starts_without_heavy_libraries() -> None:
    script = "import sys, sim.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not HEAVY & set(loaded.stdout.split())


def test_help_answers_at_once() -> None:
    """In 0.3 s of the processor: by the clock it would be a matter of what else the machine does."""
    spent = []
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, "-m", "sim", "--help"], capture_output=True, check=True, cwd=ROOT)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(spent) < 0.3
