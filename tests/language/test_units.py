from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.language import units
from sim.language.units import Dimension, QuantityError, clock_of

POSITIVE = st.floats(1, 5000, allow_nan=False)
EVERY = [value for value in vars(units).values() if isinstance(value, Dimension)]


@pytest.mark.parametrize(
    ("dimension", "written", "value"),
    [
        (units.DURATION, "20 min", 1_200_000),
        (units.DURATION, "20min", 1_200_000),
        (units.DURATION, "1.5 h", 5_400_000),
        (units.DURATION, "2 weeks", 14 * 86_400_000),
        (units.DURATION, "1 year", 365 * 86_400_000),
        (units.DURATION, "2 wd", 15 * 3_600_000),
        (units.DURATION, "4 Working  Hours", 4 * 3_600_000),
        (units.DURATION, 0, 0),
        (units.DURATION, "0", 0),
        (units.SHARE, "30 %", 0.3),
        (units.SHARE, "100%", 1.0),
        (units.SHARE, 0.3, 0.3),
        (units.NUMBER, "1e-3", 0.001),
        (units.WHOLE, "1,000", 1000),
        (units.PER_RESIDENT, "160 per 1000 residents per year", 0.16),
        (units.PER_RESIDENT, "160 per 1,000 residents/year", 0.16),
        (units.PER_RESIDENT, "0.9 per resident per year", 0.9),
        (units.PER_RESIDENT, "12 per 10000 residents per day", 12 * 365 / 10_000),
        (units.PER_HOUSEHOLD, "4 per household per year", 4),
        (units.PER_DAY, "60 per day", 60),
        (units.PER_DAY, "2 per hour", 48),
        (units.PER_DAY, "14 per week", 2),
        (units.PER_DAY, "5 per year", 5 / 365),
        (units.SPEED, "4.5 km/h", 1.25),
        (units.SPEED, "1.2 m/s", 1.2),
        (units.LENGTH, "12 km", 12_000),
        (units.AREA, "55 km²", 55e6),
        (units.AREA, "10 ha", 1e5),
        (units.AREA, "5 m^2", 5),
        (units.ROUTE_DENSITY, "12 km/km2", 0.012),
        (units.ROUTE_DENSITY, "12 km per km2", 0.012),
        (units.MONEY, "60 thousand yuan", 60_000),
        (units.MONEY, "17 million yuan per year", 17e6),
        (units.SHARE, "３％", 0.03),
        (units.SHARE, "3％", 0.03),
        (units.WHOLE, "１，０００", 1_000),
        (units.SPEED, "４．５　ｋｍ／ｈ", 1.25),
    ],
)
def test_reads_into_base_units(dimension: Dimension, written: object, value: float) -> None:
    assert dimension.read(written) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize(
    ("dimension", "written", "said"),
    [
        (units.DURATION, 20, "say the unit, e.g. '20 min'"),
        (units.DURATION, "20", "say the unit"),
        (units.DURATION, "2 months", "use days or weeks"),
        (units.DURATION, "12:30", "expected a number first"),
        (units.DURATION, "1,5 h", "with a point for decimals"),
        (units.DURATION, "soon", "expected a number first"),
        (units.DURATION, None, "expected a number with its unit"),
        (units.DURATION, True, "expected a number"),
        (units.DURATION, "-1 h", "must not be negative"),
        (units.DURATION, "1e400 h", "finite"),
        (units.SHARE, 1.01, "at most 1"),
        (units.SHARE, "130 %", "at most 1"),
        (units.SHARE, "2 of 10", "unknown unit 'of 10'"),
        (units.WHOLE, 2.5, "whole number"),
        (units.WHOLE, 4.0, "must be a whole number, without a point: 4000 or 4,000"),
        (units.WHOLE, "4.000", "without a point"),
        (units.NUMBER, "2 m", "unknown unit 'm'"),
        (units.NUMBER, 10**400, "finite"),
        (units.NUMBER, "9" * 400, "finite"),
        (units.DURATION, "101 years", "must be at most 100 years"),
        (units.DURATION, "1e-9 s", "must be 0 or at least 1 ms"),
        (units.SHARE, 1e-20, "must be 0 or at least 1e-9"),
        (units.PER_DAY, "1e-15 per day", "must be 0 or at least 1e-9 per day"),
        (units.NUMBER, float("nan"), "finite"),
        (units.PER_RESIDENT, "-5 per resident per year", "must not be negative"),
        (units.PER_RESIDENT, "5 per year", "expected a unit as in '160 per 1000 residents per year'"),
        (units.PER_RESIDENT, "5 per 0 residents per year", "divides by nothing"),
        (units.PER_DAY, "5 per month", "use days or weeks"),
        (units.SPEED, "4 km", "expected a unit as in '4.5 km/h'"),
        (units.MONEY, "5 yuan per day", "expected a unit"),
        (units.WHOLE, "1 000", "has a space inside the number, did you mean '1000'?"),
        (units.MONEY, "1\u202f000 000 yuan", "has a space inside the number, did you mean '1000000 yuan'?"),
        (units.PER_RESIDENT, "5 per 1 000 residents per year", "did you mean '5 per 1000 residents per year'?"),
        (units.DURATION, "9" * 5_000 + " h", "finite"),
    ],
)
def test_refuses_with_a_reason(dimension: Dimension, written: object, said: str) -> None:
    with pytest.raises(QuantityError) as caught:
        dimension.read(written)
    assert said in str(caught.value)


@pytest.mark.parametrize("written", ["-30%", "30 %", "+30％"])
def test_a_share_of_what_was_there_before_is_refused_and_no_number_is_proposed(written: str) -> None:
    with pytest.raises(QuantityError, match="write the number itself") as refused:
        units.WHOLE.read(written)
    assert refused.value.nearest is None


def test_misspelt_unit_names_the_nearest_and_the_way_to_write_it() -> None:
    with pytest.raises(QuantityError) as caught:
        units.DURATION.read("20 minuts")
    assert str(caught.value) == (
        "'20 minuts': unknown unit 'minuts', did you mean 'minutes'? "
        "A duration is written like '20 min', '4 working hours', '7 days'"
    )


@pytest.mark.parametrize("dimension", EVERY, ids=lambda dimension: dimension.name)
def test_bounds_are_told_as_they_are(dimension: Dimension) -> None:
    least, most = dimension.bounds
    assert dimension.read(most) == pytest.approx(dimension.high)
    assert dimension.read(least) == pytest.approx(1.0 if dimension.whole else dimension.low)


@pytest.mark.parametrize("dimension", EVERY, ids=lambda dimension: dimension.name)
def test_examples_in_messages_can_be_read(dimension: Dimension) -> None:
    assert all(dimension.read(example) > 0 for example in dimension.examples)


@given(POSITIVE, st.sampled_from(["ms", "s", "min", "hours", "days", "week", "wh", "wd"]))
def test_durations_scale_with_their_number(number: float, unit: str) -> None:
    one = units.DURATION.read(f"1 {unit}")
    assert units.DURATION.read(f"{number!r} {unit}") == pytest.approx(number * one)


@given(st.floats(1, 20), st.integers(1, 100_000))
def test_a_rate_per_many_residents_is_the_rate_per_one_divided(number: float, residents: int) -> None:
    one = units.PER_RESIDENT.read(f"{number!r} per resident per day")
    many = units.PER_RESIDENT.read(f"{number!r} per {residents} residents per day")
    assert many == pytest.approx(one / residents)


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(-(10**9), 10**9), st.none(), st.booleans()))
def test_whatever_is_written_is_read_or_refused(written: object) -> None:
    for dimension in EVERY:
        try:
            value = dimension.read(written)
        except QuantityError:
            continue
        assert 0 <= value <= dimension.high


@pytest.mark.parametrize(
    ("written", "clock"),
    [("4 wh", "working"), ("1 working day", "working"), ("4 h", "calendar"), (0, "calendar")],
)
def test_clock_follows_from_the_unit(written: object, clock: str) -> None:
    assert clock_of(written) == clock
