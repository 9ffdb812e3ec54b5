"""Specimen of S05, registration, triage and dispatch."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen

SPECIMEN = Specimen(
    on=("mechanisms.dispatch.wrong_unit=0.3", "mechanisms.dispatch.shelved=0.1"),
    moves=("first_response_median_h", UP),
    side_effect=("repeats_per_case", UP),
    drawn={
        "wrong_unit": SHARES[:2],
        "return_work": (None, "40 min", "6 h", "0 h"),
        "return_limit": (None, "3 wh"),
        "extension_asked": SHARES,
        "shelved": SHARES[:2],
        "shelved_for": ("2 days", "60 days"),
        "contact": ("4 wh", "0 h"),
        "return_after": ("1 h", "0 h", {"weibull": {"scale": "1 day", "shape": 2}}),
    },
    contradictions=(
        (
            "mechanisms: {dispatch: {return_limit: 1 day}}",
            "mechanisms.dispatch.return_limit: must be in working time, as `return_after` is (found '1 day')",
        ),
        (
            "mechanisms: {dispatch: {return_after: 0 h}}",
            "mechanisms.dispatch.return_after: a case may be sent to wrong",
        ),
        (
            "mechanisms: {dispatch: {return_limit: 1 s}}",
            "mechanisms.dispatch.return_limit: a case may be sent to wrong",
        ),
    ),
)
