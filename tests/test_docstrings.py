"""Public docstrings tell the unit of plain numbers, the shape of arrays, the errors that are raised. One word is enough
for a function with several numbers: this finds what was forgotten, not what is wrong. Properties are left out."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1] / "sim"
FOLDERS = ["language", "chance", "plan", "lifecycle", "mechanisms", "measures", "study"]
UNITS = (
    *("ms", "milliseconds?", "seconds?", "minutes?", "h", "hours?", "days?", "weeks?", "years?", "metres?", "m/ms"),
    *("yuan", "shares?", "0 (?:to|and|or) 1", "probability", "factors?", "ratio", r"per \w+", "multiples?"),
    *("bits?", "(?:own|base|measure's) units?", "without a unit", "standard normal", "whole numbers?", "how many"),
    *(r"(?:numbers?|counts?|units?) of", r"\(numbers?", "ranks?", "keys?", "index", "positions?", "percentile"),
    *("seeds?", "replications?", "rows?", "slots?", "moments?", "bytes"),
)
SHAPES = ("shapes?", "lengths?", "one for each", "a row for", "columns?")
ARRAYS = {"NDArray", "ndarray", "Series"}
NUMBERS = {"int", "float"} | ARRAYS
REFUSES = {"refuses?"}
Function = ast.FunctionDef | ast.AsyncFunctionDef
Aliases = dict[str, set[str]]


class Public(NamedTuple):
    place: str
    text: str
    names: set[str]  # in its annotations
    errors: set[str]


def names_in(node: ast.AST | None, known: Aliases) -> set[str]:
    """Names in an annotation, quoted ones too; a name given to a type of arrays or numbers stands for those in it."""
    found = set(re.findall(r"[A-Za-z]\w*", ast.unparse(node))) if node else set()
    found -= {"Series"} if "str" in found else set()
    return found.union(*(known.get(name, set()) for name in found))


@cache
def read(path: Path) -> tuple[ast.Module, Aliases]:
    """The tree of a module, and the names that it gives to types of arrays and numbers or imports for them."""
    tree, known = ast.parse(path.read_text("utf-8")), Aliases()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim."):
            path = ROOT.parent.joinpath(*(node.module or "").split(".")).with_suffix(".py")
            theirs = read(path)[1] if path.exists() else {}
            known |= {item.name: theirs[item.name] for item in node.names if item.name in theirs}
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
            names = names_in(node.value, known)
            known |= {ast.unparse(node.targets[0]): names} if names & {"NDArray", "Annotated", "Mapping"} else {}
    return tree, known


def is_number(value: ast.expr | None) -> bool:
    """Whether the value of a constant is a number, or several, or arithmetic on them."""
    return value is not None and re.fullmatch(r"[-+*/<, .()\de]*\d[-+*/<, .()\de]*", ast.unparse(value)) is not None


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
            names = set().union(*(names_in(item.annotation, known) for item in fields))
            described = " ".join(re.findall(r"description=(.*)", "\n".join(map(ast.unparse, fields))))
            yield Public(at, f"{text} {described}", names, set())
            yield from members(node.body, known, at, text)
        elif isinstance(node, Function) and not node.name.startswith("_"):
            if not any("property" in ast.unparse(decorator) for decorator in node.decorator_list):
                given = [each.annotation for each in ast.walk(node.args) if isinstance(each, ast.arg)]
                names = set().union(*(names_in(each, known) for each in [*given, node.returns]))
                yield Public(f"{place}:{node.name}", f"{above} {ast.get_docstring(node)}", names, raised(node))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(after, ast.Expr):
            names = names_in(getattr(node, "annotation", None), known) | ({"int"} if is_number(node.value) else set())
            if not ast.unparse(node).startswith("_"):
                yield Public(f"{place}:{ast.unparse(node).split()[0]}", ast.unparse(after), names, set())


def says(text: str, wanted: Iterable[str]) -> bool:
    """Whether one of the words stands in a text as a whole word."""
    return re.search(rf"(?<![\w/])(?:{'|'.join(wanted)})(?!\w)", " ".join(text.split()), re.IGNORECASE) is not None


def untold(found: Iterable[Public]) -> Iterator[str]:
    for place, text, names, errors in found:
        owed = (
            ("unit", names & NUMBERS, UNITS),
            ("shape", names & ARRAYS, SHAPES),
            ("error", errors, errors | REFUSES),
        )
        yield from (f"{place}: no {what}" for what, has, wanted in owed if has and not says(text, wanted))


@pytest.mark.parametrize("folder", FOLDERS)
def test_public_docstrings_tell_units_shapes_and_errors(folder: str) -> None:
    modules = [(path.stem, *read(path)) for path in sorted((ROOT / folder).rglob("*.py"))]
    found = [item for name, tree, known in modules for item in members(tree.body, known, name)]
    assert found
    assert list(untold(found)) == []


def test_a_docstring_that_tells_nothing_is_found() -> None:
    code = 'def speed(way: float, a: "NDArray[np.int64]") -> int:\n    """A number."""\n    raise ValueError("no")'
    found = members(ast.parse(code).body, {}, "made_up")
    assert list(untold(found)) == ["made_up:speed: no unit", "made_up:speed: no shape", "made_up:speed: no error"]
