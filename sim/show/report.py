"""The report of a result folder: one HTML page that needs nothing else, to read, print and forward."""

import os
from collections.abc import Mapping
from functools import partial
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure
from ruamel.yaml import YAML

from sim.measures.office import OfficeHours
from sim.measures.places import average_by_place
from sim.measures.tables import Tables
from sim.record.store import Results, read_results
from sim.scenario.models import Scenario
from sim.show.assumptions import assumptions, ungraded
from sim.show.backlog import draw_backlog
from sim.show.closing_curves import LEAST_CASES, draw_curves, undrawn
from sim.show.district_map import draw_map
from sim.show.labels import label, title_of
from sim.show.levels import draw_levels
from sim.show.report_tables import field_rows, key_figures, origin_rows, themes, worst_communities
from sim.show.style import Language, Style, as_svg, style_for

REPORT = "report.html"
FIGURES = "figures"
MAPPED = ("never_reported_share", "closing_mean_h")


def write_report(folder: Path, language: Language = "en") -> Path:
    """Write `report.html` and `figures/*.svg` into a result folder; return the path of the report.

    Raises IncompleteResult if the folder is not whole.
    """
    results = read_results(folder)
    document = YAML(typ="safe").load(results.document_yaml)
    tables = Tables(results.tables, OfficeHours.never())
    style = style_for(language)
    figures = {name: as_svg(figure) for name, figure in draw_figures(tables, document, style).items()}
    (folder / FIGURES).mkdir(exist_ok=True)
    for name, svg in figures.items():
        _replace(folder / FIGURES / f"{name}.svg", svg)
    page = render(results, tables, document, figures, style, language)
    _replace(folder / REPORT, page)
    return folder / REPORT


def draw_figures(tables: Tables, document: Mapping[str, Any], style: Style) -> dict[str, Figure]:
    """Return the figures of the report by name, in their order; the map only if there are grids to draw."""
    runs = list(tables.replications())
    hazards = document.get("hazards", {})
    figures = {
        "curves": draw_curves(runs, hazards, style),
        "levels": draw_levels(runs, hazards, style),
        "backlog": draw_backlog(runs, style),
    }
    grids = tables.frames["map"]
    if len(grids):
        places = average_by_place(tables, "grid")
        figures["map"] = draw_map(grids, {name: places[name] for name in MAPPED}, style)
    return figures


def render(
    results: Results,
    tables: Tables,
    document: Mapping[str, Any],
    figures: Mapping[str, str],
    style: Style,
    language: Language,
) -> str:
    """Return the page; `figures` holds SVG by name."""
    summary = results.tables["summary"]
    scenario = Scenario.model_validate(document)
    assumed = assumptions(document)
    template = _environment().get_template("report.html.j2")
    return template.render(
        language=language,
        say=partial(label, language=language),
        css=Markup(_resource("report.css")),
        title=title_of(document, str(document.get("name", "")), language),
        about=document.get("about", ""),
        changed=results.manifest.get("set", []),
        run=_run_facts(tables, results.manifest),
        place=_place_facts(tables, scenario),
        replications=len(tables.frames["district"]),
        key_figures=key_figures(summary, language),
        figures={name: Markup(_inline(svg)) for name, svg in figures.items()},
        undrawn=_undrawn(tables, document, language),
        figures_in_english=style.language != language,
        themes=themes(summary, language),
        field=field_rows(summary, document, language),
        worst=worst_communities(tables, language),
        assumptions=[(section, list(rows)) for section, rows in groupby(assumed, key=lambda row: row.section)],
        assumed=len(assumed),
        ungraded=ungraded(scenario, document),
        origin=origin_rows(results.manifest),
    )


def _run_facts(tables: Tables, manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return what the heading says of the run: first and last day of its window, its last day, its seed."""
    first = tables.frames["district"].iloc[0]
    ends = {name: pd.Timestamp(first[name]) - pd.Timedelta(1, "ms") for name in ("window_to", "followed_to")}
    days = {"window_from": pd.Timestamp(first["window_from"]), **ends}
    return {**{name: f"{day:%Y-%m-%d}" for name, day in days.items()}, "seed": str(manifest.get("seed", ""))}


def _place_facts(tables: Tables, scenario: Scenario) -> dict[str, str]:
    """Return what is simulated: how many residents, communities, grids and workers, by label."""
    counts = {
        "residents": tables.frames["district"]["residents"].iloc[0],
        "communities": scenario.territory.communities.value,
        "grids": len(tables.frames["map"]),
        "workers": scenario.staff.grid_workers.count.value,
        "department_crews": sum(unit.crews.value for unit in scenario.departments.values()),
    }
    return {name: f"{count:,}" for name, count in counts.items()}


def _undrawn(tables: Tables, document: Mapping[str, Any], language: Language) -> str:
    """Return the sentence on the hazards that have no curve, nothing if all have one."""
    hazards = document["hazards"]
    titles = [title_of(hazards[name], name, language) for name in undrawn(list(tables.replications()), hazards)]
    names = ("、" if language == "zh" else ", ").join(titles)
    return label("curves_undrawn", language).format(least=LEAST_CASES, names=names) if names else ""


def _environment() -> jinja2.Environment:
    loader = jinja2.FunctionLoader(_resource)
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def _resource(name: str) -> str:
    return (resources.files("sim.show") / name).read_text(encoding="utf-8")


def _inline(svg: str) -> str:
    """Return the SVG element alone, without the heading of a file of its own."""
    return svg[svg.index("<svg") :]


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)
