"""What a catalogue of words holds: every word that a person reads of results, in one language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]


class MeasureWords(NamedTuple):
    """What is said of a measure: its label, its definition, and what a planner must know before reading it."""

    label: str
    definition: str
    caution: str


class MechanismWords(NamedTuple):
    """What is said of a mechanism: its title in lists of mechanisms, and its short `name` where settings are named.

    `settings` are those of its parameters whose names no other section has, by the last step of their path; what it
    shares with others stands in `settings.py`. `activities` are the rows of the log that it alone writes.
    """

    title: str
    name: str
    settings: Mapping[str, str] = MappingProxyType({})
    activities: Mapping[str, str] = MappingProxyType({})


class Words(NamedTuple):
    """The words of one language; the same keys in each, and the same fields `{...}` in a text that has them.

    `labels` are the words of figures, reports and the terminal, and whole sentences; `measures` by name of measure,
    `themes` by name of theme, `units` by unit, `activities` by activity of the event log, `jobs` by kind of job,
    `mechanisms` by section of a scenario, `evidence` by what is known of their effects;
    `settings` by the last step of a setting's path, `written` by what scenario files write (units, choices);
    `terms` are those that all of these keep to.
    """

    labels: Mapping[str, str]
    measures: Mapping[str, MeasureWords]
    themes: Mapping[str, str]
    units: Mapping[str, str]
    activities: Mapping[str, str]
    jobs: Mapping[str, str]
    mechanisms: Mapping[str, str]
    evidence: Mapping[str, str]
    settings: Mapping[str, str]
    written: Mapping[str, str]
    terms: Mapping[str, str]


def titles(mechanisms: Mapping[str, MechanismWords]) -> dict[str, str]:
    """Return the titles of mechanisms by section."""
    return {section: its.title for section, its in mechanisms.items()}


def settings_of(mechanisms: Mapping[str, MechanismWords]) -> dict[str, str]:
    """Return what the sections of mechanisms are called, and the settings that they alone have."""
    names = {section: its.name for section, its in mechanisms.items()}
    return names | {name: text for its in mechanisms.values() for name, text in its.settings.items()}


def activities_of(mechanisms: Mapping[str, MechanismWords]) -> dict[str, str]:
    """Return what the rows of the log say that mechanisms alone write, by activity."""
    return {name: text for its in mechanisms.values() for name, text in its.activities.items()}
