"""The program that tries mutants: a fault that tests see is noticed, one that changes nothing survives."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants.mutants import Mutant, all_of, mutated, places, sample
from tests.mutants.outcomes import Outcome, SuiteFails, baseline, keep, kept, tried
from tests.mutants.page import Reason, blanks, page, reasons
from tests.mutants.targets import FORBIDDEN

TINY = '''
"""Says 3 things."""

def larger(a: "1 + 1", b) -> "2 < 3":
    """Adds 4 + 4."""
    return a if a > b else b

def count_down(n):
    while n:
        n -= 1
    return n
'''
LOOKS = """
from tiny import count_down, larger

def test_larger():
    assert [larger(1, 2), larger(2, 1), larger(2, 2)] == [2, 2, 2]

def test_count_down():
    assert count_down(3) == 0
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "tiny.py").write_text(TINY)
    (tmp_path / "test_tiny.py").write_text(LOOKS)
    return tmp_path


def outcomes(root: Path, wanted: set[str]) -> dict[str, str | None]:
    """Return, by change, which test noticed the wanted mutants."""
    mutants = [mutant for mutant in all_of("tiny.py", root) if mutant.change in wanted]
    assert {mutant.change for mutant in mutants} == wanted
    with (root / "log").open("wb") as log:
        suite = baseline(root, [["test_tiny.py"]], log)
        return {f"{o.before} -> {o.after}": o.by for o in tried(mutants, suite, log)}


def test_a_fault_is_noticed_and_one_that_changes_nothing_survives(tiny: Path) -> None:
    assert outcomes(tiny, {"a > b -> a < b", "a > b -> a >= b"}) == {
        "a > b -> a < b": "test_tiny.py::test_larger",
        "a > b -> a >= b": None,
    }


def test_a_fault_that_never_ends_is_noticed(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.mutants.trial.SLACK_S", 0.2)
    found = outcomes(tiny, {"n -= 1 -> (dropped)"})
    assert found == {"n -= 1 -> (dropped)": "test_tiny.py::test_count_down (out of time)"}


@pytest.mark.parametrize("module", FORBIDDEN)
def test_what_would_notice_everything_cannot_be_used(tiny: Path, module: str) -> None:
    (tiny / "test_tiny.py").write_text(f"import {module}\n\ndef test_nothing():\n    pass\n")
    with pytest.raises(SuiteFails), (tiny / "log").open("wb") as log:
        baseline(tiny, [["test_tiny.py"]], log)
    assert f"import of {module} halted" in (tiny / "log").read_text()


def test_what_only_readers_see_is_left_alone() -> None:
    changed = [ast.unparse(place.node) for place in places(ast.parse(TINY))]
    assert changed == ["a if a > b else b", "a > b", "while n:\n    n -= 1", "n -= 1", "n -= 1", "1"]
    texts = "__all__ = [1]\nfrom a import b\nx = Field(1, description=str(2))\n@mark(3)\ndef f(): 'd'\nA = int | str\n"
    assert [ast.unparse(place.node) for place in places(ast.parse(texts))] == ["1"]


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("x = a + b", ["a + b -> a - b"]),
        ("x = a < b", ["a < b -> a <= b", "a < b -> a > b"]),
        ("x = a and not b", ["a and (not b) -> a or not b", "not b -> b"]),
        ("x = min(a, 5)", ["min(a, 5) -> max(a, 5)", "5 -> 6", "5 -> 4"]),
        ("x = 0.5, True", ["0.5 -> 1.0", "0.5 -> 1.5", "True -> False"]),
        ("tell(x)", ["tell(x) -> (dropped)"]),
        ("x.y = z", ["x.y = z -> (dropped)"]),
        (
            "x = [y for y in z if y]",
            ["for y in z if y -> for y in z if True", "for y in z if y -> for y in z if False"],
        ),
        ("if a: b()", ["if a -> if True", "if a -> if False", "b() -> (dropped)"]),
    ],
)
def test_faults_of_a_line(tmp_path: Path, line: str, changes: list[str]) -> None:
    (tmp_path / "line.py").write_text(line)
    assert [mutant.change for mutant in all_of("line.py", tmp_path)] == changes


def test_a_sample_is_repeatable_and_spread_over_files(tmp_path: Path) -> None:
    for name, lines in (("few.py", 10), ("many.py", 30)):
        (tmp_path / name).write_text("x = a + b\n" * lines)
    first = sample(["few.py", "many.py"], tmp_path, 12, 1)
    assert [mutant.file for mutant in first] == ["few.py"] * 3 + ["many.py"] * 9
    assert first == sample(["few.py", "many.py"], tmp_path, 12, 1)
    assert first != sample(["few.py", "many.py"], tmp_path, 12, 2)
    assert len({mutant.line for mutant in first if mutant.file == "many.py"}) == 9


def test_only_the_place_of_a_mutant_is_changed(tiny: Path) -> None:
    (mutant,) = (m for m in all_of("tiny.py", tiny) if m.change == "a > b -> a < b")
    names: dict[str, object] = {}
    exec(mutated(mutant, tiny), names)
    assert names["larger"](1, 2) == 1  # type: ignore[operator]
    assert names["count_down"](3) == 0  # type: ignore[operator]


def outcome(mutant: Mutant, by: str | None) -> Outcome:
    its = mutant._asdict()
    return Outcome(mutant.identity, **{k: its[k] for k in ("file", "within", "line", "source", "before", "after")},
                   by=by, seconds=1.0)  # fmt: skip


def test_outcomes_are_kept_though_a_line_was_cut_short(tiny: Path) -> None:
    first, second, *_ = all_of("tiny.py", tiny)
    file = tiny / "kept.jsonl"
    keep(file, outcome(first, None))
    with file.open("a") as lines:
        lines.write('{"identity": "cut sh')
    keep(file, outcome(second, "a test"))
    keep(file, outcome(first, "a test that was added"))
    assert {i: o.by for i, o in kept(file).items()} == {
        first.identity: "a test that was added",
        second.identity: "a test",
    }


def test_the_page_gives_survivors_their_reasons(tiny: Path) -> None:
    file = tiny / "reasons.toml"
    file.write_text(
        '[[survivor]]\nfile = "tiny.py"\nwithin = "larger"\nsource = "return a if a > b else b"\n'
        'change = "a > b -> a >= b"\nequivalent = "equal numbers are the same number"\n'
    )
    found = [outcome(m, None if m.after == "a >= b" else "tests/x.py::test") for m in all_of("tiny.py", tiny)]
    text = page(found, reasons(file), {"count": 1, "targets": "", "seed": 1, "memory": 1})
    assert "equal numbers are the same number" in text
    assert "not looked at yet" not in text
    assert "not looked at yet" in page(found, {}, {"count": 1, "targets": "", "seed": 1, "memory": 1})
    assert reasons(file)["tiny.py", "larger", "return a if a > b else b", "a > b -> a >= b"] == Reason(
        "equivalent", "equal numbers are the same number"
    )


def test_a_blank_for_a_reason_can_be_filled_in(tiny: Path) -> None:
    found = [outcome(mutant, None) for mutant in all_of("tiny.py", tiny)]
    file = tiny / "reasons.toml"
    file.write_text(blanks(found, {}))
    assert set(reasons(file)) == {mutant.meaning for mutant in all_of("tiny.py", tiny)}
    assert blanks(found, reasons(file)) == ""


def test_a_reason_says_either_why_or_which_test(tmp_path: Path) -> None:
    file = tmp_path / "reasons.toml"
    file.write_text('[[survivor]]\nfile = "a"\nwithin = "b"\nsource = "c"\nchange = "d"\n')
    with pytest.raises(ValueError, match="equivalent"):
        reasons(file)
