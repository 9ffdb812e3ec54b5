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
        "removes": ({}, {"litter": 0.05}),
        "trust": (0, 0.1),
        "mistrust": (0, 0.1),
        "hours": ("10 min", "5 min"),
    },
    nothing={
        "nothing put in": of("norms"),
    },
    contradictions=(
        (
            "mechanisms: {norms: {enabled: true, trust: 0.1}}",
            "mechanisms.norms.hours: what is put in costs nothing",
        ),
    ),
)


@pytest.mark.parametrize(("trust", "shift", "felt"), [(0.5, 0.1, 0.6), (0.95, 0.1, 1.0), (0.05, -0.1, 0.0)])
def test_norms_shift_trust_and_it_stays_a_trust(trust: float, shift: float, felt: float) -> None:
    rules = SimpleNamespace(norms=SimpleNamespace(trust=shift))
    nowhere = ~(1 << norms.NUMBER)
    assert norms.felt(rules, Issue(), trust) == pytest.approx(felt)
    assert norms.felt(rules, Issue(adopted=nowhere), trust) == trust
