"""What studies find: numbers and tables alone, a record for each kind of study. `sim.study` fills it, `sim.show` makes
sentences, figures and tables of it.

Every record has `tables`: those for the folder of the study, in full, by the name of their file. `unmet`, where
replications go on until measures are known well enough, names those for which the budget did not suffice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

import pandas as pd

from sim.language.quantity import Label
from sim.language.units import counted
from sim.measures.statistics.warmup import Settled


class Varied(NamedTuple):
    """A factor that a study varied: its title, its unit (empty if it has none), and the titles of its levels by name
    (none if its values are no levels)."""

    title: Label
    unit: str
    levels: Mapping[str, Label] = {}


Factors = Mapping[str, Varied]
"""The factors of a study by name, in the order of its file."""


class Extreme(NamedTuple):
    """A point at which a measure is least or most, by number, and the value there, in the measure's unit."""

    point: int
    value: float


class Extremes(NamedTuple):
    """Where a measure is least and most over the points of a sweep.

    `difference` is paired by replication (`pairs` of them), `low` and `high` its 95 % interval; in the measure's unit,
    NaN where it cannot be had. `put_in` says whether a factor enters the measure's own mark.
    """

    measure: str
    least: Extreme
    most: Extreme
    difference: float
    low: float
    high: float
    pairs: int
    put_in: bool = False


@dataclass(frozen=True, repr=False)
class _Tabled:
    """Whatever has tables is shown in a line, by their names and lengths.

    `unmeasured` names the mechanisms that were varied of which nobody has measured anything.
    """

    kind: ClassVar[str] = "a study"
    """What kind of study found it, in a word, for whoever prints it."""
    unmeasured: Sequence[str] = field(default=(), kw_only=True)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """Return the tables by name."""
        return {}

    @property
    def held(self) -> str:
        """Return in words which tables there are, and how long each is."""
        return ", ".join(f"{name} ({counted(len(its), 'row')})" for name, its in self.tables.items()) or "no tables"

    def __repr__(self) -> str:
        return f"<found by {self.kind}: {self.held}>"


class Paid(NamedTuple):
    """What made the points of a sweep cost the same: the title of a number, and a row for each point with the number
    before and after, and what rounding leaves of the difference to the first one (`left_over_yuan`, a year)."""

    title: Label
    points: pd.DataFrame


@dataclass(frozen=True, repr=False)
class SweepFound(_Tabled):
    """What a sweep found: the table of points, and main effects of a full design, else the extremes of each measure.

    `points` is their number, `replications` that of each; `responses` has a row for each measure and point. `unmet` are
    the measures that some point does not know as well as was asked. `pairs` holds what two factors of a full design do
    together that each alone does not, `paid` what was changed for equal cost.
    """

    kind: ClassVar[str] = "a sweep"
    factors: Factors
    measures: Sequence[str]
    points: int
    replications: int
    responses: pd.DataFrame
    effects: pd.DataFrame | None = None
    extremes: Sequence[Extremes] = ()
    unmet: Sequence[str] = ()
    pairs: pd.DataFrame | None = None
    paid: Paid | None = None

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        paid = None if self.paid is None else self.paid.points
        pairs = None if self.pairs is None or self.pairs.empty else self.pairs
        found = {"effects": self.effects, "pairs": pairs, "paid": paid, "responses": self.responses}
        return {name: its for name, its in found.items() if its is not None}


@dataclass(frozen=True, repr=False)
class SensitivityFound(_Tabled):
    """What a sensitivity study found, by measure: the factors that lead, where it is undefined, what is chance.

    `main` names the column of `indices` that ranks factors, and the one shown beside it; a column `<index>_half` is
    half of a 95 % interval, and `ranked` says whether a row may be put in order, or chance explains as much. `pairs`
    holds what two factors do together, no rows unless asked for. `undefined` counts the points, of `points`, at which a
    measure is undefined; `leading` is empty where it is, where nothing moves the measure, and where its greatest index
    cannot be ranked; `noise` is the part of the variance between points that is chance, NaN where nobody can tell.
    `unmet` are the measures that some point does not know as well as was asked.
    """

    kind: ClassVar[str] = "a study of sensitivity"
    method: str
    main: tuple[str, str]
    factors: Factors
    points: int
    indices: pd.DataFrame
    pairs: pd.DataFrame
    leading: Mapping[str, Sequence[str]]
    undefined: Mapping[str, int]
    noise: Mapping[str, float]
    unmet: Sequence[str] = ()

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {"indices": self.indices, **({"pairs": self.pairs} if len(self.pairs) else {})}


@dataclass(frozen=True, repr=False)
class AssumptionsFound(_Tabled):
    """What a study of assumptions found in `replications` runs of each point: `effects` of both ends, the widest first.

    `variants` are the titles of the two whose difference is looked at, none if it is a measure itself. By measure:
    `leading` holds the paths that surely move it, the widest first (rows of `effects` that are not `ranked` in an order
    of chance), and `turns` those, with the value at the end, that
    change the sign of the difference. `unmet` are the measures that some point does not know as well as was asked.
    `titles` say what the paths are called.
    """

    kind: ClassVar[str] = "a study of assumptions"
    measures: Sequence[str]
    variants: Sequence[Label]
    replications: int
    effects: pd.DataFrame
    leading: Mapping[str, Sequence[str]]
    turns: Mapping[str, Sequence[tuple[str, str]]]
    unmet: Sequence[str] = ()
    titles: Mapping[str, Label] = field(default_factory=dict)

    def title(self, path: str) -> Label:
        """Return what a path is called, the path itself if nothing is known."""
        return self.titles.get(path) or Label(en=path, zh=path)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {"assumptions": self.effects}


@dataclass(frozen=True)
class Trials:
    """What a search tried: so many settings, with so many replications each.

    `points` has a row for each setting at which all is defined: its number, whether it keeps the targets (`kept`), and
    the means of the first two `measures`, aims before limits. `targets` are by measure, in its unit.
    """

    factors: Factors
    settings: int
    replications: int
    measures: Sequence[str]
    points: pd.DataFrame
    targets: Mapping[str, float]


@dataclass(frozen=True, repr=False)
class ChoiceFound(_Tabled):
    """The best of the finalists of a search: `winner` is its number, None if none meets the targets.

    `confidence` is the least probability that it is the best of `finalists` and meets the targets, differences below
    `tolerance` (a part) apart. `measures` are its aim and those that have targets. `chosen` has a row for each finalist
    and measure, from replications that the search has not seen; no rows if nothing was fit to be a finalist.
    """

    kind: ClassVar[str] = "a choice among variants"
    trials: Trials
    measures: Sequence[str]
    winner: int | None = None
    finalists: int = 0
    confidence: float = float("nan")
    tolerance: float = 0.0
    chosen: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {"chosen": self.chosen} if len(self.chosen) else {}


@dataclass(frozen=True, repr=False)
class FrontFound(_Tabled):
    """The front of two aims: the numbers of the settings that none betters in both, and a row of `chosen` for each of
    them and each measure; none if no setting meets the targets."""

    kind: ClassVar[str] = "a search for the best"
    trials: Trials
    aims: tuple[str, str]
    front: Sequence[int] = ()
    chosen: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {"chosen": self.chosen} if len(self.chosen) else {}


class ComparisonNotes(NamedTuple):
    """What one must know of a comparison before reading it.

    `equal_cost` has for each variant that was changed for equal cost the path, the number before and after, and what
    rounding leaves (`left_over_yuan`, a year). `unmet` are measures not known as well as asked. `unsettled` holds, by
    variant, what of its run is not steady, where the warm-up of `warmup_days` was too short, and `growing` how many
    queues grew, where some did.
    """

    equal_cost: Mapping[str, Mapping[str, Any]]
    unmet: Sequence[str]
    warmup_days: float
    unsettled: Mapping[str, Settled]
    growing: Mapping[str, int] = {}


@dataclass(frozen=True, repr=False)
class ComparisonFound(_Tabled):
    """What a comparison found: its tables of differences and causes; `measures` head it, `titles` are by variant."""

    kind: ClassVar[str] = "a comparison"
    measures: Sequence[str]
    titles: Mapping[str, Label]
    differences: pd.DataFrame
    causes: pd.DataFrame
    notes: ComparisonNotes

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name."""
        return {"differences": self.differences, "causes": self.causes}


StudyFound = SweepFound | SensitivityFound | AssumptionsFound | ChoiceFound | FrontFound
"""What a study of any kind but `compare` found."""
