"""All measures, by theme, in the order in which they are shown: first what cannot be gamed."""

from sim.measures import (
    burden,
    duration,
    fairness,
    finding,
    load,
    money,
    quality,
    residents,
    volume,
    whistle,
)
from sim.measures.eyes import channels
from sim.measures.happening import danger, rhythm
from sim.measures.measure import Measure
from sim.measures.oversight import assessment, authority, centres, hearings, inspection, leading, outside
from sim.measures.people import groups, zones
from sim.measures.stations import funds, posts

THEMES: dict[str, tuple[Measure, ...]] = {
    "burden": burden.MEASURES,
    "danger": danger.MEASURES,
    "volume": volume.MEASURES,
    "rhythm": rhythm.MEASURES,
    "duration": duration.MEASURES,
    "finding": finding.MEASURES + channels.MEASURES,
    "quality": quality.MEASURES,
    "assessment": assessment.MEASURES + inspection.MEASURES,
    "residents": residents.MEASURES + centres.MEASURES,
    "whistle": whistle.MEASURES,
    "authority": authority.MEASURES + leading.MEASURES + outside.MEASURES + hearings.MEASURES,
    "load": load.MEASURES + posts.MEASURES,
    "fairness": fairness.MEASURES + zones.MEASURES + groups.MEASURES,
    "money": money.MEASURES + funds.MEASURES,
}
"""Measures by theme; what themes are called stands in `sim.words`."""

MEASURES: dict[str, Measure] = {measure.name: measure for theme in THEMES.values() for measure in theme}
