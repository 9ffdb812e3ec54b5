"""The words of the table of presets, in English."""

LABELS: dict[str, str] = {
    "places_size": "{residents} residents, {grids} grids, {workers} grid workers",
    "places_on": "on beside those of all: {on}",
    "places_nothing_more": "no more",
    "places_on_in_all": "On in all of them: {on}.",
    "places_joined": "; ",
    "places_grades": "numbers by grade: {grades}",
    "places_grades_are": (
        "Grades: A official, B seen in a text, B- a weak page, C arithmetic, D background knowledge, E assumed; numbers"
        " that a preset takes over from another are counted too."
    ),
    "places_no_evidence": (
        "No preset is evidence about its place: what is not A or B is scaled from Jiancaoping, or assumed."
    ),
}
