"""Specimen of S32, independent inspection."""

from __future__ import annotations

from tests.mechanisms.specimen import SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.inspection.enabled=true",
        "mechanisms.inspection.rate=1",
        "mechanisms.inspection.crews=9",
        "mechanisms.ledger.false_claims=0.3",
    ),
    moves=("truly_resolved_share", UP),
    side_effect=("reopened_share", UP),
    drawn={
        "rate": (1, 0, 0.3),
        "crews": (1, 2),
        "trip": (None, "20 min"),
        "deters": SHARES,
        "feeds": (1, 0),
    },
    nothing={
        "rate": of("inspection", rate=0, crews=0),
        "idle auditors": of("inspection", rate=0, crews=3),
    },
    contradictions=(
        (
            "mechanisms: {inspection: {enabled: true, rate: 0.1, crews: 0}}",
            "mechanisms.inspection.crews: nobody looks at the sample; must be above 0",
        ),
        ("mechanisms: {inspection: {roster: x}}", "mechanisms.inspection.roster: no such roster"),
    ),
)
