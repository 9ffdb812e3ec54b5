"""Reading a report as its readers do: its words, without tags; and what no reader should find among them."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

SNAKE = re.compile(r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b")
PATH = re.compile(r"\b[a-z]+(?:\.[a-z]+)+\b|--[a-z]+|\b\w+/\w+\.\w+")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
PROPER = {"SHA", "Kaplan", "Meier", "gridgov"}
"""Names that Chinese writers leave as they are."""
MARK = re.compile(r"\b[0-9a-f]{12}\b")


def words_of(page: str) -> str:
    """Return what is to be read in a page: its text, the hints that show when a pointer rests on something, and what
    its scripts have to tell. Commands are not read: they are the same in all languages."""
    body = re.sub(r"<(style|svg|script)\b.*?</\1>|<code>gridgov .*?</code>", " ", page, flags=re.DOTALL)
    hints = re.findall(r'\btitle="([^"]*)"', body)
    return " ".join([unescape(" ".join([re.sub(r"<[^>]+>", " ", body), *hints])), *texts_in(data_of(page))])


def data_of(page: str) -> dict[str, Any]:
    """Return the data that a page holds for its scripts; nothing if it has none."""
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    return dict(json.loads(found[1])) if found else {}


def texts_in(data: Any) -> Iterator[str]:
    """Yield the texts in data that may be shown: not those that are coded numbers, or by which scripts call things."""
    if isinstance(data, str):
        yield re.sub(r"\{\w+\}", " ", data)
    elif isinstance(data, dict):
        yield from (
            text
            for name, value in data.items()
            if name not in ("name", "flags", "values", "language")
            for text in texts_in(value)
        )
    elif isinstance(data, list) and not (len(data) == 3 and isinstance(data[0], int)):
        yield from (text for value in data for text in texts_in(value))


def lettering(page: str) -> list[str]:
    """Return what is written in the figures of a page, whose signs are paths with a remark each that says the text."""
    return [unescape(text).strip() for svg in re.findall(r"<svg\b.*?</svg>", page, flags=re.DOTALL)
            for text in re.findall(r"<!--(.*?)-->", svg, flags=re.DOTALL)]  # fmt: skip


def code_in(page: str) -> set[str]:
    """Return code paths, options and names with underscores in a page."""
    text = words_of(page)
    return {*SNAKE.findall(text), *PATH.findall(text)}


def english_in(page: str) -> set[str]:
    """Return the English words in a page that should be in Chinese."""
    return {*ENGLISH.findall(MARK.sub(" ", words_of(page)))} - PROPER
