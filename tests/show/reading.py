"""Reading a report as its readers do: its words, without tags; and what no reader should find among them."""

import re
from html import unescape

SNAKE = re.compile(r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b")
PATH = re.compile(r"\b[a-z]+(?:\.[a-z]+)+\b|--[a-z]+|\b\w+/\w+\.\w+")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
PROPER = {"SHA", "Kaplan", "Meier", "gridgov"}
"""Names that Chinese writers leave as they are."""
MARK = re.compile(r"\b[0-9a-f]{12}\b")


def words_of(page: str) -> str:
    """Return what is to be read in a page: its text and the hints that show when a pointer rests on something."""
    body = re.sub(r"<(style|svg)\b.*?</\1>", " ", page, flags=re.DOTALL)
    hints = re.findall(r'\btitle="([^"]*)"', body)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", body), *hints]))


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
