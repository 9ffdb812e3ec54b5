"""The words of mechanisms in Chinese: a file for each folder of `sim/mechanisms`."""

from sim.words.catalogue import MechanismWords
from sim.words.zh.mechanisms import authority, eyes, general, hours, stages, units

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
    "measured": "有实测",
    "structure only": "仅知结构：做法清楚，效应大小系假定",
    "none": "没有人测量过",
}
"""What is known of their effects."""
