"""The page on mutants: how many were noticed in each file and by which tests, and every survivor with a reason."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.outcomes import Outcome
from tests.mutants.targets import STAGES

Meaning = tuple[str, str, str, str]
SHOWN = 100
"""Longest text of a change in a table."""

HEAD = """# Mutants

Do the tests notice a fault? `make mutants` puts {count} small faults into {targets}, one at a
time, and runs the tests until one fails. A fault is another operator, constant, comparison or boolean, a branch that is
always or never taken, or a statement dropped. They are picked by seed {seed}, over the files in proportion to the
places that can be changed; `tests/mutants/` does it, `tests/mutants/targets.py` says what is mutated and which tests
look.

Left alone is what only readers and type checkers see: docstrings, annotations, descriptions of parameters, decorators,
and all strings. Golden logs and the compiled engine do not count: they hold a text against itself and would notice any
change, right or wrong. So the reference engine runs, and numba, the compiled engine and the golden tests cannot be
imported. A mutant that hangs, or takes more than {memory} GB, is noticed. Tests that begin processes of their own are
left out, since those would not be mutated.

Why a program of our own: mutmut 3 leaves functions with decorators alone, and all rules and parts of the lifecycle have
one; cosmic-ray changes files in place, so one mutant at a time in a checkout, and starts Python and collects tests anew
for each, some four seconds before the first test. Here the libraries are loaded once and each mutant is forked.
"""


class Reason(NamedTuple):
    """Why a mutant survives, or the test that was added because it did."""

    kind: str
    text: str


class Share(NamedTuple):
    """How many mutants were tried and how many of them were noticed."""

    tried: int
    noticed: int

    def __str__(self) -> str:
        return f"{self.noticed} of {self.tried}" + (f" ({self.noticed / self.tried:.1%})" if self.tried else "")


def reasons(file: Path) -> dict[Meaning, Reason]:
    """Read the reasons that were written by hand; raises ValueError for one without exactly one reason."""
    found = {}
    for row in tomllib.loads(file.read_text("utf-8")).get("survivor", ()):
        kinds = [kind for kind in ("equivalent", "test") if kind in row]
        if len(kinds) != 1:
            raise ValueError(f"{row} needs either `equivalent` or `test`")
        found[row["file"], row["within"], row["source"], row["change"]] = Reason(kinds[0], row[kinds[0]])
    return found


def meaning(outcome: Outcome) -> Meaning:
    """By what a reason is found: file, function, line of source and change."""
    return outcome.file, outcome.within, outcome.source, f"{outcome.before} -> {outcome.after}"


def blanks(outcomes: Iterable[Outcome], why: Mapping[Meaning, Reason]) -> str:
    """Entries for the file of reasons, one for each survivor that has none there, to be filled in."""
    missing = {meaning(o): o for o in outcomes if o.survived and meaning(o) not in why}
    return "".join(
        f"[[survivor]]  # line {outcome.line}\n"
        + "".join(
            f"{name} = {json.dumps(text, ensure_ascii=False)}\n"
            for name, text in zip(("file", "within", "source", "change"), its, strict=True)
        )
        + 'equivalent = ""\n\n'
        for its, outcome in missing.items()
    )


def share(outcomes: Iterable[Outcome]) -> Share:
    """Count what was noticed."""
    noticed = [not outcome.survived for outcome in outcomes]
    return Share(len(noticed), sum(noticed))


def table(outcomes: Sequence[Outcome]) -> str:
    """All outcomes as lines to read in a terminal."""
    return "\n".join(
        f"{o.file}:{o.line}  {_short(o.before)} -> {_short(o.after)}  {o.by or 'SURVIVED'}  {o.seconds:.0f} s"
        for o in outcomes
    )


def page(outcomes: Sequence[Outcome], why: Mapping[Meaning, Reason], head: Mapping[str, object]) -> str:
    """The page in Markdown; `head` has what its first paragraphs name."""
    parts = [
        HEAD.format(**head),
        f"**Noticed: {share(outcomes)}.**\n",
        _by_file(outcomes),
        _by_test(outcomes),
        _survivors(outcomes, why),
        _added(why),
    ]
    return "\n".join(part for part in parts if part)


def _by_file(outcomes: Sequence[Outcome]) -> str:
    files = sorted({outcome.file for outcome in outcomes})
    rows = [(f"`{file}`", *share(o for o in outcomes if o.file == file)) for file in files]
    return "## By file\n\n" + _rows(("file", "mutants", "noticed"), rows)


def _by_test(outcomes: Sequence[Outcome]) -> str:
    """First to notice, in the order in which they look; a test that looks later may notice as much."""
    first = Counter(o.by.split("::")[0].split(" (")[0] for o in outcomes if o.by is not None)
    order = [path for stage in STAGES for path in stage]
    rank = {file: next((i for i, path in enumerate(order) if file.startswith(path)), len(order)) for file in first}
    rows = [(f"`{file}`", first[file]) for file in sorted(first, key=lambda file: (rank[file], file))]
    return "## Which tests noticed first\n\nIn the order in which they look.\n\n" + _rows(("tests", "mutants"), rows)


def _survivors(outcomes: Sequence[Outcome], why: Mapping[Meaning, Reason]) -> str:
    rows = [
        (f"`{o.file}:{o.line}`", f"`{o.within}`", _code(o.before), _code(o.after), _of(why.get(meaning(o))))
        for o in outcomes
        if o.survived
    ]
    return "## Survivors\n\n" + _rows(("place", "in", "was", "is", "why nothing notices it"), rows) if rows else ""


def _of(reason: Reason | None) -> str:
    if reason is None:
        return "**not looked at yet**"
    return reason.text if reason.kind == "equivalent" else f"still survives, though a test was added: {reason.text}"


def _added(why: Mapping[Meaning, Reason]) -> str:
    rows = [
        (f"`{file}`", f"`{within}`", _code(change), reason.text)
        for (file, within, _, change), reason in why.items()
        if reason.kind == "test"
    ]
    head = "## Survivors for which a test was added\n\n"
    return head + _rows(("file", "in", "change", "test"), rows) if rows else ""


def _rows(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)


def _code(text: str) -> str:
    return f"`{_short(text)}`".replace("|", "\\|")


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."
