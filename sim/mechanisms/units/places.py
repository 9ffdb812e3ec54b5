"""Where a mechanism is at work: communities and streets as a scenario writes them, `community 3` or `street 1`.

Both are numbered from 1, as reports number them. Streets are runs of communities, as even as can be.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sim.language.contradiction import Contradiction, Path

_PLACE = re.compile(r"(community|street) ([1-9]\d*)")


def communities_of(scenario: Any, where: Sequence[str] | None) -> list[int]:
    """Communities (numbers from 0, in order) that lie in any of the places; all if none is said.

    What is no place is passed over: `are_places` tells of it.
    """
    count, streets = (int(number.value) for number in (scenario.territory.communities, scenario.territory.streets))
    if where is None:
        return list(range(count))
    named = {match.groups() for text in where if (match := _PLACE.fullmatch(text))}
    return [
        number
        for number in range(count)
        if ("community", str(number + 1)) in named or ("street", str(number * streets // count + 1)) in named
    ]


def are_places(scenario: Any, path: Path, where: Sequence[str] | None) -> Iterator[Contradiction]:
    """Yield a contradiction for each entry of a list at a path that is no place of the territory."""
    most = {"community": int(scenario.territory.communities.value), "street": int(scenario.territory.streets.value)}
    allowed = f"`community 1` to `community {most['community']}`, `street 1` to `street {most['street']}`"
    for number, text in enumerate(where or ()):
        match = _PLACE.fullmatch(text)
        if match is None or int(match[2]) > most[match[1]]:
            yield Contradiction((*path, number), "no such place", allowed=allowed)
