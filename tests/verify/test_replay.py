"""Lines worked out by hand, so that what replays the engines is itself right."""

from collections.abc import Sequence

import numpy as np
import pytest

from sim.verify.replay import Line, replayed

HOUR, DAY = 3_600_000, 86_400_000
ALWAYS = "00:00-24:00"


def hours(line: Line, *jobs: tuple[float, float, int]) -> list[tuple[float, float]]:
    """Start and end (hours) of jobs (arrival, work, class)."""
    came, work, classes = (np.array(column) for column in zip(*jobs, strict=True))
    starts, ends = replayed(line, *(np.rint(part * HOUR).astype(np.int64) for part in (came, work)), classes)
    return list(zip((starts / HOUR).tolist(), (ends / HOUR).tolist(), strict=True))


BY_HAND: dict[str, tuple[Line, Sequence[tuple[float, float, int]], list[tuple[float, float]]]] = {
    "first come": (Line(1, 0, ALWAYS), [(1, 2, 3), (2, 1, 1), (3.5, 1, 3)], [(1, 3), (3, 4), (4, 5)]),
    "two crews": (Line(2, 0, ALWAYS), [(1, 3, 3), (2, 1, 3), (2.5, 1, 3)], [(1, 4), (2, 3), (3, 4)]),
    "priorities": (Line(1, 90 * DAY, ALWAYS), [(1, 2, 3), (1.5, 1, 3), (2, 1, 1)], [(1, 3), (4, 5), (3, 4)]),
    "overtaken for 1 h a class": (Line(1, HOUR, ALWAYS), [(1, 5, 3), (2, 1, 3), (3.5, 1, 1)], [(1, 6), (7, 8), (6, 7)]),
    "not any more": (Line(1, HOUR, ALWAYS), [(1, 5, 3), (2, 1, 3), (4.5, 1, 1)], [(1, 6), (6, 7), (7, 8)]),
    "ends at closing": (Line(1, 0, "08:00-12:00 14:00-18:00"), [(8, 4, 3), (9, 1, 3)], [(8, 12), (14, 15)]),
    "resumed": (Line(1, 0, "08:00-12:00 14:00-18:00"), [(11, 6, 3), (11.5, 1, 3)], [(11, 33), (33, 34)]),
    "comes at night": (Line(1, 0, "08:00-12:00"), [(3, 1, 3), (20, 1, 3)], [(8, 9), (32, 33)]),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_lines_by_hand(name: str) -> None:
    line, jobs, expected = BY_HAND[name]
    assert hours(line, *jobs) == expected
