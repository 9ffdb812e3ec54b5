"""The machine that tries mutants: some of each kind, quickly, and that it sees what it is there to see."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sim.scenario.problems import Place, Problem, ScenarioError
from tests.fuzz import assignments, folders, outlines, scenarios, studies
from tests.fuzz.draw import Draw, Make, Mutant
from tests.fuzz.machine import Machine, Tried, keep, resumed, try_one
from tests.fuzz.outcome import Outcome, judged

SOME: dict[str, tuple[Make | None, int]] = {
    "scenarios": (scenarios.make, 50),
    "studies": (studies.make, 40),
    "assignments": (assignments.make, 50),
    "outlines": (outlines.make, 40),
    "folders": (None, 30),
}
"""Makers of mutants of which none may be a fault, and how many are tried here; `make fuzz` tries 10,000 of each. That
of folders needs good results first."""


@pytest.fixture(scope="module")
def of_folders(tmp_path_factory: pytest.TempPathFactory) -> Make:
    return folders.made_with(folders.templates(tmp_path_factory.mktemp("good")))


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[] if make else pytest.mark.long) for kind, (make, _) in SOME.items()]
)
def test_mutants_are_accepted_or_refused_with_a_place(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    own, count = SOME[kind]
    make = own or request.getfixturevalue("of_folders")
    tried = [try_one(make, Draw(20_261, kind, number), tmp_path, 20.0) for number in range(count)]
    assert not [each for each in tried if each.outcome.is_fault]
    assert {each.outcome.what for each in tried} == {"accepted", "refused"}


@pytest.mark.parametrize("make", [scenarios.make, studies.make, assignments.make, outlines.make])
def test_a_number_stands_for_one_mutant(make: Make, tmp_path: Path) -> None:
    once, again = (make(Draw(1, "x", 7), tmp_path) for _ in range(2))
    assert once.story == again.story
    assert make(Draw(1, "x", 8), tmp_path).story != once.story


def fail() -> None:
    raise KeyError("x")


def refuse(message: str, line: int | None) -> None:
    raise ScenarioError([Problem(Place("a.yaml", line), message)])


@pytest.mark.parametrize(
    ("attempt", "what"),
    [
        (lambda: None, "accepted"),
        (fail, "KeyError"),
        (lambda: refuse("must be above zero", 3), "refused"),
        (lambda: refuse("must be above zero", None), "refusal without a place"),
        (lambda: refuse("the file is empty", None), "refused"),
        (lambda: refuse("'NoneType' object has no attribute 'x'", 3), "refusal in jargon"),
    ],
)
def test_only_refusals_with_place_and_sentence_are_good(attempt: object, what: str) -> None:
    assert callable(attempt)
    assert judged(attempt).what == what


def sleep() -> None:
    time.sleep(60)


def spin() -> None:
    while True:
        pass


def die() -> None:
    os._exit(9)


def by_number(draw: Draw, folder: Path) -> Mutant:
    """Return a mutant that does nothing, loops, dies or waits for ever."""
    attempts = {1: spin, 2: die, 3: sleep}
    return Mutant((f"number {draw.number}",), attempts.get(draw.number, lambda: None))


def test_what_loops_dies_or_waits_is_seen_and_the_others_are_tried() -> None:
    machine = Machine(by_number, "x", 1, seconds=0.2, processes=1, grace=4.0)
    found = {tried.number: tried.outcome.what for tried in machine.tried(range(6))}
    assert found == {0: "accepted", 1: "takes too long", 2: "dies", 3: "hangs", 4: "accepted", 5: "accepted"}


def test_what_was_tried_is_not_tried_again_but_faults_are(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    note = keep(path, 1, [Tried(0, Outcome("accepted"))])
    note(Tried(1, Outcome("KeyError", "sim/x.py:1 f", "x"), ("a: deleted",)))
    note(Tried(2, Outcome("refused", "", "a.yaml:1:1: \u7f51"), ("b",)))
    with path.open("a") as file:
        file.write('[3, ["acc')
    assert sorted(resumed(path, 10, 1)) == [0, 2]
    assert sorted(resumed(path, 2, 1)) == [0]
    assert resumed(path, 10, seed=2) == {}
