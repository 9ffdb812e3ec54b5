"""The words of mechanisms in English: a file for each folder of `sim/mechanisms`."""

from sim.words.catalogue import MechanismWords
from sim.words.en.mechanisms import authority, eyes, general, hours, stages, units

MECHANISMS: dict[str, MechanismWords] = {
    **general.WORDS,
    **authority.WORDS,
    **eyes.WORDS,
    **hours.WORDS,
    **stages.WORDS,
    **units.WORDS,
}
"""Mechanisms by their section."""

EVIDENCE: dict[str, str] = {
    "measured": "measured",
    "structure only": "structure only: how it works is known, the size of its effect is assumed",
    "none": "nobody has measured this",
}
"""What is known of their effects."""
