"""Specimen of S30, norms and cohesion: they shift trust, and it stays a trust."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sim.lifecycle.things import Issue
from sim.mechanisms.units import norms
from tests.mechanisms.specimen import DOWN, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.norms.enabled=true",
        "mechanisms.norms.removes={litter: 0.05, estate: 0.05, noise: 0.05, parking: 0.05}",
        "mechanisms.norms.trust=0.1",
        "mechanisms.norms.hours=16 h",
    ),
    moves=("issues_per_year", DOWN),
    side_effect=("utilisation_community", UP),
    drawn={
        "where": (None, ["street 0"], ["community 0"], []),
        "since": (None, "2024-04-25"),
        "removes": ({}, {"litter": 0.05}),
        "trust": (0, 0.1),
        "mistrust": (0, 0.1),
        "hours": ("10 min", "5 min"),
    },
    nothing={
        "nothing put in": of("norms", since="2024-05-10"),
        "nowhere": of("norms", where="[]", trust=0.1, removes="{litter: 0.05}", hours="1 h"),
        "later": of("norms", since="2024-09-01", trust=0.1, removes="{litter: 0.05}", hours="1 h"),
    },
    contradictions=(
        (
            "mechanisms: {norms: {enabled: true, trust: 0.1}}",
            "mechanisms.norms.hours: what is put in costs nothing",
        ),
        (
            "mechanisms: {norms: {where: [street 9]}}",
            "mechanisms.norms.where.0: no such place (found 'street 9')",
        ),
    ),
)


@pytest.mark.parametrize(("trust", "shift", "felt"), [(0.5, 0.1, 0.6), (0.95, 0.1, 1.0), (0.05, -0.1, 0.0)])
def test_norms_shift_trust_and_it_stays_a_trust(trust: float, shift: float, felt: float) -> None:
    rules = SimpleNamespace(norms=SimpleNamespace(trust=[0.0, shift], since=10))
    assert norms.felt(rules, Issue(community=1, occurred=10), trust) == pytest.approx(felt)
    assert norms.felt(rules, Issue(community=1, occurred=9), trust) == trust
    assert norms.felt(rules, Issue(community=0, occurred=10), trust) == trust
