"""Rows and stores: how compiled code sees memory that Python owns.

`Rows` is an address and a number of records (or whole numbers) there; a `Store` is one record whose fields are
rows, numbers and further records. Both are passed as plain pointers: nothing is copied, counted or unpacked on a
call, which is why they are used here instead of arrays in a tuple.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import cgutils, types
from numba.core.datamodel import models
from numba.core.datamodel.registry import register_default
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import NativeValue, intrinsic, lower_builtin, make_attribute_wrapper, typeof_impl, unbox
from numba.np.numpy_support import from_dtype, from_struct_dtype
from numpy.typing import NDArray

ROWS = np.dtype([("address", "i8"), ("size", "i8")])
"""Rows as they lie in memory."""


class Rows(types.Type):
    """Numba's type of rows: records or numbers of one type, so many bytes from one to the next."""

    def __init__(self, dtype: types.Type, stride: int) -> None:
        self.dtype, self.stride = dtype, stride
        super().__init__(name=f"Rows({dtype}, {stride})")


@register_default(Rows)
class RowsModel(models.StructModel):
    """An address and a number of rows."""

    def __init__(self, manager: Any, rows: Rows) -> None:
        super().__init__(manager, rows, [("data", types.CPointer(types.int8)), ("size", types.int64)])


make_attribute_wrapper(Rows, "size", "size")


class StoreType(types.Record):
    """Numba's type of a store: a record with rows among its fields, named by a hash since its layout is long."""

    def __init__(self, fields: Any, size: int, aligned: bool) -> None:
        super().__init__(fields, size, aligned)
        self.name = f"Store({hashlib.sha256(self.name.encode()).hexdigest()[:16]})"

    @property
    def dtype(self) -> np.dtype[Any]:
        """Numpy's type of the whole: so many bytes."""
        return np.dtype(f"V{self.size}")


register_default(StoreType)(models.RecordModel)


class Store:
    """A store on the side of Python: its memory, its type, and the arrays that its rows point to."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        """Fields by name: arrays, stores, records (numpy scalars), whole numbers or floats."""
        self.type, layout = _laid_out(fields)
        self.memory = np.zeros(1, dtype=layout)
        self.address = self.memory.ctypes.data
        self.arrays: dict[str, NDArray[Any]] = {}
        self.stores: dict[str, Store] = {}
        for name, value in fields.items():
            self[name] = value

    def __setitem__(self, name: str, value: Any) -> None:
        if isinstance(value, Store):
            self.memory[name] = value.memory[0]
            self.stores[name] = value
        elif isinstance(value, np.ndarray):
            self.arrays[name] = value
            self.memory[name] = (value.ctypes.data, len(value))
        else:
            self.memory[name] = value

    def __getitem__(self, name: str) -> Any:
        return self.arrays[name] if name in self.arrays else self.memory[name][0]


def _laid_out(fields: Mapping[str, Any]) -> tuple[StoreType, np.dtype[Any]]:
    """Type of a store with these fields, for numba and for numpy."""
    typed = [(name, *_types_of(value)) for name, value in fields.items()]
    layout = np.dtype([(name, in_numpy) for name, _, in_numpy in typed])
    described = [
        (name, {"type": in_numba, "offset": layout.fields[name][1], "alignment": None, "title": None})
        for name, in_numba, _ in typed
        if layout.fields is not None
    ]
    return StoreType(described, layout.itemsize, False), layout


def _types_of(value: Any) -> tuple[types.Type, Any]:
    if isinstance(value, Store):
        return value.type, value.memory.dtype
    if isinstance(value, np.ndarray):
        stride = value.itemsize if value.flags.c_contiguous else value.strides[0]
        return Rows(from_dtype(value.dtype), stride), ROWS
    if isinstance(value, np.void):
        return from_struct_dtype(value.dtype), value.dtype
    if isinstance(value, np.uint64):
        return types.uint64, "u8"
    return (types.float64, "f8") if isinstance(value, float) else (types.int64, "i8")


@typeof_impl.register(Store)
def _typeof_store(value: Store, _: Any) -> StoreType:
    return value.type


@unbox(StoreType)
def _unbox_store(typ: StoreType, obj: Any, c: Any) -> NativeValue:
    """Take the address of a store's memory, the attribute `address`."""
    address = c.pyapi.object_getattr_string(obj, "address")
    number = c.pyapi.long_as_longlong(address)
    c.pyapi.decref(address)
    return NativeValue(c.builder.inttoptr(number, c.context.get_value_type(typ)))


@infer_global(operator.getitem)
class _GetRow(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], Rows) and isinstance(args[1], types.Integer):
            return signature(args[0].dtype, args[0], types.int64)
        return None


@infer_global(operator.setitem)
class _SetRow(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], Rows) and isinstance(args[1], types.Integer):
            return signature(types.none, args[0], types.int64, args[0].dtype)
        return None


@infer_global(len)
class _CountRows(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        return signature(types.int64, args[0]) if isinstance(args[0], Rows) else None


def _place(context: Any, builder: Any, typ: Rows, rows: Any, index: Any) -> Any:
    """Address of a row."""
    data = cgutils.create_struct_proxy(typ)(context, builder, rows).data
    offset = builder.mul(index, ir.Constant(ir.IntType(64), typ.stride))
    place = builder.gep(data, [offset], inbounds=True)
    return builder.bitcast(place, context.get_data_type(typ.dtype).as_pointer())


@lower_builtin(operator.getitem, Rows, types.Integer)
def _get_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    place = _place(context, builder, sig.args[0], *args)
    return context.unpack_value(builder, sig.return_type, place)


@lower_builtin(operator.setitem, Rows, types.Integer, types.Any)
def _set_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    rows, index, value = args
    place = _place(context, builder, sig.args[0], rows, index)
    if isinstance(sig.args[2], types.Record):
        cgutils.raw_memcpy(builder, place, value, ir.Constant(ir.IntType(64), sig.args[2].size), 1)
    else:
        context.pack_value(builder, sig.args[2], value, place)
    return context.get_dummy_value()


@lower_builtin(len, Rows)
def _count_rows(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    return cgutils.create_struct_proxy(sig.args[0])(context, builder, args[0]).size


LINE = 64
"""Bytes of a line of the processor's cache."""


@intrinsic
def _fetch_ahead(_: Any, rows: Any, index: Any) -> Any:

    def codegen(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        place = builder.bitcast(_place(context, builder, sig.args[0], *args), ir.IntType(8).as_pointer())
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [ir.IntType(8).as_pointer(), number, number, number])
        fetch = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0i8")
        for line in range(0, sig.args[0].stride, LINE):
            at = builder.gep(place, [ir.Constant(ir.IntType(64), line)])
            builder.call(fetch, [at, *(ir.Constant(number, flag) for flag in (0, 3, 1))])
        return context.get_dummy_value()

    return types.none(rows, types.int64), codegen


fetch_ahead: Callable[[Any, int], None] = _fetch_ahead  # type: ignore[assignment]  # numba types it as what it is made of
"""Have a row brought into the processor's cache while other work goes on; any index will do."""
