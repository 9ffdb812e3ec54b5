"""The words of other eyes on issues, in English."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "stewards": MechanismWords(
        "stewards and volunteer sensors",
        name="stewards",
        settings={
            "do_now": "share done on the spot",
            "notes": "notes per hour",
            "verified": "share verified",
        },
    ),
    "platform": MechanismWords(
        "platform: sorting, ease, cameras, warnings",
        name="platform",
        settings={
            "alarms": "false alarms",
            "camera_cost": "cost of a camera a year",
            "ease": "ease of reporting",
            "finds": "finds",
            "look": "time to look at a picture",
            "looked_at_by": "looked at by",
            "repeats": "repeats",
            "sees": "what is seen",
            "warns": "repair of the cause after a warning",
            "within": "within",
        },
        activities={
            "warned": "so many cases came at the place that it is warned of",
        },
    ),
    "talks": MechanismWords(
        "talks of cadres with those who do not report",
        name="talks",
        settings={
            "cadres": "cadres",
            "present": "residents present",
            "sessions": "sessions",
            "together": "with whom",
        },
    ),
    "proxies": MechanismWords(
        "proxies who report for those who do not",
        name="proxies",
        settings={
            "calls": "calls on homes a week",
            "hours_of": "whose hours are taken",
        },
    ),
    "coverage": MechanismWords(
        "which zones are on the rounds",
        name="coverage of zones",
    ),
}
"""By section of a scenario."""
