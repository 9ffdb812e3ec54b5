"""Specimen of S28, coverage of new fields."""

from __future__ import annotations

from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "run.stock=empty",
        "territory.zones={market: {title: markets, share: 0.3, homes: 0.3}}",
        "mechanisms.coverage.enabled=true",
        "mechanisms.coverage.covered={market: 0}",
    ),
    moves=("never_reported_spread_zones", UP),
    side_effect=("never_reported_share_no_zone", DOWN),
    drawn={
        "covered": ({"market": 0.4}, {"market": 0}, {"market": 1, "village": 0.5}),
    },
    given=("territory.zones={market: {title: markets, share: 0.3, homes: 0.3}}",),
    nothing={"all covered": of("coverage", covered="{market: 1}")},
    contradictions=(
        ("mechanisms: {coverage: {covered: {market: 0.3}}}", "mechanisms.coverage.covered.market: no such zone"),
    ),
)
