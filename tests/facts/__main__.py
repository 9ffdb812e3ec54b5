"""`make facts`: puts the published facts to the model and writes docs/evidence.md.

`python -m tests.facts F3 F5` puts some only, and prints them. Replications are kept in results/facts: what was
interrupted goes on.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.facts.catalogue import FACTS, Fact
from tests.facts.page import Judged, page, summary
from tests.facts.runs import NotInTheModel, experiment, run

ROOT = Path(__file__).parents[2]
KEPT, PAGE = ROOT / "results" / "facts", ROOT / "docs" / "evidence.md"


def judged(fact: Fact) -> Judged:
    """Put a fact to the model."""
    if fact.judge is None:
        return Judged(fact, (), fact.lacks)
    try:
        its = experiment(fact.study)
    except NotInTheModel as missing:
        return Judged(fact, (), f"needs {missing}, which the model does not know")
    return Judged(fact, fact.judge(run(its, fact.probes, KEPT / f"{fact.name}.json")))


def main(names: Sequence[str]) -> int:
    """Put all facts, or those named, to the model; the exit code, 2 for a name that is none."""
    unknown = set(names) - {fact.name for fact in FACTS}
    if unknown:
        print(f"no such fact: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    done = []
    for fact in FACTS:
        if names and fact.name not in names:
            continue
        began = time.monotonic()
        done.append(judged(fact))
        print(f"{fact.name}: {done[-1].verdict} ({time.monotonic() - began:.0f} s) {done[-1].why}", flush=True)
        if names:
            for claim in done[-1].claims:
                print(f"  {claim.text}: {claim.figure} in [{claim.low}, {claim.high}]: {claim.holds}")
    print(summary(done))
    if not names:
        PAGE.write_text(page(done), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
