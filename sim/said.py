"""What is said to people: English texts that remember of which template and values they are, so that it can be said in
another language too.

Texts are written in English where they arise. One without values is a plain text, its own template; one with values is
made by `said("must be at most {most}", most=...)`. Either is a `str`, and reads in English. `in_words` says it with the
templates of a catalogue (`sim.words` has one for each other language, as gettext does). Values stay as they are, but
for those that are `said` or `listed` themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Any, NamedTuple

Tell = Callable[[str], str]
"""Says a text in the language of who reads it; `str` says all in English."""


class Catalogue(NamedTuple):
    """The templates of a language by the English ones: of texts of `own`, and of what libraries say (`foreign`), which
    are recognised by their English."""

    own: Mapping[str, str]
    foreign: Mapping[str, str] = MappingProxyType({})

    def template(self, english: str) -> str:
        """Return the template for an English one, that itself if there is none."""
        return self.own.get(english, english)


class Message(str):
    """An English text made of a template and its values."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Message:
        """Fill in the template."""
        text = super().__new__(cls, _filled(template, values))
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process makes the same text."""
        return type(self), (self.template, self.values)

    def in_words(self, catalogue: Catalogue) -> str:
        """Return the text with the template that a catalogue has for its own."""
        if not self.values:
            return in_words(self.template, catalogue)
        values = {name: _value(value, catalogue) for name, value in self.values.items()}
        return catalogue.template(self.template).format_map(values)


class Listed(Message):
    """An English list of texts; what parts them is a template too."""

    def __new__(cls, template: str, values: Mapping[str, object]) -> Listed:
        """Join the values by the template."""
        text = str.__new__(cls, template.join(map(str, values.values())))
        text.template, text.values = template, values
        return text

    def in_words(self, catalogue: Catalogue) -> str:
        """Return the texts, parted as a catalogue has it."""
        return catalogue.template(self.template).join(str(_value(value, catalogue)) for value in self.values.values())


class Sentence(Message):
    """A text that stands as a sentence of its own, so in English it begins with a capital."""

    def __new__(cls, template: str, values: Mapping[str, object]) -> Sentence:
        """Fill in the template and begin it with a capital."""
        filled = _filled(template, values)
        text = str.__new__(cls, filled[:1].upper() + filled[1:])
        text.template, text.values = template, values
        return text


def said(template: str, **values: object) -> Message:
    """Return a text with values in it; without values it may hold braces, and what was said already stays as it is."""
    return template if isinstance(template, Message) else Message(template, values)


def listed(texts: Iterable[object], parted: str = ", ") -> Listed:
    """Return texts one after the other."""
    return Listed(parted, {str(place): text for place, text in enumerate(texts)})


def sentence(text: str) -> Sentence:
    """Return a text as a sentence."""
    return Sentence("{text}", {"text": said(text)})


def said_by(error: BaseException) -> str:
    """Return what an error says, as it was said."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Message) else str(error)


def in_words(text: str, catalogue: Catalogue) -> str:
    """Return a text in the words of a catalogue, English where it has none."""
    if isinstance(text, Message) and text.values:
        return text.in_words(catalogue)
    plain = str(text)
    if plain in catalogue.own:
        return catalogue.own[plain]
    for english, other in catalogue.foreign.items():
        if found := _pattern(english).fullmatch(plain):
            return other.format_map({name: in_words(value, catalogue) for name, value in found.groupdict().items()})
    return plain


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what recognises texts that a library made of a template."""
    parts = Formatter().parse(template)
    return re.compile(
        "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, *_ in parts), re.DOTALL
    )


def _filled(template: str, values: Mapping[str, object]) -> str:
    return template.format_map(values) if values else template


def _value(value: object, catalogue: Catalogue) -> object:
    return value.in_words(catalogue) if isinstance(value, Message) else value
