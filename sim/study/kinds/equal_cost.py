"""At equal cost: the number of a variant, or of a point of a sweep, that makes its yearly cost that of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import BaseModel

from sim.language.contradiction import position
from sim.language.quantity import Money, Quantity, Whole
from sim.measures.organisation import yearly_cost
from sim.said import listed, said
from sim.scenario.differences import changes
from sim.scenario.load import Loaded, load
from sim.scenario.models import Scenario
from sim.scenario.problems import ScenarioError
from sim.scenario.validate import schema_of
from sim.study.files.load import StudyFile, load_at, named
from sim.study.files.paths import stray
from sim.study.files.points import Point
from sim.study.files.refused import Refused
from sim.study.files.variants import Variant

STEP = 1_000.0
"""A number is moved by so much, in its own unit, to see what one of it costs."""

NEGLIGIBLE_YUAN = 1e-6
"""A cost per unit below this is none: it is a rounding."""


class NoEqualCost(Refused):
    """No number makes the costs equal; the message says why in plain words."""


class Balanced(NamedTuple):
    """A variant brought to a cost: as loaded, the number before and after, and what rounding leaves (yuan a year)."""

    loaded: Loaded
    before: float
    after: float
    left_over: float


def balanced(variant: Loaded, path: str, yuan: float) -> Balanced:
    """Return a variant with the number at `path` changed so that it costs `yuan` a year.

    What is counted is rounded to a whole number. Raises NoEqualCost if there is no number at `path`, if the cost is not
    in proportion to it, or if none that the scenario allows makes the costs equal.
    """
    name = variant.scenario.name
    number = _number_at(variant, path)
    now = yearly_cost(variant.scenario)
    moved = _replaced(variant.scenario, path.split("."), number.value + STEP)
    each = (yearly_cost(moved) - now) / STEP
    if abs(each) < NEGLIGIBLE_YUAN:
        raise NoEqualCost(
            said("{path} has no cost in {name}: changing it leaves the cost of a year as it is", path=path, name=name)
        )
    exact = number.value + (yuan - now) / each
    after = float(round(exact)) if isinstance(number, Whole) else exact
    if after < 0:
        costs = said(
            "{name} costs {now:,.0f} yuan a year and is to cost {yuan:,.0f}, but {path} is only {there:,.0f}",
            name=name,
            now=now,
            yuan=yuan,
            path=path,
            there=number.value,
        )
        raise NoEqualCost(said("no number at {path} makes the costs equal: {why}", path=path, why=costs))
    loaded = _reloaded(variant, path, number, after)
    left_over = yearly_cost(loaded.scenario) - yuan
    if abs(left_over) > max(abs(each), 1.0):
        raise NoEqualCost(
            said(
                "the cost of {name} is not in proportion to {path}; name a number that is counted or paid",
                name=name,
                path=path,
            )
        )
    return Balanced(loaded, number.value, after, left_over)


def _number_at(variant: Loaded, path: str) -> Quantity:
    """Return the quantity that stands at a path of a scenario."""
    node: Any = variant.scenario
    for step in path.split("."):
        node = _step(node, step)
    if not isinstance(node, Quantity):
        near = stray(variant.document, path, schema_of(Scenario))
        hint = (
            said("; did you mean {nearest!r}?", nearest=near.nearest)
            if near and near.nearest
            else said(", such as staff.grid_workers.count")
        )
        raise NoEqualCost(
            said("{name} has no number at {path!r}{hint}", name=variant.scenario.name, path=path, hint=hint)
        )
    return node


def _step(node: Any, step: str) -> Any:
    if isinstance(node, BaseModel):
        return getattr(node, step, None)
    if isinstance(node, Mapping):
        return node.get(step)
    at = position(step, len(node)) if isinstance(node, list) else None
    return None if at is None else node[at]


def _replaced(node: Any, steps: Sequence[str], value: float) -> Any:
    """Return a copy of a model with another value at the end of a path that it has."""
    if not steps:
        return node.model_copy(update={"value": value})
    step, rest = steps[0], steps[1:]
    part = _replaced(_step(node, step), rest, value)
    if isinstance(node, BaseModel):
        return node.model_copy(update={step: part})
    if isinstance(node, Mapping):
        return {**node, step: part}
    return [part if index == int(step) else old for index, old in enumerate(node)]


def _reloaded(variant: Loaded, path: str, number: Quantity, value: float) -> Loaded:
    text = f"{value!r} yuan" if isinstance(number, Money) else f"{int(value) if value.is_integer() else value!r}"
    try:
        return load(variant.files[0], [*variant.sets, f"{path}={text}"])
    except ScenarioError as error:
        reasons = listed((said(problem.message) for problem in error.problems), "; ")
        reason = said(
            "{name} would need {path}={text}, which it does not allow: {reasons}",
            name=variant.scenario.name,
            path=path,
            text=text,
            reasons=reasons,
        )
        raise NoEqualCost(said("no number at {path} makes the costs equal: {why}", path=path, why=reason)) from None


def at_equal_cost(variants: Sequence[Variant], path: str) -> tuple[list[Variant], dict[str, Balanced]]:
    """Return the variants with the number at `path` changed in all but the first so that each costs what that does.

    Beside them stand, by name, the variants that had to be changed. Raises NoEqualCost as `balanced` does.
    """
    first, *others = variants
    yuan = yearly_cost(first.loaded.scenario)
    found = {other.name: balanced(other.loaded, path, yuan) for other in others}
    for name, its in found.items():
        if its.before != its.after and not changes(first.loaded.document, its.loaded.document):
            told = said(
                "{name} differs from {first} in nothing but {path}, and at equal cost not in that either",
                name=name,
                first=first.name,
                path=path,
            )
            raise NoEqualCost(said("{told}; name another number that costs", told=told))
    return [first, *(_told(other, path, found[other.name]) for other in others)], found


def _told(variant: Variant, path: str, its: Balanced) -> Variant:
    """Return a variant as it was balanced; its title, if made of what was changed, tells of the number changed too."""
    balance = f"{path}={its.after:g}" if its.after.is_integer() else f"{path}={its.after:,.2f}"
    changed = [*variant.changed, balance] if variant.changed and its.after != its.before else variant.changed
    return replace(variant, loaded=its.loaded, changed=changed)


def points_at_equal_cost(
    file: StudyFile, points: Sequence[Point], path: str
) -> tuple[list[Point], dict[int, Balanced]]:
    """Return the points of a study with the number at `path` changed so that each costs what the first does (yuan a
    year).

    Beside them stands what was found for each, by its number. Raises NoEqualCost as `balanced` does, and ScenarioError
    for a point that does not load.
    """
    loaded = {each.number: load_at(each.base, each.sets, file.origins, named(each)) for each in points}
    base = loaded[points[0].number]
    yuan = yearly_cost(base.scenario)
    found = {number: balanced(its, path, yuan) for number, its in loaded.items()}
    return [replace(each, sets=found[each.number].loaded.sets) for each in points], found
