"""The report of a result folder: one HTML page that needs nothing else, to read, print and forward."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from sim.language.units import DAY_MS
from sim.measures.office import OfficeHours
from sim.measures.tables import Tables
from sim.plan.offered.load import MOST
from sim.record.store import Results, read_results
from sim.scenario.load import scenario_of, undumped
from sim.scenario.models import Scenario
from sim.show.figures.backlog import draw_backlog
from sim.show.figures.closing_curves import LEAST_CASES, draw_curves, undrawn
from sim.show.figures.district_map import draw_map
from sim.show.figures.hours import draw_hours
from sim.show.figures.levels import draw_levels
from sim.show.figures.stories.arrivals import draw_arrivals
from sim.show.figures.stories.flow import draw_flow
from sim.show.figures.stories.known import draw_known
from sim.show.figures.stories.lorenz import draw_lorenz
from sim.show.figures.stories.queues import draw_queues
from sim.show.figures.style import Style
from sim.show.figures.unit_loads import draw_unit_loads
from sim.show.figures.warmup import draw_warmup
from sim.show.pages.assumptions import assumptions
from sim.show.pages.brief.parts import Brief
from sim.show.pages.brief.run import brief_of_run
from sim.show.pages.case_list.data import case_section
from sim.show.pages.counted import Counted
from sim.show.pages.indicator_rows import indicator_tree
from sim.show.pages.load_tables import load_rows
from sim.show.pages.page import environment, inline, resource, write_pages
from sim.show.pages.read_first import of_run
from sim.show.pages.report_tables import field_rows, key_figures, mechanism_rows, origin_rows, themes, worst_communities
from sim.show.pages.told_assumptions import told_assumptions, told_ungraded
from sim.show.text.field_check import field_sentence
from sim.show.text.hours import hours_table
from sim.show.text.labels import about_text, community_names, title_of
from sim.show.text.settings import assignment_text
from sim.show.text.verdicts import warmup_verdict
from sim.words import Language, label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MAPPED = ("never_reported_share", "closing_mean_h")


def write_report(folder: Path, language: Language = "en") -> Path:
    """Write the report in both languages and `figures/*.svg` into a result folder; return its path in one.

    Raises IncompleteResult if the folder is not whole.
    """
    results, counted, document = _read(folder)
    return write_pages(
        folder, language, partial(draw_figures, counted, document), partial(render, results, counted, document)
    )


def run_brief(folder: Path, language: Language) -> Brief:
    """Return the first pages of the report of a run; raises IncompleteResult if the folder is not whole."""
    results, counted, document = _read(folder)
    return _brief(results, counted, counted.scenario, document, language)


def _read(folder: Path) -> tuple[Results, Counted, dict[str, Any]]:
    results = read_results(folder)
    text = results.document_yaml
    return results, Counted(Tables(results.tables, OfficeHours.never()), scenario_of(text)), undumped(text)


def _brief(
    results: Results, counted: Counted, scenario: Scenario, document: Mapping[str, Any], language: Language
) -> Brief:
    summary, tables = results.tables["summary"], counted.tables
    about = about_text(document.get("about", ""), language)
    facts = {**_run_facts(tables), **_place_facts(tables, scenario)}
    asked = label("asked_run", language).format(replications=len(tables.frames["district"]), **facts)
    changed = [assignment_text(given, document, language) for given in results.manifest.get("set", [])]
    said = label("comma", language).join(changed)
    return brief_of_run(
        summary,
        (
            title_of(document, str(document.get("name", "")), language),
            [*([about] if about else []), asked, *([f"{label('changed', language)} {said}"] if changed else [])],
        ),
        of_run(tables.frames, counted.states, scenario, document, language),
        field_rows(summary, document, language),
        len(assumptions(document)),
        language,
    )


def draw_figures(counted: Counted, document: Mapping[str, Any], style: Style) -> dict[str, Figure]:
    """Return the figures of the report by name, in their order; the map only if there are grids to draw."""
    runs = counted.runs
    hazards = document.get("hazards", {})
    figures = {
        "known": draw_known(counted.known, style),
        "flow": draw_flow(counted.flow, style),
        "curves": draw_curves(runs, hazards, style),
        "levels": draw_levels(runs, hazards, style),
        "backlog": draw_backlog(runs, style),
        "queues": draw_queues(counted.queues, document, style),
        "arrivals": draw_arrivals(counted.arrivals, style),
        "lorenz": draw_lorenz({name: counted.communities[name] for name in MAPPED}, style),
        "loads": draw_unit_loads(counted.loads, document, style),
        "hours": draw_hours(counted.hours, style),
    }
    warmup = counted.scenario.run.warmup.value / DAY_MS
    figures["warmup"] = draw_warmup({"": counted.states}, warmup, style)
    grids = counted.tables.frames["map"]
    if len(grids):
        figures["map"] = draw_map(grids, {name: counted.grids[name] for name in MAPPED}, style)
    return figures


def render(
    results: Results,
    counted: Counted,
    document: Mapping[str, Any],
    figures: Mapping[str, str],
    style: Style,
    language: Language,
) -> str:
    """Return the page; `figures` holds SVG by name."""
    summary, tables, scenario = results.tables["summary"], counted.tables, counted.scenario
    assumed = told_assumptions(document, language)
    names = community_names(document)
    field = field_rows(summary, document, language)
    template = environment().get_template("report.html.j2")
    return template.render(
        language=language,
        say=partial(label, language=language),
        css=Markup(resource("report.css") + resource("case_list/section.css")),
        title=title_of(document, str(document.get("name", "")), language),
        brief=_brief(results, counted, scenario, document, language),
        replications=len(tables.frames["district"]),
        key_figures=key_figures(summary, language),
        figures={name: Markup(inline(svg)) for name, svg in figures.items()},
        said_beside={
            "curves": _undrawn(counted, document, language),
            "warmup": warmup_verdict(counted.settled, scenario.run.warmup.value / DAY_MS, language),
        },
        figures_in_english=style.language != language,
        themes=themes(summary, language),
        field=field,
        field_sentence=field_sentence(field, language),
        indicators=indicator_tree(summary, document, language),
        worst=worst_communities(counted.communities, names, language),
        invented=not names,
        case_list=case_section(counted.listed, document, language),
        loads=load_rows(counted.loads, document, language),
        hours=hours_table(counted.hours, language),
        most=MOST,
        assumptions=assumed.sections,
        assumed=assumed.number,
        reasons_elsewhere=assumed.reasons_elsewhere,
        ungraded=told_ungraded(scenario, document, language),
        mechanisms=mechanism_rows(scenario, language),
        origin=origin_rows(results.manifest, language),
    )


def _run_facts(tables: Tables) -> dict[str, str]:
    """Return the first and the last day of the window and of the run."""
    first = tables.frames["district"].iloc[0]
    ends = {name: pd.Timestamp(first[name]) - pd.Timedelta(1, "ms") for name in ("window_to", "followed_to")}
    days = {
        "first_day": pd.Timestamp(first["window_from"]),
        "last_day": ends["window_to"],
        "followed_to": ends["followed_to"],
    }
    return {name: f"{day:%Y-%m-%d}" for name, day in days.items()}


def _place_facts(tables: Tables, scenario: Scenario) -> dict[str, str]:
    """Return what is simulated: how many residents, communities, grids, workers and crews."""
    counts = {
        "residents": tables.frames["district"]["residents"].iloc[0],
        "communities": scenario.territory.communities.value,
        "grids": len(tables.frames["map"]),
        "workers": scenario.staff.grid_workers.count.value,
        "crews": sum(unit.in_all(1) for unit in scenario.departments.values()),
    }
    return {name: f"{count:,}" for name, count in counts.items()}


def _undrawn(counted: Counted, document: Mapping[str, Any], language: Language) -> str:
    """Return the sentence on the hazards that have no curve, nothing if all have one."""
    hazards = document["hazards"]
    titles = [title_of(hazards[name], name, language) for name in undrawn(counted.runs, hazards)]
    names = label("comma", language).join(titles)
    return label("curves_undrawn", language).format(least=LEAST_CASES, names=names) if names else ""
