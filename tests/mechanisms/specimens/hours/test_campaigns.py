"""Specimen of S29, campaigns."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, Specimen, of

CAMPAIGN = "{title: x, since: 2024-05-01, until: 2024-06-01, hazards: [litter]"
CAMPAIGNS = [
    {
        "title": "litter",
        "since": "2024-02-10",
        "until": "2024-04-28",
        "hazards": ["litter", "estate"],
        "patrol": "1 h",
        "units": ["sanitation", "community", "housing"],
        "borrowed": 0.5,
        "deters": 0.5,
        "fades": "1 week",
    },
    {"title": "noise", "since": "2024-04-25", "until": "2024-06-01", "hazards": ["litter"], "deters": 1},
]
ALL_OF_IT = "patrol: 1 h, units: [sanitation, community], borrowed: 1, deters: 1, fades: 4 weeks"


def campaign(since: str, until: str, its: str) -> str:
    """A campaign against litter between two days."""
    return f"{{title: x, since: {since}, until: {until}, hazards: [litter], {its}}}"


SPECIMEN = Specimen(
    on=(
        "mechanisms.campaigns.enabled=true",
        "mechanisms.campaigns.planned=[{title: all, since: 2020-01-01, until: 2030-01-01, hazards: [litter],"
        " patrol: 1 h, units: [sanitation], borrowed: 0.5, deters: 0.5}]",
    ),
    moves=("issues_per_year", DOWN),
    side_effect=("utilisation_street", DOWN),
    drawn={
        "planned": (CAMPAIGNS, []),
    },
    nothing={
        "none": of("campaigns", planned="[]"),
        "no day": of("campaigns", planned=f"[{campaign('2024-05-20', '2024-05-20', ALL_OF_IT)}]"),
        "of nothing": of("campaigns", planned=f"[{campaign('2024-05-01', '2024-07-01', 'patrol: 0 h')}]"),
        "later": of("campaigns", planned=f"[{campaign('2024-09-01', '2024-10-01', ALL_OF_IT)}]"),
    },
    contradictions=(
        (
            f"mechanisms: {{campaigns: {{enabled: true, planned: [{CAMPAIGN}, patrol: 9 h}}]}}}}",
            "mechanisms.campaigns: desk of grid_workers has",
        ),
        (
            "mechanisms: {campaigns: {planned: [{title: x, since: 2024-05-01, until: 2024-06-01, hazards: [liter]}]}}",
            "mechanisms.campaigns.planned.0.hazards.0: no such hazard (found 'liter'); known here are litter",
        ),
        (
            f"mechanisms: {{campaigns: {{planned: [{CAMPAIGN}, units: [grid]}}]}}}}",
            "mechanisms.campaigns.planned.0.units.0: no such unit with line duty (found 'grid')",
        ),
        (
            "mechanisms: {campaigns: {planned: [{title: x, since: 2024-05-02, until: 2024-05-01, hazards: []}]}}",
            "mechanisms.campaigns.planned.0.until: lies before `since` (found '2024-05-01'); 2024-05-02 or later",
        ),
        (
            f"mechanisms: {{campaigns: {{planned: [{CAMPAIGN}, fades: 3 wh}}]}}}}",
            "mechanisms.campaigns.planned.0.fades: ",
        ),
    ),
    faults=(
        (
            f"mechanisms: {{campaigns: {{planned: [{CAMPAIGN}, borrowed: 1.2}}]}}}}",
            "mechanisms.campaigns.planned.0.borrowed: ",
        ),
    ),
)
