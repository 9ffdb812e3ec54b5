"""Specimen of S25, prevention at source."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.prevention.enabled=true",
        "mechanisms.prevention.roots.hazards=[litter, trading, parking]",
        "mechanisms.prevention.roots.after=1",
        "mechanisms.prevention.roots.effort=5",
        "mechanisms.prevention.roots.takes=1 h",
        "mechanisms.prevention.roots.cut=1",
    ),
    moves=("recurrence_share", DOWN),
    side_effect=("utilisation_street", UP),
    drawn={
        "removes": ({}, {"litter": 0.5}, {"litter": 0.2, "estate": 1}),
        "since": (None, "2024-04-25"),
        "until": (None, "2024-06-01"),
        "roots.hazards": ([], ["litter"], ["litter", "illegal_bldg"]),
        "roots.after": (1, 2),
        "roots.effort": (2, 0),
        "roots.takes": ("1 h", "0 h", {"exponential": {"mean": "4 wh"}}),
        "roots.cut": (0.5, 1),
    },
    nothing={"nothing cut": of("prevention", **{"roots.hazards": "[litter]", "roots.after": 1})},
    contradictions=(
        (
            "mechanisms: {prevention: {enabled: true, removes: {liter: 0.1}, cost: 1 yuan}}",
            "mechanisms.prevention.removes.liter: no such hazard (found 'liter')",
        ),
        (
            "mechanisms: {prevention: {enabled: true, removes: {litter: 0.1}}}",
            "mechanisms.prevention.removes: costs nothing: a free lunch",
        ),
        (
            "mechanisms: {prevention: {enabled: true, since: 2024-05-02, until: 2024-05-01}}",
            "mechanisms.prevention.until: must come after `since`",
        ),
    ),
)
