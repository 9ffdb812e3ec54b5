"""What measures, their themes and their units are called in English, and what is said of each measure."""

from sim.words.catalogue import MeasureWords

_FILES = "More cases are not worse: they may be issues that were there before and are now seen."
_SIGNAL = "Reports are signals of need: fewer of them is no success by itself."
_DETECTED = (
    "Only issues detected by the end of the run enter: more detection, and a longer follow-up, can raise it. Compare"
    " runs with the same follow-up; the shares detected within a day and a week do not depend on it."
)
_WITHIN = "Needs a follow-up as long as that; what self-resolves before anybody knows of it counts as not detected."
_CLOSED_ONLY = "Closed cases only: the hard ones, which need departments, close later."
_VALID = "Only those who were reached answer; the same year can look 20 points better or worse by the denominator."
_DUE = "Residents who were not reached count as not satisfied: a floor, not an estimate."
_FEW = "Few cases, and long ones: many are open when the follow-up ends, so look at the interval."
_NAMED = (
    "Contains the whole pay of those whose cost the scenario names, regular work too, though cases take a part"
    " of it. Not"
    " in it: materials, contractors, vehicles, the hotline, grid leaders, unpaid hours of members and"
    " residents. The same"
    " for every replication."
)

MEASURES: dict[str, MeasureWords] = {
    "severity_days_open": MeasureWords(
        "Severity-weighted unresolved-problem days",
        "Days that issues were open in the observation period, weighted by severity, per 1,000 residents and"
        " week; issues that occurred before the observation period count with their days in it.",
        "Depends on the scenario's severity weights: compare organisations with it, not cities.",
    ),
    "dangerous_open_after_24h": MeasureWords(
        "Dangerous issues still open after 24 h",
        "Dangerous issues of the observation period that were open for more than 24 hours, over the dangerous"
        " issues of the observation period that were followed for at least 24 hours.",
        "Not only fires: blocked stairways, cables and old walls count too and are many, as the share of"
        " dangerous issues"
        " of ordinary hazards says. Few issues are dangerous: look at the interval.",
    ),
    "never_reported_share": MeasureWords(
        "Never on file, self-resolved included",
        "Issues of the observation period that nobody had found or reported by the end of the run, over all"
        " issues of the observation period.",
        "Counts trifles that self-resolve within hours, and what residents notice and do not report: never on"
        " file is not"
        " unseen. Statistics from files cannot show any.",
    ),
    "stock_undetected": MeasureWords(
        "Open issues nobody knows of",
        "Time average over the observation period of the number of issues that are open and neither found nor"
        " reported.",
        "Hidden slow issues weigh most (leaks, disputes); it moves slowly and needs a long warm-up.",
    ),
    "truly_fixed_issues_share": MeasureWords(
        "Issues truly fixed",
        "Issues of the observation period that somebody truly fixed by the end of the run, over all issues of the"
        " observation period.",
        "Issues that self-resolve are no failures; read it beside the unresolved-problem days.",
    ),
    "recurrence_share": MeasureWords(
        "Recurrences",
        "Issues of the observation period that are recurrences of an earlier one, over all issues of the"
        " observation period.",
        "An issue can recur only after it ended: faster fixing alone raises this share.",
    ),
    "issues_per_year": MeasureWords(
        "Issues",
        "Issues that occurred in the observation period, recurrences included, absorbed and prevented ones not,"
        " scaled to a year.",
        "Scaled from the observation period to 365 days by the scenario's own seasons: storms and trends are not"
        " in it.",
    ),
    "cases_per_year": MeasureWords(
        "Registered cases",
        "Cases reported in the observation period and registered, scaled to a year.",
        _FILES,
    ),
    "cases_patrol_per_year": MeasureWords(
        "Cases found by patrol",
        "Cases found by patrol in the observation period and registered, scaled to a year.",
        _FILES,
    ),
    "cases_visit_per_year": MeasureWords(
        "Cases found by household visits",
        "Cases found by household visits in the observation period and registered, scaled to a year.",
        _FILES,
    ),
    "cases_resident_per_year": MeasureWords(
        "Cases reported by residents",
        "Cases reported by residents in the observation period and registered, repeats merged, scaled to a year.",
        _SIGNAL,
    ),
    "tickets_per_resident_year": MeasureWords(
        "Tickets of residents",
        "Cases reported by residents in the observation period and registered, and all repeat reports merged into"
        " registered cases of the observation period, per resident and year.",
        _SIGNAL,
    ),
    "repeats_per_case": MeasureWords(
        "Repeat reports",
        "Repeat reports merged into the registered cases of the observation period, per case.",
        "A more trusted hotline is also called more often.",
    ),
    "detection_mean_h": MeasureWords(
        "Detection, mean",
        "Mean hours from occurrence to the first find or report, of the issues of the observation period that"
        " were detected.",
        _DETECTED,
    ),
    "detected_within_day": MeasureWords(
        "Detected within a day",
        "Issues of the observation period that were found or reported within 24 hours of their occurrence, over those"
        " that were followed for at least 24 hours.",
        _WITHIN,
    ),
    "detected_within_week": MeasureWords(
        "Detected within a week",
        "Issues of the observation period that were found or reported within 7 days of their occurrence, over those"
        " that were followed for at least 7 days.",
        _WITHIN,
    ),
    "mean_elapsed_street_order_h": MeasureWords(
        "Street order: dispatch to closing, mean",
        "Mean working hours of the office from first dispatch to last closing, of the closed street-order cases"
        " that were reported in the observation period and dispatched.",
        "Open and shelved cases are left out; those fixed on the spot count with no time at all.",
    ),
    "mean_elapsed_requests_wd": MeasureWords(
        "Requests: dispatch to closing, mean",
        "Mean working days (7.5 working hours of the office) from first dispatch to last closing, of the closed"
        " request cases that were reported in the observation period and dispatched.",
        "Open and shelved cases are left out. A working day is 7.5 working hours.",
    ),
    "patrol_share_street_order": MeasureWords(
        "Found by patrol (street order)",
        "Registered street-order cases of the observation period found by patrol, over those found by patrol or"
        " reported by residents.",
        "High wherever patrols are paid to find such matters; it says nothing of what nobody saw.",
    ),
    "patrol_share_all": MeasureWords(
        "Found by patrol (all cases)",
        "Registered cases of the observation period found by patrol, over all registered cases of the observation"
        " period.",
        "Cities that count street-order cases apart publish a different share under the same name.",
    ),
    "finds_per_patrol_hour": MeasureWords(
        "Finds per patrol hour",
        "Cases found by patrol in the observation period, per hour of patrol in the observation period.",
        "An outcome, not a skill: it falls as patrols become dense, because the open issues run out.",
    ),
    "fixed_on_the_spot_share": MeasureWords(
        "Fixed on the spot",
        "Registered cases of the observation period found by patrol and fixed on the spot, over those found by patrol.",
        "Rises when patrols book more trifles.",
    ),
    "street_level_share_street_order": MeasureWords(
        "Done at street or below (street order)",
        "Closed street-order cases of the observation period done on the spot, in the grid, by the community, by"
        " members or by the street, over all closed ones that somebody did.",
        _CLOSED_ONLY,
    ),
    "street_level_share_all": MeasureWords(
        "Done at street or below (all)",
        "Closed cases of the observation period done on the spot, in the grid, by the community, by members or by"
        " the street, over all closed ones that somebody did.",
        _CLOSED_ONLY,
    ),
    "members_share": MeasureWords(
        "Done by members off hours",
        "Closed cases of the observation period done by party members off hours, over all closed ones that"
        " somebody did.",
        "Hours off are few: their worth lies in evenings and weekends, not in numbers.",
    ),
    "on_time_share_due": MeasureWords(
        "Closed on time, of all due",
        "Cases of the observation period that are closed and were reported done within their limit, over all whose"
        " limit (extensions included) has passed.",
        "Near 100 % in most published tables; closing without fixing raises it.",
    ),
    "on_time_share_due_not_shelved": MeasureWords(
        "Closed on time, shelved left out",
        "Cases of the observation period that are closed and were reported done within their limit, over all whose"
        " limit has passed and that were not shelved.",
        "The denominator that many cities publish: shelving more cases raises it.",
    ),
    "truly_resolved_share": MeasureWords(
        "Closed cases truly resolved",
        "Closed cases of the observation period whose issue was truly fixed or gone at closing, over all closed cases.",
        "Known to the simulator only; no city can read it from its files.",
    ),
    "premature_closing_share": MeasureWords(
        "Closed unresolved",
        "Closed cases of the observation period whose issue was not fixed at closing, over all closed cases.",
        "Grows unseen under pressure to close in time.",
    ),
    "found_gone_share": MeasureWords(
        "Closed with nothing found",
        "Closed cases of the observation period whose issue was gone when somebody came, over all closed cases.",
        "Not waste by itself: the issue had self-resolved before somebody came, or was fixed under another case.",
    ),
    "sent_back_share": MeasureWords(
        "Sent back by a check",
        "Cases of the observation period sent back at least once by a check, over those reported done at least once.",
        "Fewer checks also lower it.",
    ),
    "reopened_share": MeasureWords(
        "Reopened",
        "Cases of the observation period reopened at least once, over those closed at least once.",
        "Fewer call-backs also lower it.",
    ),
    "returned_share": MeasureWords(
        "Returned by a wrong unit",
        "Dispatched cases of the observation period returned at least once by a unit that was not the right one,"
        " over all dispatched cases.",
        "Units that keep cases which are not theirs lower it too.",
    ),
    "responded_within_24h_share": MeasureWords(
        "Responded within 24 h",
        "Residents' cases of the observation period with a first response within 24 hours of registration (a"
        " usual limit), over those followed for at least 24 hours.",
        "A call counts; nothing need have been done.",
    ),
    "said_solved_share_valid": MeasureWords(
        "Said solved, of valid call-backs",
        "Residents' cases of the observation period said to be solved in the last valid call-back, over those"
        " with a valid call-back.",
        _VALID,
    ),
    "said_solved_share_due": MeasureWords(
        "Said solved, of all due",
        "Residents' cases of the observation period said to be solved in the last valid call-back, over all"
        " residents' cases whose limit has passed.",
        _DUE,
    ),
    "satisfied_share_valid": MeasureWords(
        "Satisfied, of valid call-backs",
        "Residents' cases of the observation period whose reporter was satisfied in the last valid call-back,"
        " over those with a valid call-back.",
        _VALID,
    ),
    "satisfied_share_due": MeasureWords(
        "Satisfied, of all due",
        "Residents' cases of the observation period whose reporter was satisfied in the last valid call-back,"
        " over all residents' cases whose limit has passed.",
        _DUE,
    ),
    "chased_share": MeasureWords(
        "Chased by the reporter",
        "Residents' cases of the observation period that the reporter chased at least once, over all residents' cases.",
        "Patience and trust differ: silence is not contentment.",
    ),
    "mean_trust": MeasureWords(
        "Trust of all residents",
        "Mean trust of all residents at the end of the observation period; those never involved count with their"
        " mean at the start.",
        "Residents who never report keep the trust that they began with: it moves slowly.",
    ),
    "trust_change_involved": MeasureWords(
        "Change of trust of those involved",
        "Mean trust of the residents who had reported by the end of the observation period, then less at the"
        " start of the run.",
        "Residents who report are not a fair sample: they may trust more than others to begin with.",
    ),
    "whistles_per_1000_cases": MeasureWords(
        "Whistles",
        "Whistles blown for the registered cases of the observation period, repeats included, per 1,000 of these"
        " cases.",
        "Neither more nor fewer is better: it depends on how many cases truly need several departments.",
    ),
    "closing_joint_median_h": MeasureWords(
        "Time to close, median (several departments)",
        "Hours from registration within which half of the cases of the observation period that truly need several"
        " departments were closed, however they were brought together (Kaplan-Meier, the others censored; none if"
        " not reached).",
        _FEW,
    ),
    "closed_joint_share": MeasureWords(
        "Closed when followed up (several departments)",
        "Cases of the observation period that truly need several departments and are closed when the follow-up"
        " ends, over all of them.",
        _FEW,
    ),
    "utilisation_department_max": MeasureWords(
        "Busiest department, utilisation of hours for cases",
        "Highest utilisation among the departments: hours of jobs within hours for cases over these hours in the"
        " observation period. Hours that displaced regular work are not among them.",
        "The highest of several is high by chance too; look at which department it is.",
    ),
    "worker_day_share": MeasureWords(
        "Worker's day accounted for",
        "Hours of grid workers on cases, patrol, visits, desk and regular work in the observation period, over"
        " their hours on duty.",
        "Above about 0.9 something gives way; the rest is slack, not idleness.",
    ),
    "worker_case_h": MeasureWords(
        "Case work of a worker",
        "Hours of case work of grid workers in the observation period, per 7.5 hours on duty.",
        "Travel included. A worker-day is 7.5 hours on duty.",
    ),
    "worker_patrol_h": MeasureWords(
        "Patrol of a worker",
        "Hours of patrol of grid workers in the observation period, per 7.5 hours on duty.",
        "What was left for patrol after cases, visits, desk and regular work; a target is not an outcome.",
    ),
    "displaced_h_per_week": MeasureWords(
        "Regular work displaced",
        "Hours of regular work (line duty) displaced by whistles and emergencies in the observation period, all units,"
        " per week.",
        "The price of whistles and emergencies that no closing time shows. What crews work off duty is overtime.",
    ),
    "overtime_h_per_week": MeasureWords(
        "Overtime",
        "Hours that crews and workers gave to cases off duty in the observation period, all units, per week.",
        "Emergencies, and meetings in agreed or any hours, do not end with duty. The model gives no rest for them.",
    ),
    "member_h_per_week": MeasureWords(
        "Hours of party members",
        "Hours that party members gave to cases in the observation period, per week.",
        "Unpaid hours are not free: they are somebody's evenings.",
    ),
    "yearly_cost": MeasureWords(
        "Cost of a year",
        "Yearly cost of grid workers, of the crews of desks, teams and departments, of grids, and of mechanisms.",
        _NAMED,
    ),
    "cost_per_resident_year": MeasureWords(
        "Cost per resident",
        "Yearly cost of workers, crews, grids and mechanisms over residents.",
        _NAMED,
    ),
    "cost_per_fixed_issue": MeasureWords(
        "Cost per issue truly fixed",
        "Cost of the observation period over the issues that occurred in it and were truly fixed.",
        "Falls when patrols add trifles: read it beside the severity-weighted unresolved-problem days.",
    ),
    "leader_h_per_week": MeasureWords(
        "Hours of a grid leader",
        "Hours a week that each grid leader gives to grids: hours per grid times grids over leaders.",
        "Leaders are committee members with other duties; the model gives them no queue.",
    ),
}
"""What is said of each measure; those that come in families stand in `measure_families`."""

THEMES: dict[str, str] = {
    "burden": "What residents live with",
    "danger": "Dangers and emergencies",
    "volume": "How much happens and is filed",
    "rhythm": "When it is reported and found",
    "duration": "How long it takes",
    "finding": "Who finds it, who puts it right",
    "quality": "Whether it is done, and well",
    "assessment": "What is reported, and what is true",
    "residents": "What residents say",
    "whistle": "Whistles",
    "authority": "Who acts",
    "load": "What those who work carry",
    "fairness": "How even it is",
    "money": "What it costs",
}
"""What the themes of measures are called."""

UNITS: dict[str, str] = {
    "weighted days per 1,000 residents and week": "weighted days per 1,000 residents and week",
    "share": "share",
    "issues": "issues",
    "per year": "per year",
    "days per year": "days per year",
    "per resident and year": "per resident and year",
    "repeats per case": "repeats per case",
    "returns per case": "returns per case",
    "h": "h",
    "m": "m",
    "working h": "working h",
    "working days": "working days",
    "finds per hour": "finds per hour",
    "trust (0 to 1)": "trust (0 to 1)",
    "per 1,000 cases": "per 1,000 cases",
    "per 10,000 residents and year": "per 10,000 residents and year",
    "cases": "cases",
    "h per worker-day": "h per worker-day",
    "days": "days",
    "h per week": "h per week",
    "Gini, 0 to 1": "Gini, 0 to 1",
    "ratio": "ratio",
    "coefficient of variation": "coefficient of variation",
    "times as often": "times as often",
    "times the median": "times the median",
    "yuan per year": "yuan per year",
    "yuan per resident and year": "yuan per resident and year",
    "yuan per issue": "yuan per issue",
    "per 1,000 members and year": "per 1,000 members and year",
    "d": "d",
    "yuan": "yuan",
    "yuan per case": "yuan per case",
}
"""What the units of measures are called."""
