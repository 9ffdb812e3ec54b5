"""Work side by side comes back in order, and its errors come back too."""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from threading import get_ident

import pytest

from sim.threads import side_by_side


def slow_first(number: int) -> tuple[int, int]:
    time.sleep(0.02 * (3 - number))
    return number, get_ident()


def threads_in_a_worker() -> int:
    return len({thread for _, thread in side_by_side(slow_first, range(4))})


def test_answers_come_in_the_order_of_questions() -> None:
    assert [number for number, _ in side_by_side(slow_first, range(4))] == [0, 1, 2, 3]


def test_what_goes_wrong_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda number: 1 // number, [1, 0])


def test_a_worker_process_keeps_to_one_thread() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(threads_in_a_worker).result() == 1
