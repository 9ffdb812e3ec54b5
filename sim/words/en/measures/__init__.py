"""The words of measures in English."""

from sim.words.catalogue import MeasureWords
from sim.words.en.measures import authority, cases, danger, eyes, families, general, hearings, hours, oversight, people

MEASURES: dict[str, MeasureWords] = {
    **general.MEASURES,
    **danger.MEASURES,
    **cases.MEASURES,
    **families.MEASURES,
    **oversight.MEASURES,
    **authority.MEASURES,
    **hearings.MEASURES,
    **eyes.MEASURES,
    **people.MEASURES,
    **hours.MEASURES,
}
"""By name of measure."""
THEMES, UNITS = general.THEMES, general.UNITS
