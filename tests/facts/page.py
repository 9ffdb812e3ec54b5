"""The page docs/evidence.md: the facts with figures and verdicts, and the reasons of those that do not hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.facts.catalogue import Fact
from tests.facts.claims import Claim, Estimate, verdict

HEAD = """# Evidence

What the model shows of 24 published facts, each put to an experiment of its own. Written by `make facts`, which goes
on where it was interrupted; the experiments are the study files in [experiments/facts](../experiments/facts), and the
base case (`jiancaoping-tenth`, 26 weeks, 14 replications) as it is where none is named. What cities publish of levels,
not of effects, is held by `make field`.

A fact is one or more claims. A claim holds if the whole 95 % interval of its figure (Student's, over replications that
share their worlds) lies in the published range, and fails if the whole lies outside. A fact *holds* if all its claims
do; *in part* if some hold and some fail; it *cannot be said* where nothing fails and something is open, or where the
model lacks what the fact speaks of. Ranges are those of the sources; where one says a direction only, the range is that
direction, and what was chosen is said. Agreement makes a model plausible, not right.
"""
MARK = {True: "holds", False: "fails", None: "open"}


class Judged(NamedTuple):
    """A fact with its claims, judged; without claims `why` says what is missing."""

    fact: Fact
    claims: Sequence[Claim]
    why: str = ""

    @property
    def verdict(self) -> str:
        """What it comes to, in words."""
        return verdict(self.claims) if self.claims else "cannot be said"


def page(judged: Sequence[Judged]) -> str:
    """Return the page as Markdown."""
    return "\n".join([HEAD, summary(judged), "", *_table(judged), "", *_claims(judged), "", *_reasons(judged), ""])


def summary(judged: Sequence[Judged]) -> str:
    """Return in a sentence how many facts hold, and which do not."""
    of = {said: [each.fact.name for each in judged if each.verdict == its] for its, said in SAID.items()}
    parts = [f"{len(names)} {said}" + (f" ({', '.join(names)})" if names else "") for said, names in of.items()]
    return f"Of {len(judged)} facts " + "; ".join(parts) + "."


SAID = {
    "holds": "hold",
    "in part": "hold in part",
    "does not hold": "do not hold",
    "cannot be said": "cannot be said",
}
"""Verdicts, as they are said of several facts."""


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    yield "| fact | says | evidence | experiment | verdict |"
    yield "|---|---|---|---|---|"
    for its in judged:
        fact = its.fact
        study = (
            f"[{fact.study}](../experiments/facts/{fact.study}.yaml)" if fact.study else "base" if fact.judge else "–"
        )
        yield f"| {fact.name} | {fact.says} | {fact.evidence} | {study} | **{its.verdict}** |"


def _claims(judged: Sequence[Judged]) -> Iterator[str]:
    yield "## Figures"
    yield ""
    yield "| fact | figure | simulated, 95 % interval | published | |"
    yield "|---|---|---|---|---|"
    for fact, claims, _ in judged:
        for claim in claims:
            yield f"| {fact.name} | {claim.text} | {_figure(claim.figure)} | {claim.published} | {MARK[claim.holds]} |"


def _reasons(judged: Sequence[Judged]) -> Iterator[str]:
    yield "## Those that do not hold, and what would have to be true"
    yield ""
    for each in judged:
        reason = each.why or each.fact.lacks
        if each.verdict != "holds":
            yield f"- **{each.fact.name}**, {each.fact.says}: {reason or 'the reason is not known'}."


def _figure(figure: Estimate) -> str:
    if math.isnan(figure.mean):
        return "undefined in some"
    return f"{figure.mean:.3g} ({figure.low:.3g} to {figure.high:.3g})"
