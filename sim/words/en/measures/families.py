"""What is said in English of measures that come in families: by stream, level of a distribution, kind of station."""

from sim.words.catalogue import MeasureWords
from sim.words.en.measures.general import MEASURES as SINGLE

_LEVELS = {"median": "half", "p90": "nine in ten"}
_RESIDENTS_LEVELS = {
    "p25": "a quarter",
    "median": "half",
    "p75": "three quarters",
    "p90": "nine in ten",
    "p95": "nineteen in twenty",
}
_STREAMS = {"": "all cases", "_street_order": "street-order cases", "_request": "request cases"}
_STATIONS = {
    "worker": "grid workers",
    "community": "community desks",
    "street": "street teams",
    "department": "departments",
    "members": "party members",
    "auditors": "auditors",
    "sunk": "crews of departments in streets",
    "team": "joint teams",
    "street_leader": "leaders of streets, by their slots",
    "district_leader": "leaders of the district, by their slots",
    "service": "stations for groups",
    "contractor": "purchased services",
    "company": "property companies",
    "partners": "partners of communities",
    "council": "councils of residents",
    "committee": "committees",
}
_HOURS = {
    "": ("hours for cases", " within their hours for cases", "for cases"),
    "of_duty_": ("all hours on duty", "", "on duty"),
}
_SPANS = {
    "first_response": (
        "First response",
        "had a first response",
        "A call to the resident counts as a response; nothing need have been done.",
    ),
    "closing": (
        "Time to close",
        "were closed",
        "A median falls when patrols add trifles: compare streams and hazards. Closed is not fixed.",
    ),
}
_QUANTITIES = {"closing": "mean closing time", "never_reported": "share of issues undetected"}
_COUNTED = {
    "on_time": ("Closed on time", "closed and were reported done within their limit"),
    "closed": ("Closed", "closed at the end of the run"),
}
_PARTS = {
    "patrol": ("found by patrol", "found by patrol"),
    "residents": ("opened by residents", "opened by residents"),
    "departments": ("of departments", "that a department truly has to handle"),
    "below": ("below departments", "that grids, communities or street teams truly have to handle"),
}
_STATISTICS = {"gini": "Gini coefficient", "p90_p10": "90th over 10th percentile"}


def _in_brackets(stream: str) -> str:
    return f" ({_STREAMS[stream].removesuffix(' cases')})" if stream else ""


def _durations() -> dict[str, MeasureWords]:
    texts = {}
    for level, part in _LEVELS.items():
        texts[f"detection_{level}_h"] = MeasureWords(
            f"Detection, {level}",
            f"Hours from occurrence within which {part} of the detected issues of the observation period were first"
            " found or reported.",
            SINGLE["detection_mean_h"].caution,
        )
        for span, (name, done, caution) in _SPANS.items():
            for stream, cases in _STREAMS.items():
                texts[f"{span}{stream}_{level}_h"] = MeasureWords(
                    f"{name}, {level}{_in_brackets(stream)}",
                    f"Hours from registration within which {part} of {cases} reported in the observation period {done}"
                    " (Kaplan-Meier, cases without it censored; none if not reached).",
                    caution,
                )
    for level, part in _RESIDENTS_LEVELS.items():
        texts[f"closing_residents_{level}_h"] = MeasureWords(
            f"Time to close, {level} (opened by residents)",
            f"Hours from registration within which {part} of the cases that residents opened in the observation period"
            " were closed (Kaplan-Meier, cases without it censored; none if not reached).",
            "Residents' requests and street order together. Closed is not fixed.",
        )
    return texts


def _loads() -> dict[str, MeasureWords]:
    texts = {}
    for stream, cases in _STREAMS.items():
        texts[f"backlog_mean{stream}"] = MeasureWords(
            f"Backlog{_in_brackets(stream)}",
            f"Time average over the observation period of the number of {cases} registered and not closed; cases from"
            " before the observation period count, and a reopened case counts from its registration on.",
            "Counts cases that wait for appointments and materials: it need not be a lack of people.",
        )
    for station, who in _STATIONS.items():
        for of, (hours, within, over) in _HOURS.items():
            texts[f"utilisation_{of}{station}"] = MeasureWords(
                f"{who.capitalize()}, utilisation of {hours}",
                f"Hours of jobs of {who} in the observation period{within}, travel and waiting on site included, over"
                f" their hours {over}.",
                "A mean hides the busiest; queues grow steeply above about 0.85.",
            )
    return texts


def _spreads() -> dict[str, MeasureWords]:
    return {
        f"spread_{name}_{statistic}": MeasureWords(
            f"{quantity.capitalize()} between communities, {spread}",
            f"{spread} over communities of the {quantity} of their cases or issues of the observation period (cases"
            " still open counted up to the end of the run).",
            "Communities differ in what goes wrong there; an even district can be evenly bad.",
        )
        for name, quantity in _QUANTITIES.items()
        for statistic, spread in _STATISTICS.items()
    }


def _parts() -> dict[str, MeasureWords]:
    return {
        f"{name}_share_due_{part}": MeasureWords(
            f"{counted}, of all due ({short})",
            f"Cases of the observation period {whose} that are {done}, over all of them whose limit (extensions"
            " included) has passed.",
            "Limits differ by category: a share says how limits were kept, not how fast anything was.",
        )
        for name, (counted, done) in _COUNTED.items()
        for part, (short, whose) in _PARTS.items()
    }


MEASURES: dict[str, MeasureWords] = {**_durations(), **_loads(), **_spreads(), **_parts()}
"""What is said of the measures of families, by name."""
