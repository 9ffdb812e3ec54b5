"""The words of results in English."""

from sim.words.catalogue import Words
from sim.words.en import (
    authority,
    cases,
    eyes,
    hours,
    load,
    measure_families,
    measures,
    measures_cases,
    measures_danger,
    mechanisms,
    oversight,
    people,
    report,
    settings,
    story,
    study,
    terms,
    written,
)
from sim.words.en.pages import brief, comparison, demo, replay

WORDS = Words(
    labels={
        **report.LABELS,
        **brief.LABELS,
        **comparison.LABELS,
        **study.LABELS,
        **story.LABELS,
        **load.LABELS,
        **cases.LABELS,
        **replay.LABELS,
        **demo.LABELS,
    },
    measures={
        **measures.MEASURES,
        **measures_danger.MEASURES,
        **measures_cases.MEASURES,
        **measure_families.MEASURES,
        **oversight.MEASURES,
        **authority.MEASURES,
        **eyes.MEASURES,
        **people.MEASURES,
        **hours.MEASURES,
    },
    themes=measures.THEMES,
    units=measures.UNITS,
    activities=story.ACTIVITIES,
    jobs=story.JOBS,
    mechanisms=mechanisms.MECHANISMS,
    evidence=mechanisms.EVIDENCE,
    settings=settings.SETTINGS,
    written=written.WRITTEN,
    terms=terms.TERMS,
)
"""All words of English."""
