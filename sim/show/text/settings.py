"""What the settings of a scenario are called in words, instead of their paths, and what is written there.

A setting is named by where it stands (a department, a category, a mechanism, by its title) and by what it is (the last
step of its path). What has neither title nor word, such as a roster that a planner named, keeps its name in English and
has its place in the list in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sim.language.chinese import day_of, has_chinese
from sim.language.distribution import KINDS
from sim.language.quantity import Label
from sim.language.units import amount_of
from sim.show.text.labels import title_of
from sim.show.text.money import money
from sim.show.text.numbers import ABSENT, plainly, setting_text
from sim.words import LANGUAGES, Language, label, words

_PASSED = frozenset({"staff", "mechanisms", "departments", "hazards", "street_teams", "grids", "population"})
"""Steps that say nothing beside the titles of what stands in them."""
_NAMING = frozenset({"handled_by", "parts", "factors", "removes", "prevention"})
"""Steps below which stand the names of units or categories that have their titles elsewhere."""
_EACH: dict[tuple[str, ...], str] = {
    ("staff", "street_teams"): "crews_each_street",
    ("staff", "community_desks"): "crews_each_community",
}
"""Units that are there several times: their crews are those of each place."""
_SHORT = 4
"""Parts of a list that are told one by one."""
_BESIDE = frozenset({"low", "high", "grade", "source"})
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+(?:[eE][-+]?\d+)?")
_NAMES = re.compile(r"\b[a-z]+(?:[._][a-z0-9]+)+\b")
"""Names as scenario files write them, alone or as a path."""
_SHORTENED = re.compile(r"\bw[hd]\b")
"""Units of which only those who wrote the scenario know what they stand for."""
_WORD = re.compile(r"working (?:days?|hours?)|[A-Za-z_]+2?|[%‰/]")


def setting_title(path: str, document: Mapping[str, Any], language: Language) -> str:
    """Return what a setting is called: `Housing: crews` of `departments.housing.crews`."""
    told: list[str] = []
    node: Any = document
    titles = _titles(document, language)
    steps = path.split(".")
    for depth, step in enumerate(steps):
        container, node = node, _inside(node, step)
        if step in _PASSED and (depth < len(steps) - 1 and (depth > 0 or len(steps) > 2)):
            continue
        told.append(_step_title(steps[:depth], step, container, node, titles, language))
    if len(told) == 1:
        return _capital(told[0])
    entry = label("comma", language).join(told[:-1])
    return label("setting_of", language).format(entry=_capital(entry), title=told[-1])


def _inside(node: Any, step: str) -> Any:
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, Sequence) and not isinstance(node, str) and step.isdigit() and int(step) < len(node):
        return node[int(step)]
    return None


def _step_title(
    above: Sequence[str], step: str, container: Any, node: Any, titles: Mapping[str, str], language: Language
) -> str:
    """Return what one step of a path is called; `above` are the steps before it."""
    if above and above[-1] == "mechanisms" and step in words(language).mechanisms:
        return words(language).mechanisms[step]
    if isinstance(node, Mapping) and "title" in node:
        return title_of(node, name_text(step, language), language)
    if above and above[-1] in _NAMING and step in titles:
        return titles[step]
    if step.isdigit():
        return label("nth", language).format(n=int(step) + 1)
    if (each := _EACH.get(tuple(above[:2]))) and step == "crews":
        return label(each, language)
    known = words(language)
    told = known.settings.get(step) if above[:1] != ["rosters"] or len(above) > 1 else None
    told = told or known.written.get(step) or known.labels.get(step)
    if told is None and language != "en" and isinstance(container, Mapping) and step in container:
        return label("nth", language).format(n=list(container).index(step) + 1)
    return told or name_text(step, language)


def name_text(name: str, language: Language) -> str:
    """Return a name of a scenario as text: its word if there is one, else the name itself without underscores."""
    known = words(language)
    told = known.written.get(name) or known.settings.get(name)
    if told:
        return told
    return name.replace("_", " ") if language == "en" or has_chinese(name) else label("named_otherwise", language)


def setting_value(value: Any, document: Mapping[str, Any], language: Language) -> str:
    """Return what a scenario says of a setting as people write it; a dash if it says nothing."""
    if value is None:
        return ABSENT
    if isinstance(value, bool):
        return label("yes" if value else "no", language)
    if isinstance(value, int | float):
        return f"{value:,}" if isinstance(value, int) else plainly(value)
    if isinstance(value, str):
        return _text(value, document, language)
    if isinstance(value, Mapping):
        return _mapping(value, document, language)
    return _several([setting_value(part, document, language) for part in value], value, language)


def written_text(value: float | str, language: Language) -> str:
    """Return the value of a factor as text: numbers with four digits, words and quantities in the language."""
    if not isinstance(value, str):
        return setting_text(value)
    factor, _, rest = value.partition("× ")
    return f"× {_text(rest, {}, language)}" if rest and not factor else _text(value, {}, language)


def _mapping(value: Mapping[str, Any], document: Mapping[str, Any], language: Language) -> str:
    if "value" in value:
        return setting_value(value["value"], document, language)
    plain = {key: part for key, part in value.items() if key not in _BESIDE or not set(KINDS) & set(value)}
    kind = next((key for key in plain if key in KINDS), None)
    if kind is not None and isinstance(plain[kind], Mapping):
        parts = [f"{name_text(key, language)} {setting_value(part, document, language)}"
                 for key, part in plain[kind].items()]  # fmt: skip
        if len(parts) <= _SHORT:
            return label("comma", language).join(parts)
    if kind is not None:
        return name_text(kind, language)
    titles = _titles(document, language)
    parts = [f"{titles.get(key) or name_text(key, language)} {setting_value(part, document, language)}"
             for key, part in plain.items()]  # fmt: skip
    return _several(parts, value, language)


def _several(parts: Sequence[str], value: Any, language: Language) -> str:
    """Return the parts of a list, of a long or nested one only how many there are."""
    nested = any(isinstance(part, Mapping | list | tuple)
                 for part in (value.values() if isinstance(value, Mapping) else value))  # fmt: skip
    if nested or len(parts) > _SHORT:
        return label("entries" if len(parts) > 1 else "one_entry", language).format(n=len(parts))
    return label("comma", language).join(parts) or label("none_said", language)


def _text(value: str, document: Mapping[str, Any], language: Language) -> str:
    """Return a written quantity, or a name, in a language."""
    found = _NUMBER.match(value)
    if found is None:
        return _titles(document, language).get(value) or name_text(value, language)
    if (day := day_of(value)) is not None:
        year, month, of_month = day
        return label("day_written", language).format(year=year, month=month, day=of_month)
    if (amount := amount_of(value)) is not None:
        return f"{money(amount.yuan, language)}{unit_text(' per year', language) if amount.each_year else ''}"
    return unit_text(value, language)


def unit_text(unit: str, language: Language) -> str:
    """Return a unit as scenarios write it, or a number with one, in a language."""
    if language == "en":
        return _SHORTENED.sub(lambda its: words(language).written[its[0]], unit.replace("_", " "))
    if has_chinese(unit) or not re.search("[A-Za-z/]", unit):
        return unit
    known = words(language).written
    told = _WORD.sub(lambda its: "/" if its[0] == "/" else known.get(its[0], ""), unit)
    return re.sub(r"\s*/\s*", "/", told)


def _titles(document: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Return the titles of what scenarios name elsewhere: departments, street teams, categories."""
    staff = document.get("staff", {})
    entries = {**document.get("hazards", {}), **staff.get("street_teams", {}), **document.get("departments", {})}
    return {name: title_of(entry, name, language) for name, entry in entries.items() if isinstance(entry, Mapping)}


def setting_labels(paths: Iterable[str], document: Mapping[str, Any]) -> dict[str, Label]:
    """Return what paths are called in both languages, those called alike in one of them with a number behind in it."""
    asked = list(dict.fromkeys(paths))
    english, chinese = (
        _told_apart([setting_title(path, document, language) for path in asked]) for language in LANGUAGES
    )
    return {path: Label(en=en, zh=zh) for path, en, zh in zip(asked, english, chinese, strict=True)}


def _told_apart(titles: Iterable[str]) -> list[str]:
    found: list[str] = []
    for title in titles:
        numbered = (f"{title} ({number})" for number in count(2))
        found.append(title if title not in found else next(its for its in numbered if its not in found))
    return found


def reason_text(reason: str, document: Mapping[str, Any], language: Language) -> str:
    """Return why a number is what it is, as its scenario says it; settings that it names by their paths in words.

    Nothing if it is for Chinese readers and mostly written in Latin letters.
    """
    chinese = len(re.findall("[\u4e00-\u9fff]", reason))
    if language == "zh" and chinese <= len(re.findall("[A-Za-z]", reason)):
        return ""
    sections = {*document, *document.get("mechanisms", {})}

    def in_words(found: re.Match[str]) -> str:
        steps = found[0].split(".")
        return ": ".join(steps).replace("_", " ") if steps[0] in sections or "_" in found[0] else found[0]

    return _NAMES.sub(in_words, reason)


def assignment_text(given: str, document: Mapping[str, Any], language: Language) -> str:
    """Return an assignment of a command line in words: `Grid workers: number 31` of `staff.grid_workers.count=31`."""
    path, _, value = given.partition("=")
    number = re.fullmatch(r"-?\d+", value)
    written: Any = {"true": True, "false": False}.get(value, int(value) if number else value)
    title = setting_title(path.strip(), document, language)
    return f"{title} {setting_value(written, document, language)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
