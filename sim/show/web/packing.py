"""Columns of whole numbers as text that a page holds: the shortest of five codings, in base64."""

from __future__ import annotations

import base64
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

PLAIN = {"u1": "<u1", "u2": "<u2", "i4": "<i4"}
"""Codings of fixed width, by the type of their numbers."""


class Packed(NamedTuple):
    """A column: how many numbers, how they are coded, and the bytes in base64.

    `u1`, `u2`, `i4`: little-endian, as typed arrays have them. `v`: seven bits a byte, the lowest first, the highest
    bit set where more follow, the sign in the lowest bit (LEB128 of zigzag). `d`: differences from one number to the
    next, coded as `v`.
    """

    n: int
    coding: str
    text: str


def packed(values: ArrayLike) -> Packed:
    """Return a column of whole numbers in the coding that is the shortest; the first of those that are alike.

    Raises OverflowError for a number that has no 32 bits.
    """
    whole = np.asarray(values, dtype=np.int64).ravel()
    if whole.size and max(whole.max(), -whole.min()) >= 2**31:
        raise OverflowError("a number of a replay has more than 32 bits")
    ways = {name: whole.astype(kind).tobytes() for name, kind in PLAIN.items() if _fits(whole, kind)}
    ways |= {"d": _variable(np.diff(whole, prepend=0)), "v": _variable(whole)}
    coding = min(ways, key=lambda name: len(ways[name]))
    return Packed(len(whole), coding, base64.b64encode(ways[coding]).decode("ascii"))


def unpacked(column: Packed) -> NDArray[np.int64]:
    """Return the numbers of a column, of shape (n,), as the page reads them."""
    data = np.frombuffer(base64.b64decode(column.text), dtype=np.uint8)
    if column.coding in PLAIN:
        return data.view(PLAIN[column.coding]).astype(np.int64)
    ends = np.flatnonzero(data < 128)
    starts = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
    place = np.arange(len(data)) - np.repeat(starts, ends - starts + 1)
    bits = (data & 127).astype(np.int64) << (7 * place)
    zigzag = np.add.reduceat(bits, starts) if len(ends) else bits
    values = (zigzag >> 1) ^ -(zigzag & 1)
    return np.cumsum(values) if column.coding == "d" else values


def _fits(values: NDArray[np.int64], kind: Any) -> bool:
    limits = np.iinfo(kind)
    return not values.size or bool(values.min() >= limits.min and values.max() <= limits.max)


def _variable(values: NDArray[np.int64]) -> bytes:
    """Return numbers in as many bytes as each needs."""
    zigzag = (values << 1) ^ (values >> 63)
    sizes = np.ones(len(values), dtype=np.int64)
    for more in range(1, 5):
        sizes += zigzag >= 1 << 7 * more
    ends = np.cumsum(sizes)
    data = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for place in range(5):
        own = sizes > place
        follow = np.where(sizes[own] > place + 1, 128, 0)
        data[ends[own] - sizes[own] + place] = ((zigzag[own] >> 7 * place) & 127) | follow
    return data.tobytes()
