"""The catalogue of words is complete: both languages say the same, of everything that is shown, and nothing else."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from typing import Any

import pytest

from sim.kinds import JobKind, Performer
from sim.kinds import words as kind_words
from sim.measures.catalogue import MEASURES, THEMES
from sim.measures.statistics.warmup import STATES
from sim.measures.tables import NEVER_OPEN
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence, Mechanism
from sim.record.activities import ACTIVITIES
from sim.show.figures.style import LEVEL_COLOURS
from sim.show.pages.cause_tables import QUANTITIES
from sim.words import Language, en, words, zh

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
CHINESE = re.compile(r"[\u3001\u3002\u3400-\u9fff\uff0c\uff1b]")
"""Signs of Chinese, and the punctuation that only Chinese has."""
SPOKEN = [
    *(ROOT / "sim" / "show").rglob("*.py"),
    *(ROOT / "sim" / "reading").rglob("*.py"),
    *(ROOT / "sim" / "demo").rglob("*.py"),
    ROOT / "sim" / "console.py",
    ROOT / "sim" / "places.py",
]
TEMPLATES = list((ROOT / "sim" / "show").rglob("*.j2"))

NAMES = {
    "A",
    "B",
    "Kaplan",
    "Meier",
    "SHA",
    "t",
    "E",
    "C",
    "D",
    "--set",
    "--limit",
    "--events",
    "--overwrite",
} | {
    *("Python", "sim", "RunOptions", "events", "True", "overwrite"),
}
"""Latin that a Chinese text may hold: variants, grades of evidence, methods, a digest, options."""


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every text of a language with where it stands."""
    for part, its in words(language)._asdict().items():
        for name, text in its.items():
            told = [text] if isinstance(text, str) else text
            yield from ((f"{part} {name} {place}", str(line)) for place, line in enumerate(told))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_words_in_the_same_order() -> None:
    for english, chinese in zip(words("en"), words("zh"), strict=True):
        assert list(english) == list(chinese)


def test_texts_are_filled_in_from_the_same_fields() -> None:
    for (place, english), (_, chinese) in zip(texts("en"), texts("zh"), strict=True):
        assert fields(english) == fields(chinese), place


def test_every_text_is_there() -> None:
    empty = {place for language in LANGUAGES for place, text in texts(language) if not text.strip()}
    assert empty == {"labels figures_in_english 0"}, "in English nothing need be said of figures in English"


def test_each_language_is_written_in_its_own_script() -> None:
    assert not [place for place, text in texts("en") if CHINESE.search(text)]
    for place, text in texts("zh"):
        said = re.sub(r"\{[^}]*\}", "", text)
        assert set(re.findall(r"(?:--)?[A-Za-z]+", said)) <= NAMES, place
        assert CHINESE.search(text) or not re.search(r"[^\W\d_]", said), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_measured_or_logged_has_its_words(language: Language) -> None:
    its = words(language)
    assert set(its.measures) == set(MEASURES)
    assert list(its.themes) == list(THEMES)
    assert set(its.units) == {measure.unit for measure in MEASURES.values()}
    assert set(its.activities) == {activity.name for activity in ACTIVITIES}
    assert list(its.jobs) == list(kind_words(JobKind))
    assert set(its.mechanisms) == {mechanism.section for mechanism in MECHANISMS}
    assert list(its.evidence) == list(Evidence)


def test_everything_that_tables_name_has_its_words() -> None:
    named = {
        *LEVEL_COLOURS,
        *NEVER_OPEN,
        *(f"source_{name}" for name in ("patrol", "visit", "resident")),
        *(f"agent_{name}" for name in kind_words(Performer) if name != "world"),
        *(f"state_{name}" for name in STATES),
        *(f"quantity_{name}" for name in QUANTITIES),
    }
    assert named <= set(words("en").labels)


@pytest.mark.parametrize("language", [en, zh])
def test_no_word_hides_another(language: object) -> None:
    files = [
        getattr(language, name).LABELS
        for name in ("report", "brief", "comparison", "study", "story", "load", "cases", "replay", "demo")
    ]
    assert sum(map(len, files)) == len(set().union(*files))


@pytest.mark.parametrize("language", [en, zh])
def test_what_is_said_of_mechanisms_is_said_once(language: Any) -> None:
    """In one file of one family, and of what several sections have in the words that they share."""
    folder = language.mechanisms
    families = [getattr(folder, module.name).WORDS for module in iter_modules(folder.__path__)]
    assert sum(map(len, families)) == len(folder.MECHANISMS)
    its = folder.MECHANISMS.values()
    settings = [*language.settings.SETTINGS, *folder.MECHANISMS, *(name for each in its for name in each.settings)]
    activities = [*language.story.ACTIVITIES, *(name for each in its for name in each.activities)]
    for names in (settings, activities):
        assert not [name for name, count in Counter(names).items() if count > 1]


@pytest.mark.parametrize("language", [en, zh])
@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.section)
def test_words_of_a_mechanism_are_of_its_parameters_and_activities(language: Any, mechanism: Mechanism) -> None:
    its = language.mechanisms.MECHANISMS[mechanism.section]
    schema = mechanism.parameters.model_json_schema()
    known = {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})}
    assert set(its.settings) <= known
    assert set(its.activities) == {activity.name for activity in mechanism.activities}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_tell_measures_apart(language: Language) -> None:
    labels = [its.label for its in words(language).measures.values()]
    assert len(set(labels)) == len(labels)


def asked_for() -> Iterator[str]:
    """Yield a pattern for each name that a text is asked for by, in modules and in templates."""
    for module in SPOKEN:
        inside = set()
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                inside |= {id(part) for part in node.values}
                if any(part and re.fullmatch(r"\w+_|_\w+", str(part)) for part in parts):
                    yield "".join(r"\w+" if part is None else re.escape(str(part)) for part in parts)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield re.escape(node.value)
    for template in TEMPLATES:
        yield from re.findall(r'"(\w+)"', template.read_text("utf-8"))
        yield from (rf"\w+{end}" for end in re.findall(r'say\(name ~ "(\w+)"\)', template.read_text("utf-8")))
        yield from (rf"{start}\w+" for start in re.findall(r'say\("(\w+)" ~', template.read_text("utf-8")))


def test_no_label_is_left_over() -> None:
    known = re.compile("|".join(f"(?:{pattern})" for pattern in {*asked_for(), *NEVER_OPEN}))
    left = [name for name in words("en").labels if not known.fullmatch(name)]
    assert not left


def test_every_label_that_is_asked_for_is_there() -> None:
    called = re.compile(r'\b(?:label|say)\("(\w+)"[,)]')
    asked = {name for file in (*SPOKEN, *TEMPLATES) for name in called.findall(file.read_text("utf-8"))}
    together = re.compile(r"\blabels\(language, ([^)]*)\)")
    lists = [names for file in SPOKEN for names in together.findall(file.read_text("utf-8"))]
    asked |= {name for names in lists for name in re.findall(r'"(\w+)"', names)}
    assert len(asked) > 50
    assert asked <= set(words("en").labels)


def test_chinese_stands_in_the_catalogue_only() -> None:
    beside = [
        ROOT / "sim" / name for name in ("measures", "show", "study", "cli", "record", "engines", "world", "demo")
    ]
    files = [ROOT / "sim" / "console.py", *(file for folder in beside for file in folder.rglob("*.py"))]
    assert not [file.name for file in files if CHINESE.search(file.read_text("utf-8"))]


def glossary() -> list[tuple[str, str]]:
    """Return the terms of the glossary in both languages, as its rows give them."""
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \| [^|]+ \|$", (ROOT / "docs" / "glossary.md").read_text(), re.M
    )
    return [row for row in rows if row != ("term", "中文")]


def test_the_glossary_explains_every_term_once() -> None:
    listed = glossary()
    assert sorted(listed) == sorted(zip(words("en").terms.values(), words("zh").terms.values(), strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_those_that_texts_use(language: Language) -> None:
    told = "\n".join(text for place, text in texts(language) if not place.startswith("terms")).casefold()
    assert not [term for term in words(language).terms.values() if term.casefold() not in told]


def test_terms_that_were_given_up_do_not_come_back() -> None:
    given_up = re.compile(r"\bwindow|\bheal|\bhangs? on|issue-days|never seen|duty displaced|\bclaim|cannot tell")
    assert not [place for place, text in texts("en") if given_up.search(text.casefold())]
