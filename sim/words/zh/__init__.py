"""The words of results in Chinese."""

from sim.words.catalogue import Words, activities_of, settings_of, titles
from sim.words.zh import (
    cases,
    load,
    measures,
    mechanisms,
    report,
    settings,
    story,
    study,
    terms,
    written,
)
from sim.words.zh.messages import MESSAGES as MESSAGES
from sim.words.zh.pages import brief, comparison, demo, figures, places, replay

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
        **figures.LABELS,
        **places.LABELS,
    },
    measures=measures.MEASURES,
    themes=measures.THEMES,
    units=measures.UNITS,
    activities=story.ACTIVITIES | activities_of(mechanisms.MECHANISMS),
    jobs=story.JOBS,
    mechanisms=titles(mechanisms.MECHANISMS),
    evidence=mechanisms.EVIDENCE,
    settings=settings.SETTINGS | settings_of(mechanisms.MECHANISMS),
    written=written.WRITTEN,
    terms=terms.TERMS,
)
"""All words of Chinese."""
