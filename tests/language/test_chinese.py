"""Chinese spellings mean exactly what the English ones do; what cannot be read is refused with the right form."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sim.language import units
from sim.language.bounds import Date
from sim.language.chinese import day_of_excel
from sim.language.units import Dimension, QuantityError, clock_of, nearest_word
from sim.scenario.hours import parse_days, parse_hours, parse_week

EVERY = [value for value in vars(units).values() if isinstance(value, Dimension)]
CHINESE = {
    "": "件",
    "ms": "毫秒",
    "s": "秒",
    "min": "分钟",
    "h": "小时",
    "day": "天",
    "week": "周",
    "year": "年",
    "working minute": "工作分钟",
    "working hour": "工作小时",
    "working day": "个工作日",
    "m": "米",
    "km": "公里",
    "m2": "平方米",
    "ha": "公顷",
    "km2": "平方公里",
    "%": "％",
    "resident": "人",
    "household": "户",
    "yuan": "元",
    "thousand yuan": "千元",
    "million yuan": "百万元",
}
"""English words of units, each in Chinese."""
DIGITS = st.decimals(1, 9_999, places=2).map(str)


def sizes(table: dict[str, float]) -> set[float]:
    return set(table.values())


@pytest.mark.parametrize("dimension", EVERY, ids=lambda dimension: dimension.name)
def test_every_unit_has_a_chinese_word(dimension: Dimension) -> None:
    for table in (dimension.units, *dimension.per):
        known = {size for word, size in table.items() if word in CHINESE}
        assert known >= sizes(dict(table)) - {0.001}  # of 1000: the sign is Chinese already


@given(st.data(), DIGITS)
def test_a_chinese_quantity_is_the_english_one(data: st.DataObject, number: str) -> None:
    dimension = data.draw(st.sampled_from([found for found in EVERY if found.units]))
    unit = data.draw(st.sampled_from([word for word in dimension.units if word in CHINESE]))
    divided = [data.draw(st.sampled_from([word for word in table if word in CHINESE])) for table in dimension.per]
    per = data.draw(st.sampled_from(["/", "每", " 每 ", "／"]))
    english = f"{number} {unit}" + "".join(f" per {word}" for word in divided)
    chinese = f"{number}{CHINESE[unit]}" + "".join(per + CHINESE[word] for word in divided)
    in_front = "".join("每" + CHINESE[word] for word in divided) + f"{number}{CHINESE[unit]}"
    expected = read(dimension, english)
    if isinstance(expected, float):
        expected = pytest.approx(expected, rel=1e-15)  # 261.65 thousand is not exact in English
    assert read(dimension, chinese) == expected
    assert read(dimension, in_front) == expected
    assert clock_of(chinese) == clock_of(english)


def read(dimension: Dimension, written: str) -> float | str:
    """Return the number, or why it is refused: what lies out of bounds in one language does so in the other."""
    try:
        return dimension.read(written)
    except QuantityError as error:
        return error.message


@given(st.integers(1, 9_999_999), st.sampled_from([("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("亿", 8)]))
def test_powers_of_ten_are_exact(thousandths: int, power: tuple[str, int]) -> None:
    word, zeros = power
    text = f"{thousandths // 1000}.{thousandths % 1000:03d}{word}元"
    assert units.MONEY.read(text) == (thousandths * 10**zeros) / 1000


@pytest.mark.parametrize(
    ("dimension", "written", "english"),
    [
        (units.WHOLE, "45.5万", "455000"),
        (units.WHOLE, "１２万", "120000"),
        (units.MONEY, "6万元/年", "60000 yuan per year"),
        (units.MONEY, "1.7 亿元", "170 million yuan"),
        (units.MONEY, "17百万元每年", "17 million yuan per year"),
        (units.PER_RESIDENT, "每千人每年160件", "160 per 1000 residents per year"),
        (units.PER_RESIDENT, "每 1,000 名居民每年 160 件", "160 per 1000 residents per year"),
        (units.PER_RESIDENT, "160件/千人·年", "160 per 1000 residents per year"),
        (units.PER_HOUSEHOLD, "每百户每周20次", "20 per 100 households per week"),
        (units.PER_DAY, "每小时2件", "2 per hour"),
        (units.SPEED, "每小时4.5公里", "4.5 km/h"),
        (units.ROUTE_DENSITY, "每平方公里12公里", "12 km/km2"),
        (units.ROUTE_DENSITY, "12千米/平方千米", "12 km/km2"),
        (units.AREA, "55㎢", "55 km2"),
        (units.LENGTH, "3百米", "300 m"),
        (units.DURATION, "“20分钟”", "20 min"),
        (units.DURATION, "3个工作日", "3 working days"),
        (units.DURATION, "2个星期", "2 weeks"),
        (units.SHARE, "3‰", "0.3 %"),
    ],
)
def test_reads_as_in_english(dimension: Dimension, written: str, english: str) -> None:
    assert dimension.read(written) == pytest.approx(dimension.read(english), rel=1e-15)
    assert clock_of(written) == clock_of(english)


@pytest.mark.parametrize(
    ("dimension", "written", "said"),
    [
        (units.DURATION, "三天", "expected a number first, in digits"),
        (units.DURATION, "半年", "in digits"),
        (units.DURATION, "2个月", "use days or weeks"),
        (units.DURATION, "10至20天", "a range is {value"),
        (units.DURATION, "10-20 min", "a range is {value"),
        (units.DURATION, "1小时30分钟", "has two numbers"),
        (units.DURATION, "1 h 30 min", "has two numbers"),
        (units.DURATION, "20分种", "unknown unit '分种', did you mean '分钟'?"),
        (units.SHARE, "百分之30", "did you mean '30 %'?"),
        (units.SHARE, "千分之3", "did you mean '3 ‰'?"),
        (units.MONEY, "¥6万元", "did you mean '60000 yuan'?"),
        (units.MONEY, "￥600", "did you mean '600 yuan'?"),
        (units.WHOLE, "12个", "unknown unit '个', did you mean '12'?"),
        (units.WHOLE, "45万人", "unknown unit '人', did you mean '450000'?"),
        (units.WHOLE, "1.5", "must be a whole number, without a point"),
        (units.WHOLE, "0.00015万", "must be a whole number"),
        (units.PER_DAY, "每月5件", "use days or weeks"),
    ],
)
def test_refuses_with_the_right_form(dimension: Dimension, written: str, said: str) -> None:
    with pytest.raises(QuantityError) as caught:
        dimension.read(written)
    assert said in str(caught.value)


def test_a_chinese_word_is_almost_another_if_one_of_its_characters_is_wrong() -> None:
    assert nearest_word("城管局", ["城建局", "水务", "派出所"]) == "城建局"
    assert nearest_word("水物", ["城建局", "水务", "派出所"]) == "水务"
    assert nearest_word("教育", ["城建局", "水务", "派出所"]) is None


DAY = TypeAdapter(Date)


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_chinese_day_is_the_same_day(day: datetime.date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}", day.isoformat()):
        assert DAY.validate_python(text) == day


@given(st.dates(datetime.date(1955, 1, 1), datetime.date(2115, 1, 1)))
def test_a_day_number_of_excel_is_refused_with_its_day(day: datetime.date) -> None:
    number = (day - datetime.date(1899, 12, 30)).days
    assert day_of_excel(number) == day
    with pytest.raises(ValidationError, match=day.isoformat()):
        DAY.validate_python(number)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024.3.4", "did you mean '2024-03-04'?"),
        (20240304, "did you mean '2024-03-04'?"),
        ("2024-03-04 00:00:00", "did you mean '2024-03-04'?"),
        ("2024年3月", "expected a date"),
        ("2024/2/30", "there is no such day"),
        ("2024年13月1日", "there is no such day"),
        ("2024/5/1，2024/5/2", "'，' for ', '"),
        (8, "expected a date"),
    ],
)
def test_what_is_no_day_is_refused(written: object, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DAY.validate_python(written)
    assert said in str(caught.value)


def test_hours_and_days_in_chinese() -> None:
    assert parse_hours("8:30至12:00、14：00～18：00") == parse_hours("08:30-12:00 14:00-18:00")
    assert parse_hours("08:30–12:00") == parse_hours("08:30-12:00")
    assert parse_days("周一至周五") == parse_days("mon-fri")
    assert parse_days("星期六、星期天") == parse_days("sat,sun")
    assert parse_week({"周一到周三": "8:00-12:00"}) == parse_week({"mon-wed": "08:00-12:00"})
    with pytest.raises(ValueError, match="周八"):
        parse_days("周八")
