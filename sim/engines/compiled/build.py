"""Compiling the kernel, in a process of its own: `python -m sim.engines.compiled.build`.

Numba optimises each function together with all that it calls, again and again on every level: minutes for a call
graph as deep as this one. Here only the kernel itself is optimised, once, with all its parts linked into it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from llvmlite.binding import Linkage
from numba import types
from numba.core.codegen import CPUCodeLibrary, JITCPUCodegen
from numba.core.compiler import Flags, compile_extra
from numba.core.compiler_lock import global_compiler_lock
from numba.core.registry import cpu_target

from sim.engines.compiled import cache
from sim.engines.compiled.kernel import advance
from sim.engines.compiled.memory import lay_out
from sim.engines.compiled.rows import type_of
from sim.engines.compiled.rules import tell_compiler
from sim.plan.lower import lower
from sim.scenario.load import load


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


def compiled() -> tuple[str, bytes]:
    """Return the name of the kernel's function and the machine code with it, for the layout that all plans share."""
    tell_compiler()
    flags: Any = Flags()
    flags.error_model = "numpy"
    flags.no_cpython_wrapper = flags.no_cfunc_wrapper = flags.no_compile = True
    plan, _, _ = lower(load("village-square").scenario, 0)
    arguments = (type_of(lay_out(plan, False)), types.int64)
    with optimised_once("advance"), global_compiler_lock:
        result = compile_extra(
            cpu_target.typing_context, cpu_target.target_context, advance, arguments, types.none, flags, locals={}
        )
        result.library.finalize()
        result.library.get_pointer_to_function(result.fndesc.llvm_func_name)
    return result.fndesc.llvm_func_name, result.library._get_compiled_object()


if __name__ == "__main__":
    try:
        cache.keep(*compiled())
    except OSError as refused:
        sys.exit(f"{refused.filename or cache.cache_folder()}: {refused.strerror}")
