"""Money as its readers write it: in millions of yuan in English, in tens of thousands in Chinese."""

from __future__ import annotations

import math

from sim.show.text.numbers import ABSENT
from sim.words import Language, label

_STEPS: dict[Language, tuple[tuple[float, str], ...]] = {
    "en": ((1e9, "yuan_billion"), (1e6, "yuan_million"), (1.0, "yuan")),
    "zh": ((1e8, "yuan_hundred_million"), (1e4, "yuan_ten_thousand"), (1.0, "yuan")),
}
"""Sizes in which a language counts money, the largest first, and what they are called."""


def money(yuan: float, language: Language) -> str:
    """Return an amount without its sign, with four digits at most: `17.1 million yuan`."""
    if math.isnan(yuan):
        return ABSENT
    size = abs(yuan)
    step, name = next(((step, name) for step, name in _STEPS[language] if size >= step), (1.0, "yuan"))
    return label(name, language).format(amount=_amount(size / step))


def signed_money(yuan: float, language: Language) -> str:
    """Return an amount with its sign, `0` for nothing."""
    if math.isnan(yuan) or yuan == 0:
        return ABSENT if math.isnan(yuan) else "0"
    return f"{'+' if yuan > 0 else '−'}{money(yuan, language)}"


def _amount(value: float) -> str:
    """Return a number of four digits at most, without zeros at its end."""
    decimals = max(0, 4 - len(str(int(value))))
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
