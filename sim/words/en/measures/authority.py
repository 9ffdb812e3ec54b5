"""What is said in English of measures of who acts, and of service centres."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "taken_over_share": MeasureWords(
        "Taken over",
        "Registered cases of the observation period that another unit than the one they fall to took over, or took a"
        " part in for others, over all registered ones.",
        "Says who acts, not whether it is done better: look at the hours of those who took over.",
    ),
    "passed_on_share": MeasureWords(
        "Taken over in vain",
        "Registered cases of the observation period taken over that went on to the unit they fall to, over all taken"
        " over.",
        "Each has cost a trip and work before its own unit begins.",
    ),
    "joint_without_whistle_share": MeasureWords(
        "Joint cases closed without a whistle",
        "Closed cases of the observation period that truly need several departments, for which none was whistled for,"
        " over all closed ones that do.",
        "All of them where departments are not called by whistle. Only some cases in a thousand are joint.",
    ),
    "on_time_between_streets": MeasureWords(
        "Closed on time, best street less worst",
        "Due cases of the observation period closed on time in the best street less those in the worst one, as shares"
        " of the due ones of each, in points.",
        "Grows by chance alone where streets have few cases; none where there is one street.",
    ),
    "recurrences_prevented_per_year": MeasureWords(
        "Recurrences prevented",
        "Recurrences that would have come in the observation period but for a repair of their cause, a year.",
        "Known to the simulator only. Put in by `cut`; what comes out is whether their hours were worth it.",
    ),
    "walk_in_share": MeasureWords(
        "Reported at the counter",
        "Registered cases of the observation period that residents opened at the counter (the way to report that"
        " service centres are), over all that residents opened.",
        "Moves who files a report, not what is done about it.",
    ),
    "centre_m_p90": MeasureWords(
        "Way to a service centre, for nine of ten",
        "Metres as the crow flies to the nearest service centre that nine of ten households have at most.",
        "Real ways are longer, by a third or so in cities. None without centres.",
    ),
    "calls_avoided_per_year": MeasureWords(
        "Calls answered at counters",
        "Contacts of the observation period that ask for information, a year, times the share that counters absorb.",
        "Put in by `absorbed`: what comes out is the hours of the community desks.",
    ),
    "open_age_p95_days": MeasureWords(
        "Age of open cases, 95th percentile",
        "Age since their report under which nineteen in twenty of the registered cases are that are open as the"
        " observation period ends, in days.",
        "Of the files that are open, not of issues: a false closing lowers it.",
    ),
    "led_share": MeasureWords(
        "Cases led",
        "Registered cases of the observation period that a named leader took by the end of the run, over all.",
        "Many are no good sign: they are the ones that got stuck.",
    ),
    "leader_h_on_cases_per_week": MeasureWords(
        "Hours of leaders for cases",
        "Hours that named leaders gave in the observation period to the cases they led, a week.",
        "Put in by `hours` for each case and week; what comes out is how many cases were led for how long.",
    ),
    "leader_h_per_closing": MeasureWords(
        "Hours of leaders per closed case",
        "Hours that named leaders gave to cases in the observation period, over the cases led that were closed in it.",
        "Closed is not fixed, and some would have been closed without a leader: compare with a run without.",
    ),
    "overtaken_per_led_case": MeasureWords(
        "Cases overtaken by a led one",
        "Cases of the same unit and street dispatched before a case that a named leader took, for which somebody came"
        " after it, in the mean of the led cases of the observation period.",
        "Some would have been overtaken anyway; what they lose is in the closing times of all cases.",
    ),
    "asked_outside_per_year": MeasureWords(
        "Companies asked first",
        "Matters for which residents asked a property company first in the observation period, a year.",
        "Put in by the share of sites covered and the share who ask the company first.",
    ),
    "solved_outside_share": MeasureWords(
        "Settled by companies",
        "Matters for which a company was asked first in the observation period that were settled, and never reported,"
        " over all for which one was.",
        "Includes what self-resolved in the meantime. Fewer tickets are no success by themselves.",
    ),
    "outside_before_report_mean_h": MeasureWords(
        "Wait before the report",
        "Mean time from asking a company to reporting, of the matters of the observation period that were reported in"
        " the end.",
        "No file shows this wait: it is before the report.",
    ),
    "occurrence_to_fix_request_mean_h": MeasureWords(
        "Occurrence to fix (request)",
        "Mean time from occurrence to the true fix, by whomever, of the requests that occurred in the observation"
        " period and were truly fixed by the end of the run.",
        "What is not fixed is left out: look at severity-weighted days beside it.",
    ),
    "partner_tasks_per_year": MeasureWords(
        "Tasks done by partners",
        "Closed cases of the observation period that partners of a community were the last to report done, a year.",
        "What contracts are worth lies outside cases for the most part.",
    ),
    "desk_h_per_partner_task": MeasureWords(
        "Desk hours per task of partners",
        "Hours that contracts take of the community desks a year, over the tasks that partners did in it.",
        "Contracts serve more than these tasks.",
    ),
    "rooms_lent_h_per_week": MeasureWords(
        "Rooms lent by partners",
        "Hours a week for which partners lend rooms, less those in which owners use them themselves.",
        "Put in: a product of the scenario's numbers; what happens in the rooms is not simulated.",
    ),
}
"""What is said of each."""
