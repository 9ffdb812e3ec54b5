"""The report of a comparison: one HTML page that leads with the answer, and needs nothing else."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup
from ruamel.yaml import YAML

from sim.filenames import file_names
from sim.measures.statistics.warmup import settled
from sim.record.beside import Beside, read_beside
from sim.record.store import write_text
from sim.show.figures.cause_bars import draw_causes
from sim.show.figures.forest import draw_forest
from sim.show.figures.style import Style, as_svg, style_for
from sim.show.figures.timelines import Pair, draw_timelines, moment_rows, pairs
from sim.show.figures.warmup import draw_warmup
from sim.show.pages.assumptions import assumptions, plain
from sim.show.pages.cause_tables import SameRow, cause_tables, pairs_note, same_rows
from sim.show.pages.difference_tables import difference_themes, gain_note, key_differences
from sim.show.pages.page import FIGURES, REPORT, environment, inline, resource
from sim.show.pages.read_first import of_comparison
from sim.show.pages.report_tables import KEY_FIGURES, origin_rows
from sim.show.text.answer import answer
from sim.show.text.measure_text import measure_name
from sim.show.text.numbers import ABSENT
from sim.show.text.verdicts import warmup_verdict
from sim.words import Language, label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COMPARED = (*KEY_FIGURES, "closing_p90_h", "joint_arrival_median_h", "satisfied_share_valid", "displaced_h_per_week")
"""Measures that head a comparison, stand in its figure and make its answer, unless its study names others."""

TOLD_ELSEWHERE = ("kind", "title", "about", "equal_cost", "unmet", "measures", "variants")
"""Entries of the manifest that the page shows in places of their own."""

DAY_MS = 86_400_000


class VariantFacts(NamedTuple):
    """A variant as the page shows it: name, title, cost, and what differs from the first as (path, there, here)."""

    name: str
    title: str
    cost: str
    changes: list[tuple[str, str, str]]


class Story(NamedTuple):
    """One variant against the first: what made the difference, and the issues that changed most; `name` is the one
    that its folder and its figures have."""

    name: str
    title: str
    pairs: str
    same: list[SameRow]
    causes: list[Any]
    issues: list[tuple[Pair, list[tuple[str, str, str]], str]]


def write_comparison_report(folder: Path, language: Language = "en") -> Path:
    """Write `report.html` and `figures/*.svg` into the folder of a comparison; return the path of the report.

    Raises IncompleteResult if the folder is not whole.
    """
    found = read_beside(folder)
    document = _document(folder, _folders(found))
    style = style_for(language)
    drawn = draw_comparison(found, document, style)
    figures = {name: as_svg(figure) for name, figure in drawn.items()}
    (folder / FIGURES).mkdir(exist_ok=True)
    for name, svg in figures.items():
        write_text(folder / FIGURES / f"{name}.svg", svg)
    write_text(folder / REPORT, render(found, document, figures, style, language))
    return folder / REPORT


def _folders(found: Beside) -> dict[str, str]:
    """Return the names of the variants' folders, by the variants' names; figures are called by them too."""
    return file_names(entry["name"] for entry in found.manifest["variants"])


def _document(folder: Path, folders: Mapping[str, str]) -> dict[str, Any]:
    first = next(iter(folders.values()))
    text = (folder / "variants" / first / "scenario.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = YAML(typ="safe").load(text)
    return document


def draw_comparison(found: Beside, document: Mapping[str, Any], style: Style) -> dict[str, Figure]:
    """Return the figures of a comparison by name; causes and timelines for each variant but the first."""
    titles = _titles(found, style.language)
    base, others = next(iter(titles)), dict(list(titles.items())[1:])
    folders = _folders(found)
    hazards = document["hazards"]
    end = pd.Timestamp(found.manifest["followed_to"])
    states = {title: _of(found.tables["states"], name) for name, title in titles.items()}
    figures = {
        "forest": draw_forest(found.tables["differences"], _headed_by(found), others, titles[base], style),
        "warmup": draw_warmup(states, found.manifest["warmup_days"], style),
    }
    for name, title in others.items():
        figures[f"causes-{folders[name]}"] = draw_causes(_of(found.tables["causes"], name), hazards, style)
        issues = pairs(found.tables["changed"], name, hazards, style.language)
        if issues:
            figures[f"timelines-{folders[name]}"] = draw_timelines(issues, (titles[base], title), end, style)
    return figures


def render(
    found: Beside, document: Mapping[str, Any], figures: Mapping[str, str], style: Style, language: Language
) -> str:
    """Return the page; `figures` holds SVG by name, `document` is the first variant's scenario."""
    titles = _titles(found, language)
    base, *others = titles
    differences = found.tables["differences"]
    assumed = assumptions(document)
    manifest, measures = found.manifest, _headed_by(found)
    template = environment().get_template("comparison.html.j2")
    return template.render(
        language=language,
        say=partial(label, language=language),
        css=Markup(resource("report.css")),
        title=_page_title(manifest, titles, language),
        about=manifest["about"],
        manifest=manifest,
        replications=manifest["replications"],
        base_title=titles[base],
        titles=titles,
        answer=answer(differences, measures, titles, language),
        variants=_variant_facts(manifest, language),
        read_first=of_comparison(found, _folders(found), titles, language),
        key=[(titles[name], key_differences(_of(differences, name), measures, language)) for name in others],
        themes=[(titles[name], difference_themes(_of(differences, name), language)) for name in others],
        looked_at=int(differences["adjusted_p"].notna().sum()),
        gain=gain_note(differences, language),
        unmet=label("comma", language).join(measure_name(name, language) for name in manifest["unmet"]),
        figures={name: Markup(inline(svg)) for name, svg in figures.items()},
        figures_in_english=style.language != language,
        stories=[_story(found, name, document["hazards"], language) for name in others],
        warmup=_warmup_lines(found, titles, language),
        assumptions=[(section, list(rows)) for section, rows in groupby(assumed, key=lambda row: row.section)],
        assumed=len(assumed),
        origin=origin_rows({key: its for key, its in manifest.items() if key not in TOLD_ELSEWHERE}, language),
    )


def _headed_by(found: Beside) -> Sequence[str]:
    """Return the measures that are asked about."""
    return found.manifest.get("measures") or COMPARED


def _titles(found: Beside, language: Language) -> dict[str, str]:
    """Return the titles of the variants by name, the first first; the names where two would have one title."""
    texts = {entry["name"]: str(entry["title"].get(language) or entry["name"]) for entry in found.manifest["variants"]}
    shared = {title for title in texts.values() if list(texts.values()).count(title) > 1}
    told = {name: name if title in shared else title for name, title in texts.items()}
    return told if len(set(told.values())) == len(told) else {name: name for name in told}


def _page_title(manifest: Mapping[str, Any], titles: Mapping[str, str], language: Language) -> str:
    given = manifest["title"].get(language) or manifest["title"].get("en")
    if given:
        return str(given)
    base, *others = titles.values()
    other = others[0] if len(others) == 1 else label("and_others", language).format(n=len(others))
    return label("against", language).format(other=other, base=base)


def _of(table: pd.DataFrame, variant: str) -> pd.DataFrame:
    return table[table["variant"] == variant]


def _variant_facts(manifest: Mapping[str, Any], language: Language) -> list[VariantFacts]:
    return [
        VariantFacts(
            entry["name"],
            str(entry["title"].get(language) or entry["name"]),
            f"{entry['cost_yuan_per_year']:,.0f}",
            [
                (change["path"], _value_text(change["base"]), _value_text(change["other"]))
                for change in entry["changes"]
            ],
        )
        for entry in manifest["variants"]
    ]


def _value_text(value: Any) -> str:
    return ABSENT if value is None else plain(value)


def _story(found: Beside, name: str, hazards: Mapping[str, Any], language: Language) -> Story:
    titles, folders = _titles(found, language), _folders(found)
    base = next(iter(titles))
    issues = pairs(found.tables["changed"], name, hazards, language)
    counts = _of(found.tables["pairs"], name).iloc[0].to_dict()
    return Story(
        folders[name],
        titles[name],
        pairs_note(counts, titles[base], titles[name], language),
        same_rows(_of(found.tables["same"], name), language),
        cause_tables(_of(found.tables["causes"], name), hazards, language),
        [(issue, moment_rows(issue, language), _explained(issue, folders[base], folders[name])) for issue in issues],
    )


def _explained(issue: Pair, base: str, other: str) -> str:
    """Return the command that tells all of an issue's cases, `base` and `other` being the names of the variants'
    folders; nothing if neither variant has one."""
    sides = [(base, issue.base), (other, issue.other)]
    known = [(name, int(row["case"])) for name, row in sides if row["case"] >= 0]
    if not known:
        return ""
    (name, case), against = known[0], base if known[0][0] == other else other
    number = f" --replication {issue.replication}" if issue.replication else ""
    here, there = (shlex.quote(f"variants/{its}") for its in (name, against))
    return f"gridgov explain {here} --case {case}{number} --against {there}"


def _warmup_lines(found: Beside, titles: Mapping[str, str], language: Language) -> Sequence[tuple[str, str]]:
    given = found.manifest["warmup_days"]
    tables = {title: _of(found.tables["states"], name) for name, title in titles.items()}
    return [(title, warmup_verdict(settled(table), given, language)) for title, table in tables.items()]
