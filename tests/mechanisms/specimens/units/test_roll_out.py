"""Specimen of S33, staged roll-out."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.all_purpose_grid.enabled=true",
        "mechanisms.all_purpose_grid.units=[community, sanitation]",
        "mechanisms.all_purpose_grid.taken_over=1",
        "mechanisms.roll_out.enabled=true",
        "mechanisms.roll_out.of={all_purpose_grid: {where: [community 1]}}",
    ),
    moves=("taken_over_share", DOWN),
    side_effect=("utilisation_community", UP),
    drawn={
        "of": (
            {
                "all_purpose_grid": {"where": ["community 0"], "since": "2024-04-25"},
                "stewards": {"where": ["street 0"]},
            },
            {"all_purpose_grid": {"where": []}, "stewards": {"where": []}, "talks": {"where": ["community 0"]}},
            {"all_purpose_grid": {"since": "2024-04-20", "every": "2 days", "order": "neighbours"}},
        ),
    },
    given=("mechanisms.all_purpose_grid.units=[community, sanitation]", "mechanisms.all_purpose_grid.taken_over=1"),
    nothing={"a mechanism that is off": of("roll_out", of="{all_purpose_grid: {where: [community 1]}}")},
    contradictions=(
        (
            "mechanisms: {roll_out: {of: {whistle: {where: [street 1]}}}}",
            "mechanisms.roll_out.of.whistle: whistle cannot be placed",
        ),
        (
            "mechanisms: {roll_out: {of: {stewards: {since: 2024-05-01}}}}",
            "mechanisms.roll_out.of.stewards.since: who finds can be placed",
        ),
    ),
)
