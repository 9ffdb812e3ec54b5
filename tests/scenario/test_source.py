from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.load import dump
from sim.scenario.problems import Place, ScenarioError
from sim.scenario.source import RETOLD, decode, parse, parse_value

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(allow_nan=False), WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


def refusals(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        parse(text, "a.yaml")
    return [problem.render() for problem in caught.value.problems]


def test_every_key_and_value_has_its_line_and_column() -> None:
    source = parse("run:\n  length: 2 weeks\nlist: [a, {b: 1}]\n", "a.yaml")
    assert source.data == {"run": {"length": "2 weeks"}, "list": ["a", {"b": 1}]}
    assert source.place(("run", "length"), of_key=True) == Place("a.yaml", 2, 3)
    assert source.place(("run", "length")) == Place("a.yaml", 2, 11)
    assert source.place(("list", 1, "b")) == Place("a.yaml", 3, 15)
    assert source.place(("run", "seed")) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1e-3", 0.001),
        ("017", 17),
        ("0x1f", 31),
        ("-.5", -0.5),
        ("12:30", "12:30"),
        ("no", "no"),
        ("2026-01-31", "2026-01-31"),
        ("True", True),
        ("~", None),
        ("'12'", "12"),
        ("9" * 300, 10**300 - 1),
        ("9" * 5_000, "9" * 5_000),
        ("1e999", math.inf),
        ("1e6", 1_000_000),
        ("20 min", "20 min"),
    ],
)
def test_plain_scalars_follow_the_core_schema(written: str, value: Any) -> None:
    assert parse(f"a: {written}", "a.yaml").data == {"a": value}


@given(st.dictionaries(WORDS, VALUES, min_size=1, max_size=4))
def test_a_document_survives_writing_and_reading(document: dict[str, Any]) -> None:
    assert parse(dump(document), "a.yaml").data == document


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.yaml: the file is empty"),
        ("# nothing yet\n", "a.yaml: the file is empty"),
        ("- 1\n- 2\n", "a.yaml:1:1: expected keys with values (found a list)"),
        ("just words", "a.yaml:1:1: expected keys with values (found 'just words')"),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: a: duplicate key 'a', first on line 1"),
        ("run:\n  seed: 1\n  seed: 1\n", "a.yaml:3:3: run.seed: duplicate key 'seed', first on line 2"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document starts here; a file holds one"),
        ("a: !!python/name:os.system x", "a.yaml:1:4: tags such as"),
        ("a: &x {b: *x}", "a.yaml:1:11: alias '*x' stands inside an anchored value"),
        ("a: *x", "a.yaml:1:4: alias '*x' has no anchor before it"),
        ("a: &x {b: 1}\nc: {<<: *x}", "a.yaml:2:5: c: merge keys '<<' are not allowed; use 'extends'"),
        ("a: [1, 2\n", "a.yaml:2:1: the file ends too early: expected ',' or ']'"),
        ("a: 'cut", "a.yaml:1:8: the file ends too early: found unexpected end of stream"),
        ("a:\n\t- 1", "a.yaml:2:1: not valid YAML"),
        ("a: b: c", "a.yaml:1:5: not valid YAML: mapping values are not allowed here"),
        ("a: \x01", "a.yaml:1:4: not valid YAML: the character U+0001"),
        ("a: " + "[" * 60 + "]" * 60, "a.yaml:1:44: nested deeper than 40 levels"),
        ("? [a, b]\n: 1\n", "a.yaml:1:3: a key must be a word"),
    ],
)
def test_refuses_what_is_not_plain_data(text: str, said: str) -> None:
    assert any(line.startswith(said) for line in refusals(text)), refusals(text)


def test_aliases_are_bounded() -> None:
    def text(count: int) -> str:
        return "a: &x 1\nb: [" + ", ".join(["*x"] * count) + "]"

    assert parse(text(100), "a.yaml").data["b"] == [1] * 100
    assert refusals(text(101))[0] == "a.yaml:2:405: more than 100 aliases"


def test_a_large_file_is_read_once_whatever_is_wrong_in_it() -> None:
    many = "".join(f"  - {number}\n" for number in range(RETOLD // 4))
    assert refusals(f"a:\n{many}a: 1\n")[0].startswith(f"a.yaml:{RETOLD // 4 + 2}:1: a: duplicate key 'a'")
    assert "the file ends too early" in refusals(f"a:\n{many}  - [1\n")[0]


def test_all_duplicates_and_tags_are_told_at_once() -> None:
    assert len(refusals("a: 1\na: 2\nb: !t 3\nb: 4\n")) == 3


def test_other_encodings_name_the_byte_and_the_remedy() -> None:
    with pytest.raises(ScenarioError) as caught:
        decode("a: 1\nb: 网格".encode("gbk"), "a.yaml")
    assert caught.value.render() == "a.yaml:2:4: not UTF-8 text: byte 8 is 0xcd; save the file as UTF-8"


def test_a_byte_order_mark_is_no_matter() -> None:
    assert decode(b"\xef\xbb\xbfa: 1", "a.yaml") == "a: 1"


def test_a_single_value_may_be_anything() -> None:
    assert parse_value("{low: 1, high: [a]}", "--set x") == {"low": 1, "high": ["a"]}
    assert parse_value("", "--set x") is None
    with pytest.raises(ScenarioError, match="--set x: the file ends"):
        parse_value("{low: 1", "--set x")
