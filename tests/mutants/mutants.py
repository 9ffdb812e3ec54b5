"""Mutants of files: all places that can be changed, a sample of them by a seed, and the code with one of them."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from types import CodeType
from typing import NamedTuple

from tests.mutants.changes import changes, told

TEXT_ONLY = {"description", "title", "examples"}
"""Keywords of a parameter's field that only a reader sees."""
UNSEEN_FIELDS = {"annotation", "returns", "decorator_list"}
"""Parts of a node that say something of it and do nothing."""


class Place(NamedTuple):
    """A place in a tree: the node, where it hangs, and what may stand there instead."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    within: str
    line: int
    choices: Sequence[ast.AST]


class Mutant(NamedTuple):
    """A fault: in which file, function (dotted) and line (text, from 1), what was there and what is, by number too."""

    file: str
    within: str
    line: int
    source: str
    before: str
    after: str
    place: int
    choice: int
    digest: str

    @property
    def change(self) -> str:
        """What was changed into what."""
        return f"{self.before} -> {self.after}"

    @property
    def identity(self) -> str:
        """Name under which its outcome is kept: the same as long as its file is the same."""
        return f"{self.file}:{self.place}.{self.choice} of {self.digest}"

    @property
    def meaning(self) -> tuple[str, str, str, str]:
        """What a reason is written for: the same as long as its line, function and file's name are the same."""
        return self.file, self.within, self.source, self.change


def places(tree: ast.Module) -> list[Place]:
    """All places of a tree that can be changed, in the order of the text."""
    return list(_places(tree, "", 1, at_top=True))


def _places(parent: ast.AST, within: str, line: int, at_top: bool) -> Iterator[Place]:
    for field, value in ast.iter_fields(parent):
        if field in UNSEEN_FIELDS:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(node, ast.AST) or _says_only(node):
                continue
            here = getattr(node, "lineno", line)
            for choices in () if at_top and _is_type_union(node) else changes(node):
                if choices:
                    yield Place(node, parent, field, index, within, here, choices)
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            inner = f"{within}.{node.name}".lstrip(".") if named else within
            yield from _places(node, inner, here, at_top and not named)


def _says_only(node: ast.AST) -> bool:
    """Whether a node and all below it only tell something to a reader or a type checker."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg in TEXT_ONLY
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    return isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _is_type_union(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def files_of(targets: Sequence[str], root: Path) -> list[str]:
    """All files of folders and files, relative to a root, in order; raises FileNotFoundError for one that is not."""
    found: list[str] = []
    for target in targets:
        place = root / target
        if not place.exists():
            raise FileNotFoundError(place)
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        found += [file.relative_to(root).as_posix() for file in files]
    return found


def sample(files: Sequence[str], root: Path, count: int, seed: int) -> list[Mutant]:
    """So many mutants, over the files in proportion to their places; the same for the same seed and text.

    A file draws by its own name, so that to change one moves no mutant of another, but for the number of them.
    """
    found = {file: places(ast.parse((root / file).read_text("utf-8"))) for file in files}
    mutants: list[Mutant] = []
    for file, number in _shares({file: len(its) for file, its in found.items()}, count).items():
        rng = Random(f"{seed} {file}")
        order = list(range(len(found[file])))
        rng.shuffle(order)
        text = (root / file).read_text("utf-8")
        for place in sorted(order[:number]):
            choice = Random(f"{seed} {file} {place}").randrange(len(found[file][place].choices))
            mutants.append(_mutant(file, text, place, choice, found[file][place]))
    return mutants


def all_of(file: str, root: Path) -> list[Mutant]:
    """All mutants of one file."""
    text = (root / file).read_text("utf-8")
    return [
        _mutant(file, text, number, choice, place)
        for number, place in enumerate(places(ast.parse(text)))
        for choice in range(len(place.choices))
    ]


def _mutant(file: str, text: str, number: int, choice: int, place: Place) -> Mutant:
    before, after = told(place.node, place.choices[choice])
    source = text.splitlines()[place.line - 1].strip()
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Mutant(file, place.within, place.line, source, before, after, number, choice, digest)


def _shares(sizes: dict[str, int], count: int) -> dict[str, int]:
    """Divide `count`, at most their sum, in proportion to sizes; what is left goes to the largest remainders."""
    whole = sum(sizes.values())
    count = min(count, whole)
    shares = {name: count * size // whole for name, size in sizes.items()}
    by_rest = sorted(sizes, key=lambda name: (-(count * sizes[name] % whole), name))
    for name in by_rest[: count - sum(shares.values())]:
        shares[name] += 1
    return shares


def mutated(mutant: Mutant, root: Path) -> CodeType:
    """Return the compiled code of the mutant's file with its fault."""
    file = root / mutant.file
    tree = ast.parse(file.read_text("utf-8"))
    place = places(tree)[mutant.place]
    its = ast.copy_location(place.choices[mutant.choice], place.node)
    if place.index is None:
        setattr(place.parent, place.field, its)
    else:
        getattr(place.parent, place.field)[place.index] = its
    return compile(ast.fix_missing_locations(tree), str(file), "exec", dont_inherit=True)
