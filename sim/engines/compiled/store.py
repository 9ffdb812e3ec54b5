"""Stores: memory that Python owns and compiled code works on.

A `KernelStore` is one record whose fields are numbers, further records, other stores, and rows: the address of an
array and how many records (or whole numbers) stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROWS = np.dtype([("address", "i8"), ("size", "i8")])
"""Rows as they lie in memory."""


class KernelStore:
    """A store: its `memory`, at an `address`, and the `values` of its fields by name; arrays must not move."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        """Fields by name: arrays, stores, records (numpy scalars), whole numbers or floats."""
        self.values = dict(fields)
        layout = [(name, _layout_of(value)) for name, value in fields.items()]
        self.memory = np.array([tuple(_content_of(value) for value in fields.values())], dtype=layout)
        self.address = self.memory.ctypes.data

    def __setitem__(self, name: str, value: Any) -> None:
        self.memory[name] = _content_of(value)
        self.values[name] = value

    def __getitem__(self, name: str) -> Any:
        value = self.values[name]
        return value if isinstance(value, np.ndarray) else self.memory[name][0]


def stride_of(rows: NDArray[Any]) -> int:
    """Bytes from one row to the next."""
    return rows.itemsize if rows.flags.c_contiguous else rows.strides[0]


def _content_of(value: Any) -> Any:
    """What a field holds."""
    if isinstance(value, KernelStore):
        return value.memory[0]
    return (value.ctypes.data, len(value)) if isinstance(value, np.ndarray) else value


def _layout_of(value: Any) -> Any:
    """Numpy's type of a field."""
    if isinstance(value, KernelStore):
        return value.memory.dtype
    if isinstance(value, np.ndarray):
        return ROWS
    if isinstance(value, np.void):
        return value.dtype
    if isinstance(value, np.uint64):
        return "u8"
    return "f8" if isinstance(value, float) else "i8"
