"""What is said in English of measures of other eyes: stewards, cameras, talks, warnings from repeats."""

from sim.words.catalogue import MeasureWords

_MORE = "More finds are not worse, and not better by themselves: much of it others would have found a little later."

MEASURES: dict[str, MeasureWords] = {
    "found_by_stewards_per_year": MeasureWords(
        "Found by stewards",
        "Issues that stewards reported or fixed at once in the observation period, a year.",
        _MORE,
    ),
    "fixed_by_stewards_per_year": MeasureWords(
        "Fixed at once by stewards",
        "Issues that stewards fixed at once in the observation period, a year, without a case.",
        "They are in no statistics made from files.",
    ),
    "stewards_off_duty_share": MeasureWords(
        "Found by stewards while no grid worker is on duty",
        "Of what stewards reported or fixed at once in the observation period, the part found while no grid worker was"
        " on duty by the roster.",
        "What is found in the evening mostly waits for crews until morning.",
    ),
    "steward_h_per_find": MeasureWords(
        "Hours of stewards per find",
        "Hours that stewards walked in the observation period, over what they reported or fixed at once in it.",
        "Volunteers' hours are unpaid, not free.",
    ),
    "found_by_cameras_per_year": MeasureWords(
        "Found by cameras",
        "Cases that cameras opened in the observation period, a year.",
        _MORE,
    ),
    "found_in_talks_per_year": MeasureWords(
        "Heard in talks",
        "Cases that cadres opened in the observation period for what they heard in talks, a year.",
        _MORE,
    ),
    "cadre_h_per_find": MeasureWords(
        "Hours of cadres per case heard",
        "Hours that cadres sat in talks in the observation period, over the cases that they opened in it.",
        "Talks are held for more than finding issues.",
    ),
    "found_by_proxies_per_year": MeasureWords(
        "Reported by proxies",
        "Cases that proxies opened in the observation period for what they were told on their calls, a year.",
        _MORE,
    ),
    "proxy_h_per_find": MeasureWords(
        "Hours of proxies per case",
        "Hours that proxies called on homes in the observation period, over the cases that they opened in it.",
        "Calls are made for more than finding issues.",
    ),
    "repeat_warnings_per_year": MeasureWords(
        "Warnings from repeats",
        "Times in the observation period, a year, that a hazard came so often at one place in so long a time, by the"
        " numbers of the platform, that it would be warned of; counted anew after each.",
        "Told whether or not anything follows from it: causes are repaired only if the platform `warns`.",
    ),
    "repeat_warnings_hit_share": MeasureWords(
        "Warnings after which it came again",
        "Warnings of the observation period followed up for that time after which another case about the hazard came"
        " at the place, over all of these.",
        "What a repair of the cause could at most have spared, and what it has not where there are repairs; none if the"
        " follow-up is shorter.",
    ),
}
"""What is said of each."""
