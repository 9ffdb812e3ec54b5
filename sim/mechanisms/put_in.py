"""Measures by the mark whose outcomes they count: what a mechanism puts in if one of its numbers is compared with it.

A number is *put in* where it enters the mark of a measure itself: the measure counts or weighs the outcomes of the
very draw, or limit, that the number is compared with, whatever queues do. All else *comes out*: it arises through
queues, hours and stocks. Times and loads that sum many steps come out; that of one step, drawn by itself, is put in.
The names are those of `sim.measures`, which a test holds them to.
"""

OCCURRENCES = (
    "issues_per_year",
    "cases_per_year",
    "severity_days_open",
    "stock_undetected",
)
"""What occurs, in number and in weight."""

RECURRENCES = ("recurrence_share", "recurrences_prevented_per_year", "issues_per_year")
"""What comes back."""

REPORTS = ("cases_resident_per_year", "tickets_per_resident_year", "contacts_per_resident_year")
"""Whether who notices reports."""

REPEATS = (
    "tickets_per_resident_year",
    "contacts_per_resident_year",
    "repeats_per_case",
    "repeat_share_tickets",
    "repeats_per_resident_case",
    "repeats_per_patrol_case",
    "same_day_duplicates_share",
)
"""Whether others report what is reported already."""

TRUST = ("mean_trust", "trust_change_involved")
"""What residents trust after an answer."""

TRUE_CLOSINGS = (
    "premature_closing_share",
    "truly_resolved_share",
    "truly_resolved_share_due",
    "truly_resolved_share_solvable",
    "truly_resolved_joint_share",
    "truly_in_time_share_due",
    "true_when_said_share",
    "reported_minus_true_in_time",
    "audited_untrue_share",
    "said_solved_share_valid",
    "said_solved_share_due",
)
"""Whether what is said to be done is done."""

ON_TIME = (
    "on_time_share_due",
    "on_time_share_due_not_shelved",
    "on_time_share_due_patrol",
    "on_time_share_due_residents",
    "on_time_share_due_departments",
    "on_time_share_due_below",
    "said_in_time_share_due",
    "truly_in_time_share_due",
    "reported_minus_true_in_time",
    "closing_at_limit_share",
    "on_time_between_streets",
)
"""What a limit is held against."""

PAPER = ("paper_closing_share", *ON_TIME, *TRUE_CLOSINGS)
"""Whether an untouched case is reported done at its limit."""

CHECKS = ("sent_back_share", *TRUE_CLOSINGS)
"""Whether a check sees what is not done."""

SATISFIED = ("satisfied_share_valid", "satisfied_share_due", "satisfied_share_valid_solvable")
"""Whether who was called back is satisfied."""

WHISTLED = ("whistles_per_1000_cases", "joint_without_whistle_share", "single_whistle_share")
"""Which cases are whistled for."""

ATTENDANCE = (
    "assembled_in_time_share",
    "assembled_in_time_single_share",
    "three_whistles_share",
    "whistles_per_1000_cases",
)
"""Whether a department comes when it is whistled for."""

LEVELS = ("street_level_share_street_order", "street_level_share_all")
"""Which level it is that handles a case."""

TAKEN_OVER = ("taken_over_share", *LEVELS)
"""Whether another unit takes a case over."""

HELP = ("members_share", "member_h_per_week")
"""Whether party members come forward."""

FIRST_RESPONSE = tuple(
    f"first_response{stream}_{level}_h" for stream in ("", "_street_order", "_request") for level in ("median", "p90")
)
"""The time to the first contact."""
