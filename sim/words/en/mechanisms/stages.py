"""The words of stops and helpers on the way of a case, in English."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "named_leader": MechanismWords(
        "leaders who take stuck cases until they are closed",
        name="leaders who take stuck cases",
        settings={
            "district": "leaders of the district",
            "overdue": "when overdue",
            "shortens": "how much it shortens procedures",
            "slots": "cases at a time",
            "street": "leaders of streets",
        },
    ),
    "property": MechanismWords(
        "property companies that are asked first",
        name="property companies",
        settings={
            "asks_first": "share who ask the company first",
            "coordination": "desk work left at covered sites",
            "estates": "estates",
            "fixes": "share truly fixed",
            "gives_up": "time until residents give up",
            "meetings": "desk time of an estate a month",
        },
    ),
    "co_building": MechanismWords(
        "contracts with units of the community",
        name="contracts with units",
        settings={
            "contract": "desk time of a contract a month",
            "meeting": "time between meetings",
            "owner_first": "share that owners use themselves",
            "parking": "category that shared parking prevents",
            "parking_shared": "issues that shared parking prevents",
            "rooms": "hours of rooms offered a month",
            "tasks": "tasks of a unit a year",
        },
    ),
    "councils": MechanismWords(
        "councils of residents for contested matters",
        name="councils of residents",
        settings={
            "again_after": "time before a case is heard again",
            "agrees": "probability of agreement",
            "carried_out": "work of carrying out what was agreed",
            "lasting": "recurrences spared by agreement",
            "quorum": "sessions with enough people",
            "rounds": "hearings at most",
        },
    ),
    "committees": MechanismWords(
        "committees that decide who owns a case",
        name="committees",
        settings={
            "bounces": "returns before the community catches it",
            "decides": "probability of a decision",
            "fallback": "work of the desk that catches it",
            "levels": "levels",
            "links": "links with departments",
            "others": "other members at each meeting",
        },
    ),
}
"""By section of a scenario."""
