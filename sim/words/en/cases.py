"""The words of lists of cases, and of the refusal to make one or to export a log, in English."""

LABELS: dict[str, str] = {
    "cases_found": "{shown:,} of {total:,} cases, {order} first",
    "cases_all": "{total:,} cases, {order} first",
    "cases_none": "No case is like that; the result has {all:,} in all.",
    "cases_more": "{more:,} more: name a higher --limit, or ask for less",
    "cases_explain": "the story of one:  {command}",
    "order_trouble": "those that went worst",
    "order_longest": "those that took longest",
    "order_number": "by number",
    "case": "case",
    "replication_short": "rep.",
    "reported_on": "reported",
    "category": "category",
    "took": "took",
    "done_by": "done by",
    "what_happened": "what happened",
    "not_found_there": "not found on site",
    "settled_outside": "settled by the property company",
    "happened_whistled": "whistle",
    "happened_reopened": "reopened",
    "happened_overdue": "limit passed",
    "happened_returned": "returned by a wrong unit",
    "happened_sent_back": "sent back",
    "happened_chased": "chased",
    "happened_repeated": "reported again",
    "happened_joint": "needs several departments",
    "happened_shelved": "shelved",
    "happened_petitioned": "petition",
    "happened_not_fixed": "closed and not fixed",
    "happened_still_open": "still open",
    "asked_category": "category",
    "asked_community": "community",
    "asked_street": "street",
    "asked_replication": "replication",
    "asked_level": "level",
    "asked_unit": "unit",
    "asked_source": "source",
    "asked_channel": "channel",
    "asked_happened": "what happened",
    "asked_sort": "order",
    "asked_format": "format",
    "not_known": "{what} '{found}' is not known{nearest}; known are {known}",
    "nearest": " (did you mean '{nearest}'?)",
    "export_no_log": (
        "{result} has no event log: run it again with --events (in Python: sim.RunOptions(events=True)), into another"
        " folder or with --overwrite (overwrite=True)"
    ),
    "export_ending": "{file}: a file of {format} ends in {endings}",
    "from_to": "{low} to {high}",
    "list_title": "Cases, and the story of each",
    "list_all": (
        "All {total:,} cases of {scope} are listed, those that went worst first; a click tells the story"
        " of one. The number beside a box says to how many it happened. The same list in a terminal:"
    ),
    "list_some": (
        "{shown:,} of the {total:,} cases of {scope} are listed, those that went worst first: of"
        " everything that may happen the {worst} worst, the worst of each category, community, level,"
        " unit, source and channel, and {spread} spread evenly over all. A click tells the story of one."
        " The number beside a box says to how many of all {total:,} it happened. To look among all of them, in a"
        " terminal:"
    ),
    "list_of_run": "the run",
    "list_of_first": "the first of {n} replications",
    "list_scripts": "The list, its filter and the stories need JavaScript, and nothing from any network.",
    "list_find": "number of a case",
    "list_found": "{n} of the {all} cases in this page.",
    "list_none": "No case in this page is like that.",
    "list_further": "show more ({n})",
    "list_absent": "Case {n} is not in this page. Its story in a terminal, if there is such a case:",
    "list_every": "Among all cases, in a terminal:",
    "list_reported": "reported {at}",
    "list_terminal": "The same in a terminal:",
    "list_result": "RESULT",
    "list_grid": "grid {n}",
    "street_n": "street {n}",
    "filter_all": "all",
    "filter_clear": "Show all",
    "filter_more": "More to filter by",
}
"""What stands in lists of cases, by name."""
