"""Specimen of S21, funding."""

from __future__ import annotations

from tests.mechanisms.specimen import UP, Specimen, of

BUYS = {
    "repairs": {
        "title": "repairs",
        "yuan": "1 million yuan",
        "roster": "office",
        "trip": "10 min",
        "units": ["community", "housing", "sanitation"],
        "hazards": ["litter", "estate"],
        "cases": 0.5,
        "work_factor": 1.2,
    },
    "nights": {
        "title": "nights",
        "yuan": "2 million yuan",
        "roster": "off_hours",
        "trip": "0 min",
        "share": 0.5,
        "units": ["sanitation", "urban_management"],
        "hazards": ["litter", "illegal_bldg"],
    },
}


def service(yuan: str, cases: float) -> str:
    """A service bought for so much money, that takes over so many of its cases."""
    return (
        f"{{title: repairs, yuan: {yuan}, roster: office, trip: 20 min, units: [community, sanitation, housing],"
        f" hazards: [estate, litter], cases: {cases}}}"
    )


SPECIMEN = Specimen(
    on=(
        "mechanisms.funding.enabled=true",
        "mechanisms.funding.further=3 million yuan",
        "mechanisms.funding.buys={repairs: {title: repairs, yuan: 2 million yuan, roster: office, trip: 20 min,"
        " units: [community, housing, sanitation], hazards: [estate, litter], cases: 0.8}}",
    ),
    moves=("taken_over_share", UP),
    side_effect=("yearly_cost", UP),
    drawn={
        "deficit": (True,),
        "formula": ("even", "need"),
        "tender": ("0 days", "4 days"),
        "buys": (BUYS, {}),
    },
    nothing={
        "money alone": of("funding", per_1000_households="36000 yuan", per_community="200000 yuan", deficit="true"),
        "crews for nothing": of("funding", deficit="true", buys=f"{{repairs: {service('0 yuan', 1)}}}"),
        "crews whom nobody sends a case": of(
            "funding", deficit="true", buys=f"{{repairs: {service('1 million yuan', 0)}}}"
        ),
    },
    contradictions=(
        (
            "mechanisms: {funding: {enabled: true, further: 9 yuan, hour: 0 yuan, buys: {x: {title: x, yuan: 1 yuan,"
            " roster: office, trip: 1 min, units: [], hazards: []}}}}",
            "mechanisms.funding.hour: must be above zero",
        ),
        (
            "mechanisms: {funding: {enabled: true}, stewards: {enabled: true, count: 9, cost: 600 yuan, roster: grid}}",
            "mechanisms.funding: mechanisms cost ",
        ),
    ),
)
