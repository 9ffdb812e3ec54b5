"""The report of a comparison: one HTML page that leads with the answer, and needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from sim.filenames import file_names
from sim.measures.statistics.warmup import settled
from sim.record.beside import Beside, read_beside
from sim.scenario.load import undumped
from sim.show.figures.cause_bars import draw_causes
from sim.show.figures.forest import draw_forest
from sim.show.figures.style import Style
from sim.show.figures.timelines import Pair, draw_timelines, moment_rows, pairs
from sim.show.figures.variant_backlog import draw_variant_backlog
from sim.show.figures.warmup import draw_warmup
from sim.show.pages.assumptions import assumptions
from sim.show.pages.brief.comparison import brief_of_comparison, changes_text
from sim.show.pages.brief.parts import Brief
from sim.show.pages.brief.rows import with_certain
from sim.show.pages.cause_tables import SameRow, cause_tables, pairs_note, same_rows
from sim.show.pages.difference_tables import difference_themes, gain_note, key_differences
from sim.show.pages.page import environment, inline, resource, write_pages
from sim.show.pages.read_first import of_comparison
from sim.show.pages.report_tables import KEY_FIGURES, origin_rows
from sim.show.pages.told_assumptions import told_assumptions
from sim.show.text.measure_text import measure_name
from sim.show.text.money import money
from sim.show.text.settings import setting_title
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
    """A variant as the page shows it: name, cost, and what differs from the first in words."""

    name: str
    cost: str
    changes: list[str]


class Story(NamedTuple):
    """One variant against the first: what made the difference, and the issues that changed most; `name` is the one
    that its folder and its figures have."""

    name: str
    title: str
    pairs: str
    same: list[SameRow]
    causes: list[Any]
    issues: list[tuple[Pair, list[tuple[str, str, str]], list[str]]]


def write_comparison_report(folder: Path, language: Language = "en") -> Path:
    """Write the report in both languages and `figures/*.svg` into the folder of a comparison; return its path in one.

    Raises IncompleteResult if the folder is not whole.
    """
    found, document = _read(folder)
    return write_pages(folder, language, partial(draw_comparison, found, document), partial(render, found, document))


def comparison_brief(folder: Path, language: Language) -> Brief:
    """Return the first pages of the report of a comparison; raises IncompleteResult if the folder is not whole."""
    found, document = _read(folder)
    return _brief(found, document, language)


def _read(folder: Path) -> tuple[Beside, dict[str, Any]]:
    """Return what a comparison found, with what is certain by what was switched, and the first variant's scenario."""
    found = read_beside(folder)
    certain = with_certain(found.tables["differences"], found.manifest["variants"])
    tables = {**found.tables, "differences": certain}
    return replace(found, tables=tables), _document(folder, _folders(found))


def _brief(found: Beside, document: Mapping[str, Any], language: Language) -> Brief:
    titles = _titles(found, language)
    return brief_of_comparison(
        found,
        found.tables["differences"],
        document,
        (_page_title(found.manifest, titles, language), titles),
        of_comparison(found, _folders(found), titles, language),
        len(assumptions(document)),
        language,
    )


def _folders(found: Beside) -> dict[str, str]:
    """Return the names of the variants' folders, by the variants' names; figures are called by them too."""
    return file_names(entry["name"] for entry in found.manifest["variants"])


def _document(folder: Path, folders: Mapping[str, str]) -> dict[str, Any]:
    first = next(iter(folders.values()))
    text = (folder / "variants" / first / "scenario.yaml").read_text(encoding="utf-8")
    return undumped(text)


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
        "backlog": draw_variant_backlog(states, found.manifest["warmup_days"], style),
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
    assumed = told_assumptions(document, language)
    manifest, measures = found.manifest, _headed_by(found)
    template = environment().get_template("comparison.html.j2")
    return template.render(
        language=language,
        say=partial(label, language=language),
        css=Markup(resource("report.css")),
        title=_page_title(manifest, titles, language),
        brief=_brief(found, document, language),
        manifest=manifest,
        replications=manifest["replications"],
        base_title=titles[base],
        titles=titles,
        variants=_variant_facts(manifest, document, language),
        setting=lambda path: setting_title(path, document, language),
        money=lambda yuan: money(yuan, language),
        key=[(titles[name], key_differences(_of(differences, name), measures, language)) for name in others],
        themes=[(titles[name], difference_themes(_of(differences, name), language)) for name in others],
        looked_at=int(differences["adjusted_p"].notna().sum()),
        gain=gain_note(differences, language),
        unmet=label("comma", language).join(measure_name(name, language) for name in manifest["unmet"]),
        figures={name: Markup(inline(svg)) for name, svg in figures.items()},
        figures_in_english=style.language != language,
        stories=[_story(found, name, document["hazards"], language) for name in others],
        warmup=_warmup_lines(found, titles, language),
        assumptions=assumed.sections,
        assumed=assumed.number,
        reasons_elsewhere=assumed.reasons_elsewhere,
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
    if len(others) > 1:
        return label("against_several", language).format(n=len(others), base=base)
    return label("against", language).format(other=others[0], base=base)


def _of(table: pd.DataFrame, variant: str) -> pd.DataFrame:
    return table[table["variant"] == variant]


def _variant_facts(manifest: Mapping[str, Any], document: Mapping[str, Any], language: Language) -> list[VariantFacts]:
    return [
        VariantFacts(
            entry["name"],
            money(entry["cost_yuan_per_year"], language),
            changes_text(entry["changes"], document, language),
        )
        for entry in manifest["variants"]
    ]


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
        [
            (issue, moment_rows(issue, language), _traces(issue, titles[base], titles[name], language))
            for issue in issues
        ],
    )


def _traces(issue: Pair, base: str, other: str, language: Language) -> list[str]:
    """Return where all of an issue's cases is told: their numbers in the two variants, by the variants' titles."""
    known = [(title, int(row["case"])) for title, row in ((base, issue.base), (other, issue.other)) if row["case"] >= 0]
    return [
        label("trace_case", language).format(case=case, variant=title, replication=issue.replication)
        for title, case in known
    ]


def _warmup_lines(found: Beside, titles: Mapping[str, str], language: Language) -> Sequence[tuple[str, str]]:
    given = found.manifest["warmup_days"]
    tables = {title: _of(found.tables["states"], name) for name, title in titles.items()}
    return [(title, warmup_verdict(settled(table), given, language)) for title, table in tables.items()]
