"""What is mutated, which tests look for it, and within which limits. To change the subject, change these tuples.

The engine that compiles and the golden logs are shut out: both hold one text against what the same text once gave, so
they would notice every change and say nothing about whether it is right.
"""

from __future__ import annotations

TARGETS = ("sim/lifecycle", "sim/mechanisms")
"""Folders or files that are mutated."""

STAGES = (
    ("tests/lifecycle", "tests/mechanisms/test_rules.py"),
    ("tests/traces", "tests/mechanisms/test_contract.py", "tests/mechanisms/test_eyes.py", "tests/plan"),
    ("tests/engines/test_joint_work.py", "tests/engines/test_stations.py"),
    ("tests/engines/test_invariants.py", "tests/engines/test_repetition.py"),
    ("tests/world", "tests/scenario/test_contradictions.py"),
    ("tests/engines/test_corners.py", "tests/verify/test_cases.py"),
)
"""Tests, from quick and telling to slow; a stage is collected and run only if those before it noticed nothing."""

DESELECTED = (
    # Begins processes of its own, in which the code is not mutated: every change would make them differ.
    "tests/engines/test_repetition.py::test_one_process_or_two",
    # Runs of stations whose siblings with two priorities, or with feedback, run the same code and look too.
    "tests/verify/test_cases.py::test_short_runs_do_not_differ_from_theory[M/",
    "tests/verify/test_cases.py::test_short_runs_do_not_differ_from_theory[the same, split",
    # Another long run, of the same kind as with half the demand.
    "tests/engines/test_corners.py::test_two_fifths_more_demand_is_more_than_crews_can_do",
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
