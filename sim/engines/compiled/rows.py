"""How the compiler sees a store (`sim.engines.compiled.store`) and the rows in it.

Both are passed as plain pointers: nothing is copied, counted or unpacked on a call, which is why they are used here
instead of arrays in a tuple.
"""

from __future__ import annotations

import hashlib
import operator
from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import cgutils, types
from numba.core.datamodel import models
from numba.core.datamodel.registry import register_default
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import lower_builtin, make_attribute_wrapper
from numba.np.numpy_support import from_dtype, from_struct_dtype

from sim.engines.compiled.layout import LINE
from sim.engines.compiled.prefetch import fetch_ahead
from sim.engines.compiled.store import KernelStore, stride_of


class RowsType(types.Type):
    """Numba's type of rows: records or numbers of one type, so many bytes from one to the next."""

    def __init__(self, dtype: types.Type, stride: int) -> None:
        self.dtype, self.stride = dtype, stride
        super().__init__(name=f"RowsType({dtype}, {stride})")


@register_default(RowsType)
class RowsModel(models.StructModel):
    """An address and a number of rows."""

    def __init__(self, manager: Any, rows: RowsType) -> None:
        super().__init__(manager, rows, [("data", types.CPointer(types.int8)), ("size", types.int64)])


make_attribute_wrapper(RowsType, "size", "size")


class StoreType(types.Record):
    """Numba's type of a store: a record with rows among its fields, named by a hash since its layout is long."""

    def __init__(self, fields: Any, size: int, aligned: bool) -> None:
        super().__init__(fields, size, aligned)
        self.name = f"KernelStore({hashlib.sha256(self.name.encode()).hexdigest()[:16]})"

    @property
    def dtype(self) -> np.dtype[Any]:
        """Numpy's type of the whole: so many bytes."""
        return np.dtype(f"V{self.size}")


register_default(StoreType)(models.RecordModel)


def type_of(store: KernelStore) -> StoreType:
    """Return numba's type of a store: that of each field, and where it lies."""
    fields: Any = store.memory.dtype.fields
    described = [
        (name, {"type": _type_of(value), "offset": fields[name][1], "alignment": None, "title": None})
        for name, value in store.values.items()
    ]
    return StoreType(described, store.memory.dtype.itemsize, False)


def _type_of(value: Any) -> types.Type:
    if isinstance(value, KernelStore):
        return type_of(value)
    if isinstance(value, np.ndarray):
        return RowsType(from_dtype(value.dtype), stride_of(value))
    if isinstance(value, np.void):
        return from_struct_dtype(value.dtype)
    if isinstance(value, np.uint64):
        return types.uint64
    return types.float64 if isinstance(value, float) else types.int64


@infer_global(operator.getitem)
class _GetRow(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], RowsType) and isinstance(args[1], types.Integer):
            return signature(args[0].dtype, args[0], types.int64)
        return None


@infer_global(operator.setitem)
class _SetRow(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], RowsType) and isinstance(args[1], types.Integer):
            return signature(types.none, args[0], types.int64, args[0].dtype)
        return None


@infer_global(len)
class _CountRows(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        return signature(types.int64, args[0]) if isinstance(args[0], RowsType) else None


def _place(context: Any, builder: Any, typ: RowsType, rows: Any, index: Any) -> Any:
    """Address of a row."""
    data = cgutils.create_struct_proxy(typ)(context, builder, rows).data
    offset = builder.mul(index, ir.Constant(ir.IntType(64), typ.stride))
    place = builder.gep(data, [offset], inbounds=True)
    return builder.bitcast(place, context.get_data_type(typ.dtype).as_pointer())


@lower_builtin(operator.getitem, RowsType, types.Integer)
def _get_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    place = _place(context, builder, sig.args[0], *args)
    return context.unpack_value(builder, sig.return_type, place)


@lower_builtin(operator.setitem, RowsType, types.Integer, types.Any)
def _set_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    rows, index, value = args
    place = _place(context, builder, sig.args[0], rows, index)
    if isinstance(sig.args[2], types.Record):
        cgutils.raw_memcpy(builder, place, value, ir.Constant(ir.IntType(64), sig.args[2].size), 1)
    else:
        context.pack_value(builder, sig.args[2], value, place)
    return context.get_dummy_value()


@lower_builtin(len, RowsType)
def _count_rows(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    return cgutils.create_struct_proxy(sig.args[0])(context, builder, args[0]).size


@infer_global(fetch_ahead)
class _FetchRow(AbstractTemplate):
    def generic(self, args: Any, kws: Any) -> Any:
        return signature(types.none, args[0], types.int64) if isinstance(args[0], RowsType) else None


@lower_builtin(fetch_ahead, RowsType, types.Integer)
def _fetch_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    place = builder.bitcast(_place(context, builder, sig.args[0], *args), ir.IntType(8).as_pointer())
    number = ir.IntType(32)
    kind = ir.FunctionType(ir.VoidType(), [ir.IntType(8).as_pointer(), number, number, number])
    fetch = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0i8")
    for line in range(0, sig.args[0].stride, LINE):
        at = builder.gep(place, [ir.Constant(ir.IntType(64), line)])
        builder.call(fetch, [at, *(ir.Constant(number, flag) for flag in (0, 3, 1))])
    return context.get_dummy_value()
