"""The mark of a rule: a small function that every engine must compute alike, to the last bit.

A rule uses + - * / and comparisons, and of functions only floor, log, exp, sqrt and erf: these were measured to be
equal bit for bit between CPython and compiled code, unlike powers, hypot or lgamma. A rule reads attributes of the
entities it is given and changes nothing. In the reference engine it is what it is, plain Python; an engine that
compiles finds all of them in `RULES`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

RULES: list[Callable[..., Any]] = []
"""Every rule of the model, in the order of import."""


def rule(function: F) -> F:
    """Enter the function in the list of rules and return it unchanged."""
    RULES.append(function)
    return function
