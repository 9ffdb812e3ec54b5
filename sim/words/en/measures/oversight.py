"""What is said in English of measures of oversight: reported and true, assessment, inspection, petitions."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "said_in_time_share_due": MeasureWords(
        "Reported done in time, of all due",
        "Cases of the observation period first reported done within their limit, whatever came of it, over all whose"
        " limit has passed.",
        "What a monthly table shows: a case reopened later stays in it as done in time.",
    ),
    "truly_in_time_share_due": MeasureWords(
        "Truly done in time, of all due",
        "Cases of the observation period last reported done within their limit and closed with the issue truly fixed"
        " or gone, over all whose limit has passed.",
        "Known to the simulator only. Closing on paper sheds load, so it need not fall where more is closed untruly.",
    ),
    "reported_minus_true_in_time": MeasureWords(
        "Reported less truly done in time",
        "Reported done in time less truly done in time, both over the cases of the observation period whose limit has"
        " passed, in points.",
        "Holds false reports by those who came as well as those on paper.",
    ),
    "true_when_said_share": MeasureWords(
        "True when first reported done",
        "Cases of the observation period whose issue was truly fixed or gone when they were first reported done, over"
        " all reported done at least once.",
        "What an inspector would find who looked at once: later repairs of reopened cases do not count.",
    ),
    "closing_at_limit_share": MeasureWords(
        "Reported done in the last 5 % of the limit",
        "Cases of the observation period reported done in the last 5 % of the time from registration to their limit,"
        " over all reported done within it.",
        "About 5 % where nobody looks at the limit; office hours and extensions bunch a little by themselves.",
    ),
    "paper_closing_share": MeasureWords(
        "Reported done on paper",
        "Cases of the observation period reported done at a limit though nobody was on the way to them, over all"
        " reported done at least once.",
        "Some of these issues self-resolve: not all of them are untrue.",
    ),
    "seen_not_booked_share": MeasureWords(
        "Seen on patrol, not booked",
        "Of what patrols saw of the issues of the observation period, as often as they saw it, the part that they did"
        " not book.",
        "Statistics from files cannot show any: fewer finds then look like a better street.",
    ),
    "audited_share": MeasureWords(
        "Looked at by auditors",
        "Cases of the observation period that auditors had looked at by the end of the run, over those closed at least"
        " once.",
        "Below the rate where auditors have too few hours: look at their queue.",
    ),
    "audited_untrue_share": MeasureWords(
        "Audited and found untrue",
        "Cases of the observation period of which auditors found a closing untrue, over those that they looked at.",
        "What self-resolved before they came looks true; it falls as units come to fear the look.",
    ),
    "petitions_per_10000": MeasureWords(
        "Petitions",
        "Cases of the observation period for which their reporter petitioned, a year, per 10,000 residents.",
        "Reports are signals of need; fewer petitions are no success by themselves.",
    ),
    "truly_resolved_share_solvable": MeasureWords(
        "Closed cases truly resolved, unsolvable ones left out",
        "Closed cases of the observation period whose issue was truly fixed or gone at closing, over all closed cases,"
        " both without the issues that no work can fix.",
        "The same as with them where the scenario has none.",
    ),
    "satisfied_share_valid_solvable": MeasureWords(
        "Satisfied, unsolvable ones left out",
        "Residents' cases of the observation period whose reporter was satisfied in the last valid call-back, over"
        " those with one, both without the issues that no work can fix.",
        "Cities that take such demands out of the denominator publish this rate.",
    ),
}
"""What is said of each."""
