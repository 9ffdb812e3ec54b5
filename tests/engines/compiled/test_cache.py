"""The kernel in the cache is that of the present sources."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.compiled import cache
from tests.engines.compiled.edited import PROGRAM

CHANGED = (
    "mechanisms/ledger.py",
    "lifecycle/street.py",
    "chance/variates.py",
    "world/outcomes.py",
    "engines/compiled/lines.py",
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("copy") / "sim"
    shutil.copytree(cache.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def test_a_copy_of_the_sources_is_the_same_kernel(package: Path) -> None:
    assert cache.digest(package) == cache.digest()


@pytest.mark.parametrize("name", CHANGED)
def test_an_edited_source_is_another_kernel(package: Path, name: str) -> None:
    source = package / name
    text = source.read_text("utf-8")
    source.write_text(text + "\n# edited\n", "utf-8")
    assert cache.digest(package) != cache.digest()
    source.write_text(text, "utf-8")


def test_what_the_kernel_does_not_use_leaves_it_alone(package: Path) -> None:
    (package / "show" / "style.py").write_text("", "utf-8")
    assert cache.digest(package) == cache.digest()


def test_compiling_leaves_a_kernel_in_the_cache() -> None:
    cache.compile_now()
    assert cache.is_compiled()


def test_a_run_does_not_wait_for_the_compiler_to_be_loaded() -> None:
    cache.compile_now()
    program = PROGRAM + "import sys\nassert 'numba' not in sys.modules\n"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
