"""The variants of a comparison: how a command line names them, and whether they can be paired."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sim.filenames import file_names
from sim.machine.remedy import way_out
from sim.said import listed, said
from sim.scenario.differences import changes_of_world
from sim.scenario.load import Loaded, load
from sim.show.text.variant_titles import variant_titles
from sim.study.files.refused import Refused
from sim.words import Language

_ASSIGNMENT = re.compile(r":(?=[A-Za-z_][\w.-]*=)")
"""What stands between a scenario and the assignments that follow it: a colon before `path=`."""

ONE_WORLD = "variants can be paired only in one world: the same seed, period, territory, people and hazards"


class OtherWorld(Refused):
    """Variants whose worlds differ, so that they cannot be paired; the message says in what."""


@dataclass(frozen=True, repr=False)
class Variant:
    """A scenario in a comparison: its name there, what it is, and its title by language.

    Without a title, `changed` holds what was changed of the scenario on the command line (assignments), to make one of;
    `told_apart` says whether others are of another scenario, so that its title is needed too.
    """

    name: str
    loaded: Loaded
    title: Mapping[str, str] = field(default_factory=dict)
    changed: Sequence[str] = ()
    told_apart: bool = False

    def __repr__(self) -> str:
        """Return in a line which variant it is."""
        return f"<variant {self.name} of {self.loaded!r}>"

    def titles(self) -> dict[Language, str]:
        """Return its title by language: the one given, else what was changed in words, else the scenario's."""
        return variant_titles(self.title, self.loaded.document, self.changed, told_apart=self.told_apart)


def variants_from(words: Sequence[str], sets: Sequence[str] = ()) -> list[Variant]:
    """Return the variants that a command line names, with the assignments `sets` laid over all of them.

    A word is a scenario, `SCENARIO:PATH=VALUE[:PATH=VALUE...]`, or `:PATH=VALUE...` for the first scenario with
    something changed. Raises Refused if there is only one, and ScenarioError if anything is wrong with one of them.
    """
    if len(words) < 2:
        raise Refused(
            said(
                "a comparison needs two scenarios or more, e.g. {example}",
                example=way_out("gridgov compare A.yaml B.yaml", 'sim.variants(["A.yaml", "B.yaml"])'),
            )
        )
    parts = [_ASSIGNMENT.split(word) for word in words]
    first = parts[0][0]
    asked = [(part[0] or first, part[1:]) for part in parts]
    loaded = [load(scenario, [*sets, *own]) for scenario, own in asked]
    names = _distinct([_name(its.scenario.name, own) for its, (_, own) in zip(loaded, asked, strict=True)])
    several = len({scenario for scenario, _ in asked}) > 1
    return _told_apart(
        Variant(name, its, changed=own, told_apart=several)
        for name, its, (_, own) in zip(names, loaded, asked, strict=True)
    )


def _told_apart(variants: Iterable[Variant]) -> list[Variant]:
    """Return the variants, those with the titles of an earlier one with a number behind them."""
    found: list[Variant] = []
    seen: Counter[tuple[str, ...]] = Counter()
    for variant in variants:
        titles = variant.titles()
        seen[tuple(titles.values())] += 1
        number = seen[tuple(titles.values())]
        title: dict[str, str] = {language: f"{its} ({number})" for language, its in titles.items()}
        found.append(variant if number == 1 else replace(variant, title=title))
    return found


def folders(variants: Sequence[Variant]) -> dict[str, str]:
    """Return the names of the folders of variants, by the variants' names."""
    return file_names(variant.name for variant in variants)


def _name(scenario: str, own: Sequence[str]) -> str:
    """Return a name for a variant: what was changed, or the scenario's name if nothing was."""
    name = "-".join(_short(given) for given in own) or scenario
    return re.sub(r"[^\w.=+-]+", "-", name).strip("-.")


def _short(given: str) -> str:
    """Return an assignment with the last two steps of its path only."""
    path, _, value = given.partition("=")
    return f"{'.'.join(path.split('.')[-2:])}={value}"


def _distinct(names: Sequence[str]) -> list[str]:
    """Return the names, those that were there before with a number."""
    found: list[str] = []
    for name in names:
        number = 2
        own = name
        while own in found:
            own, number = f"{name}-{number}", number + 1
        found.append(own)
    return found


def refuse_other_worlds(variants: Sequence[Variant]) -> None:
    """Raise OtherWorld if two variants do not have the same seed, period, territory, people and hazards."""
    lines = [said("  {name}: {told}", name=name, told=told) for name, told in differences_of_world(variants)]
    if lines:
        raise OtherWorld(listed([said(ONE_WORLD), *lines], "\n"))


def differences_of_world(variants: Sequence[Variant]) -> list[tuple[str, str]]:
    """Return in what the worlds of the variants differ from the first one's: the variant's name, and what it is."""
    first, *others = variants
    return [
        (
            other.name,
            said(
                "{path} is {other}, in {name} {base}",
                path=change.path,
                other=change.other,
                name=first.name,
                base=change.base,
            ),
        )
        for other in others
        for change in changes_of_world(first.loaded.document, other.loaded.document)
    ]
