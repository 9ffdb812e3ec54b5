"""Stores as arguments of compiled functions that tests call from Python; the kernel is called by its address."""

from __future__ import annotations

from typing import Any

from numba.extending import NativeValue, typeof_impl, unbox

from sim.engines.compiled.rows import StoreType, type_of
from sim.engines.compiled.store import KernelStore


def tell_of_stores() -> None:
    """Tell numba what a store is, and where its memory lies: the attribute `address`."""

    @typeof_impl.register(KernelStore)
    def _typeof_store(value: KernelStore, _: Any) -> StoreType:
        return type_of(value)

    @unbox(StoreType)
    def _unbox_store(typ: StoreType, obj: Any, c: Any) -> NativeValue:
        address = c.pyapi.object_getattr_string(obj, "address")
        number = c.pyapi.long_as_longlong(address)
        c.pyapi.decref(address)
        return NativeValue(c.builder.inttoptr(number, c.context.get_value_type(typ)))
