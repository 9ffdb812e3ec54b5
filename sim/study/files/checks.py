"""What cannot hold in a study file, told before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sim.language.contradiction import Contradiction, Path
from sim.language.units import QuantityError, nearest_word
from sim.measures.catalogue import MEASURES
from sim.said import said
from sim.scenario.validate import Check
from sim.study.files.factors import factor_faults
from sim.study.files.models import Assumptions, Optimise, Sensitivity, Study, Sweep
from sim.study.files.precision import Until, target
from sim.study.files.targets import limit

REPLICATIONS = "run.replications"
"""What the study says instead of its scenarios."""


def _known_measures(names: Iterable[str], path: tuple[str, ...], *, keys: bool = False) -> Iterator[Contradiction]:
    for place, name in enumerate(names):
        if name not in MEASURES:
            at = (*path, name if keys else place)
            nearest = nearest_word(name, list(MEASURES))
            yield Contradiction(at, "no such measure", nearest, "`gridgov run` writes them all to summary.csv", keys)


def _check_measures(study: Study) -> Iterator[Contradiction]:
    """Yield the measures that do not exist, and those that are named before."""
    yield from _known_measures(study.measures, ("measures",))
    for place, name in enumerate(study.measures):
        if name in study.measures[:place]:
            yield Contradiction(("measures", place), "is named before")


def _check_precision(study: Study) -> Iterator[Contradiction]:
    """Yield a rule of precision that names no measure, or a width that cannot be read."""
    if not isinstance(study.replications, Until):
        return
    for name, text in study.replications.until.items():
        try:
            target(name, text)
        except QuantityError as error:
            path, of_key = ("replications", "until", name), name not in MEASURES
            yield Contradiction(path, error.message, error.nearest, error.allowed, of_key)
    if study.replications.at_most < study.replications.at_least:
        yield Contradiction(("replications", "at_most"), "is less than at_least")


def _check_replications(study: Study) -> Iterator[Contradiction]:
    """Yield assignments of the number of replications, which the study itself says."""
    places: list[tuple[Path, Mapping[str, Any]]] = [(("set",), study.set)]
    for name, variant in getattr(study, "variants", {}).items():
        places.append((("variants", name, "set"), variant.set))
    for name, factor in getattr(study, "factors", {}).items():
        at = ("factors", name)
        places.append(((*at, "path"), {factor.path: None}))
        places.extend(((*at, "paths", index), {path: None}) for index, path in enumerate(factor.paths or ()))
        places.extend(((*at, "levels", level), sets) for level, sets in (factor.levels or {}).items())
    for where, sets in places:
        if REPLICATIONS in sets:
            path = (*where, REPLICATIONS) if where[-1] == "set" or "levels" in where else where
            yield Contradiction(
                path, "is no value of a scenario that can be set here", None, "the study says `replications`"
            )


def _check_search(study: Optimise) -> Iterator[Contradiction]:
    if isinstance(study.replications, Until):
        yield Contradiction(("replications",), "a search needs a number; `select` decides how often finalists are run")


def _check_factors(study: Sweep | Sensitivity | Optimise) -> Iterator[Contradiction]:
    yield from factor_faults(study.factors)


def _power_of_two(points: int) -> bool:
    return points & (points - 1) == 0


def _check_sweep(study: Sweep) -> Iterator[Contradiction]:
    design = study.design
    if design.kind == "full" and design.points is not None:
        yield Contradiction(("design", "points"), "a full design has the points that its factors' values make")
    elif design.kind != "full" and design.points is None:
        yield Contradiction(("design",), said("how many points? {kind} needs points", kind=design.kind))
    elif design.kind == "sobol" and not _power_of_two(design.points or 1):
        yield _not_a_power(design.points or 1)


def _not_a_power(points: int) -> Contradiction:
    lower = 1 << (points.bit_length() - 1)
    return Contradiction(
        ("design", "points"),
        "Sobol points are balanced only by powers of two",
        allowed=said("e.g. {lower} or {upper}", lower=lower, upper=2 * lower),
    )


def _check_sensitivity(study: Sensitivity) -> Iterator[Contradiction]:
    design = study.design
    if design.method == "sobol" and not _power_of_two(design.points):
        yield _not_a_power(design.points)
    if design.method == "morris" and design.levels % 2:
        yield Contradiction(("design", "levels"), "Morris' grid needs an even number of levels")


def _check_assumptions(study: Assumptions) -> Iterator[Contradiction]:
    if len(study.variants) not in (0, 2):
        yield Contradiction(("variants",), "needs two variants, whose difference is asked about, or none")


def _check_aims(study: Optimise) -> Iterator[Contradiction]:
    yield from _known_measures(study.minimise, ("minimise",))
    yield from _known_measures(study.maximise, ("maximise",))
    aims = [*study.minimise, *study.maximise]
    if len(set(aims)) != len(aims) or len(aims) not in (1, 2):
        yield Contradiction(("name",), "needs one or two different measures to minimise or maximise")
    if not 0 < study.select.confidence.value < 1:
        yield Contradiction(("select", "confidence"), "must lie between 0 and 1, such as 95 %")
    if study.select.at_most < study.select.at_least:
        yield Contradiction(("select", "at_most"), "is less than at_least")


def _check_targets(study: Optimise) -> Iterator[Contradiction]:
    yield from _known_measures(study.subject_to, ("subject_to",), keys=True)
    for measure, text in study.subject_to.items():
        try:
            limit(measure, text)
        except KeyError:
            continue
        except QuantityError as error:
            yield Contradiction(("subject_to", measure), error.message, error.nearest, error.allowed)


def _check_names(study: Study) -> Iterator[Contradiction]:
    """Yield variants and factors without a name, which stands for their title where they have none."""
    for section in ("variants", "factors"):
        for name in getattr(study, section, {}):
            if not name.strip():
                yield Contradiction((section, name), "needs a name", of_key=True)


COMMON = (_check_names, _check_measures, _check_precision, _check_replications)

CHECKS: dict[str, Sequence[Check[Any]]] = {
    "compare": COMMON,
    "sweep": (*COMMON, _check_factors, _check_sweep),
    "sensitivity": (*COMMON, _check_factors, _check_sensitivity),
    "assumptions": (*COMMON, _check_assumptions),
    "optimise": (*COMMON, _check_search, _check_factors, _check_aims, _check_targets),
}
"""The checks of each kind of study."""
