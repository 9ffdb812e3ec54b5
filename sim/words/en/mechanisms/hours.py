"""The words of whose hours and money go where, in English."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "staff_quality": MechanismWords(
        "turnover, vacancies, newcomers and absence",
        name="absence of crews",
        settings={
            "crew_absence": "absence of crews",
            "learning": "time of learning",
            "newcomer": "how much longer newcomers take",
            "recruiting": "cost of filling a post",
            "turnover": "share who leave in a year",
            "unseeing": "share that newcomers do not see",
            "vacancy": "time a post stands vacant",
        },
    ),
    "admission": MechanismWords(
        "a list of what may be asked of grid and community",
        name="list of what may be asked",
        settings={
            "creep": "how fast tasks creep back",
            "felt": "how much of it is felt",
            "handed_back": "share handed back",
        },
    ),
    "campaigns": MechanismWords(
        "campaigns, and the hours that they take",
        name="campaigns",
        settings={
            "borrowed": "borrowed hands",
            "planned": "planned campaigns",
        },
    ),
    "funding": MechanismWords(
        "income, a budget, and services bought",
        name="funding",
        settings={
            "buys": "services bought",
            "deficit": "may spend more than there is",
            "formula": "formula for sharing out",
            "further": "further money of the district",
            "per_1000_households": "money for each 1,000 households",
            "per_community": "money for each community",
            "tender": "time of the tender",
            "yuan": "money granted",
        },
    ),
}
"""By section of a scenario."""
