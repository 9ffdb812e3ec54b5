"""The file that `gridgov new` writes."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from sim.said import Tell, said

TEMPLATE = "village-square"
LEAST_RESIDENTS, MOST_RESIDENTS = 1_000, 20_000_000
HEAD = """\
# What this scenario stands for, and where its numbers come from.
extends: {base}
name: {name}
title: {title}
about: {about}
"""
ABOUT_SCALED = (
    "A town of {residents:,} residents, scaled from a teaching case with the rates and rules of Jiancaoping; not a real"
    " place unless its own figures were put in."
)
ABOUT_SMALL = (
    "Begun from a teaching case of four communities with the rates and rules of Jiancaoping; not a real place unless"
    " its own figures were put in."
)
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


def title_of(title: str | None, name: str) -> str:
    """Return a title as a scenario writes it, for readers of both languages: that which was given, else the name."""
    return (title or "").strip() or name


class NotAName(ValueError):
    """What no scenario file can be called."""


class NotANumber(ValueError):
    """What is no number of residents of a town."""


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


def wanted(
    name: str | None,
    title: str | None,
    residents: str | None,
    table: Path | None,
    language: Literal["en", "zh"],
    tell: Tell = str,
) -> tuple[Path, str, list[str]]:
    """Return the file and the text of the scenario that was asked for, and what must be known of it; `tell` says its
    comments.

    Raise NotAName, NotANumber and ScenarioError.
    """
    if table is not None:
        return from_table(table, name, language, title)
    path = file_of(str(name))
    if residents is None:
        return path, small(path.stem, title, tell), []
    return path, of_size(path.stem, number_of_residents(residents), title, tell), []


def from_table(
    table: Path, name: str | None, language: Literal["en", "zh"], title: str | None = None
) -> tuple[Path, str, list[str]]:
    """Return the file and the text of a scenario that a filled table says, and what must be known of it.

    Raise ScenarioError with all that is wrong in it, by sheet and cell, and NotAName.
    """
    from sim.show.text.warnings import warning_lines
    from sim.workbook.town import town_of

    path = None if name is None else file_of(name)
    given = None if title is None else title_of(title, path.stem if path else table.stem)
    town = town_of(table, path.stem if path else None, language, given)
    noted = [*town.noted, *warning_lines(town.loaded, language)]
    return path or file_of(town.loaded.scenario.name), town.text, noted


def small(name: str, title: str | None = None, tell: Tell = str) -> str:
    """Return a small scenario to begin with, as large as the one that it extends; `tell` says its comments."""
    return tell(said(HEAD, base=TEMPLATE, **_names(name, title, ABOUT_SMALL))) + tell(SMALL)


def _names(name: str, title: str | None, about: str) -> dict[str, str]:
    """Return name, title and description of a scenario as its file writes them."""
    from sim.words import LANGUAGES, tell_in

    told = ", ".join(f"{its}: {_quoted(tell_in(its)(about))}" for its in LANGUAGES)
    return {"name": _quoted(name), "title": _quoted(title_of(title, name)), "about": f"{{{told}}}"}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def number_of_residents(written: str) -> int:
    """Return a number of residents as people write it, in either language.

    Raise NotANumber.
    """
    from sim.language.chinese import without_counted
    from sim.language.units import WHOLE, QuantityError

    try:
        number = int(WHOLE.read(without_counted(written)))
    except QuantityError as error:
        raise NotANumber(error.told) from None
    if not LEAST_RESIDENTS <= number <= MOST_RESIDENTS:
        raise NotANumber(
            said(
                "{number:,} is out of range: at least {least:,}, at most {most:,}",
                number=number,
                least=LEAST_RESIDENTS,
                most=MOST_RESIDENTS,
            )
        )
    return number


def of_size(name: str, residents: int, title: str | None = None, tell: Tell = str) -> str:
    """Return a scenario of so many residents, its comments and sources as `tell` says them.

    Raises ScenarioError if none such can be.
    """
    from sim.plan.offered.load import MOST
    from sim.plan.offered.scaled import scaled
    from sim.scenario.load import read, resolved

    template = read(TEMPLATE)
    town = scaled(template, residents)
    before = resolved(template).scenario.population.residents.value
    about = said(ABOUT_SCALED, residents=residents)
    head = tell(said(HEAD, base=TEMPLATE, **_names(name, title, about)))
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
