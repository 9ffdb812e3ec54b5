"""Specimen of S10, delegated powers and the right to rate."""

from __future__ import annotations

from tests.mechanisms.specimen import ALL_DEPARTMENTS, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.street_powers.enabled=true",
        "mechanisms.street_powers.powers=[urban_management, housing]",
        "mechanisms.street_powers.team=sanitation",
        "mechanisms.street_powers.exercised=1",
        "mechanisms.street_powers.weight=1",
        "mechanisms.street_powers.response=4",
    ),
    moves=("taken_over_share", UP),
    side_effect=("utilisation_street", UP),
    drawn={
        "powers": ([], ["housing"], ["urban_management", "housing"]),
        "team": ("sanitation",),
        "exercised": (1, 0.5),
        "weight": (0, 1),
        "response": (0, 4),
    },
    nothing={
        "none exercised, no weight": of("street_powers", powers=ALL_DEPARTMENTS, team="enforcement", exercised=0),
    },
    contradictions=(
        (
            "mechanisms: {street_powers: {enabled: true, powers: [hausing]}}",
            "mechanisms.street_powers.powers.0: no such department (found 'hausing')",
        ),
        (
            "mechanisms: {street_powers: {enabled: true, powers: [housing, housing]}}",
            "mechanisms.street_powers.powers.1: housing stands here twice",
        ),
        (
            "mechanisms: {street_powers: {enabled: true, powers: [housing], exercised: 0.5}}",
            "mechanisms.street_powers.team: must name a street team",
        ),
        (
            "mechanisms: {street_powers: {enabled: true, powers: [housing], exercised: 0.5, team: housing}}",
            "mechanisms.street_powers.team: no such street team (found 'housing')",
        ),
        (
            "staff: {street_teams: {enforcement: {crews: 0}}}\n"
            "mechanisms: {street_powers: {enabled: true, powers: [housing], exercised: 0.5, team: enforcement}}",
            "mechanisms.street_powers.team: powers without crews",
        ),
    ),
)
