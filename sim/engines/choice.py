"""Which engine takes a run, and why: the same answer from both, so this is a matter of waiting only."""

import re
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple

from sim.said import said
from sim.scenario.sizes import size_of

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

SMALL_ROWS = 2_000_000
"""Up to so many rows the reference engine is done about as soon as a compiler: a minute on one core, measured."""


NUMBA = ((0, 61), (0, 69))
"""The first version of the compiler that the kernel was tested with, and the first after these that it was not."""
WAY_TO_COMPILED = "for the compiled engine, which is about a hundred times faster: pip install 'gridgov[fast]'"


class EngineMissing(Exception):
    """The engine asked for cannot run here: its compiler is not installed, or is of a version that was not tested."""


class Choice(NamedTuple):
    """An engine, and why it was taken."""

    engine: str
    why: str


def expected_rows(scenario: "Scenario") -> float:
    """Rows of the event log that the replications of a scenario will have, roughly."""
    return size_of(scenario).rows * scenario.run.replications


def choose(wanted: str, scenario: "Scenario") -> Choice:
    """The engine for a run: the one wanted, or for `auto` the one that answers first.

    Raises EngineMissing if the compiled engine is wanted and numba is not there in a version that was tested.
    """
    if wanted == "reference":
        return Choice("reference", "as asked")
    lacking = what_compiling_lacks()
    if lacking and wanted == "compiled":
        raise EngineMissing(
            said(
                "the compiled engine cannot run: {lacking}; {way_to_compiled}",
                lacking=lacking,
                way_to_compiled=said(WAY_TO_COMPILED),
            )
        )
    if lacking:
        return Choice(
            "reference", said("{lacking}; {way_to_compiled}", lacking=lacking, way_to_compiled=said(WAY_TO_COMPILED))
        )
    from sim.engines.compiled.cache import is_compiled

    if wanted == "compiled":
        return Choice("compiled", "as asked")
    if is_compiled():
        return Choice("compiled", "it is ready")
    if expected_rows(scenario) <= SMALL_ROWS:
        return Choice("reference", "done before the other would be compiled")
    return Choice("compiled", "a large run; it is compiled first, once")


def what_compiling_lacks() -> str | None:
    """Say in words what keeps the kernel from being compiled here, or return None if nothing does.

    Only the version is looked up: a compiler that does not fit the other libraries may fail as it is imported.
    """
    try:
        installed = version("numba")
    except PackageNotFoundError:
        return "numba, which compiles it, is not installed"
    first, beyond = NUMBA
    if first <= _release(installed) < beyond:
        return None
    tested = said("from {first} and before {beyond}", first=_written(first), beyond=_written(beyond))
    return said(
        "numba {installed} is installed, and the kernel was tested with versions {tested}",
        installed=installed,
        tested=tested,
    )


def _release(written: str) -> tuple[int, int]:
    """Return the first two numbers of a version; one that is written otherwise is none that was tested."""
    numbers = re.match(r"(\d+)\.(\d+)", written)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)


def _written(release: tuple[int, int]) -> str:
    return ".".join(map(str, release))
