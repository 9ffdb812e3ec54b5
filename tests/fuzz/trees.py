"""Damage to a tree of plain values: one change at a place drawn at random, told in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.fuzz.values import NAMES, hostile, typo

Tree = dict[str, Any]
Steps = tuple[Any, ...]
DEEP = 60


def changed(rng: Random, tree: Tree) -> str:
    """Change one place of a tree, in place; return what was done."""
    places = list(_places(tree, ()))
    if not places:
        tree["x"] = hostile(rng, 1)
        return "an empty tree was given x"
    path = rng.choice(places)
    holder = _at(tree, path[:-1])
    done = rng.choice(CHANGES)(rng, tree, holder, path[-1])
    return f"{'.'.join(map(str, path))[:200]}: {done}"


def _places(node: Any, path: Steps) -> Iterator[Steps]:
    """Yield the path of every value below the root."""
    for key, value in _entries(node):
        yield (*path, key)
        yield from _places(value, (*path, key))


def _entries(node: Any) -> list[tuple[Any, Any]]:
    if isinstance(node, dict):
        return list(node.items())
    return list(enumerate(node)) if isinstance(node, list) else []


def _at(tree: Any, path: Steps) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:50]}... ({len(text)} characters)"


def _delete(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    del holder[key]
    return "deleted"


def _replace(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    holder[key] = hostile(rng, holder[key])
    return f"replaced by {_shown(holder[key])}"


def _rename(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    if isinstance(holder, list):
        return _replace(rng, tree, holder, key)
    name = typo(rng, key) if rng.random() < 0.5 else rng.choice(NAMES)
    entries = [(name if its == key else its, value) for its, value in holder.items()]
    holder.clear()
    holder.update(entries)
    return f"key renamed to {_shown(name)}"


def _add(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    name, value = rng.choice(NAMES), hostile(rng, holder[key])
    if isinstance(holder, list):
        holder.insert(key, value)
        return f"{_shown(value)} put before it"
    holder[name] = value
    return f"{_shown(name)}: {_shown(value)} put beside it"


def _double(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    if isinstance(holder, list):
        holder.extend([holder[key]] * rng.choice((1, 1, 3, 500)))
        return "repeated"
    name = typo(rng, str(key))
    holder[name] = holder[key]
    return f"copied beside itself as {_shown(name)}"


def _swap(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    other = rng.choice([its for its, _ in _entries(holder)])
    holder[key], holder[other] = holder[other], holder[key]
    return f"swapped with {_shown(other)}"


def _move(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    """Copy what stands elsewhere to here; without its inner places, so that the tree stays small."""
    path = rng.choice(list(_places(tree, ())))
    holder[key] = _copied(_at(tree, path), 4)
    return f"replaced by a copy of {'.'.join(map(str, path))[:100]}"


def _copied(value: Any, depth: int) -> Any:
    if depth == 0:
        return None
    if isinstance(value, dict):
        return {key: _copied(item, depth - 1) for key, item in value.items()}
    return [_copied(item, depth - 1) for item in value] if isinstance(value, list) else value


def _wrap(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    depth = rng.choice((1, 1, 2, DEEP))
    listed = rng.random() < 0.5
    for _ in range(depth):
        holder[key] = [holder[key]] if listed else {rng.choice(("value", "x", "of")): holder[key]}
    return f"wrapped {depth} times in a {'list' if listed else 'mapping'}"


def _empty(rng: Random, tree: Tree, holder: Any, key: Any) -> str:
    holder[key] = rng.choice((None, {}, [], ""))
    return f"emptied to {holder[key]!r}"


CHANGES: tuple[Callable[[Random, Tree, Any, Any], str], ...] = (
    *(_replace, _replace, _replace, _replace, _delete, _rename, _rename, _add, _double, _swap, _move, _wrap, _empty),
)
