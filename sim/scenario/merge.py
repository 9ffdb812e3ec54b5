"""Laying one document over another: what a scenario says anew, what it keeps of the ones that it extends.

Mappings merge key by key; all else replaces. A quantity or distribution given anew replaces the old one
whole, so that no range or source of the old number sticks to it. A number said in another way (`crews` in each place,
or the `total`) replaces the way it was said before. A key with `null` takes an inherited entry away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sim.language.contradiction import Path
from sim.language.distribution import KINDS
from sim.scenario.problems import Place
from sim.scenario.source import SourceText

_WHOLE = frozenset({"value", *KINDS})
_INSTEAD = {"crews": "total", "total": "crews"}
"""Keys that say one thing in two ways, each with the other."""


NO_EFFECT = "is empty and leaves what is inherited as it is"
"""What is wrong with an empty section over a full one: whoever writes it means to take something away."""

NULL_TAKES_AWAY = "leave it out, or write null to take away what is inherited"


@dataclass(frozen=True)
class Layered:
    """The merged document with the documents it came from, the uppermost first."""

    data: dict[str, Any]
    layers: tuple[SourceText, ...]

    def under(self, upper: Layered) -> Layered:
        """Return this document with another laid over it."""
        return Layered(merged(self.data, upper.data), (*upper.layers, *self.layers))

    def value(self, path: Path) -> Any:
        """Return the value at a path that exists."""
        value: Any = self.data
        for step in path:
            value = value[step]
        return value

    def held(self, path: Iterable[str | int]) -> Path:
        """Return the steps of `path` that the document holds, without those that it does not know.

        A model may count its keys (`2: 0.3`) where the document has text; the document's word is returned.
        """
        steps: list[str | int] = []
        value: Any = self.data
        for step in path:
            known = str(step) if isinstance(value, dict) else step
            if _holds(value, known):
                steps.append(known)
                value = value[known]
        return tuple(steps)

    def taken_away(self, path: Path) -> Place | None:
        """Return where a null took away what stood at a path; None if what was written there last is none."""
        found = next(((layer, place) for layer in self.layers if (place := layer.place(path))), None)
        return found[1] if found and _said(found[0].data, path) is None else None

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Return where a value (or its key) was written last, or the nearest one around it that is."""
        for end in range(len(path), -1, -1):
            for layer in self.layers:
                if place := layer.place(path[:end], of_key=of_key):
                    return place
        return Place(self.layers[0].file)


def merged(lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    """Return `upper` laid over `lower`; neither is changed, though the result may share parts of both."""
    result = dict(lower)
    for key, value in upper.items():
        if value is None and key in lower:
            del result[key]
        else:
            result[key] = laid_over(lower.get(key), value)
            if _INSTEAD.get(key) not in upper:
                take_other_way(result, key)
    return result


def take_other_way(section: dict[str, Any], key: str | int) -> None:
    """Take a number away that a key of a section says anew in another way; sections of that name stay."""
    other = _INSTEAD.get(str(key), "")
    if other in section and not (isinstance(section[other], dict) and _WHOLE.isdisjoint(section[other])):
        del section[other]


def without_effect(lower: Any, upper: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of empty sections of `upper` that are laid over full ones, which stay as they are."""
    if isinstance(lower, dict) and isinstance(upper, dict) and _WHOLE.isdisjoint(upper):
        if lower and not upper and path:  # a file that extends others and says no more is laid over them whole
            yield path
        for key, value in upper.items():
            yield from without_effect(lower.get(key), value, (*path, key))


def laid_over(lower: Any, upper: Any) -> Any:
    """Return one value laid over another: merged if both are sections, else the upper one."""
    if not isinstance(lower, dict) or not isinstance(upper, dict) or not _WHOLE.isdisjoint(upper):
        return upper
    return merged(lower, upper)


def copied(value: Any) -> Any:
    """Return plain values that can be changed without changing the ones given; several times faster than deepcopy."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    return [copied(item) for item in value] if isinstance(value, list) else value


def _said(data: Any, path: Path) -> Any:
    """Return what plain values hold at a path, None if nothing; assignments keep no data, and so say nothing."""
    for step in path:
        if not _holds(data, step):
            return None
        data = data[step]
    return data


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
