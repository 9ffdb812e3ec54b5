from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sim.language.quantity import Duration, Label, Number, PerResident, Quantity, Share, Whole


def test_a_scalar_is_its_value() -> None:
    assert Duration.of("20 min") == Duration.of({"value": "20 min"})
    assert Share.of("6 %").value == pytest.approx(0.06)
    assert isinstance(Whole.of("800").value, int)


def test_a_mapping_carries_range_grade_and_source() -> None:
    rate = PerResident.of(
        {
            "value": "160 per 1000 residents per year",
            "low": "60 per 1000 residents per year",
            "high": "0.3 per resident per year",
            "grade": "E",
            "source": "field accounts",
        }
    )
    assert (rate.value, rate.low, rate.high) == pytest.approx((0.16, 0.06, 0.3))
    assert (rate.grade, rate.source) == ("E", "field accounts")


def test_working_time_runs_on_its_own_clock() -> None:
    assert Duration.of("2 wd").clock == "working"
    assert Duration.of({"value": "2 days", "low": 0}).clock == "calendar"


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (Number, {"value": 1, "low": 2}, "low lies above the value"),
        (Number, {"value": 1, "high": 0.5}, "high lies below the value"),
        (Number, {"value": 1, "grade": "F"}, "'A', 'B', 'B-', 'C', 'D' or 'E'"),
        (Number, {"value": 1, "sorce": "x"}, "Extra inputs"),
        (Number, {"low": 1}, "required"),
        (Number, {"value": None}, "expected a number"),
        (Duration, {"value": "2 h", "high": "4 wh"}, "mix working time with calendar time"),
        (Duration, {"value": "2 h", "clock": "working"}, "unknown key 'clock'"),
        (Label, {"zh": "网格"}, "required"),
        (Label, "", "at least 1"),
    ],
)
def test_refuses_with_a_reason(kind: type[Quantity] | type[Label], written: Any, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(written)
    assert said in str(caught.value)


def test_a_title_in_one_language_serves_both() -> None:
    assert Label.model_validate("Litter").zh == "Litter"
    assert Label.model_validate({"en": "Litter", "zh": "垃圾"}).zh == "垃圾"


def test_schema_offers_text_number_and_mapping() -> None:
    share = TypeAdapter(Share).json_schema()
    assert [form["type"] for form in share["anyOf"]] == ["string", "number", "object"]
    assert share["anyOf"][1]["maximum"] == 1
    assert "20 min" in TypeAdapter(Duration).json_schema()["description"]
