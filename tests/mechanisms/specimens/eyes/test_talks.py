"""Specimen of S34, talks and proxies."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.talks.enabled=true",
        "mechanisms.talks.cadres=450",
        "mechanisms.talks.roster=off_hours",
    ),
    moves=("never_reported_share", DOWN),
    side_effect=("found_gone_share", UP),
    drawn={
        "cadres": (100, 3000),
        "roster": ("off_hours", "office"),
        "tells": (0.3, 1),
    },
    nothing={"no cadres": of("talks", cadres=0, roster="off_hours")},
    contradictions=(
        ("mechanisms: {talks: {roster: x}}", "mechanisms.talks.roster: no such roster"),
        (
            "mechanisms: {talks: {enabled: true, cadres: 45}}",
            "mechanisms.talks.roster: in which hours sessions are held is not said",
        ),
        (
            "mechanisms: {talks: {remembered: 3 wd}}",
            "mechanisms.talks.remembered: runs on the calendar, not in working time",
        ),
    ),
)
