"""Memory serves one run after another, and never while somebody looks at what a run left in it."""

from __future__ import annotations

import gc

import numpy as np
import pytest

from sim.engines.compiled import pieces
from sim.engines.compiled.pieces import Piece
from sim.engines.compiled.run import simulate
from sim.plan.lower import lower
from sim.scenario.load import load

TABLES = {"small": (3, np.dtype("i1")), "large": (1000, np.dtype([("a", "i8"), ("b", "i4")]))}


@pytest.fixture(autouse=True)
def nothing_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_free", [])


def test_tables_lie_side_by_side_and_each_begins_at_a_line() -> None:
    tables = Piece(TABLES).tables()
    assert {name: (len(table), table.dtype) for name, table in tables.items()} == TABLES
    assert all(table.ctypes.data % pieces.LINE == 0 for table in tables.values())
    assert tables["large"].ctypes.data - tables["small"].ctypes.data == pieces.LINE


def test_what_was_let_go_serves_again_and_is_clear_once_nobody_looks_at_it() -> None:
    piece = Piece(TABLES)
    tables = piece.tables()
    place = tables["large"].ctypes.data
    tables["small"][:] = 7
    tables["large"]["a"][:5] = 7
    piece.let_go({"small": 3, "large": 5})
    column = tables["large"]["a"]
    del tables
    gc.collect()
    other = Piece(TABLES).tables()
    assert other["large"].ctypes.data != place, "somebody still looks at a column"
    del other, column
    gc.collect()
    again = Piece(TABLES).tables()
    assert again["large"].ctypes.data == place
    assert not again["small"].any()
    assert not again["large"]["a"].any()


def test_what_is_written_first_stays_where_tables_lie_as_before_and_is_cleared_elsewhere() -> None:
    for other, left in ((TABLES, 7), ({"small": (99, np.dtype("i1")), "large": TABLES["large"]}, 0)):
        piece = Piece(TABLES, {"large"})
        tables = piece.tables()
        tables["large"]["a"][:] = 7
        piece.let_go({})
        del tables
        gc.collect()
        assert Piece(other, {"large"}).tables()["large"]["a"].max() == left


def test_what_an_earlier_run_left_is_cleared_too_where_tables_lie_elsewhere() -> None:
    for rows in (1000, 1):
        piece = Piece(TABLES, {"large"})
        tables = piece.tables()
        tables["large"]["a"][:rows] = 7
        piece.let_go({"large": rows})
        del tables
        gc.collect()
    assert not Piece({"other": (5000, np.dtype("i2"))}).tables()["other"].any()


def test_memory_of_a_run_that_did_not_end_does_not_serve_again() -> None:
    tables = Piece(TABLES).tables()
    tables["small"][:] = 7
    del tables
    gc.collect()
    assert not Piece(TABLES).tables()["small"].any()


def test_runs_in_the_same_memory_are_the_same() -> None:
    sets = ["run.length=3 weeks", "run.warmup=1 week", "run.followup=1 week"]
    plan = lower(load("village-square", sets).scenario, 0)[0]
    first = simulate(plan, True)
    assert first.events is not None
    place = first.events["root"].ctypes.data
    kept = {name: column.copy() for name, column in first.events.items()}
    del first
    gc.collect()
    second = simulate(plan, True)
    assert second.events is not None
    assert second.events["root"].ctypes.data == place
    assert all(np.array_equal(second.events[name], column) for name, column in kept.items())
