"""Documents of which parts cannot be read: the checks still find what is wrong with the others, and hide no bug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from sim.scenario.load import load, read
from sim.scenario.problems import ScenarioError
from sim.scenario.validate import Contradiction, validated
from tests.scenario.conftest import Write
from tests.scenario.small import GOOD, Small, contradictions

FAULTY_RUN = GOOD.replace("2 weeks", "soon")
"""The small document with a section that cannot be read."""


def told(write: Write, text: str, *checks) -> list[tuple[object, ...]]:
    """Return the paths of all that is wrong with a small document."""
    with pytest.raises(ScenarioError) as caught:
        validated(Small, read(write("a.yaml", text)).document, checks)
    return [problem.path for problem in caught.value.problems]


def many_grids(small: Small) -> Iterator[Contradiction]:
    """Tell of the grids, then of what the length of the run says of them."""
    yield Contradiction(("grids",), "are many")
    if small.run.length.value:
        yield Contradiction(("departments",), "are few for so long a run")


def test_sections_that_can_be_read_are_checked(write: Write) -> None:
    text = FAULTY_RUN.replace("handled_by: sanitation", "handled_by: nobody")
    assert told(write, text, contradictions) == [("run", "length"), ("hazards", "litter", "handled_by")]


def test_a_check_goes_as_far_as_it_can_read_and_the_next_is_still_asked(write: Write) -> None:
    text = FAULTY_RUN.replace("handled_by: sanitation", "handled_by: nobody")
    assert told(write, text, many_grids, contradictions) == [
        ("run", "length"),
        ("grids",),
        ("hazards", "litter", "handled_by"),
    ]


def test_a_section_that_cannot_be_read_is_not_taken_for_its_default(write: Write) -> None:
    both = "extends: village-square\nshocks: {no: list}\nprevention: {liter: 0.1}"
    with pytest.raises(ScenarioError) as caught:
        load(write("a.yaml", both))
    assert [problem.path for problem in caught.value.problems] == [("shocks",), ("prevention", "liter")]


def asks_a_section_that_no_document_has(small: Small) -> Iterable[Contradiction]:
    return [Contradiction(("grids",), "are many")] if small.girds else []


def asks_a_section_for_what_it_has_not(small: Small) -> Iterable[Contradiction]:
    return [Contradiction(("grids",), "are many")] if small.grids.vlaue else []


def asks_for_what_is_missing_as_it_goes(small: Small) -> Iterator[Contradiction]:
    yield Contradiction(("grids",), "are many")
    yield Contradiction(("hazards",), small.hazards["litter"].wrok)


@pytest.mark.parametrize("text", [GOOD, FAULTY_RUN], ids=["whole", "partly read"])
@pytest.mark.parametrize(
    "check",
    [
        asks_a_section_that_no_document_has,
        asks_a_section_for_what_it_has_not,
        asks_for_what_is_missing_as_it_goes,
    ],
)
def test_a_bug_in_a_check_shows_whatever_the_document(write: Write, text: str, check) -> None:
    with pytest.raises(AttributeError):
        validated(Small, read(write("a.yaml", text)).document, (check,))
