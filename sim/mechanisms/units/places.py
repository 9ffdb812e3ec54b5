"""Where a mechanism is at work: communities and streets as a scenario writes them, `community 3` or `street 1`, or the
name of a community.

Both are numbered from 0, as in tables and reports. Streets are runs of communities, as even as can be.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sim.language.contradiction import Contradiction, Path
from sim.said import listed, said

_PLACE = re.compile(r"(community|street) (0|[1-9]\d*)")


def communities_of(scenario: Any, where: Sequence[str] | None) -> list[int]:
    """Communities (numbers from 0, in order) that lie in any of the places; all if none is said.

    What is no place is passed over: `are_places` tells of it.
    """
    count = int(scenario.territory.communities.value)
    if where is None:
        return list(range(count))
    named = {(match[1], int(match[2])) for text in where if (match := _PLACE.fullmatch(text))}
    named |= {("community", number) for number, name in enumerate(_names(scenario)) if name in where}
    return [
        number
        for number in range(count)
        if ("community", number) in named or ("street", int(street_of(scenario, number))) in named
    ]


def street_of(scenario: Any, community: Any) -> Any:
    """Street (number from 0) in which a community lies, or those of an array of communities."""
    return community * int(scenario.territory.streets.value) // int(scenario.territory.communities.value)


def are_places(scenario: Any, path: Path, where: Sequence[str] | None) -> Iterator[Contradiction]:
    """Yield a contradiction for each entry of a list at a path that is no place of the territory."""
    counts = {"community": int(scenario.territory.communities.value), "street": int(scenario.territory.streets.value)}
    allowed = listed(
        said("`{kind} 0` to `{kind} {count}`", kind=kind, count=count - 1) for kind, count in counts.items()
    )
    for number, text in enumerate(where or ()):
        match = _PLACE.fullmatch(text)
        if text not in _names(scenario) and (match is None or int(match[2]) >= counts[match[1]]):
            yield Contradiction(
                (*path, number), "no such place", allowed=said("{allowed}, or the name of a community", allowed=allowed)
            )


def _names(scenario: Any) -> list[str]:
    """Names of the communities by number, empty where they have none; none at all if they are invented."""
    geojson = scenario.territory.geojson
    features = geojson.get("features", []) if isinstance(geojson, dict) else []
    return [str((feature.get("properties") or {}).get("name") or "") for feature in features]
