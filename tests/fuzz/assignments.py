"""Damaged assignments of the command line: `--set PATH=VALUE`."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from sim.scenario.load import load, read, resolved
from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.scenarios import resolved as document
from tests.fuzz.values import NAMES, hostile, typo

PRESETS = ("village-square", "jiancaoping-800", "weihai")
ODD = (
    "",
    "=",
    "==",
    "a",
    "a=",
    "=1",
    ".=1",
    "a..b=1",
    "run=",
    "run.=1",
    ".run.length=1 week",
    "run.length",
    "run.length==1",
)
DRAFTS: dict[str, Any] = {}


def make(draw: Draw, folder: Path) -> Mutant:
    """Return a preset with damaged assignments."""
    preset = draw.rng("base").choice(PRESETS)
    sets = [_assignment(rng, document(preset)) for rng in draw.damages()]
    if preset not in DRAFTS:
        DRAFTS[preset] = read(preset)

    def attempt() -> None:
        load(preset, sets) if draw.number % 50 == 0 else resolved(DRAFTS[preset], sets)

    return Mutant((preset, *(f"--set {given!r}"[:300] for given in sets)), attempt)


def _assignment(rng: Random, tree: dict[str, Any]) -> str:
    if rng.random() < 0.03:
        return rng.choice(ODD)
    steps, value = _way(rng, tree)
    how = rng.random()
    if how < 0.2:
        at = rng.randrange(len(steps))
        steps[at] = typo(rng, steps[at]) if rng.random() < 0.6 else str(rng.choice(NAMES))
    elif how < 0.3:
        steps.append(rng.choice(("x", "0", "value", "-1", "99999999999999999999", "low", *map(str, NAMES))))
    return f"{'.'.join(steps)}={_written(rng, hostile(rng, value))}"


def _way(rng: Random, tree: Any) -> tuple[list[str], Any]:
    """Return the steps to a random place of a tree, and what stands there."""
    steps: list[str] = []
    while isinstance(tree, dict | list) and tree and (not steps or rng.random() < 0.9):
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        key = rng.choice(keys)
        tree = tree[key]
        steps.append(str(key))
    return steps, tree


def _written(rng: Random, value: Any) -> str:
    """Return a value as somebody might type it."""
    if rng.random() < 0.05:
        return rng.choice(
            (
                "[",
                "{a: b",
                "*x",
                "&a [*a]",
                "!x 1",
                "a: b: c",
                "'",
                "\t",
                "--- 1",
                "[[" * 60,
                "<<: 1",
                "\x00",
                "# x",
                "@",
                "{? [a]: b}",
            )
        )
    if isinstance(value, str) and rng.random() < 0.9:
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
