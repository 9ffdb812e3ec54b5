"""What is said in English of measures of dangers and emergencies, and of when things are reported and found."""

from sim.words.catalogue import MeasureWords

_ON_SITE = (
    "Somebody on site is no repair: read it beside the issues still open. What self-resolves in that time counts as"
    " safe."
)
_HOURS = "First reports only, by their hour; the tables keep no hour of repeats, which come while others report too."

MEASURES: dict[str, MeasureWords] = {
    "dangerous_not_safe_2h_share": MeasureWords(
        "Dangerous issues not made safe within 2 h of the report",
        "Dangerous issues of the observation period that, within 2 hours of their first report or find, were"
        " neither over nor made safe (where the scenario has no such step: nor had a crew on site), over those that"
        " were reported or found and followed for 2 hours from then.",
        "From the report, not from the occurrence: what nobody reports is not in it. Few issues are dangerous: look at"
        " the interval.",
    ),
    "emergency_on_site_30min_share": MeasureWords(
        "Emergencies: on site within 30 min",
        "Emergencies of the observation period (dangerous issues, and those of hazards of the class of"
        " emergencies) that"
        " had a crew on site or were over within 30 minutes of their first report or find, over those reported or found"
        " and followed so long.",
        _ON_SITE,
    ),
    "emergency_on_site_2h_share": MeasureWords(
        "Emergencies: on site within 2 h",
        "Emergencies of the observation period (dangerous issues, and those of hazards of the class of"
        " emergencies) that"
        " had a crew on site or were over within 2 hours of their first report or find, over those reported or"
        " found and"
        " followed so long.",
        _ON_SITE,
    ),
    "joint_emergency_complete_30min_share": MeasureWords(
        "Joint emergencies: complete within 30 min",
        "Whistled emergency cases of the observation period that truly need several departments with all of"
        " them on site"
        " within 30 minutes of the first whistle, over those followed so long.",
        "From the whistle: what the street took before it blew is not in it. Very few cases: look at the interval.",
    ),
    "dangerous_never_on_file_share": MeasureWords(
        "Dangerous issues never on file",
        "Dangerous issues of the observation period that nobody had found or reported by the end of the run, over all"
        " dangerous issues of the observation period.",
        "No statistic of files shows any of them.",
    ),
    "dangerous_no_emergency_share": MeasureWords(
        "Dangerous issues of ordinary hazards",
        "Dangerous issues of the observation period whose hazard is not of the class of emergencies, over all dangerous"
        " issues of the observation period.",
        "Blocked stairways, cables and old walls are dangerous for days; read figures of dangerous issues with"
        " this share"
        " in mind, for they are not those of a fire brigade.",
    ),
    "day_variation_reports": MeasureWords(
        "Reports: variation from day to day",
        "Coefficient of variation of residents' cases from one working day of the observation period to the"
        " next, beyond"
        " what chance would give were all days alike (successive differences, the mean taken off).",
        "Seasons, weekends and holidays are not in it. Too little of it makes crews look better than they will fare.",
    ),
    "largest_hour_share_reports": MeasureWords(
        "Reports: share of the fullest hour",
        "Residents' cases of the observation period reported in the hour of the day in which most were, over"
        " all of them.",
        _HOURS,
    ),
    "largest_hour_share_finds": MeasureWords(
        "Patrol's finds: share of the fullest hour",
        "Patrol's finds of the observation period made in the hour of the day in which most were, over all of them.",
        "Finds follow the hours of patrol: a high share says that all walk at once, not that most goes wrong then.",
    ),
    "reports_night_share": MeasureWords(
        "Reports between 22:00 and 02:00",
        "Residents' cases of the observation period reported between 22:00 and 02:00, over all of them.",
        _HOURS,
    ),
    "reports_morning_share": MeasureWords(
        "Reports between 08:00 and 12:00",
        "Residents' cases of the observation period reported between 08:00 and 12:00, over all of them.",
        _HOURS,
    ),
}
"""What is said of these measures, by name."""
