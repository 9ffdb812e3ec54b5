"""Where the compiled kernel is kept, and how it is loaded: from a folder named by all that it is made of."""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sim.engines.choice import EngineMissing
from sim.machine import cache as machine

if TYPE_CHECKING:
    from sim.engines.compiled.store import KernelStore

PACKAGE = Path(__file__).parents[2]
SOURCES = (
    "kinds.py", "chance", "scenario/hours.py", "world/outcomes.py", "mechanisms", "plan", "lifecycle",
    "record/activities.py", "engines/compiled",
)  # fmt: skip
"""What the kernel is compiled from, under the package."""
KERNEL, NAME = "kernel.o", "function"
DONE = (0, -2)
"""What a function compiled by numba returns if all went well: a value, or none."""


def digest(package: Path = PACKAGE) -> str:
    """Hash of all sources of the kernel and of the compiler's version."""
    of = hashlib.sha256(f"{version('numba')} {version('llvmlite')} {version('numpy')} {sys.version}".encode())
    for source in SOURCES:
        place = package / source
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            of.update(file.relative_to(package).as_posix().encode())
            of.update(file.read_bytes())
    return of.hexdigest()[:16]


@functools.cache
def cache_folder() -> Path:
    """Folder of the kernel made of the present sources for this processor."""
    from llvmlite.binding import get_host_cpu_name

    name = f"kernel-{digest()}-{get_host_cpu_name()}"
    usual = machine.usual_folder()
    if usual is not None and os.access(usual / name / KERNEL, os.R_OK):  # then it need not be writable
        return usual / name
    return machine.cache_folder() / name


def is_compiled() -> bool:
    """Whether the kernel of the present sources is in the cache."""
    return (cache_folder() / KERNEL).is_file()


def keep(name: str, code: bytes) -> None:
    """Put a kernel into the cache: the name of its function, then its machine code, whole or not at all."""
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in ((NAME, name.encode()), (KERNEL, code)):
        beside = folder / f".{file}.{os.getpid()}"
        beside.write_bytes(content)
        beside.replace(folder / file)


def compile_now() -> None:
    """Compile the kernel in a process of its own, unless it is in the cache: about half a minute, once.

    Raises EngineMissing if that fails, of which the process has told the reason.
    """
    if is_compiled():
        return
    paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    # This very code, and nothing that happens to lie in the folder of the user.
    command = [sys.executable, "-P", "-m", "sim.engines.compiled.build"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    if subprocess.run(command, env=env, check=False).returncode:
        raise EngineMissing("the compiled engine could not be compiled; with --engine reference nothing needs to be")


class Kernel:
    """The compiled kernel (`sim.engines.compiled.kernel.advance`), loaded from the cache.

    Its machine code is all that is loaded, by LLVM: numba, which made it, would take half a second.
    """

    def __init__(self, folder: Path) -> None:
        from llvmlite import binding

        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        machine = binding.Target.from_default_triple().create_target_machine(jit=True)
        # Kept, since the code lives as long as its engine does.
        self._engine = binding.create_mcjit_compiler(binding.parse_assembly(""), machine)
        self._engine.add_object_file(binding.ObjectFileRef.from_path(str(folder / KERNEL)))
        self._engine.finalize_object()
        self.address = self._engine.get_function_address((folder / NAME).read_text())
        pointer = ctypes.c_void_p
        self._function = ctypes.CFUNCTYPE(ctypes.c_int32, pointer, pointer, pointer, ctypes.c_int64)(self.address)
        self._result, self._fault = ctypes.byref(pointer()), ctypes.byref(pointer())

    def __call__(self, sim: KernelStore, until: int) -> None:
        """Let events happen until `until` (ms); raises RuntimeError if the code says that it could not go on."""
        if self._function(self._result, self._fault, sim.address, until) not in DONE:
            raise RuntimeError("the compiled kernel came upon what it cannot do")


@functools.cache
def kernel() -> Kernel:
    """Return the compiled kernel, compiled now if it is not in the cache."""
    compile_now()
    return Kernel(cache_folder())
