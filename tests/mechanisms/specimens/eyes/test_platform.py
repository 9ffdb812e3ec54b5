"""Specimen of S23, the platform."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.platform.enabled=true",
        "mechanisms.platform.covered=1",
        "mechanisms.platform.sees=1 per hour",
        "mechanisms.platform.hazards=[litter, trading, parking]",
    ),
    moves=("detection_mean_h", DOWN),
    side_effect=("utilisation_street", UP),
    drawn={
        "sorting": (1, 0.5, 0),
        "ease": (1, 1.5),
        "covered": (0.5, 0, 1),
        "sees": ("0.3 per hour", "30 per hour"),
        "hazards": (["litter", "illegal_bldg"], ["trading"]),
        "warns": (False, True),
        "repeats": (2, 3),
        "within": ("90 days", "2 days"),
    },
    nothing={
        "nothing said": of("platform"),
        "nothing covered": of("platform", covered=0, sees="60 per hour", hazards="[litter]"),
    },
    contradictions=(
        (
            "mechanisms: {platform: {enabled: true, warns: true}}",
            "mechanisms.platform.warns: no cause is ever repaired",
        ),
        ("mechanisms: {platform: {hazards: [liter]}}", "mechanisms.platform.hazards.0: no such hazard (found 'liter')"),
        (
            "mechanisms: {platform: {hazards: [litter, estate]}}",
            "mechanisms.platform.hazards.1: is a hazard of homes, into which no camera looks (found 'estate')",
        ),
        (
            "mechanisms: {platform: {looked_at_by: grid}}",
            "mechanisms.platform.looked_at_by: no such unit (found 'grid'); known here are community_desks, ",
        ),
        (
            "mechanisms: {platform: {enabled: true, ease: 10}}",
            "hazards.danger.reports: trust and inclination lift it to",
        ),
    ),
)
