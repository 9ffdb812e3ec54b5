"""What is wrong with a scenario, told so that a planner can put it right: where, what, what is allowed.

Texts are made where a fault is found: units in `language/units.py`, types and keys in `scenario/validate.py`, parts
that contradict each other in `scenario/checks/` and in the mechanisms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sim.language.contradiction import Path

_LONG = 160
"""Characters of a name or text that a message still shows whole: two lines of a terminal."""
_LONGEST = 1_200
"""Characters of a sentence that lists what is allowed."""
_JOINTS = {"en": (" (found {})", "did you mean {}?", "; "), "zh": ("（填的是 {}）", "是否应为 {}？", "；")}
"""What was found, what may be meant, and what parts of a sentence are joined by, in a language."""
_OF_VALUE = 80
"""Of a value in a file: enough to find it, and not the file again."""


@dataclass(frozen=True)
class Place:
    """A position in a file; line and column count from 1, and are None where there is none (`--set`)."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return `file:line:column`, which editors and terminals turn into a link."""
        parts = (shortened(self.file), self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class Problem:
    """One thing wrong: its place, the path inside the document, what was found, what is allowed."""

    place: Place
    message: str
    path: Path = ()
    found: str | None = None
    allowed: str | None = None
    nearest: str | None = None

    def render(self, language: Literal["en", "zh"] = "en") -> str:
        """Return the problem as one line of plain text, what joins its parts in a language."""
        found_as, meant_as, semicolon = _JOINTS[language]
        where = f"{self.place}: " + (f"{shortened(dotted(self.path))}: " if self.path else "")
        found = "" if self.found is None else found_as.format(shortened(self.found))
        nearest = "" if self.nearest is None else semicolon + meant_as.format(repr(shortened(self.nearest)))
        allowed = "" if self.allowed is None else f"{semicolon}{shortened(self.allowed, _LONGEST)}"
        return f"{where}{shortened(self.message, _LONGEST)}{found}{allowed}{nearest}"


class ScenarioError(Exception):
    """A scenario that cannot be used, with every problem found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = sorted(problems, key=_in_order_of_place)
        super().__init__(self.render())

    def render(self, language: Literal["en", "zh"] = "en") -> str:
        """Return all problems as plain text, one a line."""
        return "\n".join(problem.render(language) for problem in self.problems)


def _in_order_of_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return place.file, place.line or 0, place.column or 0


def dotted(path: Path) -> str:
    """Return a path as it is written after `--set`: `staff.teams.0.crews`."""
    return ".".join(str(step) for step in path)


def shortened(text: str, most: int = _LONG) -> str:
    """Return a text as a message shows it: on one line, without what steers terminals, and a long one by its ends."""
    if len(text) > most:
        text = f"{text[: most - 60]} ... {text[-30:]} ({len(text):,} characters)"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def described(value: object) -> str:
    """Return a value as a message shows it: scalars, long ones cut, and collections by their kind."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    words = {None: "nothing", True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else shortened(repr(value), _OF_VALUE)
