"""What is mutated, which tests look for it, and within which limits. To change the subject, change these tuples.

The engine that compiles and the golden logs are shut out: both hold one text against what the same text once gave, so
they would notice every change and say nothing about whether it is right.
"""

from __future__ import annotations

TARGETS = ("sim/lifecycle", "sim/mechanisms")
"""Folders or files that are mutated."""

STAGES = (
    (
        "tests/lifecycle",
        "tests/mechanisms/specimens",
        "tests/mechanisms/test_rules.py",
        "tests/mechanisms/test_numbers.py",
    ),
    (
        "tests/traces",
        "tests/mechanisms/test_contract.py",
        "tests/mechanisms/test_eyes.py",
        "tests/scenario/test_contradictions.py",
    ),
    ("tests/mechanisms/test_residents.py", "tests/plan"),
)
"""Tests, from quick and telling to slow; a stage is collected and run only if those before it noticed nothing.

A mutant that survives costs all stages, some half a minute. So tests of whole runs (`tests/engines`, `tests/verify`,
`tests/world`) do not look: they took one to three minutes for each survivor, and when they looked at 400 mutants they
noticed none that the quick ones had let pass. What only they would notice wants a short test by which one sees what is
wrong.
"""

DESELECTED = (
    # A comparison of ten weeks of runs; the rules that make the difference are looked at one by one.
    "tests/mechanisms/test_residents.py::test_reports_rise_where_more_is_solved",
)
"""Tests that do not look, by how their names begin."""

FORBIDDEN = ("numba", "llvmlite", "sim.engines.compiled", "tests.golden", "tests.engines.compiled")
"""Modules that cannot be imported where tests look for mutants. Without numba the reference engine is taken."""

PRELOADED = (
    "pytest", "hypothesis", "hypothesis.strategies", "numpy", "numpy.testing", "pandas", "pandas.testing", "pydantic",
    "mesa", "simpy", "scipy.special", "scipy.stats", "shapely", "ruamel.yaml", "rich.console", "typer",
)  # fmt: skip
"""What every test needs and no mutant changes: loaded once, before processes are forked."""

AT_ONCE = 2
"""Mutants tried side by side, a process each."""
SLACK_S, SLACK_FACTOR = 10.0, 6.0
"""A test may take so many seconds of the processor more, and so many times as long, as without a mutant."""
UNKNOWN_S = 120.0
"""Seconds of the processor for what was not timed: collecting tests."""
WHOLE_S = 1800.0
"""Seconds by the clock after which a mutant is ended: it waits for something that never comes."""
MEMORY = 4 << 30
"""Bytes that a mutant may have."""
WANTED = 0.85
"""Share of mutants that must be noticed."""
