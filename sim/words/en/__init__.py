"""The words of results in English."""

from sim.words.catalogue import Words
from sim.words.en import (
    authority,
    cases,
    comparison,
    eyes,
    hearings,
    load,
    measure_families,
    measures,
    measures_cases,
    measures_danger,
    mechanisms,
    oversight,
    replay,
    report,
    story,
    study,
    terms,
)

WORDS = Words(
    labels={
        **report.LABELS,
        **comparison.LABELS,
        **study.LABELS,
        **story.LABELS,
        **load.LABELS,
        **cases.LABELS,
        **replay.LABELS,
    },
    measures={
        **measures.MEASURES,
        **measures_danger.MEASURES,
        **measures_cases.MEASURES,
        **measure_families.MEASURES,
        **oversight.MEASURES,
        **authority.MEASURES,
        **hearings.MEASURES,
        **eyes.MEASURES,
    },
    themes=measures.THEMES,
    units=measures.UNITS,
    activities=story.ACTIVITIES,
    jobs=story.JOBS,
    mechanisms=mechanisms.MECHANISMS,
    evidence=mechanisms.EVIDENCE,
    terms=terms.TERMS,
)
"""All words of English."""
