"""What differs between scenarios, path by path, and whether two of them have the same world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sim.language.contradiction import Path
from sim.language.distribution import KINDS
from sim.language.model import Of, bears, marked
from sim.language.sameness import say_the_same
from sim.said import listed, said
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted

_DISTRIBUTIONS = frozenset(KINDS)

NOT_SAID = None
"""What a document says at a path that it does not have."""

TOLD = frozenset({"name", "title", "about", "field", "indicators"})
"""Sections that tell of a scenario and change nothing in a run."""

BESIDE = frozenset({"low", "high", "grade", "source", "title"})
"""What stands beside a number and changes nothing in a run."""

_WORLD, _ORGANISATION = marked(Scenario, Of.WORLD), marked(Scenario, Of.ORGANISATION)


ORDERED = frozenset(
    {
        ("hazards",),
        ("departments",),
        ("channels",),
        ("staff", "street_teams"),
        ("territory", "zones"),
        ("population", "groups"),
    }
)
"""Sections whose entries are numbered in their order, so that another order makes other draws."""


class Change(NamedTuple):
    """A value that two documents give differently: where, and what each says (None: nothing)."""

    path: str
    base: Any
    other: Any


def changes(base: Mapping[str, Any], other: Mapping[str, Any]) -> list[Change]:
    """Return what differs between two resolved documents, in the order of the first; names and sources apart.

    What says the same in other words (`20 min`, `20 分钟`) does not differ.
    """
    found = _between(base, other, ())
    return [Change(dotted(path), a, b) for path, a, b in found if path[0] not in TOLD]


def changes_of_world(base: Mapping[str, Any], other: Mapping[str, Any]) -> list[Change]:
    """Return what differs in seed, period, territory, people and hazards: with any, two runs have two worlds."""
    return [change for change in changes(base, other) if _is_of_world(change.path.split("."))]


def _is_of_world(steps: list[str]) -> bool:
    return bears(_WORLD, steps) and not bears(_ORGANISATION, steps)


def _between(a: Any, b: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    a, b = _plain(a), _plain(b)
    if isinstance(a, Mapping) and isinstance(b, Mapping) and not _is_distribution(a, b):
        if path in ORDERED and list(a) != list(b) and set(a) == set(b):
            yield path, said("in the order {names}", names=listed(a)), said("in the order {names}", names=listed(b))
        for key in dict.fromkeys((*a, *b)):
            if key not in BESIDE:
                yield from _between(a.get(key, NOT_SAID), b.get(key, NOT_SAID), (*path, key))
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for index, (one, another) in enumerate(zip(a, b, strict=True)):
            yield from _between(one, another, (*path, index))
    elif not say_the_same(a, b):
        yield path, a, b


def _plain(value: Any) -> Any:
    """Return a quantity's value or a distribution's family alone, everything else as it is."""
    if not isinstance(value, Mapping):
        return value
    if "value" in value:
        return value["value"]
    return {key: part for key, part in value.items() if key not in BESIDE} if _DISTRIBUTIONS & value.keys() else value


def _is_distribution(*values: Mapping[str, Any]) -> bool:
    """Say whether one is a distribution: it is shown whole, as its numbers mean nothing alone."""
    return any(_DISTRIBUTIONS & value.keys() for value in values)
