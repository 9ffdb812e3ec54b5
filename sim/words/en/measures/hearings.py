"""What is said in English of measures of hearings before councils and committees."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "contested_settled_share": MeasureWords(
        "Contested cases settled by a council",
        "Registered cases of the observation period about contested issues that a council settled, over all of them.",
        "Put in by `agrees` and `rounds`; an agreement is a decision, not a deed: look at when they are closed.",
    ),
    "closing_contested_median_h": MeasureWords(
        "Time to close, half (contested)",
        "Hours from registration within which half of the cases of the observation period about contested issues were"
        " closed (Kaplan-Meier, open ones censored; none if not reached).",
        "Closed is not fixed, and what was agreed lasts longer in the field than its closing tells.",
    ),
    "closing_contested_p90_h": MeasureWords(
        "Time to close, nine in ten (contested)",
        "Hours from registration within which nine in ten of the cases of the observation period about contested issues"
        " were closed (Kaplan-Meier, open ones censored; none if not reached).",
        "Grows with the time between sessions, and without end where more comes than sessions hold.",
    ),
    "waiting_for_hearings_end": MeasureWords(
        "Cases that wait for a hearing",
        "Cases that wait for a session of a council or a committee at the end of the observation period.",
        "A stock at one moment, the larger the longer ago the last session was; look whether it grows in a longer run.",
    ),
    "council_h_per_settlement": MeasureWords(
        "Hours of people per settlement",
        "Hours of all who sit in councils in the observation period, over its cases that a council settled.",
        "Residents' hours count as those of staff do. Sessions without items count too.",
    ),
    "unclear_decided_share": MeasureWords(
        "Unclear cases decided by a committee",
        "Registered cases of the observation period about issues of one unit of which it is unclear who owns them, that"
        " a committee decided, over all of them.",
        "Put in by what levels decide and by `bounces`; those not decided fall to the community.",
    ),
    "returns_per_unclear_case": MeasureWords(
        "Returns of an unclear case",
        "Returns of the registered cases of the observation period about issues of one unit of which it is unclear who"
        " owns them, over their number.",
        "Put in by `bounces` where no committee decides; fewer returns can be a longer wait.",
    ),
    "orphan_days_per_unclear_case": MeasureWords(
        "Days without an owner",
        "Days from registration to the first acceptance, or to the end of the run, of the cases of the observation"
        " period about issues of one unit of which it is unclear who owns them, in the mean.",
        "The community that catches a case ends its days without an owner: look at its load.",
    ),
    "committee_h_per_decision": MeasureWords(
        "Hours of members per decision",
        "Hours of all members of committees in their meetings of the observation period, over its cases that a"
        " committee decided.",
        "Meetings have other items too, which no case tells of: hours are those of the meetings as a whole.",
    ),
}
"""What is said of each."""
