"""The words of who may act, in English."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "joint_team": MechanismWords(
        "a standing joint team of several roles",
        name="joint team",
        settings={
            "roles": "roles",
        },
    ),
    "street_powers": MechanismWords(
        "what streets may do themselves, and their right to rate",
        name="powers of streets",
        settings={
            "exercised": "share really exercised",
            "powers": "powers of streets",
            "rating": "rating by streets",
            "response": "response",
            "team": "team",
        },
        activities={
            "felt_rating": "the streets have rated a department",
        },
    ),
    "sunk_enforcement": MechanismWords(
        "crews of departments sunk to the streets",
        name="crews sunk to the streets",
        settings={
            "least": "at least",
            "recall": "summons answered with sunk crews",
        },
    ),
    "all_purpose_grid": MechanismWords(
        "grid workers who do small work of other units",
        name="all-purpose grid",
        settings={
            "beyond": "beyond the grid",
            "except_hazards": "categories left out",
            "head": "head for it",
            "merged": "merged posts",
            "taken_over": "work taken over",
        },
        activities={
            "passed_on": "the case is beyond those who took it over: it goes on to its unit",
        },
    ),
    "prevention": MechanismWords(
        "causes removed at their source",
        name="causes removed",
        settings={
            "roots": "root repairs",
            "takes": "what it takes",
        },
        activities={
            "root_done": "the cause of what comes back is repaired",
        },
    ),
    "service_centres": MechanismWords(
        "service centres: counters near home",
        name="service centres",
        settings={
            "absorbed": "share of enquiries asked at counters",
            "at_door": "share next door who prefer the counter",
            "centres": "number of centres",
            "one_stop": "share done at one stop",
            "quicker": "procedure of what is done at one stop",
            "reach": "distance at which few still come",
            "rent": "rent of a centre a year",
        },
    ),
    "special_groups": MechanismWords(
        "stations of the streets for special groups",
        name="stations for groups of residents",
    ),
}
"""By section of a scenario."""
