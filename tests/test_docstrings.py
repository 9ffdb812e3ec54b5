"""What a public docstring must tell: the unit of plain numbers, the shape of arrays, the errors that are raised.

Read from the syntax trees. One word is enough for a function with several numbers, so this finds what was forgotten,
not what is wrong. Properties, private and double-underscore names are left out.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1] / "sim"
FOLDERS = (
    *("language", "chance", "plan", "lifecycle", "mechanisms", "measures"),
    *("study/files", "study/execution"),
)
UNITS = (
    *("ms", "milliseconds?", "seconds?", "minutes?", "h", "hours?", "days?", "weeks?", "years?", "metres?", "m/ms"),
    *("yuan", "shares?", "0 (?:to|and|or) 1", "probability", "factors?", "ratio", r"per \w+", "multiples?"),
    *("bits?", "(?:own|base|measure's) units?", "without a unit", "standard normal", "whole numbers?", "how many"),
    *(r"(?:numbers?|counts?|units?) of", r"\(numbers?", "ranks?", "keys?", "index", "positions?", "percentile"),
    *("seeds?", "replications?", "rows?", "slots?", "moments?"),
)
SHAPES = ("shapes?", "lengths?", "one for each", "a row for", "columns?")
ARRAYS = {"NDArray", "ndarray", "Series"}
NUMBERS = {"int", "float"} | ARRAYS
Function = ast.FunctionDef | ast.AsyncFunctionDef
Aliases = dict[str, set[str]]


class Public(NamedTuple):
    """Something public: where it stands, what it says (with its class), the names in its annotations, its errors."""

    place: str
    text: str
    names: set[str]
    errors: set[str]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def names_in(node: ast.AST | None, known: Aliases) -> set[str]:
    """Names in an annotation, quoted ones too; a name given to a type of arrays or numbers stands for those in it."""
    found = set(re.findall(r"[A-Za-z]\w*", ast.unparse(node))) if node else set()
    found -= {"Series"} if "str" in found else set()
    return found.union(*(known.get(name, set()) for name in found))


def aliases(tree: ast.Module) -> Aliases:
    """Names that a module gives to types of arrays and numbers, and those that it imports."""
    known: Aliases = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim."):
            path = ROOT.parent.joinpath(*(node.module or "").split(".")).with_suffix(".py")
            theirs = aliases(parsed(path)) if path.exists() else {}
            known |= {item.name: theirs[item.name] for item in node.names if item.name in theirs}
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
            names = names_in(node.value, known)
            known |= {ast.unparse(node.targets[0]): names} if names & {"NDArray", "Annotated", "Mapping"} else {}
    return known


def number_in(value: ast.expr | None) -> set[str]:
    """What a constant is: a number where it is arithmetic on numbers."""
    parts = [part for part in ast.walk(value) if isinstance(part, ast.expr)] if value else []
    arithmetic = all(isinstance(part, ast.Constant | ast.BinOp | ast.UnaryOp | ast.Name) for part in parts)
    numbers = any(isinstance(part, ast.Constant) and type(part.value) in (int, float) for part in parts)
    return {"int"} if arithmetic and numbers else set()


def raised(function: Function) -> set[str]:
    """Errors that a function itself makes and raises; one that was caught is not named anew."""
    made = [node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc]
    names = {ast.unparse(error.func if isinstance(error, ast.Call) else error) for error in made}
    return {name for name in names if name[0].isupper()}


def members(body: list[ast.stmt], known: Aliases, place: str, above: str = "") -> Iterator[Public]:
    """Everything public of a module or class; what a class says counts for its methods."""
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            text, at = ast.get_docstring(node) or "", f"{place}:{node.name}"
            fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
            shown = [item.annotation for item in fields if not ast.unparse(item.target).startswith("_")]
            told = [each for item in fields for each in ast.walk(item) if isinstance(each, ast.keyword)]
            described = " ".join(ast.unparse(each.value) for each in told if each.arg == "description")
            yield Public(at, f"{text} {described}", set().union(*(names_in(each, known) for each in shown)), set())
            yield from members(node.body, known, at, text)
        elif isinstance(node, Function) and not node.name.startswith("_"):
            if not any("property" in ast.unparse(decorator) for decorator in node.decorator_list):
                given = [each.annotation for each in ast.walk(node.args) if isinstance(each, ast.arg)]
                names = set().union(*(names_in(each, known) for each in [*given, node.returns]))
                yield Public(f"{place}:{node.name}", f"{above} {ast.get_docstring(node)}", names, raised(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(after, ast.Expr):
            if ast.unparse(node).startswith("_"):
                continue
            names = names_in(node.annotation, known) if isinstance(node, ast.AnnAssign) else number_in(node.value)
            yield Public(f"{place}:{ast.unparse(node).split()[0]}", ast.unparse(after), names, set())


def everything() -> Iterator[Public]:
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        yield from members(parsed(path).body, aliases(parsed(path)), path.relative_to(ROOT).as_posix())


def says(text: str, wanted: Iterable[str]) -> bool:
    """Whether one of the words stands in a text as a whole word."""
    return re.search(rf"(?<![\w/])(?:{'|'.join(wanted)})(?!\w)", text, re.IGNORECASE) is not None


def without_unit(found: list[Public]) -> list[str]:
    return [item.place for item in found if item.names & NUMBERS and not says(item.text, UNITS)]


def without_shape(found: list[Public]) -> list[str]:
    return [item.place for item in found if item.names & ARRAYS and not says(item.text, SHAPES)]


def without_error(found: list[Public]) -> list[str]:
    return [item.place for item in found if item.errors and not says(item.text, {"refuses?", *item.errors})]


@pytest.mark.parametrize("missing", [without_unit, without_shape, without_error])
def test_public_docstrings_tell_units_shapes_and_errors(missing: Callable[[list[Public]], list[str]]) -> None:
    assert missing(list(everything())) == []


def test_a_docstring_that_tells_nothing_is_found() -> None:
    code = 'def speed(way: float, a: "NDArray[np.int64]") -> int:\n    """A number."""\n    raise ValueError("no")'
    found = list(members(ast.parse(code).body, {}, "made_up"))
    assert without_unit(found) == without_shape(found) == without_error(found) == ["made_up:speed"]
