"""Specimen of S07, the whistle."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen

SPECIMEN = Specimen(
    on=(
        "hazards.illegal_bldg.rate=40 per 1000 residents per year",
        "hazards.illegal_bldg.procedure=2 wh",
    ),
    moves=("closed_joint_share", UP),
    side_effect=("displaced_h_per_week", UP),
    drawn={
        "way": ("whistle", "sequence", "lead"),
        "comes": (1, 0, 0.5),
        "fatigue": (0, 3),
        "hold": ("2 h", "10 min"),
        "attempts": (2, 1),
        "part_returned": SHARES,
        "fatigue_most": (1, 0.5),
        "load_per": ("crew", "full_time_crew"),
        "failed_tire": (True, False),
        "agreed_after": (None, 0, 1),
        "single_after": (2, 0.5, 1),
        "single_class": ("normal", "urgent"),
        "sign_after": ("1 h", "0 h"),
    },
    contradictions=(
        ("mechanisms: {whistle: {fatigue_memory: 0 days}}", "mechanisms.whistle.fatigue_memory: must be above zero"),
        ("mechanisms: {whistle: {attempts: 0}}", "mechanisms.whistle.attempts: the whistle needs an attempt"),
        ("mechanisms: {whistle: {hold: 0 h}}", "mechanisms.whistle.hold: crews would leave before the next can come"),
    ),
    comes_out=frozenset({"part_returned"}),  # a delay that no measure counts by itself
)
