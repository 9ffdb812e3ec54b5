"""The words of the first two pages of reports, of settings and of money, in English."""

LABELS: dict[str, str] = {
    # money and settings, in words
    "day_written": "{year}-{month:02}-{day:02}",
    "yuan_billion": "{amount} billion yuan",
    "yuan_million": "{amount} million yuan",
    "yuan_hundred_million": "{amount} hundred million yuan",
    "yuan_ten_thousand": "{amount} ten thousand yuan",
    "yuan": "{amount} yuan",
    "with_value": "{title} ({value})",
    "setting_of": "{entry}: {title}",
    "nth": "number {n}",
    "named_otherwise": "another",
    "entries": "{n} entries",
    "one_entry": "an entry",
    "as_it_is": "as it is",
    "and_settings": "{told} and others, {n} settings",
    "none_said": "none",
    "yes": "yes",
    "no": "no",
    "crews_each_street": "crews in each street",
    "crews_each_community": "crews in each community",
    "in_all_places": "{change} (in all {base} → {other})",
    "setting_new": "{title}: new",
    "in_points": "difference in points",
    "setting_change": "{title} {base} → {other}",
    # the first two pages
    "asked": "What was asked",
    "asked_place": (
        "{title}: {residents} residents in {communities} communities, {grids} grids with {workers} grid workers,"
        " {crews} crews of departments."
    ),
    "asked_compare": (
        "What would follow if “{base}” were changed as below? All alternatives meet the very same problems, at the same"
        " times and places: {first_day} to {last_day}, {replications} replications, each with other chance."
    ),
    "asked_run": (
        "{residents} residents in {communities} communities, {workers} grid workers in {grids} grids, {crews}"
        " crews of departments: {first_day} to {last_day}, followed up to {followed_to}, {replications}"
        " replications."
    ),
    "asked_study": "{kind}, based on “{scenario}”.",
    "asked_factors": "Varied: {factors}.",
    "comes_first": "What comes first: “{measure}”. {definition}",
    "as_base": "what the others are set beside",
    "what_to_do": "What to do",
    "what_it_shows": "What it shows",
    "warnings_none": "No queue grows, and no check of the scenarios warns.",
    "table_title": "What changes, and what it costs",
    "table_title_run": "The figures that matter",
    "row_lower": "Less is better",
    "row_higher": "More is better",
    "row_neutral": "Neither is better by itself",
    "row_money": "Money",
    "row_cost": "Cost of a year",
    "row_cost_resident": "Cost of a year for each resident",
    "row_benefit": "{name}: change for each million yuan more a year",
    "cell_sure": "certain",
    "cell_likely": "probably",
    "cell_none": "little or none",
    "cell_same": "the same",
    "cell_open": "undetermined",
    "cell_single": "one replication",
    "cell_undefined": "nothing to compare",
    "same_price": "same price",
    "saves": "cheaper",
    "table_note": (
        "Each cell: the mean over {n} replications; below it the difference from “{base}” and the range that holds it"
        " with 95 % confidence, in percent of “{base}”, or in points where the row says so. Tinted: the difference is"
        " there even if one bears in mind that the whole report looks at {m} of them; “probably”: it is, if it alone is"
        " looked at. “Little or none”: whatever it is, it is at most a tenth of “{base}”. “Undetermined”: it may be"
        " more than that, and nobody can tell which way. “Certain”: it was switched on or off."
    ),
    "table_note_run": "Means over {n} replications with 95 % intervals. The arrow says which direction is better.",
    "few_replications": (
        "Intervals of {n} replications are very wide, and may reach beyond what can be, such as a utilisation far above"
        " 100 %; ask for ten replications or more."
    ),
    "behind_note": "All else is folded below; what is unfolded on the screen is printed too.",
    "rows_chosen": "Rows: the measures that come first in every report, and those that the changed settings move.",
    "quoted": "“{text}”",
    # what to do
    "do_best": "Choose “{best}” if {measure} come first: {how}, for {price}{tied}.",
    "do_for_each_yuan": " For each yuan “{variant}” does most.",
    "do_tied": "; “{names}” cannot be told from it",
    "do_none": (
        "Nothing here is shown to be better in what comes first ({measure}): as far as this goes, stay with “{base}”."
    ),
    "do_each": " What the alternatives do to {measure}: {list}.",
    "do_each_item": "“{variant}” {how}, {price}",
    "do_worse_for": "Worse with “{best}”: {list}{open}.",
    "do_not_worse": "With “{best}” nothing in the table is shown to get worse{open}.",
    "do_undetermined": "; not known either way: {list}",
    "do_instead": "If other things matter more: {list}.",
    "do_instead_item": "{measure}: “{variant}”, {how}",
    "do_no_instead": "None of the others is shown to do better in another row.",
    "do_sure": (
        "How sure: the intervals (95 %) hold chance in {n} replications, {open} of the {all} differences in"
        " the table are not shown to be there, and no interval holds the assumed numbers, {assumed} in the"
        " base, on which all of this depends{growing}."
    ),
    "do_growing": "; queues grow in {names}, whose figures depend on the length of the run",
    "price_more": "{money} more a year",
    "price_less": "{money} less a year",
    "price_same": "the same money",
    "price_about": "about the same money",
    "price_base": "{money} a year",
    "how_none": "little or none ({interval})",
    "how_open": "undetermined ({interval})",
    "how_interval": "{change} ({low} … {high})",
    "how_probably": "probably {how}",
    "found_true": "Of the issues {never} never get on file; those that do are found after {found} (median).",
    "found_said": ("Of the cases due {on_time} are closed on time, and {truly} of the closed ones are truly resolved."),
    "found_sure": (
        "How sure: intervals tell of chance in {n} replications, and not of errors in the {assumed} assumed numbers."
        " {field}"
    ),
    "found_sure_one": (
        "How sure: this is one replication, so that chance alone can move every figure, and {assumed} numbers"
        " are assumed. {field}"
    ),
    # other formats
    "sheet_text": "Question and answer",
    "yuan_a_year": "yuan a year",
    "change_unit": "unit of differences",
    "lower_end": "lower end (95 %)",
    "upper_end": "upper end (95 %)",
    "end_of_range_low": "from",
    "end_of_range_high": "to",
    "sheet_table": "Table",
    # behind them
    "trace_case": "All of it: case {case} of “{variant}”, replication {replication}.",
    "reasons_elsewhere": "The reasons are in the scenario.",
    "invented_communities": "Invented communities that fare worst",
    "invented_note": (
        "The communities are invented, by the numbers of the scenario: the list shows how unequal places are,"
        " and names no real one."
    ),
    "origin_program": "program",
    "origin_scenario_mark": "scenario, first signs of its SHA-256",
    "origin_rest": "All else of it stands in the manifest of the result folder.",
    "engine_reference": "reference engine",
    "engine_compiled": "compiled engine",
}
"""What stands on the first pages, by name."""
