"""The faults among what was tried: each kind of fault once, with the smallest example of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.draw import Draw
from tests.fuzz.machine import Machine, Tried, try_one

LONG = 1_500
"""Characters of a file that are still shown whole."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault: how often it was met, its least example, and the file that shows it if that is short."""

    example: Tried
    times: int
    file: str = ""

    def told(self) -> str:
        """Return it as lines of text."""
        what, where, said = self.example.outcome
        story = "".join(f"\n      {line}" for line in self.example.story)
        shown = "".join(f"\n      | {line}" for line in self.file.splitlines())
        return f"  {what} at {where}, {self.times} times: {said}\n    mutant {self.example.number}{story}{shown}"


def distinct(machine: Machine, faulty: Sequence[Tried]) -> list[Fault]:
    """Return the distinct faults, the most frequent first."""
    groups: dict[tuple[str, str], list[Tried]] = {}
    for tried in faulty:
        groups.setdefault(tried.outcome.group, []).append(tried)
    ordered = sorted(groups.values(), key=len, reverse=True)
    return [_fault(machine, group) for group in ordered]


def _fault(machine: Machine, group: Sequence[Tried]) -> Fault:
    example, file = _least(machine, group)
    return Fault(example, len(group), file)


def _least(machine: Machine, group: Iterable[Tried]) -> tuple[Tried, str]:
    """Return the mutant of a group with the shortest story, with one of its damages alone if that is enough."""
    least = min(group, key=lambda tried: (len(tried.story), sum(map(len, tried.story))))
    if least.outcome.what in ("hangs", "dies") or least.outcome.what.startswith("takes"):
        return least, ""
    draw = Draw(machine.seed, machine.kind, least.number)
    with TemporaryDirectory(prefix="fuzz-") as folder:
        for index in range(draw.count()):
            alone = try_one(machine.make, draw.only(index), Path(folder), machine.seconds)
            if alone.outcome.group == least.outcome.group:
                least, draw = replace(alone, number=least.number), draw.only(index)
                break
        mutant = machine.make(draw, Path(folder))
        text = mutant.file.read_bytes().decode("utf-8", "backslashreplace") if mutant.file else ""
    return least, text if len(text) <= LONG else ""
