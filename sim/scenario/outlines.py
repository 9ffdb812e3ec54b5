"""Outlines of the communities, given as GeoJSON (RFC 7946) beside a scenario.

They are copied into the document on reading, so that a resolved scenario needs no other file. Of each feature
only the geometry and the name of its community are kept; names play no part in a run.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sim.said import said, said_by
from sim.scenario.beside import FilesBeside
from sim.scenario.checks.polygons import Fault, MapError, between, called, name_of, names_twice, polygon_of
from sim.scenario.problems import Problem, ScenarioError
from sim.scenario.source import SourceText

if TYPE_CHECKING:
    import shapely

METRES_PER_DEGREE = 6_371_008.8 * math.pi / 180.0
"""On a great circle of the mean radius of the earth (IUGG 1980)."""
M2_IN_KM2 = 1e6
MOST_TOLD = 20
"""Faults of a map that are told at once."""


def with_outlines(source: SourceText, files: FilesBeside) -> SourceText:
    """Return the source with the file that `territory.geojson` names read into it.

    If the same source says no `territory.area`, that is the area of the polygons.

    Raise ScenarioError with all that is wrong in the file: names and lines are lost once it is in the document.
    """
    territory = source.data.get("territory")
    if not isinstance(territory, dict) or not isinstance(name := territory.get("geojson"), str):
        return source
    path = ("territory", "geojson")
    text = files.text(name, path)
    try:
        written = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise files.refusal(said("the file is not JSON: {why}", why=said(str(error))), path, repr(name)) from None
    if not isinstance(written, dict) or not isinstance(written.get("features"), list):
        raise files.refusal("the file is no FeatureCollection", path, repr(name))
    try:
        outlines = read_outlines(written)
    except MapError as error:
        place = source.place(path) or source.values[()]
        told = [
            said("{line}{fault}", line=_line(text, fault), fault=said(fault.message))
            for fault in error.faults[:MOST_TOLD]
        ]
        raise ScenarioError([Problem(place, message, path, repr(name)) for message in told]) from None
    kept = {"type": "FeatureCollection", "features": [_bare(feature) for feature in written["features"]]}
    measured = {"area": _measured(outlines, name)} if "area" not in territory else {}
    return replace(source, data={**source.data, "territory": {**territory, **measured, "geojson": kept}})


def _measured(outlines: Sequence[shapely.Polygon], name: str) -> dict[str, str]:
    """Return the area of outlines in metres, as a scenario would say it."""
    area_m2 = sum(outline.area for outline in outlines)
    return {"value": f"{area_m2 / M2_IN_KM2:.6g} km2", "grade": "C", "source": f"area of the polygons of {name}"}


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _line(text: str, fault: Fault) -> str:
    """Return the line on which the feature of a fault begins in a file, as the beginning of a sentence."""
    start = re.search(r'"features"\s*:\s*\[\s*', text)
    if start is None or fault.feature is None or "\n" not in text.strip():
        return ""
    at, decoder = start.end(), json.JSONDecoder()
    for _ in range(fault.feature - 1):
        at = decoder.raw_decode(text, at)[1]
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,")) if at < len(text) else 0
    return said("line {line}: ", line=text.count(chr(10), 0, at) + 1)


def _bare(feature: Any) -> dict[str, Any]:
    """Return a feature with no more of its properties than its name, called `name` whatever the map calls it."""
    if not isinstance(feature, dict):
        return {"type": "Feature", "geometry": None}
    name = name_of(feature)
    named = {} if name is None else {"properties": {"name": name}}
    return {"type": "Feature", **named, "geometry": feature.get("geometry")}


def read_outlines(geojson: Mapping[str, Any]) -> list[shapely.Polygon]:
    """Return the polygons of a FeatureCollection, in its order, in metres from their south-west corner.

    Of several parts the largest counts, heights are left out. Equirectangular projection about the mean latitude
    (Snyder, Map Projections, USGS 1395, section 12), good to 0.1 % over a district. Raise MapError with what is wrong.
    """
    features = geojson.get("features")
    if not isinstance(features, list) or not features:
        raise MapError([Fault(None, "no features; expected a FeatureCollection of polygons")])
    polygons: list[shapely.Polygon] = []
    faults: list[Fault] = list(names_twice(features))
    for number, feature in enumerate(features, start=1):
        try:
            polygons.append(polygon_of(feature))
        except ValueError as error:
            faults.append(
                Fault(number, said("{feature} {fault}", feature=called(feature, number), fault=said(said_by(error))))
            )
    if faults:
        raise MapError(sorted(faults, key=lambda fault: fault.feature or 0))
    outlines = _in_metres(polygons)
    if found := list(between(outlines, features)):
        raise MapError(found)
    return outlines


def _in_metres(polygons: list[shapely.Polygon]) -> list[shapely.Polygon]:
    """Return polygons in metres from their south-west corner."""
    import numpy as np
    import shapely

    west, south, _, north = shapely.total_bounds(np.array(polygons))
    corner = np.array([west, south])
    stretch = METRES_PER_DEGREE * np.array([math.cos(math.radians((south + north) / 2.0)), 1.0])
    return [shapely.transform(polygon, lambda xy: (xy - corner) * stretch) for polygon in polygons]


def area_if_exchanged(geojson: Mapping[str, Any]) -> float:
    """Return the area (m2) of all outlines if what was read as longitude were latitude; NaN if that cannot be."""
    import numpy as np
    import shapely

    polygons = np.array([polygon_of(feature) for feature in geojson["features"]])
    west, _, east, _ = shapely.total_bounds(polygons)
    middle = math.radians((west + east) / 2.0)
    return float(shapely.area(polygons).sum()) * METRES_PER_DEGREE**2 * math.cos(middle)
