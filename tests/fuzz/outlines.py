"""Damaged GeoJSON beside a scenario that is good."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from sim.scenario.load import load
from tests.fuzz.draw import Draw, Mutant
from tests.fuzz.scenarios import run_a_day
from tests.fuzz.texts import damaged
from tests.fuzz.trees import changed

SCENARIO = """\
extends: village-square
name: mapped
title: x
territory: {geojson: map.geojson, area: 3.8 km2, communities: 4}
"""
RUN_SHARE = 0.01
POINT: tuple[Any, ...] = (
    *([0, 0], [112.5], [], [112.5, 37.9, 10], ["a", 1], [None, 1], [37.9, 112.5], [1e308, 37], [float("nan"), 37.9]),
    *([637_000, 4_196_000], [112.5, 91], [-180, 37.9], [112.515, 37.905], [True, 37.9], {"x": 1}, "112.5,37.9", 112.5),
)  # fmt: skip
GEOMETRY: tuple[Any, ...] = (
    *(None, {}, [], "x", {"type": "Polygon"}, {"type": "Point", "coordinates": [112.5, 37.9]}, {"type": "Polygone"}),
    *({"type": "GeometryCollection", "geometries": []}, {"type": "Polygon", "coordinates": []}, {"type": None}),
    *({"type": "Polygon", "coordinates": [[]]}, {"type": "MultiPolygon", "coordinates": []}, {"type": "Feature"}),
    *({"type": "Polygon", "coordinates": None}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}),
)  # fmt: skip


def square(number: int) -> dict[str, Any]:
    """Return the outline of a community of a kilometre each way, each east of the one before."""
    west, east, south, north = 112.5 + number / 100, 112.51 + number / 100, 37.9, 37.91
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"name": f"社区{number}"}, "geometry": geometry}


def make(draw: Draw, folder: Path) -> Mutant:
    """Return a scenario with a damaged map."""
    scenario, path = folder / "mapped.yaml", folder / "map.geojson"
    scenario.write_text(SCENARIO, encoding="utf-8")
    tree = {"type": "FeatureCollection", "features": [square(number) for number in range(4)]}
    story, on_bytes = [], []
    for rng in draw.damages():
        how = rng.random()
        if how < 0.2:
            on_bytes.append(rng)
        else:
            story.append(changed(rng, tree) if how < 0.6 else _moved(rng, tree))
    raw = json.dumps(tree, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    for rng in on_bytes:
        raw, told = damaged(rng, raw)
        story.append(told)
    path.write_bytes(raw)
    runs = draw.rng("run").random() < RUN_SHARE

    def attempt() -> None:
        loaded = load(scenario)
        if runs:
            run_a_day(loaded, scenario)

    return Mutant(("map:", *story), attempt, path)


def _moved(rng: Random, tree: dict[str, Any]) -> str:
    """Change the geometry of a feature as map-making programs do."""
    features = tree.get("features")
    feature = rng.choice(features) if isinstance(features, list) and features else None
    if not isinstance(feature, dict):
        return "nothing moved"
    if rng.random() < 0.3:
        feature["geometry"] = rng.choice(GEOMETRY)
        return f"a geometry is {feature['geometry']!r}"
    try:
        ring = feature["geometry"]["coordinates"][0]
        at = rng.randrange(len(ring))
        ring[at] = rng.choice((*POINT, [ring[at][0] + rng.gauss(0, 0.01), ring[at][1] + rng.gauss(0, 0.01)]))
        rng.choice((lambda: None, lambda: None, ring.reverse, ring.pop, lambda: rng.shuffle(ring)))()
        return f"a corner is {str(ring[at : at + 1])[:80]}"
    except (KeyError, TypeError, IndexError, ValueError):
        return "nothing moved"
