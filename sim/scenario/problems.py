"""What is wrong with a scenario, told so that a planner can put it right: where, what, what is allowed.

Texts are made where a fault is found: units in `language/units.py`, types and keys in `scenario/validate.py`, parts
that contradict each other in `scenario/checks/` and in the mechanisms. They are English, and `render` says them in
other languages (`sim.said`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.language.contradiction import Path
from sim.said import Tell, said

_LONG = 160
"""Characters of a name or text that a message still shows whole: two lines of a terminal."""
_LONGEST = 1_200
"""Characters of a sentence that lists what is allowed."""
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
        return str(self.told)

    @property
    def told(self) -> str:
        """The place as it is said in a sentence."""
        file = shortened(self.file)
        if self.line is None:
            return file
        if self.column is None:
            return said("{file}:{line}", file=file, line=self.line)
        return said("{file}:{line}:{column}", file=file, line=self.line, column=self.column)

    @property
    def order(self) -> tuple[str, int, int, int]:
        """What places are sorted by; the second is for files of several sheets."""
        return self.file, 0, self.line or 0, self.column or 0

    @property
    def named(self) -> bool:
        """Whether the place says already what stands there, so that its path in the scenario is not told too."""
        return False


@dataclass(frozen=True)
class Problem:
    """One thing wrong: its place, the path inside the document, what was found, what is allowed."""

    place: Place
    message: str
    path: Path = ()
    found: str | None = None
    allowed: str | None = None
    nearest: str | None = None

    def render(self, tell: Tell = str) -> str:
        """Return the problem as one line of plain text, in the language of `tell`."""
        found = nearest = allowed = ""
        if self.found is not None:
            found = said(" (found {found})", found=shortened(self.found))
        if self.nearest is not None:
            nearest = said("; did you mean {nearest!r}?", nearest=shortened(self.nearest))
        if self.allowed is not None:
            allowed = said("; {allowed}", allowed=shortened(tell(self.allowed), _LONGEST))
        message = shortened(tell(self.message), _LONGEST)
        what = said(
            "{message}{found}{allowed}{nearest}", message=message, found=found, allowed=allowed, nearest=nearest
        )
        if not self.path or self.place.named:
            return tell(said("{where}: {what}", where=self.place.told, what=what))
        return tell(
            said("{where}: {path}: {what}", where=self.place.told, path=shortened(dotted(self.path)), what=what)
        )


class ScenarioError(Exception):
    """A scenario that cannot be used, with every problem found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = sorted(problems, key=lambda problem: problem.place.order)
        super().__init__(self.render())

    def render(self, tell: Tell = str) -> str:
        """Return all problems as plain text, one a line, in the language of `tell`."""
        return "\n".join(problem.render(tell) for problem in self.problems)


def dotted(path: Path) -> str:
    """Return a path as it is written after `--set`: `staff.teams.0.crews`."""
    return ".".join(str(step) for step in path)


def shortened(text: str, most: int = _LONG) -> str:
    """Return a text as a message shows it: on one line, without what steers terminals, and a long one by its ends."""
    if len(text) > most:
        start, end = text[: most - 60], text[-30:]
        text = said("{start} ... {end} ({count:,} characters)", start=start, end=end, count=len(text))
    return (
        text
        if text.isprintable()
        else "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
    )


def described(value: object) -> str:
    """Return a value as a message shows it: scalars, long ones cut, and collections by their kind."""
    if isinstance(value, dict):
        return said("a mapping")
    if isinstance(value, list):
        return said("a list")
    words = {None: said("nothing"), True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else shortened(repr(value), _OF_VALUE)
