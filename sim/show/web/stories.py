"""Stories as pages hold them: each text once, and for each line its time and which texts it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from sim.show.text.history import StoryLine
from sim.show.web.packing import packed


class Texts:
    """Texts that are told many times, each held once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(text, len(self._numbers))

    def all(self) -> list[str]:
        """Return all texts, in the order of their numbers."""
        return list(self._numbers)


def packed_stories(stories: Sequence[Sequence[StoryLine]], times: ArrayLike) -> dict[str, Any]:
    """Return stories as the script `stories` reads them: `texts`; of each story how many `lines` it has; and of each
    line of all of them, one after the other, `at`, `what` and `who`.

    `times` are the times of these lines in whole numbers, one for each.
    """
    texts = Texts()
    told = [line for story in stories for line in story]
    which = np.array([[texts.number(line.what), texts.number(line.who)] for line in told]).reshape(-1, 2)
    return {
        "texts": texts.all(),
        "lines": packed([len(story) for story in stories]),
        "at": packed(times),
        "what": packed(which[:, 0]),
        "who": packed(which[:, 1]),
    }
