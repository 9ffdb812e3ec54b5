"""The kernel in the cache is that of the present sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.compiled import cache

CHANGED = (
    "mechanisms/ledger.py",
    "lifecycle/street.py",
    "chance/variates.py",
    "world/outcomes.py",
    "engines/compiled/lines.py",
)

RULE = "    if plan.ledger.false_claims <= 0.0:\n        return False\n"
"""How `claims_falsely` begins; without it and with another end every claim is false."""
PROGRAM = """
from sim.engines.compiled.compare import difference
from sim.engines.compiled.run import simulate as compiled
from sim.engines.reference.run import simulate as reference
from sim.plan.lower import lower
from sim.scenario.load import load

plan = lower(load("village-square", ["run.length=1 week", "run.warmup=0 days"]).scenario, 0)[0]
outcome = compiled(plan, True)
assert difference(reference(plan, True), outcome) is None
print((outcome.cases["sent_back"] > 0).mean())
"""
"""Holds the engines against each other; prints the share of cases sent back."""


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


def share_sent_back(folder: Path, **environment: str) -> float:
    """Share of cases sent back by the compiled engine of the package in a folder, which must equal its reference."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(folder), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


def test_an_edited_rule_is_followed_at_once(tmp_path: Path) -> None:
    before = share_sent_back(cache.PACKAGE.parent)
    for part in ("sim", "scenarios"):
        shutil.copytree(cache.PACKAGE.parent / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    rule = tmp_path / "sim" / "mechanisms" / "ledger.py"
    text = rule.read_text("utf-8")
    assert RULE in text
    rule.write_text(text.replace(RULE, "    if plan.ledger.false_claims <= 1.0:\n        return True\n"), "utf-8")
    assert share_sent_back(tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache")) > before + 0.2


def test_a_run_does_not_wait_for_the_compiler_to_be_loaded() -> None:
    program = PROGRAM.replace("print((outcome", "import sys\nassert 'numba' not in sys.modules\nprint((outcome")
    cache.compile_now()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
