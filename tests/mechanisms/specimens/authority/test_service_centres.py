"""Specimen of S22, service centres and the 15-minute circle."""

from __future__ import annotations

from tests.mechanisms.specimen import ALL_DEPARTMENTS, SHARES, UP, Specimen, of

SPECIMEN = Specimen(
    on=(
        "mechanisms.service_centres.enabled=true",
        "mechanisms.service_centres.at_door=0.9",
        "mechanisms.service_centres.reach=2 km",
        "mechanisms.service_centres.absorbed=0.5",
        "mechanisms.service_centres.minutes=30 min",
    ),
    moves=("walk_in_share", UP),
    side_effect=("utilisation_community", UP),
    drawn={
        "channel": ("app",),
        "reach": (None, "300 m"),
        "at_door": (None, 1, 0.5),
        "absorbed": (0, 0.3),
        "hazards": ([], ["litter", "estate"]),
        "units": ([], ["urban_management", "housing"]),
        "one_stop": SHARES,
        "quicker": (1, 0.5, 0),
    },
    nothing={
        "nothing absorbed, no bound": of("service_centres", centres=1, hazards="[litter]", units=ALL_DEPARTMENTS),
    },
    contradictions=(
        (
            "mechanisms: {service_centres: {enabled: true, centres: 1000}}",
            "mechanisms.service_centres.centres: more centres than communities",
        ),
    ),
)
