"""What is wrong with the polygons of a map: each for itself, and between them; told by number and name of the feature.

Coordinates are longitude and latitude in degrees, in this order (RFC 7946).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.said import listed, said

if TYPE_CHECKING:
    import shapely

THINNEST = 0.1
"""Least part of its bounding box that a polygon fills; points are drawn in the box until they fall inside."""
MOST_APART = 0.1
"""Largest part of a community's area that may lie apart from its largest part, which alone counts."""
OVERLAP = 0.01
"""Largest part of a community that another may cover: lines drawn twice never quite agree."""
GAP_M = 5_000.0
"""Largest gap (m) across which communities are still one district."""
MOST_LATITUDE, MOST_LONGITUDE = 90.0, 180.0
NAMES = ("name", "Name", "NAME", "名称", "社区名称", "社区")
"""Properties of a feature that can hold the name of its community, the first that does."""


class Fault(NamedTuple):
    """What is wrong with a map: the number of the feature (from 1; None: with all of it), and a sentence."""

    feature: int | None
    message: str


class MapError(ValueError):
    """A map that cannot be used, with every fault found in it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in the order of the features."""
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = tuple(faults)


def called(feature: Any, number: int) -> str:
    """Return how messages call a feature: its number (from 1), and its name if it has one."""
    name = name_of(feature)
    return (
        said("feature {number}", number=number)
        if name is None
        else said("feature {number} ({name!r})", number=number, name=name)
    )


def name_of(feature: Any) -> str | None:
    """Return the name of the community of a feature, None if it has none."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None
    written = (str(properties[key]).strip() for key in NAMES if isinstance(properties.get(key), str | int))
    return next(filter(None, written), None)


def polygon_of(feature: Any) -> shapely.Polygon:
    """Return the polygon of a feature in degrees, its largest part if it has several.

    Raise ValueError with what is wrong, told as the end of a sentence that begins with the feature.
    """
    import shapely.geometry

    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        raise ValueError("has no geometry; expected the outline of a community")
    try:
        shape = shapely.force_2d(shapely.geometry.shape(geometry))
    except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError, shapely.errors.ShapelyError):
        # The words of the library speak of its own insides.
        raise ValueError("cannot be read; expected a Polygon of rings of corners, each [longitude, latitude]") from None
    if shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
        raise ValueError("is no polygon; each feature is the outline of one community")
    _in_degrees(shape.bounds)
    if not shape.is_valid:
        raise ValueError(
            said(
                "is not a simple polygon: {why} (longitude latitude)",
                why=shapely.is_valid_reason(shape),
            )
        )
    parts: list[shapely.Polygon] = list(getattr(shape, "geoms", [shape]))
    largest = max(parts, key=lambda part: part.area)
    if largest.area == 0:
        raise ValueError("is no polygon; each feature is the outline of one community")
    if largest.area < (1 - MOST_APART) * shape.area:
        part = largest.area / shape.area
        raise ValueError(
            said(
                "has {parts} parts, the largest with {part:.0%} of its area; give each a feature",
                parts=len(parts),
                part=part,
            )
        )
    if largest.area < THINNEST * largest.envelope.area:
        raise ValueError("is too thin to place households in it")
    return largest


def _in_degrees(bounds: tuple[float, float, float, float]) -> None:
    """Raise ValueError if bounds (west, south, east, north) are no longitudes and latitudes in this order."""
    west, south, east, north = bounds
    if not all(math.isfinite(bound) for bound in bounds):
        raise ValueError("has coordinates that are no numbers")
    x, y = max(-west, east), max(-south, north)
    at = said("(found {west:.8g} {south:.8g})", west=west, south=south)
    if x <= MOST_LONGITUDE and y <= MOST_LATITUDE:
        return
    if x <= MOST_LATITUDE and y <= MOST_LONGITUDE:
        raise ValueError(said("has latitude before longitude; expected longitude and latitude in degrees {at}", at=at))
    raise ValueError(
        said("is in metres or on another grid; expected longitude and latitude in degrees, WGS 84 {at}", at=at)
    )


def names_twice(features: Sequence[Any]) -> Iterator[Fault]:
    """Yield a fault for each feature that has the name of one before it."""
    first: dict[str, int] = {}
    for number, feature in enumerate(features, start=1):
        name = name_of(feature)
        if name is not None and first.setdefault(name, number) != number:
            yield Fault(
                number,
                said("{feature} has the name of feature {first}", feature=called(feature, number), first=first[name]),
            )


def between(outlines: Sequence[shapely.Polygon], features: Sequence[Any]) -> Iterator[Fault]:
    """Yield what is wrong between outlines (in metres): those that overlap, and those far from all others."""
    import numpy as np
    import shapely

    shapes = np.array(outlines)
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="intersects")
    one, other = one[one < other], other[one < other]
    shared = shapely.area(shapely.intersection(shapes[one], shapes[other]))
    smaller = np.minimum(shapely.area(shapes[one]), shapely.area(shapes[other]))
    for pair in np.flatnonzero(shared > OVERLAP * smaller):
        a, b = int(one[pair]), int(other[pair])
        names = listed((called(features[number], number + 1) for number in (a, b)), " and ")
        yield Fault(b + 1, said("{names} overlap by {shared:.3g} km2", names=names, shared=shared[pair] / 1000000.0))
    yield from _apart(shapes, tree, features)


def _apart(shapes: Any, tree: shapely.STRtree, features: Sequence[Any]) -> Iterator[Fault]:
    """Yield a fault for each group of outlines farther than GAP_M from the largest group."""
    import numpy as np
    import shapely
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    near, far = tree.query(shapes, predicate="dwithin", distance=GAP_M)
    links = coo_array((np.ones(len(near)), (near, far)), shape=(len(shapes), len(shapes)))
    count, group = connected_components(links, directed=False)
    if count == 1:
        return
    main = int(np.argmax(np.bincount(group)))
    rest = shapely.STRtree(shapes[group == main])
    for number in range(count):
        if number != main:
            first = int(np.argmax(group == number))
            gap = float(rest.query_nearest(shapes[first], return_distance=True)[1][0]) / 1000
            message = said(
                "{feature} lies {gap:,.1f} km from the other communities",
                feature=called(features[first], first + 1),
                gap=gap,
            )
            yield Fault(first + 1, said("{message}; at most {most:g} km", message=message, most=GAP_M / 1000))
