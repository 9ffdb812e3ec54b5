"""The report of any kind of study, in one language, by the record of what it found; and its answer alone."""

from __future__ import annotations

from dataclasses import replace

from sim.measures.studies import (
    AssumptionsFound,
    ChoiceFound,
    ComparisonFound,
    FrontFound,
    SensitivityFound,
    StudyFound,
    SweepFound,
)
from sim.show.pages.studies.assumptions import assumptions_page
from sim.show.pages.studies.optimise import choice_page, front_page
from sim.show.pages.studies.parts import StudyPage
from sim.show.pages.studies.sensitivity import sensitivity_page
from sim.show.pages.studies.sweep import sweep_page
from sim.show.text.answer import answer
from sim.show.text.comparison_notes import unmet_note
from sim.show.text.labels import in_language
from sim.words import Language, label


def study_page(found: StudyFound, language: Language) -> StudyPage:
    """Return what the report of a study says; first of all, if so, that it is not as precise as was asked."""
    page = _page_of_kind(found, language)
    unmet = [] if isinstance(found, ChoiceFound | FrontFound) else list(unmet_note(found.unmet, language))
    head = [label("nobody_measured", language)] if found.unmeasured else []
    return replace(page, answer=[*head, *unmet, *page.answer])


def _page_of_kind(found: StudyFound, language: Language) -> StudyPage:
    match found:
        case SweepFound():
            return sweep_page(found, language)
        case SensitivityFound():
            return sensitivity_page(found, language)
        case AssumptionsFound():
            return assumptions_page(found, language)
        case ChoiceFound():
            return choice_page(found, language)
        case FrontFound():
            return front_page(found, language)


def answer_of(found: StudyFound | ComparisonFound, language: Language) -> list[str]:
    """Return the answer of a study in sentences."""
    if not isinstance(found, ComparisonFound):
        return list(study_page(found, language).answer)
    titles = {name: in_language(title, language) for name, title in found.titles.items()}
    return [text for both in answer(found.differences, found.measures, titles, language) for text in both]
