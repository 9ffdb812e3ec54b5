"""The file that `gridgov new` writes."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from sim.said import Tell, said

TEMPLATE = "village-square"
HEAD = """\
# What this scenario stands for, and where its numbers come from.
extends: {base}
name: {name}
title: {name}
"""
SMALL = """
# Whatever is not written here is as in the scenario that it extends. Numbers carry their unit, and may carry
# their range, grade (A official ... E assumed) and source.
grids:
  count: 42

run:
  replications: 3
"""
SCALED = """
# {base} has {before:,} residents, this town {residents:,}: x {factor:.4g}. Scaled are ground and people (so
# density, people per household and households per grid are as there), streets, communities, grids, workers, leaders,
# party members, and all crews: rounded up, and raised where a desk, team or department would have a load above
# {most:g}.
# Not scaled, since they hold for each resident, case or crew: rates, work, rosters, shares of channels, rules, limits.
# Whatever is not written here is as in the scenario that it extends. Put the town's own numbers in, and check them:
# `gridgov check` tells which units have more work than hours.
"""


class NotAName(ValueError):
    """What no scenario file can be called."""


def file_of(name: str) -> Path:
    """Return the file of a scenario of a name, which may have the ending of such a file; NotAName if none can be."""
    from sim.filenames import file_name
    from sim.language.model import is_one_word
    from sim.scenario.presets import ENDINGS

    name = next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending)), name)
    if not is_one_word(name):
        raise NotAName(said("'{name}' is not a name: one word of letters, digits, '-', '_' and '.'", name=name))
    if file_name(name) != name:
        raise NotAName(said("'{name}' is too long for a file, or the name of a device on Windows", name=name[:40]))
    return Path(f"{name}.yaml")


def from_table(table: Path, name: str | None, language: Literal["en", "zh"]) -> tuple[Path, str]:
    """Return the file and the text of a scenario that a filled table says.

    Raise ScenarioError with all that is wrong in it, by sheet and cell, and NotAName.
    """
    from sim.workbook.town import town_of

    path = None if name is None else file_of(name)
    loaded, text = town_of(table, path.stem if path else None, language)
    return path or file_of(loaded.scenario.name), text


def small(name: str, tell: Tell = str) -> str:
    """Return a small scenario to begin with, as large as the one that it extends; `tell` says its comments."""
    return tell(said(HEAD, base=TEMPLATE, name=json.dumps(name, ensure_ascii=False))) + tell(SMALL)


def of_size(name: str, residents: int, tell: Tell = str) -> str:
    """Return a scenario of so many residents, its comments and sources as `tell` says them.

    Raises ScenarioError if none such can be.
    """
    from sim.plan.offered.load import MOST
    from sim.plan.offered.scaled import scaled
    from sim.scenario.load import read, resolved

    template = read(TEMPLATE)
    town = scaled(template, residents)
    before = resolved(template).scenario.population.residents.value
    head = tell(said(HEAD, base=TEMPLATE, name=json.dumps(name, ensure_ascii=False)))
    numbers = {"before": before, "residents": residents, "factor": town.factor, "most": MOST}
    head += tell(said(SCALED, base=TEMPLATE, **numbers))
    tree: dict[str, Any] = {}
    for path, number in town.numbers.items():
        *outer, last = path
        section = tree
        for step in outer:
            section = section.setdefault(str(step), {})
        source = f', grade: C, source: "{tell(number.source)}"' if number.source else ""
        section[str(last)] = f"{{value: {number.value}{source}}}" if source else number.value
    return head + "".join(f"{line}\n" for line in _lines(tree, 0))


def _lines(tree: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield the lines of sections inside each other, sections of the file apart."""
    for key, value in tree.items():
        if depth == 0 and key != next(iter(tree)):
            yield ""
        if isinstance(value, str):
            yield f"{'  ' * depth}{key}: {value}"
        else:
            yield f"{'  ' * depth}{key}:"
            yield from _lines(value, depth + 1)
