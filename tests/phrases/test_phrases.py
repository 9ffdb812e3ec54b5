"""The phrases of the source documents: what carries them is there, and they stand where they are quoted from.

The documents are no part of the package. Who has them sets GRIDGOV_DOCUMENTS to their folder (`000_*.txt` and so on).
"""

import os
import re
from pathlib import Path

import pytest

from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence
from sim.phrases import Document, documents, phrases, reasons, told

FOLDER = os.environ.get("GRIDGOV_DOCUMENTS")
SENTENCE = 16
"""Characters of the shortest sentence that must be quoted; shorter ones are headings and halves of others."""
PAGE = re.compile(
    "中国共产党新闻网|中國共產黨新聞網|来源:|來源:|写作参考|观山湖区:|威海市:|達川區:|尖草坪区：|公文资料|亮点及问题"
)
"""What the web pages put around a document: place, title, date."""

there = pytest.mark.skipif(FOLDER is None, reason="GRIDGOV_DOCUMENTS names no folder with the source documents")


def text_of(document: Document) -> str:
    (path,) = Path(FOLDER or "").glob(f"{document.number}_*.txt")
    return path.read_text(encoding="utf-8")


def test_mechanisms_named_exist_and_each_of_which_anything_is_known_is_named() -> None:
    named = {section for phrase in phrases() for section in phrase.by}
    assert named <= {its.section for its in MECHANISMS}
    assert named >= {its.section for its in MECHANISMS if its.evidence != Evidence.NONE}


def test_what_nothing_carries_has_a_reason() -> None:
    assert all(phrase.by or phrase.why for phrase in phrases())
    assert {phrase.why for phrase in phrases() if phrase.why} == set(reasons())
    assert all(set(reason) == {"en", "zh"} and all(reason.values()) for reason in reasons().values())


def test_no_phrase_stands_twice_in_a_document() -> None:
    keys = [(phrase.document.number, phrase.says) for phrase in phrases()]
    assert len(keys) == len(set(keys))


def test_the_table_is_told_in_both_languages() -> None:
    for lang in ("en", "zh"):
        lines = list(told(lang))
        assert sum("  ->  " in line for line in lines) == len(phrases())
        assert any("每日巡、经常访、及时记、随手做、实时报  ->  stewards" in line for line in lines)
    assert "nothing" not in "\n".join(told("zh"))


@there
@pytest.mark.parametrize("document", documents(), ids=lambda document: document.stem)
def test_phrases_stand_in_their_document(document: Document) -> None:
    text = text_of(document)
    assert not [its.says for its in phrases() if its.document == document and its.says not in text]


@there
@pytest.mark.parametrize("document", documents(), ids=lambda document: document.stem)
def test_phrases_stand_in_the_order_of_their_document(document: Document) -> None:
    text = text_of(document)
    places = [text.find(its.says) for its in phrases() if its.document == document]
    assert places == sorted(places)


@there
@pytest.mark.parametrize("document", documents(), ids=lambda document: document.stem)
def test_every_sentence_is_quoted(document: Document) -> None:
    quoted = [its.says for its in phrases() if its.document == document]
    sentences = (piece.strip() for piece in re.split("[。\n]", text_of(document)))
    long = (piece for piece in sentences if len(piece) > SENTENCE and not PAGE.search(piece))
    assert not [piece for piece in long if not any(says in piece for says in quoted)]
