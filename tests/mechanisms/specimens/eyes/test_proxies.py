"""Specimen of S38, proxies."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.proxies.enabled=true",
        "mechanisms.proxies.count=100",
        "mechanisms.proxies.calls=50",
        "mechanisms.proxies.tells=0.5",
        "mechanisms.proxies.roster=off_hours",
        "mechanisms.proxies.hours_of=community_desks",
        "mechanisms.proxies.length=1 min",
    ),
    moves=("found_by_proxies_per_year", UP),
    side_effect=("cases_resident_per_year", DOWN),
    drawn={
        "count": (30, 1000),
        "tells": (0.3, 1),
        "roster": ("off_hours", "office"),
    },
    nothing={
        "no proxies": of("proxies", count=0, roster="off_hours"),
        "nobody tells": of("proxies", count=20, calls=60, tells=0, roster="off_hours"),
    },
    contradictions=(
        (
            "mechanisms: {proxies: {enabled: true, count: 9, calls: 9}}",
            "mechanisms.proxies.roster: in which hours homes are called on is not said",
        ),
        (
            "mechanisms: {proxies: {remembered: 3 wd}}",
            "mechanisms.proxies.remembered: runs on the calendar, not in working time",
        ),
    ),
)
