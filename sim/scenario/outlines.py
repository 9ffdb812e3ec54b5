"""Outlines of the communities, given as GeoJSON (RFC 7946) beside a scenario.

They are copied into the document on reading, so that a resolved scenario needs no other file. Of each feature
only the geometry is kept: names and other properties play no part.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sim.scenario.beside import FilesBeside
from sim.scenario.source import SourceText

if TYPE_CHECKING:
    import shapely

METRES_PER_DEGREE = 6_371_008.8 * math.pi / 180.0
"""On a great circle of the mean radius of the earth (IUGG 1980)."""
THINNEST = 0.1
"""Least part of its bounding box that a polygon fills; points are drawn in the box until they fall inside."""


def with_outlines(source: SourceText, files: FilesBeside) -> SourceText:
    """Return the source with the file that `territory.geojson` names read into it."""
    territory = source.data.get("territory")
    if not isinstance(territory, dict) or not isinstance(name := territory.get("geojson"), str):
        return source
    path = ("territory", "geojson")
    try:
        written = json.loads(files.text(name, path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise files.refusal(f"the file is not JSON: {error}", path, repr(name)) from None
    if not isinstance(written, dict) or not isinstance(written.get("features"), list):
        raise files.refusal("the file is no FeatureCollection", path, repr(name))
    kept = {"type": "FeatureCollection", "features": [_bare(feature) for feature in written["features"]]}
    return replace(source, data={**source.data, "territory": {**territory, "geojson": kept}})


def _bare(feature: Any) -> dict[str, Any]:
    """Return a feature without its properties."""
    return {"type": "Feature", "geometry": feature.get("geometry") if isinstance(feature, dict) else None}


def read_outlines(geojson: Mapping[str, Any]) -> list[shapely.Polygon]:
    """Return the polygons of a FeatureCollection, in its order, in metres from their south-west corner.

    Of several parts the largest counts. Equirectangular projection about the mean latitude (Snyder, Map
    Projections, USGS 1395, section 12), good to 0.1 % over a district. Raise ValueError with what is wrong.
    """
    import numpy as np
    import shapely

    features = geojson.get("features")
    if not isinstance(features, list) or not features:
        raise ValueError("no features; expected a FeatureCollection of polygons")
    polygons = [_polygon(feature, number) for number, feature in enumerate(features, start=1)]
    west, south, east, north = shapely.total_bounds(np.array(polygons))
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise ValueError("expected longitude and latitude in degrees")
    corner = np.array([west, south])
    stretch = METRES_PER_DEGREE * np.array([math.cos(math.radians((south + north) / 2.0)), 1.0])
    return [shapely.transform(polygon, lambda xy: (xy - corner) * stretch) for polygon in polygons]


def _polygon(feature: Any, number: int) -> shapely.Polygon:
    """Return the polygon of a feature, its largest part if it has several; `number` names it in messages."""
    import shapely.geometry

    try:
        shape = shapely.geometry.shape(feature["geometry"])
    except (ValueError, TypeError, LookupError, AttributeError, shapely.errors.ShapelyError) as error:
        raise ValueError(f"feature {number} cannot be read: {error}") from None
    if shape.area == 0:
        raise ValueError(f"feature {number} is no polygon; each feature is the outline of one community")
    if not shape.is_valid:
        raise ValueError(f"feature {number} is not a simple polygon: {shapely.is_valid_reason(shape)}")
    parts: list[shapely.Polygon] = [
        part for part in getattr(shape, "geoms", [shape]) if isinstance(part, shapely.Polygon)
    ]
    largest = max(parts, key=lambda part: part.area)
    if largest.area < THINNEST * largest.envelope.area:
        raise ValueError(f"feature {number} is too thin to place households in it")
    return largest
