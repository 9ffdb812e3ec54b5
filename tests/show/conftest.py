import pytest
from ruamel.yaml import YAML

from sim.measures.summary import indicator_table, measure_all, summarise
from sim.record import contents
from sim.record.store import write_results
from sim.scenario.load import dump, load
from sim.scenario.models import Indicators
from sim.show.pages.report import write_report
from tests.measures.frames import case, issue, table, tables

DOCUMENT = """
name: small
title: {en: A small place, zh: 小地方}
about: Two grids <b>side by side</b>.
hazards:
  litter:
    title: {en: Litter, zh: 垃圾}
    rate: {value: 9 per resident per year, low: 6 per resident per year, grade: E, source: a guess}
    work: {lognormal: {median: 25 min, p90: 60 min}, low: 0.5, high: 2, grade: E}
    deadline: {value: 4 working hours, grade: B, source: a rule}
field:
  backlog_mean: {low: 0, high: 5, grade: E, source: by hand}
  issues_per_year: {expected: 9000, low: 8000, high: 10000, grade: A, source: a report}
indicators:
  title: {en: Our indicators, zh: 本地指标}
  source: {en: A page., zh: 某网页。}
  levels: {aspects: {title: {en: Aspects, zh: 方面}, count: 2}, items: {title: {en: Items, zh: 分项}, count: 16}}
  entries:
    governing: {title: {en: Governing, zh: 治理}}
    backlog: {of: governing, measure: backlog_mean}
    rooms: {title: {en: Rooms, zh: 阵地}}
"""

IN_CHINESE = ("run.start=2024年4月22日", "run.warmup=2周", "run.length=４周", "grids.cost=0.3万元", "grids.count=42")


def week_of_cases():
    """Return 40 cases of two streams in two grids, a quarter of them open."""
    rows = []
    for number in range(40):
        day = f"2024-05-{6 + number % 7:02}"
        common = {"hazard": "litter", "grid": number % 2, "community": number % 2, "replication": number % 2}
        stream = "request" if number % 3 == 0 else "street_order"
        done = {
            "closed_at": f"{day}T{number % 23:02}:30",
            "state": "closed",
            "level": "grid",
            "outcome": "fixed",
        }
        rows.append(case(day, stream=stream, **common, **(done if number % 4 else {})))
    return rows


@pytest.fixture(scope="session")
def run():
    issues = [
        issue("2024-05-06", grid=g, community=g, hazard="litter", replication=r, detected_at=at)
        for g in (0, 1)
        for r in (0, 1)
        for at in ("2024-05-07", None)
    ]
    return tables(issues=issues, cases=week_of_cases(), districts=[{"replication": 0}, {"replication": 1}])


@pytest.fixture(scope="session")
def grids():
    outlines = ["0 0, 500 0, 500 500, 0 500, 0 0", "500 0, 1000 0, 1000 500, 500 500, 500 0"]
    return table("map", [{"grid": g, "community": g, "outline": text} for g, text in enumerate(outlines)])


@pytest.fixture(scope="session")
def document():
    """Return a whole scenario under the name and the field of DOCUMENT, with one number that nobody vouches for.

    Its day, times and money are written in Chinese: who reckons with a document's own words fails on it.
    """
    small = YAML(typ="safe").load(DOCUMENT)
    whole = load("village-square", ["staff.grid_workers.count=31", *IN_CHINESE]).document
    return {**whole, **{key: small[key] for key in ("name", "title", "about", "field", "indicators")}}


@pytest.fixture(scope="session")
def result_folder(tmp_path_factory, run, grids, document):
    folder = tmp_path_factory.mktemp("results") / "run"
    measures = measure_all(run)
    frames = {**run.frames, "map": grids, "measures": measures, "summary": summarise(measures)}
    frames["indicators"] = indicator_table(Indicators.model_validate(document["indicators"]), frames["summary"])
    manifest = {"seed": 7, "versions": {"gridgov": "0.1"}, "set": ["staff.grid_workers.count=31"]}
    write_results(folder, frames, dump(document), manifest)
    return folder


@pytest.fixture(scope="session")
def report_pages(result_folder):
    """Return the report of the run by language; one call writes all of them."""
    write_report(result_folder)
    return {language: (result_folder / name).read_text(encoding="utf-8") for language, name in contents.REPORTS.items()}
