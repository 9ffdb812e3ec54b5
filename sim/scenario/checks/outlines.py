"""Outlines: the polygons given for the communities can be read and agree with the numbers of the territory."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction
from sim.said import said, said_by
from sim.scenario.models import Scenario
from sim.scenario.outlines import area_if_exchanged, read_outlines

AREA_TOLERANCE = 0.05


def outlines_agree_with_numbers(scenario: Scenario) -> Iterator[Contradiction]:
    """There are as many polygons as communities, and together they have the area."""
    territory, path = scenario.territory, ("territory", "geojson")
    if territory.geojson is None:
        return
    if isinstance(territory.geojson, str):
        yield Contradiction(path, "a file is read only where a scenario file names it")
        return
    try:
        outlines = read_outlines(territory.geojson)
    except ValueError as error:
        yield Contradiction(path, said_by(error))
        return
    if len(outlines) != territory.communities.value:
        message = said("the file named in territory.geojson holds {outlines:,}", outlines=len(outlines))
        yield Contradiction(("territory", "communities"), message)
    area = sum(outline.area for outline in outlines)
    if abs(territory.area.value / area - 1) > AREA_TOLERANCE:
        message = said("the communities of territory.geojson cover {area:.3g} km2", area=area / 1000000.0)
        exchanged = abs(territory.area.value / area_if_exchanged(territory.geojson) - 1) <= AREA_TOLERANCE
        agree = said("; with longitude and latitude exchanged they would agree: longitude comes first")
        hint = agree if exchanged else ""
        yield Contradiction(
            ("territory", "area"),
            message,
            allowed=said("to within {tolerance:.0%}{hint}", tolerance=AREA_TOLERANCE, hint=hint),
        )
