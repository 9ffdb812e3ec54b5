"""What a study file says: which scenario, what varies, how often it is repeated, and what is measured."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from sim.language.bounds import Count
from sim.language.model import Model, OneWord
from sim.language.quantity import Label, Share
from sim.study.files.precision import Until

Sets = dict[str, Any]
"""Values by the path of a scenario, as of `gridgov run --set`: {run.length: 12 weeks}."""


MOST_SEED = 2**32 - 1
"""The greatest seed that the samplers and the search take (NumPy's legacy generators)."""


def _form(value: object) -> str:
    """Return which of its two forms a number of replications has."""
    return "a rule" if isinstance(value, dict | Until) else "a number"


Replications = Annotated[
    Annotated[Count, Field(ge=1), Tag("a number")] | Annotated[Until, Tag("a rule")], Discriminator(_form)
]
"""A number, or until intervals are narrow enough."""


class Factor(Model):
    """What varies: a path of the scenario (or several that move together), and the values it takes.

    Exactly one of `path`, `paths` and `levels` says what moves, and, but for `levels`, exactly one of `values` and
    `range` where to.
    """

    title: Label | None = Field(None, description="Its name in figures; that of the factor if not given.")
    path: str | None = Field(None, description="Path in the scenario, e.g. staff.grid_workers.count.")
    paths: list[str] | None = Field(
        None, min_length=1, description="Paths that move together: all get the same value or multiple."
    )
    values: list[Any] | None = Field(None, min_length=1, description="The values it takes, written as in a scenario.")
    range: list[Any] | None = Field(
        None, min_length=2, max_length=2, description="Least and greatest value: [3 km/h, 5 km/h]."
    )
    scale: Literal["linear", "log"] = Field("linear", description="How a range is divided.")
    steps: Count = Field(5, ge=2, description="Values that a full factorial design takes from a range, ends included.")
    relative: bool = Field(
        False, strict=True, description="The values are multiples of what the scenario says: 1 changes nothing."
    )
    levels: dict[str, Sets] | None = Field(
        None, min_length=1, description="Named levels, each with what it sets: {none: {mechanisms.density.cover: 0}}."
    )


class VariantModel(Model):
    """A scenario to be compared: the study's own one, or another, with values laid over it."""

    title: Label | None = None
    scenario: str | None = Field(None, description="Scenario file or preset instead of the study's.")
    set: Sets = Field(default_factory=dict, description="Values laid over it, by path.")


class Study(Model):
    """What all kinds of studies have in common."""

    name: OneWord = Field(description="One word: it names result folders.")
    title: Label
    about: str | Label = Field("", description="What is asked, what is expected, and why.")
    scenario: str = Field(description="Scenario file, in this one's folder or below, or preset.")
    set: Sets = Field(default_factory=dict, description="Values laid over the scenario in every run, by path.")
    replications: Replications = Field(5, description="Replications of each point; all points share their seeds.")
    measures: list[str] = Field(
        default_factory=list, description="Measures that are analysed and shown; the key figures if none is named."
    )


class Compare(Study):
    """Named variants side by side: paired differences, how sure they are, and the cases that made them."""

    kind: Literal["compare"]
    variants: dict[str, VariantModel] = Field(
        min_length=2, description="What is compared; the first is what it was before."
    )


class Design(Model):
    """Which of all possible points a sweep runs."""

    kind: Literal["full", "latin_hypercube", "sobol"] = Field(
        "full", description="Every combination of all values, or points spread evenly over the ranges."
    )
    points: Count | None = Field(None, ge=1, description="Number of points, for latin_hypercube and sobol.")
    seed: int = Field(1, strict=True, ge=0, le=MOST_SEED, description="Seed of the points (not of the simulation).")


class Sweep(Study):
    """How measures respond to factors, over a grid or a spread of points."""

    kind: Literal["sweep"]
    factors: dict[str, Factor] = Field(min_length=1)
    design: Design = Field(default_factory=Design)
    equal_cost: str | None = Field(
        None,
        description="Path of a number that is changed in all points until a year costs what the first one does, e.g. "
        "staff.grid_workers.count.",
    )


class Indices(Model):
    """How sensitivity indices are estimated.

    Morris takes points x (factors + 1) runs, Sobol points x (factors + 2), or twice that with second order.
    """

    method: Literal["morris", "sobol"] = Field(
        description="Morris: cheap, ranks factors. Sobol: shares of variance, alone and in company."
    )
    points: Count = Field(ge=2, description="Trajectories of Morris; base points of Sobol, a power of two.")
    levels: Count = Field(4, ge=2, description="Levels of each factor in Morris' grid; an even number.")
    second_order: bool = Field(False, strict=True, description="Also the shares of pairs of factors, with Sobol.")
    seed: int = Field(1, strict=True, ge=0, le=MOST_SEED, description="Seed of the points (not of the simulation).")


class Sensitivity(Study):
    """Which inputs are most influential on the measures, over their whole ranges."""

    kind: Literal["sensitivity"]
    factors: dict[str, Factor] = Field(min_length=2)
    design: Indices


class Assumptions(Study):
    """Every ranged number of the scenario at its low and high end, one at a time: which are most influential.

    With two variants the answer is the difference, second less first.
    """

    kind: Literal["assumptions"]
    variants: dict[str, VariantModel] = Field(
        default_factory=dict, description="Two, to ask what decides their difference."
    )
    only: list[str] = Field(default_factory=list, description="Paths; only what stands at or under them is varied.")
    leave_out: list[str] = Field(default_factory=list, description="Paths; what stands at or under them is not varied.")


class Selection(Model):
    """How the best of the last few is chosen, with replications that the search has not seen."""

    finalists: Count = Field(4, ge=1, description="Best points of the search that are looked at once more.")
    confidence: Share = Field(Share.of("95 %"), description="How sure one wants to be that the right one is chosen.")
    tolerance: Share = Field(
        Share.of("2 %"), description="Differences that do not matter, as a part of the best value and of each target."
    )
    at_least: Count = Field(10, ge=3, description="Replications of each finalist before more are decided on.")
    at_most: Count = Field(60, ge=3, description="Most replications of each finalist.")


class Optimise(Study):
    """The best setting of some factors: the cheapest that meets targets, or the front of two aims."""

    kind: Literal["optimise"]
    factors: dict[str, Factor] = Field(min_length=1)
    minimise: list[str] = Field(default_factory=list, description="Measures to be made small.")
    maximise: list[str] = Field(default_factory=list, description="Measures to be made large; one or two aims in all.")
    subject_to: dict[str, str] = Field(
        default_factory=dict, description="Targets by measure: {closing_p90_h: at most 72 h}."
    )
    trials: Count = Field(40, ge=1, description="Points that the search tries.")
    batch: Count = Field(8, ge=1, description="Points tried at once, whatever the number of workers.")
    seed: int = Field(1, strict=True, ge=0, le=MOST_SEED, description="Seed of the search (not of the simulation).")
    select: Selection = Field(default_factory=Selection)


KINDS: dict[str, type[Study]] = {
    "compare": Compare,
    "sweep": Sweep,
    "sensitivity": Sensitivity,
    "assumptions": Assumptions,
    "optimise": Optimise,
}
