"""Put in or came out: whether a difference is what was changed itself, or arises from it through queues, hours, stocks.

Each mechanism says which measures a parameter of it puts in (`Mechanism.puts_in`); `OUTSIDE` says it of the rest of a
scenario. A mechanism of which nobody has measured anything is shown from its neutral value on only, without verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sim.language.quantity import Quantity
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence, Mechanism
from sim.mechanisms.put_in import LEVELS, OCCURRENCES, ON_TIME, RECURRENCES, REPORTS, TRUE_CLOSINGS, TRUST
from sim.said import said
from sim.scenario.differences import changes
from sim.scenario.load import Loaded
from sim.study.files.factors import Axis, Steps
from sim.study.files.load import StudyFile, load_at
from sim.study.files.models import Optimise, Sensitivity
from sim.study.files.refused import Refused
from sim.study.files.variants import Variant

FROM_THE_SCENARIO = frozenset(
    {
        "yearly_cost", "cost_per_resident_year", "leader_h_per_week", "income_of_mechanisms", "unspent_money",
        "communities_short_of_money",
    }
)  # fmt: skip
"""Measures that are computed from what a scenario says alone: whatever moves them is put in."""

ANY = "*"
"""A step of a path in `OUTSIDE` that may be any name."""

OUTSIDE: Mapping[str, Sequence[str]] = {
    "prevention": OCCURRENCES,
    "consultations": ("contacts_per_resident_year", "consultation_share"),
    "population.trust": (*TRUST, *REPORTS),
    "population.inclination": REPORTS,
    "population.groups.*.inclination": REPORTS,
    "hazards.*.rate": OCCURRENCES,
    "hazards.*.recurs": RECURRENCES,
    "hazards.*.severity": ("severity_days_open", "never_on_file_severity_share"),
    "hazards.*.dangerous": ("dangerous_no_emergency_share",),
    "hazards.*.noticed": REPORTS,
    "hazards.*.reports": REPORTS,
    "hazards.*.fixed_on_the_spot": ("fixed_on_the_spot_share",),
    "hazards.*.unsolvable": TRUE_CLOSINGS,
    "hazards.*.handled_by": LEVELS,
    "hazards.*.deadline": ON_TIME,
}
"""What numbers outside of mechanisms put in, by path; `sim.mechanisms.put_in` says what that means."""

_DECLARED: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    *((tuple(path.split(".")), frozenset(its)) for path, its in OUTSIDE.items()),
    *(
        (("mechanisms", mechanism.section, *name.split(".")), frozenset(its))
        for mechanism in MECHANISMS
        for name, its in mechanism.puts_in.items()
    ),
    *(
        (
            ("mechanisms", "roll_out", "of", mechanism.section),
            frozenset(chain.from_iterable(mechanism.puts_in.values())),
        )
        for mechanism in MECHANISMS
    ),
)


def put_in(paths: Iterable[str]) -> frozenset[str]:
    """Return the measures that numbers at these paths of a scenario put in; in all others a difference came out.

    A path may lead to a number or to a whole section.
    """
    found = FROM_THE_SCENARIO
    for path in paths:
        steps = [step for step in path.split(".") if not step.isdigit()]
        found = found.union(*(its for declared, its in _DECLARED if _meet(declared, steps)))
    return found


def _meet(declared: Sequence[str], steps: Sequence[str]) -> bool:
    """Say whether one of two paths leads through the other."""
    return all(a in (b, ANY) for a, b in zip(declared, steps, strict=False))


def changed(base: Loaded, other: Loaded) -> list[str]:
    """Return the paths at which two scenarios differ; of a mechanism that one has and the other has not, those of its
    parameters that are not neutral there."""
    return [path for change in changes(base.document, other.document) for path in _leaves(change, base, other)]


def _leaves(change: Any, base: Loaded, other: Loaded) -> Iterator[str]:
    steps = change.path.split(".")
    if steps[0] == "mechanisms" and len(steps) > 1 and steps[2:] in ([], ["enabled"]):
        yield f"mechanisms.{steps[1]}.enabled"
        has = next((its for its in (other, base) if getattr(its.scenario.mechanisms, steps[1]).enabled), other)
        section = getattr(has.scenario.mechanisms, steps[1])
        yield from (f"mechanisms.{steps[1]}.{name}" for name in _said(_of(steps[1]), section) if name != "enabled")
        return
    sides = [path for side in (change.base, change.other) for path in _below(side, change.path)]
    yield from dict.fromkeys(sides or [change.path])


def _below(said: Any, path: str) -> Iterator[str]:
    """Yield the paths of all that a section or list says; nothing of what is neither."""
    if isinstance(said, Mapping | list):
        for key, value in said.items() if isinstance(said, Mapping) else enumerate(said):
            at = f"{path}.{key}"
            yield from _below(value, at) if isinstance(value, Mapping | list) and value else (at,)


def _said(mechanism: Mechanism, section: Any) -> Iterator[str]:
    """Yield the names of the parameters of a mechanism that are not neutral."""
    neutral = None if mechanism.required else mechanism.parameters()
    for name in mechanism.parameters.model_fields:
        value = getattr(section, name)
        if neutral is None or _bare(value) != _bare(getattr(neutral, name)):
            yield from _entries(name, value) if isinstance(value, list) else (name,)


def _entries(name: str, values: Sequence[Any]) -> Iterator[str]:
    """Yield the name of a list of sections with those of what its entries say beside the default; else its own."""
    yield from dict.fromkeys(
        f"{name}.{part}" if hasattr(value, "model_fields_set") else name
        for value in values
        for part in getattr(value, "model_fields_set", {name})
    )


def _bare(value: Any) -> Any:
    return value.value if isinstance(value, Quantity) else value


def _of(section: str) -> Mechanism:
    return next(mechanism for mechanism in MECHANISMS if mechanism.section == section)


def unmeasured(paths: Iterable[str]) -> list[str]:
    """Return the sections of the mechanisms that these paths lead into of which nobody has measured anything."""
    none = {mechanism.section for mechanism in MECHANISMS if mechanism.evidence is Evidence.NONE}
    return list(dict.fromkeys(steps[1] for path in paths if (steps := path.split(".")) and _leads_into(steps, none)))


def _leads_into(steps: Sequence[str], sections: Iterable[str]) -> bool:
    return len(steps) > 1 and steps[0] == "mechanisms" and steps[1] in sections


def is_neutral(loaded: Loaded, section: str) -> bool:
    """Say whether a mechanism does nothing in a scenario: it is off, or all of its numbers are neutral."""
    its = getattr(loaded.scenario.mechanisms, section)
    return not its.enabled or not (set(_said(_of(section), its)) - {"enabled"})


def refuse_unless_neutral(first: Loaded, sections: Iterable[str], where: str) -> None:
    """Raise Refused if a mechanism that nobody has measured is not neutral in what all else is set against."""
    for section in sections:
        if not is_neutral(first, section):
            raise Refused(
                said(
                    "mechanisms.{section}: nobody has measured this, so it is shown only from its neutral "
                    "value on; {where} must have it off or neutral",
                    section=section,
                    where=where,
                )
            )


def factor_paths(axis: Axis) -> list[str]:
    """Return the paths of a scenario that a factor sets; one that switches a mechanism sets all of its section."""
    settings = axis.levels() if isinstance(axis, Steps) else (axis.at(0.0), axis.at(1.0))
    paths = (given.partition("=")[0] for setting in settings for given in setting.sets)
    return list(dict.fromkeys(path.removesuffix(".enabled") for path in paths))


def unmeasured_of(file: StudyFile) -> list[str]:
    """Return the mechanisms that a study varies of which nobody has measured anything, by their sections."""
    paths = [path for axis in file.axes for path in factor_paths(axis)]
    return unmeasured(
        paths + [path for arm in file.variants[1:] for path in changed(file.variants[0].loaded, arm.loaded)]
    )


def refuse_unmeasured(file: StudyFile) -> None:
    """Raise Refused if a study shows what nobody has measured in another way than from its neutral value on."""
    if not (sections := unmeasured_of(file)):
        return
    if isinstance(file.study, Sensitivity | Optimise):
        raise Refused(
            said("mechanisms.{section}: nobody has measured this, so it is shown only in a sweep", section=sections[0])
        )
    if file.variants:
        refuse_unless_neutral(
            file.variants[0].loaded, sections, said("{name}, the first variant,", name=file.variants[0].name)
        )
        return
    firsts = (given for axis in file.axes for given in axis.at(0.0).sets)
    first = load_at(file.base.base, (*file.base.sets, *firsts), file.origins)
    refuse_unless_neutral(first, sections, said("the first value of each factor"))


def of_variants(variants: Sequence[Variant]) -> tuple[dict[str, frozenset[str]], list[str]]:
    """Return what each variant but the first puts in, by its name, and those that change what nobody has measured.

    Raises Refused if the first variant has that.
    """
    first, *others = variants
    paths = {other.name: changed(first.loaded, other.loaded) for other in others}
    sections = unmeasured(path for its in paths.values() for path in its)
    refuse_unless_neutral(first.loaded, sections, said("{name}, the first variant,", name=first.name))
    return {name: put_in(its) for name, its in paths.items()}, [name for name, its in paths.items() if unmeasured(its)]
