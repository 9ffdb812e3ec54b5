"""The words of whole units and communities, in English."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "norms": MechanismWords(
        "norms and cohesion, put in as they are said",
        name="norms and cohesion",
        settings={
            "mistrust": "lower trust",
        },
    ),
    "incentives": MechanismWords(
        "helpers who come and go, and points that keep them",
        name="incentives of helpers",
        settings={
            "begins": "share there at the start",
            "joins": "share who join a month",
            "novelty": "how long points are new",
            "points": "share kept by points",
            "stays": "share who stay a year",
        },
    ),
    "roll_out": MechanismWords(
        "where and from when mechanisms are at work",
        name="staged roll-out",
        settings={
            "every": "time from one to the next",
            "of": "of which",
            "order": "order",
        },
    ),
}
"""By section of a scenario."""
