"""Compiling the kernel, in a process of its own: `python -m sim.engines.compiled.build`.

Numba optimises each function together with all that it calls, again and again on every level: minutes for a call
graph as deep as this one. Here only the kernel itself is optimised, once, with all its parts linked into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from llvmlite.binding import Linkage
from numba import types
from numba.core.codegen import CPUCodeLibrary, JITCPUCodegen

from sim.engines.compiled import cache


@contextmanager
def optimised_once(name: str) -> Iterator[None]:
    """Leave every library but those of the function of that name unoptimised and without machine code."""
    optimise, finish = CPUCodeLibrary._optimize_final_module, CPUCodeLibrary._finalize_final_module
    set_env = JITCPUCodegen.set_env

    def optimise_kernel(library: Any) -> None:
        if library.name == name:
            for function in library._final_module.functions:
                if function.linkage == Linkage.linkonce_odr:
                    function.linkage = Linkage.internal  # nobody else calls it: it may be inlined and cut to measure
            optimise(library)

    def finish_kernel(library: Any) -> None:
        if library.name == name:
            finish(library)
        else:
            library._finalized = True

    def set_env_if_loaded(codegen: Any, env_name: str, env: Any) -> None:
        if codegen._engine.get_global_value_address(env_name):
            set_env(codegen, env_name, env)

    with (
        patch.object(CPUCodeLibrary, "_optimize_final_module", optimise_kernel),
        patch.object(CPUCodeLibrary, "_finalize_final_module", finish_kernel),
        patch.object(JITCPUCodegen, "set_env", set_env_if_loaded),
    ):
        yield


def build() -> None:
    """Compile the kernel for the layout that all plans share, and keep it in the cache."""
    cache.open_cache()
    from sim.engines.compiled.kernel import advance
    from sim.engines.compiled.memory import lay_out
    from sim.lifecycle.lower import lower
    from sim.scenario.load import load

    plan, _, _ = lower(load("village-square").scenario, 0)
    with optimised_once("advance"):
        advance.compile((lay_out(plan, False).type, types.int64))


if __name__ == "__main__":
    build()
