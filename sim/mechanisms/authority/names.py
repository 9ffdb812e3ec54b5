"""Names of units, hazards and rosters that mechanisms of authority name: they must be there."""

from collections.abc import Collection, Iterable, Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.units import nearest_word


def are_known(
    path: Path, kind: str, names: Iterable[str], known: Collection[str], *, of_key: bool = False
) -> Iterator[Contradiction]:
    """Yield a contradiction for each name of a list, or (`of_key`) of a mapping, at a path that is not among those of a
    kind, or stands twice."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name not in known:
            allowed = f"known here are {', '.join(known)}" if known else "none is known here"
            at = (*path, name if of_key else number)
            yield Contradiction(at, f"no such {kind}", nearest_word(name, list(known)), allowed, of_key)
        elif name in seen:
            yield Contradiction((*path, number), f"{name} stands here twice")
        seen.add(name)


def is_known(path: Path, kind: str, name: str | None, known: Collection[str]) -> Iterator[Contradiction]:
    """Yield a contradiction if a name at a path is missing, or not among those of its kind."""
    allowed = f"known here are {', '.join(known)}" if known else "none is known here"
    if name is None:
        yield Contradiction(path, f"must name a {kind}", None, allowed)
    elif name not in known:
        yield Contradiction(path, f"no such {kind}", nearest_word(name, list(known)), allowed)
