"""Phrases of the five source documents, and what of the model carries each: a table for each document.

A table has a line for each phrase, `phrase|by|why`: the phrase as it stands there (traditional characters where the
document has them), the mechanisms that carry it by their sections, and a key of `reasons.yaml` if none does or if it
must be read with care. Phrases stand in the order of the document. Every sentence is quoted; left out are the headings
of the web pages, and clauses beside a quoted one that only say why it matters.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from sim.words import Language

FOLDER = Path(__file__).parent


class Document(NamedTuple):
    """A source document: its name in each language and its number, and the stem of its table."""

    stem: str
    number: str
    name: dict[Language, str]


class Phrase(NamedTuple):
    """A phrase of a document: the sections of the mechanisms that carry it, and a key of the reasons or nothing."""

    document: Document
    says: str
    by: tuple[str, ...]
    why: str


@cache
def documents() -> tuple[Document, ...]:
    """Return the source documents in the order of their numbers."""
    return tuple(Document(stem, **its) for stem, its in _yaml("documents").items())


@cache
def reasons() -> dict[str, dict[Language, str]]:
    """Return why a phrase is carried by nothing, or needs care, in each language."""
    found: dict[str, dict[Language, str]] = _yaml("reasons")
    return found


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return all phrases, document by document, in the order of the tables."""
    return tuple(phrase for document in documents() for phrase in _table(document))


def told(lang: Language) -> Iterator[str]:
    """Yield the lines of the table as text: each phrase with what carries it, then the reasons and the counts."""
    for document in documents():
        yield f"[{document.number}] {document.name[lang]}"
        for phrase in (phrase for phrase in phrases() if phrase.document == document):
            yield "  " + _line(phrase, lang)
        yield ""
    uses = Counter(phrase.why for phrase in phrases() if phrase.why)
    yield {"en": "Reasons, and how many phrases have them:", "zh": "各项原因及其条数："}[lang]
    for key, reason in reasons().items():
        yield f"  {key} ({uses[key]}): {reason[lang]}"
    carried = sum(bool(phrase.by) for phrase in phrases())
    rest = len(phrases()) - carried
    yield {
        "en": f"{carried} phrases are carried by a mechanism, {rest} by none. Being carried is no evidence.",
        "zh": f"有机制承载的表述{carried}条，没有的{rest}条。有机制承载并不证明有效。",
    }[lang]


def _line(phrase: Phrase, lang: Language) -> str:
    nothing = {"en": "nothing", "zh": "无"}[lang]
    return f"{phrase.says}  ->  {', '.join(phrase.by) or nothing}{f' ({phrase.why})' if phrase.why else ''}"


def _table(document: Document) -> Iterator[Phrase]:
    with (FOLDER / f"{document.stem}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            yield Phrase(document, row["phrase"], tuple(row["by"].split()), row["why"])


def _yaml(stem: str) -> Any:
    return YAML(typ="safe").load((FOLDER / f"{stem}.yaml").read_text(encoding="utf-8"))
