"""Communities from a map: the file is read into the document, and must agree with the numbers."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.load import digest, dump, load
from sim.scenario.outlines import METRES_PER_DEGREE, read_outlines
from sim.scenario.problems import ScenarioError
from sim.show.text.labels import community_names
from tests.scenario.conftest import Write

SIDE = 0.008
SCENARIO = (
    "extends: village-square\nterritory:\n  geojson: map.json\n  communities: 4\n"
    "  area: {value: 2.51 km2, source: measured}\n"
)


def square(west: float, south: float, side: float = SIDE) -> list[list[list[float]]]:
    east, north = west + side, south + side
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(kind: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def row(*corners: tuple[float, float], side: float = SIDE) -> dict[str, Any]:
    """Return a map of squares, named by number."""
    return collection(
        *(feature("Polygon", square(*corner, side), name=f"c{number}") for number, corner in enumerate(corners, 1))
    )


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "name": "map", "features": list(features)}


FOUR = collection(*(feature("Polygon", square(112.5 + i * SIDE, 37.9), name=f"c{i}") for i in range(4)))


def refusal(path: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(path)
    return caught.value.render().replace(f"{path.parent}/", "")


def test_a_map_without_an_area_beside_it_gives_its_own(write: Write) -> None:
    write("map.json", json.dumps(FOUR))
    parent = write("a.yaml", "extends: village-square\nterritory: {geojson: map.json, communities: 4}\n")
    loaded = load(parent)
    on_a_sphere = 4 * (SIDE * METRES_PER_DEGREE) ** 2 * math.cos(math.radians(37.9 + SIDE / 2))
    assert loaded.scenario.territory.area.value == pytest.approx(on_a_sphere, rel=1e-4)
    assert "map.json" in loaded.document["territory"]["area"]["source"]
    child = write("b.yaml", "extends: a.yaml\nterritory: {area: 2.45 km2}\n")
    assert load(child).scenario.territory.area.value == pytest.approx(2.45e6), "what a file says goes before"


def test_the_file_becomes_part_of_the_document_with_no_property_but_names(write: Write) -> None:
    write("map.json", json.dumps(FOUR))
    loaded = load(write("a.yaml", SCENARIO))
    assert isinstance(loaded.scenario.territory.geojson, dict)
    assert len(loaded.scenario.territory.geojson["features"]) == 4
    kept = [feature["properties"] for feature in loaded.document["territory"]["geojson"]["features"]]
    assert kept[0] == {"name": "c0"} and all(set(its) == {"name"} for its in kept)
    again = load(write("elsewhere/resolved.yaml", dump(loaded.document)))
    assert again.scenario == loaded.scenario
    assert digest(again.document) == digest(loaded.document)


@pytest.mark.parametrize("key", ["name", "NAME", "名称", "社区名称", "社区"])
def test_communities_have_their_names_by_whatever_key_maps_give_them(key: str, write: Write) -> None:
    features = [
        feature("Polygon", square(112.5 + i * SIDE, 37.9), **{key: f"社区 {i}", "街道": "东街"}) for i in range(4)
    ]
    write("map.json", json.dumps(collection(*features)))
    document = load(write("a.yaml", SCENARIO)).document
    assert community_names(document) == [f"社区 {i}" for i in range(4)]


def test_a_map_in_a_file_that_is_extended_lies_beside_that_file(write: Write) -> None:
    write("map.json", json.dumps(FOUR))
    write("base.yaml", SCENARIO)
    path = write("a.yaml", "extends: base.yaml\ngrids: {count: 50}")
    assert isinstance(load(path).scenario.territory.geojson, dict)
    gone = write("b.yaml", "extends: base.yaml\nterritory: {geojson: null}")
    assert load(gone).scenario.territory.geojson is None


def test_outlines_are_metres_from_the_south_west_corner() -> None:
    first, *_ = read_outlines(collection(feature("Polygon", square(10.0, 59.95, 0.1))))
    west, south, east, north = first.bounds
    assert (west, south) == (0.0, 0.0)
    assert north == pytest.approx(0.1 * METRES_PER_DEGREE)
    assert east == pytest.approx(north / 2, rel=1e-3)


def test_of_several_parts_the_largest_counts() -> None:
    parts = feature("MultiPolygon", [square(10.0, 50.0, 0.001), square(10.5, 50.0, 0.01)])
    (outline,) = read_outlines(collection(parts))
    assert outline.geom_type == "Polygon"
    assert outline.bounds[3] == pytest.approx(0.01 * METRES_PER_DEGREE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "a.yaml:3:12: territory.geojson: the file is not JSON: Expecting property name"),
        ("[]", "a.yaml:3:12: territory.geojson: the file is no FeatureCollection (found 'map.json')"),
        (json.dumps(collection()), "a.yaml:3:12: territory.geojson: no features"),
        (json.dumps(collection({})), "territory.geojson: feature 1 has no geometry"),
        (json.dumps(collection(feature("Polygon", [[1, 2]]))), "feature 1 cannot be read"),
        (json.dumps(collection(feature("Point", [112, 37]))), "feature 1 is no polygon"),
        (
            json.dumps(collection(feature("Polygon", [[[0, 0], [2, 2], [2, 0], [0, 1], [0, 0]]]))),
            "feature 1 is not a simple polygon: Self-intersection",
        ),
        (
            json.dumps(collection(feature("Polygon", [[[0, 0], [1, 1], [1, 0.99], [0, 0]]]))),
            "feature 1 is too thin",
        ),
        (
            json.dumps(row((5e5, 4e6), side=1000.0)),
            "feature 1 ('c1') is in metres or on another grid; expected longitude and latitude in degrees, WGS 84 "
            "(found 500000 4000000)",
        ),
        (
            json.dumps(collection(feature("Polygon", [[xy[::-1] for xy in square(112.5, 37.9)[0]]]))),
            "feature 1 has latitude before longitude; expected longitude and latitude in degrees (found 37.9 112.5)",
        ),
        (
            json.dumps(row((112.5, 37.9), (112.508, 37.9), (112.505, 37.9))),
            "feature 1 ('c1') and feature 3 ('c3') overlap by 0.234 km2",
        ),
        (
            json.dumps(row((112.5, 37.9), (112.508, 37.9), (112.7, 37.9)), indent=1).replace("\n    ", "\n"),
            "feature 3 ('c3') lies 16.1 km from the other communities; at most 5 km",
        ),
        (
            json.dumps(
                collection(feature("Polygon", square(1, 1)), feature("Polygon", square(1.008, 1)), {}), indent=1
            ),
            "line 67: feature 3 has no geometry",
        ),
        (
            json.dumps(collection(*(feature("Polygon", square(i, 1), 名称="东街") for i in range(2)))),
            "feature 2 ('东街') has the name of feature 1",
        ),
        (
            json.dumps(collection(feature("MultiPolygon", [square(1, 1), square(1.01, 1)]))),
            "feature 1 has 2 parts, the largest with 50% of its area; give each a feature",
        ),
        (
            json.dumps(collection(feature("Polygon", [[[math.nan, 1], [2, 2], [2, 1], [math.nan, 1]]]))),
            "the file is not JSON: NaN is no number",
        ),
        (
            json.dumps(row(*((37.9 + i * SIDE, 0) for i in range(4)))),
            "cover 3.17 km2 (found '2.51 km2'); to within 5%; with longitude and latitude exchanged they would agree",
        ),
        (
            json.dumps(collection(*FOUR["features"][:3])),
            "a.yaml:4:16: territory.communities: the file named in territory.geojson holds 3 (found 4)",
        ),
        (
            json.dumps(collection(*(feature("Polygon", square(i * SIDE, 0)) for i in range(4)))),
            "a.yaml:5:17: territory.area: the communities of territory.geojson cover 3.17 km2 (found '2.51 km2')",
        ),
    ],
)
def test_a_map_that_does_not_serve_is_refused(write: Write, text: str, said: str) -> None:
    write("map.json", text)
    assert said in refusal(write("a.yaml", SCENARIO))


def test_a_map_must_lie_beside_the_scenario(write: Write) -> None:
    write("map.json", json.dumps(FOUR))
    assert "lies outside the folder" in refusal(write("x/a.yaml", SCENARIO.replace("map", "../map")))
    missing = refusal(write("a.yaml", SCENARIO.replace("map", "mapp")))
    assert missing == ("a.yaml:3:12: territory.geojson: no such file (found 'mapp.json'); did you mean 'map.json'?")
    with pytest.raises(ScenarioError, match="only where a scenario file names it"):
        load("village-square", ["territory.geojson=map.json"])


def test_heights_are_left_out_and_holes_are_kept() -> None:
    (ring,) = square(10.0, 50.0, 0.02)
    (hole,) = square(10.005, 50.005, 0.01)
    high = [[[*xy, 800.0] for xy in ring], [[*xy, 800.0] for xy in hole]]
    (outline,) = read_outlines(collection(feature("Polygon", high)))
    assert not outline.has_z
    assert outline.area == pytest.approx(0.75 * outline.envelope.area)
