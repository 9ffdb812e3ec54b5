"""What measures are called, and their units; also those that are none of the simulator's, which keep their names."""

from sim.measures.catalogue import MEASURES
from sim.show.text.numbers import unit_name
from sim.words import Language, words


def measure_name(name: str, language: Language) -> str:
    """Return the label of a measure; its name if it is none of the simulator's."""
    return words(language).measures[name].label if name in MEASURES else name


def measure_unit(name: str) -> str:
    """Return the unit of a measure, nothing if it is none of the simulator's."""
    return MEASURES[name].unit if name in MEASURES else ""


def measure_axis(name: str, language: Language) -> str:
    """Return a measure's label with its unit, for the axis of a figure; shares are drawn from 0 to 1."""
    unit = unit_name(measure_unit(name), language)
    return f"{measure_name(name, language)} ({unit})" if unit else measure_name(name, language)
