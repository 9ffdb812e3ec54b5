"""`python -m tests.mutants 400 --seed 1` tries 400 mutants and writes docs/mutants.md; fails if too many survive.

Outcomes are kept in results/mutants.jsonl as they come, and a mutant whose file is unchanged is not tried again; so a
run that was ended goes on where it was. `--again` tries survivors once more, after tests were added. Code and tests
must stay as they are meanwhile; a checkout of its own is best.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
REASONS = Path(__file__).with_name("reasons.toml")


def main() -> int:
    """Try mutants, print what becomes of them, write the page; return the exit code."""
    # One thread each: mutants run side by side, and a process with threads had better not be forked.
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "Agg"}
    from tests.mutants.targets import AT_ONCE, PRELOADED, TARGETS

    asked = _asked(AT_ONCE, TARGETS)
    sys.path.insert(0, str(ROOT))
    for library in PRELOADED:
        import_module(library)
    assert not [module for module in sys.modules if module.split(".")[0] == "sim"], "the code is not loaded yet"
    gc.freeze()
    return _conduct(asked)


def _asked(at_once: int, targets: tuple[str, ...]) -> argparse.Namespace:
    words = argparse.ArgumentParser("python -m tests.mutants", description="See whether tests notice small faults.")
    words.add_argument("count", type=int, help="how many mutants")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--again", action="store_true", help="try survivors that were kept once more")
    words.add_argument("--at-once", type=int, default=at_once, help="mutants side by side")
    words.add_argument("--targets", nargs="+", default=targets, help="folders or files to mutate")
    words.add_argument("--outcomes", type=Path, default=ROOT / "results" / "mutants.jsonl")
    words.add_argument("--page", type=Path, default=ROOT / "docs" / "mutants.md")
    return words.parse_args()


def _conduct(asked: argparse.Namespace) -> int:
    from tests.mutants.mutants import all_of, files_of, sample
    from tests.mutants.outcomes import SuiteFails, baseline, keep, kept, tried
    from tests.mutants.page import blanks, page, reasons, share, table
    from tests.mutants.targets import MEMORY, STAGES, WANTED

    stages = _present(STAGES)
    files = files_of(asked.targets, ROOT)
    mutants = sample(files, ROOT, asked.count, asked.seed)
    known = kept(asked.outcomes)
    left = [m for m in mutants if m.identity not in known or (asked.again and known[m.identity].survived)]
    print(f"{len(mutants)} mutants, {len(left)} of them to be tried", flush=True)
    asked.outcomes.parent.mkdir(parents=True, exist_ok=True)
    with asked.outcomes.with_suffix(".log").open("wb") as log:
        try:
            suite = baseline(ROOT, stages, log) if left else None
        except SuiteFails as failed:
            print(f"without any mutant fails {failed}; see {log.name}", file=sys.stderr)
            return 2
        for number, outcome in enumerate(tried(left, suite, log, asked.at_once) if suite else (), 1):
            keep(asked.outcomes, outcome)
            print(f"{number:3} {table([outcome])}", flush=True)
    known = kept(asked.outcomes)
    outcomes = [known[mutant.identity] for mutant in mutants]
    possible = {mutant.meaning for file in files for mutant in all_of(file, ROOT)}
    why = {its: reason for its, reason in reasons(REASONS).items() if its in possible}
    for its in reasons(REASONS).keys() - why.keys():
        print(f"a reason for what is no mutant any more: {' | '.join(its)}", file=sys.stderr)
    head = {"count": len(mutants), "targets": " and ".join(f"`{t}`" for t in asked.targets), "seed": asked.seed}
    asked.page.write_text(page(outcomes, why, {**head, "memory": MEMORY >> 30}), "utf-8")
    print(f"\n{table(outcomes)}\n\n{blanks(outcomes, why)}noticed: {share(outcomes)}; see {asked.page}")
    return int(share(outcomes).noticed < WANTED * len(outcomes))


def _present(stages: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """The tests that are there; what is not is said."""
    for path in (path for stage in stages for path in stage if not (ROOT / path).exists()):
        print(f"no such tests: {path}", file=sys.stderr)
    return [there for stage in stages if (there := [path for path in stage if (ROOT / path).exists()])]


if __name__ == "__main__":
    sys.exit(main())
