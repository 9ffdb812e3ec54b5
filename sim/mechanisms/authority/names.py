"""Names of units, hazards and rosters that mechanisms of authority name: they must be there."""

from collections.abc import Collection, Iterable, Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.units import nearest_word
from sim.said import listed, said


def are_known(
    path: Path, kind: str, names: Iterable[str], known: Collection[str], *, of_key: bool = False
) -> Iterator[Contradiction]:
    """Yield a contradiction for each name of a list, or (`of_key`) of a mapping, at a path that is not among those of a
    kind, or stands twice."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name not in known:
            allowed = said("known here are {names}", names=listed(known)) if known else "none is known here"
            at = (*path, name if of_key else number)
            yield Contradiction(
                at, said("no such {kind}", kind=said(kind)), nearest_word(name, list(known)), allowed, of_key
            )
        elif name in seen:
            yield Contradiction((*path, number), said("{name} stands here twice", name=name))
        seen.add(name)


def is_known(path: Path, kind: str, name: str | None, known: Collection[str]) -> Iterator[Contradiction]:
    """Yield a contradiction if a name at a path is missing, or not among those of its kind."""
    allowed = said("known here are {names}", names=listed(known)) if known else "none is known here"
    if name is None:
        yield Contradiction(path, said("must name a {kind}", kind=said(kind)), None, allowed)
    elif name not in known:
        yield Contradiction(path, said("no such {kind}", kind=said(kind)), nearest_word(name, list(known)), allowed)
