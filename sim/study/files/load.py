"""From a study file to a checked study: its scenario, its variants and its factors made ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sim.language.contradiction import Path as Steps_to
from sim.language.quantity import Label
from sim.language.units import nearest_word
from sim.said import listed, said, said_by
from sim.scenario.load import Loaded, load, shown
from sim.scenario.merge import Layered
from sim.scenario.models import Scenario
from sim.scenario.presets import located, plain_file, preset_folder
from sim.scenario.problems import Place, Problem, ScenarioError, described
from sim.scenario.source import decode, parse
from sim.scenario.validate import schema_of, validated
from sim.show.text.numbers import setting_text
from sim.show.text.study_titles import told_apart, variant_label
from sim.study.files.assignments import assignment
from sim.study.files.checks import CHECKS
from sim.study.files.factors import Axis, Setting, Span, axis
from sim.study.files.models import KINDS, Compare, Factor, Sets, Study, VariantModel
from sim.study.files.paths import stray
from sim.study.files.points import Point

_SET = "--set "


@dataclass(frozen=True)
class Arm:
    """A scenario that a study runs: its preset or file, the assignments laid over it, and what comes of both."""

    name: str
    title: Label
    base: str
    sets: tuple[str, ...]
    loaded: Loaded


@dataclass(frozen=True)
class StudyFile:
    """A study as its file says it, checked, with its scenario, its variants (if any) and its factors (if any).

    `origins` knows where in the file an assignment, or the path that it sets, was written.
    """

    study: Study
    document: Layered
    base: Arm
    variants: tuple[Arm, ...]
    axes: tuple[Axis, ...]
    origins: Mapping[str, Place]


def load_study(path: Path) -> StudyFile:
    """Return the study in a file; raise ScenarioError with everything that is wrong in it or in its scenarios."""
    document = _read(path)
    kind = _kind(document)
    study = validated(KINDS[kind], document, CHECKS[kind])
    return _Reader(study, document, path.parent).whole()


def is_study(path: Path) -> bool:
    """Return whether a file says of which kind of study it is; raise ScenarioError if it cannot be parsed."""
    return os.path.isfile(path) and "kind" in _read(path).data


def _read(path: Path) -> Layered:
    try:
        source = parse(
            decode(plain_file(path).read_bytes(), shown(path)), shown(path)
        )  # as a scenario would be: parsed once
    except OSError as error:
        raise ScenarioError(
            [Problem(Place(str(path)), said("cannot be read: {why}", why=said(error.strerror or str(error))))]
        ) from None
    return Layered(source.data, (source,))


def _kind(document: Layered) -> str:
    """Return the kind of a study, which decides what else may stand in the file."""
    kind = document.data.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        return kind
    allowed = said("use {names}", names=listed(KINDS))
    if kind is None:
        raise ScenarioError([Problem(document.place(()), "missing 'kind'", (), allowed=allowed)])
    nearest = nearest_word(kind, list(KINDS)) if isinstance(kind, str) else None
    place = document.place(("kind",))
    raise ScenarioError([Problem(place, "no such kind of study", ("kind",), described(kind), allowed, nearest)])


class _Reader:
    """Loads the scenarios of a study and makes its factors ready, gathering what is wrong."""

    def __init__(self, study: Study, document: Layered, folder: Path) -> None:
        """Keep the study, its document for the places of faults, and the folder that scenarios are seen from."""
        self.study, self.document, self.folder = study, document, folder
        self.origins: dict[str, Place] = {}

    def whole(self) -> StudyFile:
        """Return the study with all that belongs to it, or raise ScenarioError."""
        base = self._arm(self.study.name, self.study.title, self.study.scenario, ("scenario",), ())
        arms, axes = [], []
        problems: list[Problem] = []
        for name, variant in getattr(self.study, "variants", {}).items():
            path = ("variants", name)
            own = self._assignments(variant.set, (*path, "set"))
            scenario = variant.scenario or self.study.scenario
            where = (*path, "scenario") if variant.scenario else ("scenario",)
            try:
                arms.append(self._variant(name, variant, scenario, where, own))
            except ScenarioError as error:
                problems.extend(error.problems)
        for name, factor in getattr(self.study, "factors", {}).items():
            try:
                axes.append(self._axis(name, factor, base.loaded))
            except ValueError as error:
                path = ("factors", name)
                problems.append(Problem(self.document.place(path, of_key=True), said_by(error), path))
            except ScenarioError as error:
                problems.extend(error.problems)
        if problems:
            raise ScenarioError(problems)
        titles = told_apart(arm.title for arm in arms)
        arms = [replace(arm, title=title) for arm, title in zip(arms, titles, strict=True)]
        return StudyFile(self.study, self.document, base, tuple(arms), tuple(axes), self.origins)

    def _arm(self, name: str, title: Label, scenario: str, where: Steps_to, own: tuple[str, ...]) -> Arm:
        file = located(scenario, self.folder, self.document.place(where), (self.folder, preset_folder()))
        preset = file.resolve().parent == preset_folder().resolve()
        base = file.stem if preset else str(file.resolve())
        sets = (*self._assignments(self.study.set, ("set",)), *own, *self._replications())
        return Arm(name, title, base, sets, load_at(base, sets, self.origins))

    def _variant(self, name: str, variant: VariantModel, scenario: str, where: Steps_to, own: tuple[str, ...]) -> Arm:
        arm = self._arm(name, Label.model_validate(name), scenario, where, own)
        title = variant.title or variant_label(
            name, own, arm.loaded.document, own_scenario=variant.scenario is not None
        )
        return replace(arm, title=title)

    def _replications(self) -> tuple[str, ...]:
        """Return the assignment that a comparison's scenarios need; other studies count replications themselves."""
        asked = self.study.replications
        if not isinstance(self.study, Compare) or not isinstance(asked, int):
            return ()
        self.origins[f"run.replications={asked}"] = self.document.place(("replications",))
        return (f"run.replications={asked}",)

    def _assignments(self, sets: Sets, where: Steps_to) -> tuple[str, ...]:
        for path, value in sets.items():
            self.origins[assignment(path, value)] = self.document.place((*where, path))
        return tuple(assignment(path, value) for path, value in sets.items())

    def _axis(self, name: str, factor: Factor, loaded: Loaded) -> Axis:
        path = ("factors", name)
        self._refuse_strays(factor, loaded, path)
        made = axis(name, factor, loaded)
        if isinstance(made, Span):
            place = self.document.place((*path, "range"))
            self.origins.update({target.path: place for target in made.targets})
        else:
            where = "levels" if factor.levels is not None else "values"
            for index, setting in enumerate(made.settings):
                place = self.document.place((*path, where, str(setting.value) if factor.levels else index))
                self.origins.update(dict.fromkeys(setting.sets, place))
        return made

    def _refuse_strays(self, factor: Factor, loaded: Loaded, at: Steps_to) -> None:
        """Raise ScenarioError with the paths of a factor that no scenario could have."""
        own = [((*at, "path"), factor.path)] if factor.path is not None else []
        own += [((*at, "paths", index), path) for index, path in enumerate(factor.paths or ())]
        problems = [
            Problem(self.document.place(where), found.message, where, described(path), None, found.nearest)
            for where, path in own
            if (found := stray(loaded.document, path, schema_of(Scenario)))
        ]
        if problems:
            raise ScenarioError(problems)


def load_at(base: str, sets: Sequence[str], origins: Mapping[str, Place], point: str = "") -> Loaded:
    """Return a scenario with assignments laid over it; what is wrong with one is told where it was written.

    Raises ScenarioError if it does not load. `point` names the point, for what is wrong with the scenario as a whole.
    """
    try:
        return load(base, sets)
    except ScenarioError as error:
        raise ScenarioError([_placed(problem, origins, point) for problem in error.problems]) from None


def _placed(problem: Problem, origins: Mapping[str, Place], point: str) -> Problem:
    """Return a problem of `--set PATH=VALUE` at the place in the study file where that was written."""
    given = problem.place.file.removeprefix(_SET)
    place = origins.get(given) or origins.get(given.partition("=")[0])
    if place is not None:
        return replace(problem, place=place)
    return replace(
        problem,
        message=said("{message} (at {point})", message=said(problem.message), point=point)
        if point
        else problem.message,
    )


def points(file: StudyFile, settings: Iterable[Sequence[Setting]]) -> list[Point]:
    """Return a point for each combination of settings, one of each factor, laid over the study's scenario."""
    return [point(file, number, row) for number, row in enumerate(settings)]


def point(file: StudyFile, number: int, row: Sequence[Setting]) -> Point:
    """Return the point of a number with one setting of each factor."""
    own = tuple(given for setting in row for given in setting.sets)
    factors = tuple((axis.name, setting.value) for axis, setting in zip(file.axes, row, strict=True))
    return Point(number, str(number), file.base.base, (*file.base.sets, *own), factors)


def named(each: Point) -> str:
    """Return the values of a point's factors as people write them."""
    return ", ".join(f"{name} {setting_text(value)}" for name, value in each.factors)


def check_points(
    file: StudyFile, wanted: Iterable[Point], tell: Callable[[float], object], see: Callable[[Scenario], object]
) -> None:
    """Load the scenario of every point; raise ScenarioError with all that is wrong in any, each fault once.

    `tell` is told the share that is done, `see` is shown the scenario of each point that is sound.
    """
    problems: dict[tuple[Any, ...], Problem] = {}
    different = {(point.base, point.sets): point for point in wanted}
    for done, each in enumerate(different.values()):
        tell(done / len(different))
        name = named(each)
        for problem in _faults(file, each, name, see):
            problems.setdefault(
                (problem.place.file, problem.path, problem.message.removesuffix(f" (at {name})")), problem
            )
    if problems:
        raise ScenarioError(list(problems.values()))


def _faults(file: StudyFile, each: Point, point: str, see: Callable[[Scenario], object]) -> Iterator[Problem]:
    try:
        see(load_at(each.base, each.sets, file.origins, point).scenario)
    except ScenarioError as error:
        yield from error.problems
