"""What became of a mutant: accepted, refused as it should be, or a fault."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
OURS = ROOT / "sim"
WHOLE_FILE = ("the file is empty", "larger than", "cannot be read", "no such file", "is a ", "lies outside")
"""What is said of a file as a whole, which has no line."""
JARGON = ("Traceback", "NoneType", "object has no attribute", "Input should", "pydantic", "<class ")
"""What no planner understands."""


class Outcome(NamedTuple):
    """`what` is accepted, refused or a kind of fault; `where` the innermost frame of ours; `said` the message."""

    what: str
    where: str = ""
    said: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether it is none of the two good ends."""
        return self.what not in ("accepted", "refused")

    @property
    def group(self) -> tuple[str, str]:
        """Return what makes it the same fault as another: its kind and where it came from."""
        return self.what, self.where


class TooLongError(BaseException):
    """A mutant took more time than it may; no handler of errors shall catch it."""


def judged(attempt: Callable[[], object]) -> Outcome:
    """Return what becomes of an attempt to read a mutant."""
    from sim.cli.outcome import FAILED, REFUSED, explained
    from sim.scenario.problems import ScenarioError

    try:
        attempt()
        return Outcome("accepted")
    except ScenarioError as error:
        return _judged_problems(error)
    except TooLongError as error:
        return Outcome("takes too long", _frame(error))
    except (Exception, RecursionError, MemoryError) as error:
        code, message = explained(error)
        if code not in (REFUSED, FAILED) or "unexpected " in message or isinstance(error, MemoryError):
            return Outcome(type(error).__name__, _frame(error), str(error)[:300])
        return Outcome("refused", "", message[:300])


def _judged_problems(error: object) -> Outcome:
    """Return whether every problem of a refusal has a place and a sentence."""
    problems = getattr(error, "problems", [])
    for problem in problems:
        place = problem.place
        placed = place.line is not None or problem.path or place.file.startswith("--set ")
        if not placed and not problem.message.startswith(WHOLE_FILE):
            return Outcome("refusal without a place", _pattern(problem.message), problem.render()[:300])
        line = problem.render()
        if not line.isprintable():
            return Outcome("refusal that cannot be printed", _pattern(problem.message), repr(line)[:300])
        if not re.search(r"\w{2}", problem.message) or any(word in problem.message for word in JARGON):
            return Outcome("refusal in jargon", _pattern(problem.message), line[:300])
        if len(line) > 3_000:
            return Outcome("refusal of many pages", _pattern(problem.message), line[:300])
    return Outcome(
        "refused" if problems else "refusal without a word", "", problems[0].render()[:200] if problems else ""
    )


def _pattern(message: str) -> str:
    """Return a message without what it quotes, so that like ones are counted together."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "_", message)[:100]


def _frame(error: BaseException) -> str:
    """Return the innermost line of ours that an error passed, as file:line function."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(OURS)]
    if not frames:
        return "nowhere of ours"
    return f"{Path(frames[-1].filename).relative_to(ROOT)}:{frames[-1].lineno} {frames[-1].name}"
