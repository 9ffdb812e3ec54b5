"""Specimen of S04, resident reporting."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen

SPECIMEN = Specimen(
    moves=("cases_resident_per_year", UP),
    side_effect=("cases_patrol_per_year", DOWN),
    drawn={
        "after_first": (0.4, 1),
        "trust_slope": (0.8, 0),
        "after_fix": (None, 1.6),
        "joined_learn": (False, True),
        "neighbours": (None, {"gain": 0.05, "slope": 0.8}),
        "regulars": (None, {"share": 0.5, "one_in": 40}),
        "company": (None, {"share": 0.6, "gap": "20 min"}),
        "patience": ("2 days", {"lognormal": {"median": "10 days", "p90": "25 days"}}),
    },
    contradictions=(
        (
            "hazards: {noise: {reports: 0.6}}",
            "2:28: hazards.noise.reports: trust and inclination lift it to 6.81 (found 0.6); at most 0.0881",
        ),
        (
            "hazards: {noise: {noticed: 1e6 per hour}}",
            "hazards.noise.noticed: one open issue could be reported ",
        ),
        (
            "mechanisms: {reporting: {company: {share: 0.2, gap: 1 wh}}}",
            "mechanisms.reporting.company.gap: runs on the calendar, not in working time",
        ),
        ("mechanisms: {reporting: {awake: always}}", "2:33: mechanisms.reporting.awake: 'always' is not a period"),
        ("mechanisms: {reporting: {awake: '07:00-12:00 11:00-22:00'}}", "mechanisms.reporting.awake: periods overlap"),
        ("mechanisms: {reporting: {awake: '20:00-08:00 07:00-09:00'}}", "mechanisms.reporting.awake: periods overlap"),
        (
            "mechanisms: {reporting: {patience: 59 s}}",
            "mechanisms.reporting.patience: a case is chased again and again",
        ),
        (
            "mechanisms: {reporting: {patience: {mixture: [{share: 0.9, of: 3 days}, {share: 0.1, of: 1 s}]}}}",
            "2:90: mechanisms.reporting.patience.mixture.1.of: a case is chased again and again;"
            " must be at least 1 min",
        ),
        (
            "mechanisms: {reporting: {trust_slope: 2}}",
            "2:39: mechanisms.reporting.trust_slope: the factor on reporting falls below",
        ),
    ),
)
