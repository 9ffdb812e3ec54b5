"""Money is counted as its readers count it."""

import math

import pytest

from sim.show.text.money import money, signed_money


@pytest.mark.parametrize(
    ("yuan", "english", "chinese"),
    [
        (0, "0 yuan", "0元"),
        (999.4, "999.4 yuan", "999.4元"),
        (12_345, "12,345 yuan", "1.234万元"),
        (17_100_000, "17.1 million yuan", "1710万元"),
        (2_500_000_000, "2.5 billion yuan", "25亿元"),
        (math.nan, "–", "–"),
    ],
)
def test_amounts_have_four_digits_at_most(yuan: float, english: str, chinese: str) -> None:
    assert (money(yuan, "en"), money(yuan, "zh").replace(" ", "").replace(",", "")) == (english, chinese)


def test_signs_are_told_of_differences_alone() -> None:
    assert [signed_money(yuan, "en") for yuan in (-2e6, 0.0, 3.0)] == ["−2 million yuan", "0", "+3 yuan"]
    assert money(-2e6, "en") == money(2e6, "en")
