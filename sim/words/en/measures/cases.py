"""What is said in English of measures of residents' reports, of how cases close, and of whistles."""

from sim.words.catalogue import MeasureWords

_REPEATS = "Repeats while a case is open; asking again about one closed unresolved opens another case and is not in it."
_LONG = "Every day counts here: the long ones decide, so look at the quantiles too. Closed is not fixed."
_RESOLVED = "Known to the simulator only; no city can read it from its files."
_WAITING = "Whistles still waiting count as waiting; few cases are whistled, so look at the interval."
_SINGLE = "Single-department whistles are another matter than joint ones: never add the two."

MEASURES: dict[str, MeasureWords] = {
    "never_on_file_severity_share": MeasureWords(
        "Never on file, by severity",
        "Days that issues of the observation period were open up to the end of the run, weighted by severity: those of"
        " issues that nobody had found or reported by then, over all.",
        "What is never on file is mostly slight and brief: by number the share is far higher.",
    ),
    "contacts_per_resident_year": MeasureWords(
        "Contacts of residents",
        "Contacts of the observation period answered at once, and tickets of residents (cases they opened, and repeat"
        " reports), per resident and year.",
        "Cities count differently: hotlines merged into one, and whoever calls from outside.",
    ),
    "consultation_share": MeasureWords(
        "Answered at once",
        "Contacts of the observation period answered at once, over these and the tickets of residents.",
        "Set by the scenario: it says nothing of the quality of answers.",
    ),
    "repeat_share_tickets": MeasureWords(
        "Repeats among tickets",
        "Repeat reports merged into registered cases of the observation period, over all tickets of residents:"
        " the cases"
        " they opened, and these repeats.",
        "The ratio that hotlines publish. " + _REPEATS,
    ),
    "repeats_per_resident_case": MeasureWords(
        "Repeats per case of residents",
        "Repeat reports merged into the registered cases of the observation period that residents opened, per"
        " such case.",
        _REPEATS,
    ),
    "repeats_per_patrol_case": MeasureWords(
        "Reports of residents per case of patrol",
        "Reports of residents merged into the registered cases of the observation period that patrol had"
        " opened, per such"
        " case.",
        "Residents told what was on file already: no failure of the patrol.",
    ),
    "same_day_duplicates_share": MeasureWords(
        "Same place, kind and day",
        "Reports of residents about issues of the observation period that came on a day on which the same"
        " issue had been"
        " reported by a resident already, over all reports about these issues.",
        "Duplicates carry information: the more there are, the more people it concerns.",
    ),
    "busiest_reporters_share": MeasureWords(
        "Reports by the busiest 1 %",
        "Reports made by the busiest 1 % of the residents who had reported by the end of the observation"
        " period, over all"
        " reports from the start of the run until then.",
        "Grows with the length of the run: compare runs of the same length.",
    ),
    "report_again_after_fix_ratio": MeasureWords(
        "Reporting again after a timely fix",
        "Residents whose first report was closed in time and fixed who had reported another issue by the end of the"
        " observation period, as a share; over that share among residents whose first report was not; of those"
        " who first"
        " reported 28 days before or earlier.",
        "Who is served well reports more: a rise of tickets can be the price of success.",
    ),
    "closed_same_day": MeasureWords(
        "Closed the same day",
        "Cases of the observation period closed on the day on which they were registered, over all registered ones.",
        "Read beside medians, which jump where half of the cases just miss the day.",
    ),
    "closed_same_day_street_order": MeasureWords(
        "Closed the same day (street order)",
        "Street-order cases of the observation period closed on the day on which they were registered, over all"
        " registered ones.",
        "Read beside medians, which jump where half of the cases just miss the day.",
    ),
    "closed_same_day_request": MeasureWords(
        "Closed the same day (request)",
        "Request cases of the observation period closed on the day on which they were registered, over all registered"
        " ones.",
        "Read beside medians, which jump where half of the cases just miss the day.",
    ),
    "closing_residents_mean_h": MeasureWords(
        "Time to close, mean (opened by residents)",
        "Mean hours from registration to closing of the cases of the observation period that residents opened;"
        " open ones"
        " count up to the end of the run.",
        _LONG,
    ),
    "closing_residents_mean_to_median": MeasureWords(
        "Time to close, mean over median (opened by residents)",
        "Mean over median of the hours from registration to closing of the cases of the observation period that"
        " residents opened; open ones count up to the end of the run.",
        "The longer the tail, the larger; cities publish 3 to 5.",
    ),
    "closed_within_week_residents_share": MeasureWords(
        "Closed within a week (opened by residents)",
        "Cases of the observation period that residents opened and that were closed within 7 days of registration, over"
        " those followed so long.",
        "Closed is not fixed; limits are shorter for some and longer for others.",
    ),
    "closed_share_due": MeasureWords(
        "Closed, of all due",
        "Cases of the observation period that are closed at the end of the run, in time or not, over all whose limit"
        " (extensions included) has passed.",
        "Near 100 % wherever it is published: it tells nothing apart.",
    ),
    "truly_resolved_share_due": MeasureWords(
        "Truly resolved, of all due",
        "Cases of the observation period that are closed with their issue truly fixed or gone, over all whose limit"
        " (extensions included) has passed.",
        _RESOLVED,
    ),
    "responded_within_24h_share_patrol": MeasureWords(
        "Crew within 24 h (found by patrol)",
        "Cases of the observation period found by patrol with a first crew on site within 24 hours of"
        " registration, over"
        " those followed for at least 24 hours.",
        "Nobody waits for a call here: not comparable with the response to residents.",
    ),
    "whistle_signed_median_h": MeasureWords(
        "Whistle signed, median",
        "Hours from the first whistle within which half of the whistled cases of the observation period that truly need"
        " several departments had been signed for by all of them (Kaplan-Meier, the others censored; none if not"
        " reached).",
        "A signature is quick and binds nobody to come: read it beside joint arrival.",
    ),
    "joint_arrival_median_h": MeasureWords(
        "Joint arrival from the whistle, median",
        "Hours from the first whistle within which half of the whistled cases of the observation period that truly need"
        " several departments had all of them on site (Kaplan-Meier, the others censored; none if not reached).",
        _WAITING,
    ),
    "joint_arrival_p90_h": MeasureWords(
        "Joint arrival from the whistle, p90",
        "Hours from the first whistle within which nine in ten of the whistled cases of the observation period"
        " that truly"
        " need several departments had all of them on site (Kaplan-Meier, the others censored; none if not reached).",
        _WAITING,
    ),
    "assembled_in_time_share": MeasureWords(
        "Assembled in time",
        "Whistled cases of the observation period that truly need several departments with all of them on site"
        " within the"
        " limit, over all such cases.",
        "Departments can come in time and solve nothing: read it beside the closing times.",
    ),
    "joint_arrival_registered_median_h": MeasureWords(
        "Joint arrival from registration, median",
        "Hours from registration within which half of the cases of the observation period that truly need several"
        " departments had all of them on site, however they were brought together (Kaplan-Meier, the others censored;"
        " none if not reached).",
        "What residents wait: the time before the whistle, which joint arrival from the whistle leaves out, is in it.",
    ),
    "joint_arrival_registered_p90_h": MeasureWords(
        "Joint arrival from registration, p90",
        "Hours from registration within which nine in ten of the cases of the observation period that truly"
        " need several"
        " departments had all of them on site, however they were brought together (Kaplan-Meier, the others censored;"
        " none if not reached).",
        "What residents wait: the time before the whistle, which joint arrival from the whistle leaves out, is in it.",
    ),
    "three_whistles_share": MeasureWords(
        "Three whistles or more",
        "Whistled cases of the observation period that truly need several departments for which three whistles or more"
        " were blown, over all of these cases.",
        "Each whistle costs displaced hours; the hard tail is long everywhere.",
    ),
    "truly_resolved_joint_share": MeasureWords(
        "Truly resolved (several departments)",
        "Cases of the observation period that truly need several departments that are closed with their issue"
        " truly fixed"
        " or gone, over all of them.",
        _RESOLVED + " Cases still open at the end of the follow-up count as not resolved.",
    ),
    "single_whistle_share": MeasureWords(
        "Whistles for one department",
        "Whistled cases of the observation period that truly need one department only, over all whistled ones.",
        _SINGLE,
    ),
    "single_arrival_median_h": MeasureWords(
        "Arrival of a single department, median",
        "Hours from the first whistle within which half of the whistled cases of the observation period that truly need"
        " one department had it on site (Kaplan-Meier, the others censored; none if not reached).",
        _SINGLE,
    ),
    "assembled_in_time_single_share": MeasureWords(
        "Single department in time",
        "Whistled cases of the observation period that truly need one department with it on site within the limit, over"
        " all such cases.",
        _SINGLE,
    ),
}
"""What is said of these measures, by name."""
