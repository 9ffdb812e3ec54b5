"""A rule is edited, and both engines follow at once: the compiled one is compiled anew, unasked.

It compiles a whole kernel, so it stands beside the long comparison (`make equal`) and not among the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sim.engines.compiled import cache

RULE = "    return uniform(plan.draw.claims_false, case.key, case.token + case.attempt) < false_claims(plan, station)\n"
EDITED = "    return True\n"
"""What `claims_falsely` says, and what it says if every claim is false."""
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
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(done.stdout)


def follows_an_edited_rule() -> bool:
    """Whether a copy of this package, in which a rule is edited so that all claims are false, sends back more cases."""
    before = share_sent_back(cache.PACKAGE.parent)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("sim", "scenarios"):
            shutil.copytree(cache.PACKAGE.parent / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        rule = folder / "sim" / "mechanisms" / "ledger.py"
        text = rule.read_text("utf-8")
        if RULE not in text:
            raise LookupError(f"{rule} does not say `claims_falsely` as this check knows it")
        rule.write_text(text.replace(RULE, EDITED), "utf-8")
        return share_sent_back(folder, XDG_CACHE_HOME=str(folder / "cache")) > before + 0.2
