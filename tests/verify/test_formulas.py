"""Formulas against numbers that books print or that follow by hand."""

import numpy as np
import pytest

from sim.verify import formulas


def test_erlang_c_of_three_servers_with_an_offered_load_of_two() -> None:
    """By hand: 2³/3!/(1/3) = 4; 1 + 2 + 2 + 4 = 9; 4/9."""
    assert formulas.erlang_c(3, 2.0) == pytest.approx(4 / 9)


def test_one_server_is_a_case_of_several_and_of_any_work() -> None:
    assert formulas.wait_with_servers(1, 0.6, 1.0) == pytest.approx(1.5)
    assert formulas.wait_of_any_work(0.6, 1.0, 1.0) == pytest.approx(1.5)
    assert formulas.wait_of_any_work(0.6, 1.0, 0.0) == pytest.approx(0.75)


def test_classes_of_cobham_keep_the_mean_of_all() -> None:
    """rho1 W1 + rho2 W2 = rho W (Kleinrock 1965); the urgent wait less."""
    first, second = formulas.waits_by_class(2, [0.6, 0.8], 1.0)
    assert 0.6 * first + 0.8 * second == pytest.approx(1.4 * formulas.wait_with_servers(2, 1.4, 1.0))
    assert first < second


def test_two_homes_and_one_crew() -> None:
    """By hand, with g m = 1: weights 1, 2, 2; mean (2 + 4) / 5; time 1.2 / 0.8."""
    assert formulas.open_with_few_homes(2, 1.0, 1.0) == pytest.approx((1.2, 1.5))


def test_a_shift_of_the_whole_day_is_an_ordinary_queue() -> None:
    assert formulas.present_by_shift(0.6, 1.0, 23.875) == pytest.approx(1.5, rel=0.05)


def test_a_shift_without_a_queue_leaves_what_comes_while_it_is_shut() -> None:
    """Work of no time: lam t present t hours after closing, so lam 16² / 2 / 24 on average."""
    assert formulas.present_by_shift(0.5, 0.01, 8.0) == pytest.approx(0.5 * 128 / 24, rel=0.01)


def test_an_even_rate_leaves_its_product_with_the_mean_work_open() -> None:
    open_each_hour = formulas.open_at(np.full(168, 3.0), lambda ages: np.exp(-ages / 5.0))
    assert open_each_hour == pytest.approx(np.full(168, 15.0), rel=1e-4)


def test_two_departments_take_longer_than_one_and_less_than_one_after_the_other() -> None:
    assert formulas.both_of_two(1e-9, 1.0) == pytest.approx(1.5)
    assert 2.0 < formulas.both_of_two(0.5, 1.0) < 4.0
