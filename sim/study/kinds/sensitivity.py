"""Sensitivity: which factors the measures hang on, by Morris' elementary effects or Sobol's shares of variance.

Morris 1991 (Technometrics 33), with the mean of absolute effects of Campolongo, Cariboni and Saltelli 2007; Sobol 2001,
estimated after Saltelli et al. 2010 (Comput. Phys. Commun. 181). SALib samples and analyses, the runner runs. What is
analysed at each point is the mean over its replications. Where a measure is undefined at one point, SALib would not say
so; here its indices are undefined, and it is told at how many points.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from sim.language.quantity import Label
from sim.measures.measure import Text
from sim.show.findings import Chart, Findings, Listing, measure_name, name_of, sentence
from sim.show.indices import draw_indices
from sim.show.labels import Language
from sim.show.numbers import ABSENT, written
from sim.study.files.load import StudyFile, points
from sim.study.files.models import Indices, Sensitivity
from sim.study.files.points import Point
from sim.study.kinds.designs import Places, index_places, settings_at, unique, unit_cube
from sim.study.kinds.outcomes import Floats, Runs, by_replication, point_means, replicated

MAIN = {"morris": ("mu_star", "sigma"), "sobol": ("total", "first")}
"""The index that ranks factors, and the one beside it, by method."""

TITLE = Text("What the measures hang on", "各指标取决于什么")
NOTES = {
    "morris": Text(
        "Mean absolute effect of moving a factor through its range (bar, with 95 % bootstrap interval), in the unit of"
        " the measure; the dot is the spread of effects: far from zero, the factor interacts or is not linear.",
        "因素在其范围内变动的平均绝对效应（条形，附 95 % 自助区间），单位同指标；"
        "圆点为效应的离散程度，越大说明存在交互或非线性。",
    ),
    "sobol": Text(
        "Share of a measure's variance over the factors' ranges: total (bar, with 95 % bootstrap interval) counts what"
        " a factor does together with others, first (dot) what it does alone. Estimates near zero may be below it.",
        "因素在其范围内引起的指标方差占比：总效应（条形，附 95 % 自助区间）含与其他因素的共同作用，"
        "一阶效应（圆点）仅为单独作用。接近零的估计值可能为负。",
    ),
}
UNDEFINED = (
    "{measure}: undefined at {n} of {all} points, so its indices are undefined.",
    "{measure}：在 {all} 个点中的 {n} 个无定义，故无敏感性指数。",
)
MATTERS = ("{measure} hangs most on {factors}.", "{measure}主要取决于{factors}。")
NOISE = (
    "{measure}: chance between replications makes {share} of the variance between points.",
    "{measure}：点间方差中有 {share} 来自重复间的偶然性。",
)
NOISE_UNKNOWN = Text(
    "With one replication nobody can tell chance from effect; ask for more.",
    "只有一次重复，无法区分偶然性与效应；请增加重复次数。",
)


def planned(file: StudyFile) -> list[Point]:
    """Return the points of a sensitivity study, each once."""
    return _plan(file)[1]


def _plan(file: StudyFile) -> tuple[Places, list[Point], list[int]]:
    """Return the places, the points, and which point stands for each place."""
    assert isinstance(file.study, Sensitivity)
    places = index_places(file.study.design, len(file.axes))
    rows, numbers = unique(settings_at(places, file.axes))
    return places, points(file, rows), numbers


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> Findings:
    """Run all points and return the indices of each measure."""
    assert isinstance(file.study, Sensitivity)
    design = file.study.design
    places, wanted, numbers = _plan(file)
    results, n = replicated(wanted, file.study.replications, runs)
    names = [axis.name for axis in file.axes]
    frames, pairs, undefined, noise = [], [], {}, {}
    for measure in measures:
        at_places = point_means(results, measure, wanted, n)[numbers]
        undefined[measure] = int(np.isnan(point_means(results, measure, wanted, n)).sum())
        noise[measure] = noise_share(by_replication(results, measure).to_numpy(dtype=np.float64))
        frames.append(indices(design, names, places, at_places).assign(measure=measure))
        pairs.append(pair_indices(design, names, at_places).assign(measure=measure))
    table = pd.concat(frames, ignore_index=True)
    titles = {axis.name: axis.title for axis in file.axes}
    chart = Chart(
        "indices",
        TITLE,
        NOTES[design.method],
        lambda style: draw_indices(table, titles, measures, MAIN[design.method], style),
    )
    listings = [_listing(table, design)]
    second = pd.concat(pairs, ignore_index=True)
    return Findings(
        _answer(table, design, undefined, len(wanted), titles),
        [chart],
        [*listings, *([_pair_listing(second)] if len(second) else [])],
        _noise_notes(noise),
    )


def indices(design: Indices, names: Sequence[str], places: Places, values: Floats) -> pd.DataFrame:
    """Return the indices of one measure, a row for each factor; all NaN if the measure is undefined at any place.

    Morris: mu, mu_star, sigma (in the measure's unit, over a factor's whole range) and the half-width of mu_star's 95 %
    interval. Sobol: first and total (parts of the variance), each with the half-width of its interval. A measure that
    never varies depends on nothing: all zero.
    """
    columns = MORRIS if design.method == "morris" else SOBOL
    if np.isnan(values).any():
        found = {column: np.full(len(names), np.nan) for column in columns}
    elif np.ptp(values) == 0.0:
        found = {column: np.zeros(len(names)) for column in columns}
    else:
        analysed = _morris(design, places, values) if design.method == "morris" else _sobol(design, len(names), values)
        found = {column: np.asarray(analysed[key], dtype=np.float64) for column, key in columns.items()}
    return pd.DataFrame({"factor": list(names), **found})


MORRIS = {"mu_star": "mu_star", "mu_star_half": "mu_star_conf", "mu": "mu", "sigma": "sigma"}
SOBOL = {"first": "S1", "first_half": "S1_conf", "total": "ST", "total_half": "ST_conf"}
"""Columns of the table of indices, with the names that SALib gives them."""


def _morris(design: Indices, places: Places, values: Floats) -> dict[str, Floats]:
    from SALib.analyze import morris

    cube = unit_cube(places.shape[1])
    found: dict[str, Floats] = morris.analyze(cube, places, values, num_levels=design.levels, seed=design.seed)
    return found


def _sobol(design: Indices, factors: int, values: Floats) -> dict[str, Floats]:
    from SALib.analyze import sobol

    second = design.second_order
    found: dict[str, Floats] = sobol.analyze(unit_cube(factors), values, calc_second_order=second, seed=design.seed)
    return found


def pair_indices(design: Indices, names: Sequence[str], values: Floats) -> pd.DataFrame:
    """Return Sobol's second-order indices, a row for each pair of factors; none unless the design asks for them."""
    if design.method != "sobol" or not design.second_order:
        return pd.DataFrame(columns=["factor", "with", "second", "second_half"])
    sound = not np.isnan(values).any() and np.ptp(values) > 0.0
    found = _sobol(design, len(names), values) if sound else {}
    nothing = np.full((len(names), len(names)), np.nan)
    second, half = found.get("S2", nothing), found.get("S2_conf", nothing)
    rows = [(names[a], names[b], second[a, b], half[a, b]) for a, b in combinations(range(len(names)), 2)]
    return pd.DataFrame(rows, columns=["factor", "with", "second", "second_half"])


def noise_share(values: Floats) -> float:
    """Return the part of the variance of points' means that is chance between replications.

    `values` has a row for each point, a column for each replication, on common random numbers: what a replication
    shifts everywhere alike is no noise between points. With R replications it is the residual mean square of the
    two-way layout over R, over the variance of the means; NaN with one replication or one point, or where undefined.
    """
    points, replications = values.shape
    if points < 2 or replications < 2:
        return float("nan")
    means = values.mean(axis=1)
    residual = values - means[:, None] - values.mean(axis=0)[None, :] + values.mean()
    square = (residual**2).sum() / ((points - 1) * (replications - 1))
    variance = means.var(ddof=1)
    if np.isnan(variance):
        return float("nan")
    return float(min(square / replications / variance, 1.0)) if variance > 0 else 0.0


def _answer(
    table: pd.DataFrame, design: Indices, undefined: dict[str, int], points: int, titles: dict[str, Label]
) -> list[Text]:
    """Return a sentence for each measure: which one or two factors lead, or at how many points it is undefined."""
    sentences = []
    for measure, lacking in undefined.items():
        if lacking:
            sentences.append(sentence(*UNDEFINED, n=str(lacking), all=str(points), measure=name_of(measure)))
            continue
        main = MAIN[design.method][0]
        rows = table[table["measure"] == measure].nlargest(2, main)
        if rows[main].iloc[0] > 0:
            leading = [titles[name] for name in rows.loc[rows[main] > rows[main].iloc[0] / 2, "factor"]]
            sentences.append(sentence(*MATTERS, measure=name_of(measure), factors=partial(_listed, leading)))
    return sentences


def _listed(titles: Sequence[Label], language: Language) -> str:
    return "、".join(title.zh for title in titles) if language == "zh" else ", ".join(title.en for title in titles)


def _noise_notes(noise: dict[str, float]) -> list[Text]:
    if all(np.isnan(share) for share in noise.values()):
        return [NOISE_UNKNOWN]
    return [
        sentence(*NOISE, measure=name_of(name), share=written(share, "share"))
        for name, share in noise.items()
        if share > 0
    ]


LISTING = Text("Indices", "敏感性指数")
PAIRS = Text("Pairs of factors", "因素两两作用")
NO_NOTE = Text("", "")


def _listing(table: pd.DataFrame, design: Indices) -> Listing:
    columns = list(MORRIS if design.method == "morris" else SOBOL)
    names = {"half": Text("±", "±")}
    headings = [names.get(column.rpartition("_")[2], Text(column.replace("_", " "), column)) for column in columns]
    return Listing(
        "indices",
        LISTING,
        NO_NOTE,
        (Text("Measure", "指标"), Text("Factor", "因素"), *headings),
        lambda language: _rows(table, ["factor"], columns, language),
        table[["measure", "factor", *columns]],
    )


def _pair_listing(table: pd.DataFrame) -> Listing:
    columns = ["second", "second_half"]
    headings = (
        Text("Measure", "指标"),
        Text("Factor", "因素"),
        Text("With", "与"),
        Text("second", "二阶"),
        Text("±", "±"),
    )
    return Listing(
        "pairs",
        PAIRS,
        NO_NOTE,
        headings,
        lambda language: _rows(table, ["factor", "with"], columns, language),
        table[["measure", "factor", "with", *columns]],
    )


def _rows(table: pd.DataFrame, words: list[str], numbers: list[str], language: Language) -> list[tuple[str, ...]]:
    return [
        (
            measure_name(row["measure"], language),
            *(str(row[word]) for word in words),
            *(ABSENT if np.isnan(row[number]) else written(row[number], "") for number in numbers),
        )
        for row in table.to_dict("records")
    ]
