"""Messages in Chinese: none that the sources make is left out, and each is said with its values."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from sim.language import units
from sim.language.units import Dimension
from sim.said import Catalogue, Message, in_words, listed, said, sentence
from sim.scenario.problems import Place, Problem
from sim.words import tell_in
from sim.words.zh import MESSAGES

ROOT = Path(__file__).parents[2] / "sim"
MODULES = [file for file in sorted(ROOT.rglob("*.py")) if ROOT / "words" not in file.parents]
TREES = {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8")) for file in MODULES}
DIMENSIONS = [its for its in vars(units).values() if isinstance(its, Dimension)]
CHINESE = re.compile("[\u4e00-\u9fff]")

SPOKEN = {
    *(
        "Contradiction",
        "Problem",
        "Fault",
        "Stray",
        "QuantityError",
        "UnknownKeyError",
        "BadParameter",
        "_TooMuchError",
    ),
    *("say", "refuse", "refusal", "_refused", "_error", "is_known", "are_known", "_known", "lasts", "_at_most_one"),
    *("at_work", "interruptible", "Choice"),
}
"""What is called with messages, besides errors of ours: a text without values is its own template."""
NAMED = {"message", "allowed", "advice", "why", "remedy"}
"""What messages are called where they are made before they are used."""
NOT_SAID = {"demo/panel.py"}
"""Where `say` says labels."""
ALIKE = {"--until: {why}", "workers={number} to the options", "ok  {file}: {found}"}
"""What has no words but those of files and commands."""


def ours() -> set[str]:
    """Return the errors that are told to people: by the end of their names, or of those that they are made of."""
    found = {
        (node.name, ast.unparse(base))
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    return {name for name, base in found if base in ("Exception", "RuntimeError", "ValueError", "Refused", "Stopped")}


ERRORS = ours() - {"_SectionFaulty"}


def texts(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield the texts that an expression may be."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in texts(value))
    elif isinstance(node, ast.BinOp):
        yield from (*texts(node.left), *texts(node.right))


def spoken(node: ast.AST) -> list[ast.expr]:
    """Return the expressions that are messages in a call or an assignment."""
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in ("said", "sentence"):
            return node.args[:1]
        if name == "listed":
            return node.args[1:2]
        if name in SPOKEN | ERRORS:
            return [*node.args, *(its.value for its in node.keywords if its.arg in ("message", "allowed"))]
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in NAMED:
        return [node.value]
    return []


MADE = [
    (f"{file}:{text.lineno}", text)
    for file, tree in TREES.items()
    if file not in NOT_SAID
    for node in ast.walk(tree)
    for its in spoken(node)
    for text in texts(its)
]


def is_words(text: str) -> bool:
    return re.search("[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", text)) is not None and text not in ALIKE


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_message_is_in_the_catalogue() -> None:
    """To add one: write it in English where it arises, its values by `said`, and in `sim/words/zh/messages`."""
    assert len(MADE) > 500
    plain = [(place, text.value) for place, text in MADE if isinstance(text, ast.Constant)]
    missing = {(place, text) for place, text in plain if is_words(str(text)) and text not in MESSAGES.own}
    assert missing == set()


def test_messages_are_made_by_said_and_not_as_f_strings() -> None:
    made = {place for place, text in MADE if isinstance(text, ast.JoinedStr) and is_words(ast.unparse(text)[2:-1])}
    assert made == set()


def test_nothing_in_the_catalogue_is_left_over() -> None:
    known = {node.value for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    made = {f"{{number:,}} {thing}{end}" for thing in known for end in ("", "s") if isinstance(thing, str)}
    assert [english for english in MESSAGES.own if english not in known | made] == []


def test_a_message_in_chinese_has_the_same_values() -> None:
    """One without values is no template, and may hold braces; of what libraries say not all need be said."""
    for english, chinese in MESSAGES.own.items():
        if re.search(r"\{\w+[}!:]", english) and not re.search(r"\{\w+: ", english):
            assert fields(chinese) == fields(english), english
    for english, chinese in MESSAGES.foreign.items():
        assert fields(chinese) <= fields(english), english


def test_a_message_in_chinese_has_its_own_signs() -> None:
    for english, chinese in (MESSAGES.own | MESSAGES.foreign).items():
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] ?\(", re.sub(r"\[.*?\]", "", chinese)), english
        assert (
            CHINESE.search(chinese) or not re.search("[a-z]{3}", re.sub(r"\{[^}]*\}", "", chinese)) or english in ALIKE
        )


def test_quantities_are_read_alike_in_both_languages() -> None:
    """Examples and bounds of dimensions are written in Chinese too, and mean the same."""
    tell = tell_in("zh")
    for its in DIMENSIONS:
        for text in (*its.examples, *its.bounds):
            assert its.read(tell(text)) == pytest.approx(its.read(text))
            assert CHINESE.search(tell(text)) or not re.search("[a-z]{2}| m$", text) or tell(text) == "30％"


def test_values_are_filled_in_and_texts_in_texts_are_said_too() -> None:
    chinese = Catalogue(
        {"{what} of {number:,}": "{number:,} 的{what}", "a part": "部分", ", ": "、"}, {"no {x}": "无 {x}"}
    )
    text = said("{what} of {number:,}", what=said("a part"), number=1000)
    assert (text, in_words(text, chinese)) == ("a part of 1,000", "1,000 的部分")
    assert in_words(said("{what} of {number:,}", what="a part", number=1), chinese) == "1 的a part", "a name is a name"
    assert in_words(listed(["a", said("a part")]), chinese) == "a、部分"
    assert (sentence("a part"), in_words(sentence("a part"), chinese)) == ("A part", "部分")
    assert in_words("no room", chinese) == "无 room"
    assert in_words("whatever else", chinese) == "whatever else"
    assert in_words("with {braces, and} more", chinese) == "with {braces, and} more"


def test_messages_stay_what_they_are_on_their_way_from_another_process() -> None:
    for text in (said("at most {most:,}", most=3), listed("ab"), sentence("none is known here")):
        assert pickle.loads(pickle.dumps(text)) == text
        assert tell_in("zh")(pickle.loads(pickle.dumps(text))) == tell_in("zh")(text)


def test_a_problem_is_told_with_its_place_in_either_language() -> None:
    path = ("run", "length")
    nearest = "weeks"
    problem = Problem(
        Place("a.yaml", 12, 5), said("unknown unit '{word}'", word="weks"), path, "'4 weks'", None, nearest
    )
    assert problem.render() == "a.yaml:12:5: run.length: unknown unit 'weks' (found '4 weks'); did you mean 'weeks'?"
    assert problem.render(tell_in("zh")) == (
        "a.yaml 第 12 行第 5 列：run.length：未知的单位 'weks'（填的是 '4 weks'）；是否应为 'weeks'？"
    )
    assert Problem(Place("a.yaml"), "the file is empty").render(tell_in("zh")) == "a.yaml：文件是空的"


def test_english_is_a_plain_text() -> None:
    text = said("at most {most:,}", most=1000)
    assert isinstance(text, Message)
    assert (text, f"{text}", tell_in("en")(text)) == ("at most 1,000",) * 3
