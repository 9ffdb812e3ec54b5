"""Factors made ready: from a place between 0 and 1 to a value, and to the assignments that set it in the scenario."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel

from sim.language.contradiction import Contradiction, Path, position
from sim.language.quantity import Label, Quantity
from sim.said import listed, said, said_by
from sim.scenario.load import Loaded
from sim.show.text.study_titles import factor_label, level_label, told_apart
from sim.study.files.assignments import assignment, multiple, number_and_unit, quantity
from sim.study.files.models import Factor
from sim.study.files.paths import value_at


class Setting(NamedTuple):
    """A value of a factor, a number in the factor's unit or a word, and the assignments that give it."""

    value: float | str
    sets: tuple[str, ...]


class FactorTarget(NamedTuple):
    """What a factor moves: a path, what the scenario says there, and whether it counts things."""

    path: str
    base: Any
    whole: bool


@dataclass(frozen=True)
class Steps:
    """A factor with the listed values only; a place between 0 and 1 stands for the value in whose part it falls.

    `titles` says what those that are levels are called.
    """

    name: str
    title: Label
    unit: str
    settings: tuple[Setting, ...]
    titles: Mapping[str, Label] = field(default_factory=dict)

    @property
    def numeric(self) -> bool:
        """Whether its values are numbers, to be drawn on a scale."""
        return all(isinstance(setting.value, float) for setting in self.settings)

    def at(self, u: float) -> Setting:
        """Return the setting at a place from 0 to 1."""
        return self.settings[min(int(u * len(self.settings)), len(self.settings) - 1)]

    def levels(self) -> tuple[Setting, ...]:
        """Return all settings."""
        return self.settings

    @property
    def most(self) -> int:
        """How many levels there are."""
        return len(self.settings)


@dataclass(frozen=True)
class Span:
    """A factor that takes any value of a range; numbers are in its unit, `log` divides it by ratios.

    Where it is relative the numbers are multiples of what the scenario says.
    """

    name: str
    title: Label
    unit: str
    low: float
    high: float
    log: bool
    steps: int
    relative: bool
    targets: tuple[FactorTarget, ...]

    numeric = True
    titles: ClassVar[Mapping[str, Label]] = {}

    def at(self, u: float) -> Setting:
        """Return the setting at a place from 0 (low) to 1 (high)."""
        ratio = self.high / self.low if self.log else 0.0
        return self._setting(self.low * ratio**u if self.log else self.low + u * (self.high - self.low))

    def levels(self) -> tuple[Setting, ...]:
        """Return `steps` settings from low to high; fewer where whole numbers leave no room."""
        return tuple(dict.fromkeys(self.at(step / (self.steps - 1)) for step in range(self.steps)))

    @property
    def most(self) -> int:
        """How many levels there are at most; none is made."""
        whole = not self.relative and any(target.whole for target in self.targets)
        return min(self.steps, round(self.high) - round(self.low) + 1) if whole else self.steps

    def _setting(self, number: float) -> Setting:
        whole = not self.relative and any(target.whole for target in self.targets)
        assigned = quantity(number, self.unit, whole)
        value = (number_and_unit(assigned) or (number, ""))[0]
        return Setting(value, tuple(self._assigned(target, value, assigned) for target in self.targets))

    def _assigned(self, target: FactorTarget, value: float, assigned: Any) -> str:
        return assignment(target.path, _multiplied(target, value) if self.relative else assigned)


Axis = Steps | Span

COLUMNS = (
    *("point", "name", "base", "sets", "finished", "failed", "error", "replication", "measure", "value"),
    *("mean", "low", "high", "replications", "undefined", "difference", "difference_low", "difference_high"),
)
"""Columns that the tables of a study have beside those of its factors; DuckDB takes no heed of capitals."""


def axis(name: str, factor: Factor, loaded: Loaded) -> Axis:
    """Return a factor made ready for a scenario; ValueError, told like a message, if that cannot be.

    The factor must have passed `factor_faults`.
    """
    title = factor.title or factor_label(name, _moved(factor), loaded.document)
    if factor.levels is not None:
        sets = {level: tuple(assignment(*item) for item in given.items()) for level, given in factor.levels.items()}
        titles = told_apart(level_label(level, given, loaded.document) for level, given in sets.items())
        named = tuple(Setting(level, given) for level, given in sets.items())
        return Steps(name, title, "", named, dict(zip(sets, titles, strict=True)))
    targets = [target(path, loaded) for path in factor.paths or [factor.path or ""]]
    if factor.range is not None:
        low, high, unit = _ends(factor.range)
        log = factor.scale == "log"
        span = Span(name, title, unit, low, high, log, factor.steps, factor.relative, tuple(targets))
        span.at(0.0), span.at(1.0)  # what cannot be multiplied is told now
        return span
    values = factor.values or []
    known = [number_and_unit(value) for value in values]
    units = {number[1] for number in known if number}
    alike = None not in known and len(units) == 1
    labels = [number[0] if alike and number else _as_text(value) for number, value in zip(known, values, strict=True)]
    settings = (Setting(label, _all_set(targets, factor, value)) for label, value in zip(labels, values, strict=True))
    return Steps(name, title, units.pop() if alike else "", tuple(settings))


def _moved(factor: Factor) -> list[str]:
    """Return the paths that a factor moves, or that its levels set."""
    own = [*([factor.path] if factor.path is not None else []), *(factor.paths or [])]
    return own or list(dict.fromkeys(path for sets in (factor.levels or {}).values() for path in sets))


def _all_set(targets: Sequence[FactorTarget], factor: Factor, value: Any) -> tuple[str, ...]:
    return tuple(
        assignment(each.path, _multiplied(each, float(value)) if factor.relative else value) for each in targets
    )


def _multiplied(target: FactorTarget, factor: float) -> Any:
    """Return a multiple of what stands at a path; ValueError, which names the path, if that is no number."""
    if target.base is None:
        raise ValueError(
            said("{path}: the scenario says nothing there of which there could be a multiple", path=target.path)
        )
    try:
        return multiple(target.base, factor, target.whole)
    except ValueError as error:
        raise ValueError(said("{path}: {why}", path=target.path, why=said(said_by(error)))) from None


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else assignment("", value).removeprefix("=")


def _ends(given: Sequence[Any]) -> tuple[float, float, str]:
    """Return the two ends of a range and their unit."""
    low, high = (number_and_unit(value) or (float("nan"), "?") for value in given)
    return low[0], high[0], high[1] or low[1]


def target(path: str, loaded: Loaded) -> FactorTarget:
    """Return what stands at a path of a scenario; None if nothing does (it may still be set)."""
    return FactorTarget(path, value_at(loaded.document, path), _counts(_held(loaded.scenario, path.split("."))))


def _held(node: Any, steps: Sequence[str]) -> Any:
    """Return what a scenario holds at a path, None if nothing."""
    for step in steps:
        match node:
            case BaseModel():
                node = getattr(node, step, None)
            case Mapping():
                node = next((its for key, its in node.items() if str(key) == step), None)
            case list() | tuple():
                at = position(step, len(node))
                node = None if at is None else node[at]
            case _:
                return None
    return node


def _counts(held: Any) -> bool:
    if isinstance(held, Quantity):
        return held.dimension.whole
    return isinstance(held, int) and not isinstance(held, bool)


def factor_faults(factors: Mapping[str, Factor]) -> Iterator[Contradiction]:
    """Yield what is wrong with factors by themselves, before any scenario is looked at."""
    for name, factor in factors.items():
        if name.lower() in COLUMNS:
            allowed = said("another name than {names}", names=listed(COLUMNS))
            yield Contradiction(("factors", name), "is a column of the result tables already", None, allowed, True)
        moves = [key for key in ("path", "paths", "levels") if getattr(factor, key) is not None]
        takes = [key for key in ("values", "range") if getattr(factor, key) is not None]
        if len(moves) != 1:
            yield Contradiction(("factors", name), "needs one of path, paths and levels")
        elif (moves == ["levels"]) == bool(takes) or len(takes) > 1:
            yield Contradiction(("factors", name), "needs values or a range, or levels that say what they set")
        if factor.range is not None:
            yield from _range_faults(("factors", name, "range"), factor)
        if factor.relative and not all(_is_number(value) for value in factor.values or []):
            yield Contradiction(("factors", name, "values"), "relative values are numbers without a unit")
        yield from _said_twice(("factors", name), factor)
    yield from _moved_twice(factors)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _said_twice(path: tuple[str, ...], factor: Factor) -> Iterator[Contradiction]:
    """Yield values and levels that are the same as an earlier one, so that points would differ in nothing, and values
    without end."""
    values = [number_and_unit(value) or assignment("", value) for value in factor.values or []]
    for index, value in enumerate(values):
        if isinstance(value, tuple) and not math.isfinite(value[0]):
            yield Contradiction((*path, "values", index), "expected a finite number")
        elif value in values[:index]:
            yield Contradiction((*path, "values", index), "is the same as an earlier value")
    levels = list((factor.levels or {}).items())
    for index, (name, sets) in enumerate(levels):
        same = next((earlier for earlier, others in levels[:index] if _sets(others) == _sets(sets)), None)
        if same is not None:
            yield Contradiction(
                (*path, "levels", name), said("sets the same as the level {level!r}", level=same), of_key=True
            )


def _sets(sets: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(assignment(*item) for item in sets.items())


def _moved_twice(factors: Mapping[str, Factor]) -> Iterator[Contradiction]:
    """Yield paths that a factor moves although another, or the same, does: the later would undo the earlier."""
    moved: dict[str, str] = {}
    for name, factor in factors.items():
        own = [(("factors", name, "path"), factor.path)] if factor.path is not None else []
        places: list[tuple[Path, str]] = [*own]
        places += [(("factors", name, "paths", index), path) for index, path in enumerate(factor.paths or [])]
        for at, path in places:
            if path in moved:
                yield Contradiction(at, said("is moved by the factor {factor!r} already", factor=moved[path]))
            moved[path] = name


def _range_faults(path: tuple[str, ...], factor: Factor) -> Iterator[Contradiction]:
    known = [number_and_unit(value) for value in factor.range or []]
    ends = [number for number in known if number is not None]
    units = {unit for number, unit in ends if unit}
    if len(ends) < len(known):
        yield Contradiction(path, "expected two numbers with their unit, such as [3 km/h, 5 km/h]")
    elif not all(math.isfinite(number) for number in (ends[0][0], ends[1][0], ends[1][0] - ends[0][0])):
        yield Contradiction(path, "expected two finite numbers")
    elif len(units) > 1 or (factor.relative and units):
        yield Contradiction(path, "both ends need the same unit; relative ones have none")
    elif ends[0][0] >= ends[1][0]:
        yield Contradiction(path, "the first end must be less than the second")
    elif factor.scale == "log" and ends[0][0] <= 0:
        yield Contradiction(path, "a range on a log scale must lie above zero")
    elif factor.scale == "log" and not math.isfinite(ends[1][0] / ends[0][0]):
        yield Contradiction(path, "the ends of a range on a log scale lie too far apart")
