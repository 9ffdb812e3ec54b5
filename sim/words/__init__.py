"""Every word that a person reads of a result, in English and Chinese: a folder for each language, the same files in
both. `docs/glossary.md` says which terms are used, and where they are from."""

from functools import partial

from sim.said import Tell, in_words
from sim.words import en, zh
from sim.words.catalogue import Language, MeasureWords, Words

__all__ = ["LANGUAGES", "Language", "MeasureWords", "Words", "label", "tell_in", "words"]

_WORDS: dict[Language, Words] = {"en": en.WORDS, "zh": zh.WORDS}

LANGUAGES: tuple[Language, ...] = tuple(_WORDS)
"""All languages that there are words of."""


def words(language: Language) -> Words:
    """Return all words of a language."""
    return _WORDS[language]


def label(name: str, language: Language) -> str:
    """Return a label in a language; KeyError for one that does not exist."""
    return words(language).labels[name]


def tell_in(language: Language) -> Tell:
    """Return what says a message in a language: messages are made in English, and other languages have catalogues."""
    return str if language == "en" else partial(in_words, catalogue=zh.MESSAGES)
