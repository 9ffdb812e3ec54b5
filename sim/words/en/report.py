"""The words of figures and of the report of a run, in English."""

LABELS: dict[str, str] = {
    "joint_team": "joint team",
    "service_station": "station for groups",
    "in_streets": "(street crews)",
    # between the parts of a list
    "comma": ", ",
    "semicolon": "; ",
    # streams, sources and levels, as the tables name them
    "street_order": "Street order",
    "request": "Requests",
    "spot": "on the spot",
    "grid": "grid",
    "community": "community",
    "members": "party members",
    "street": "street",
    "department": "department",
    "joint": "several departments",
    "partners": "partners of the community",
    # figures
    "map_title": "Where",
    "map_note": (
        "Each patch is a grid. A grid has few cases: single dark patches are mostly chance, and only neighbours"
        " that are alike say something. Small numbers are those of the communities (up to 100 of them)."
    ),
    "closing_mean_h": "Mean time to close",
    "never_reported_share": "Share of issues undetected, self-resolved included",
    "hours": "hours",
    "cases": "registered cases",
    "issues": "issues",
    "curves_title": "How long cases stay open",
    "curves_note": (
        "Share of registered cases closed by then, cases still open taken into account (Kaplan-Meier). In"
        " brackets: time by which half are closed. A step at the very start are cases fixed on the spot."
    ),
    "curves_undrawn": "Without a curve, for fewer than {least} cases in all replications together: {names}.",
    "time_since_registration": "time since registration",
    "share_closed": "closed",
    "min": "min",
    "h": "h",
    "d": "d",
    "wk": "wk",
    "backlog_title": "Open cases over time",
    "backlog_note": (
        "Registered cases not yet closed; mean of the replications, with their range. The shaded observation"
        " period is what is measured; before it the model warms up."
    ),
    "open_cases": "open registered cases",
    "window": "observation period",
    "levels_title": "Who puts it right",
    "levels_note": (
        "Closed cases of the observation period by who did it, street order above, requests below; at the right"
        " their number, all {n} replications together. Cases whose issue was gone when somebody came are left"
        " out; closings that fixed nothing count."
    ),
    "figures_in_english": "",
    # report
    "kicker": "Simulation of a grid organisation",
    "caveat_assumptions": (
        "Every figure here depends on the assumptions that the whole report lists, with their ranges, and none is"
        " evidence that any real policy worked."
    ),
    "caveat_people": (
        "It simulates an organisation with synthetic people, and must not be used to score, rank or predict any"
        " real worker, resident, household or petitioner."
    ),
    "key_figures": "Key figures",
    "figures": "Figures",
    "all_measures": "All measures",
    "intervals_note": (
        "Means over {n} replications with 95 % intervals. The intervals hold chance within this one scenario;"
        " they say nothing of the uncertainty of its assumptions. They are Student's, cut where a measure ends:"
        " shares at 0 and 1, amounts and times at 0. Of medians, percentiles, shares and backlogs of busy units they"
        " hold the truth less often than 95 times in a hundred if there are fewer than ten replications."
    ),
    "one_replication_note": (
        "One replication: no intervals. Chance alone can move these figures; run more before comparing."
    ),
    "measure": "Measure",
    "mean": "Mean",
    "interval": "95 % interval",
    "reached_in": "reached in {reached} of {all}",
    "unit": "Unit",
    "caution": "Read with care",
    "definitions": "Definitions",
    "field": "Beside the field",
    "field_note": (
        "{sentence} Cities count differently, and a range is that of the figures found, not of all that there are."
        " Agreement makes a scenario plausible, not right."
    ),
    "field_published_outside": "{outside} of {all} published figures lie outside their range: {names}.",
    "field_published_inside": "None of {all} published figures lies outside its range.",
    "field_by_hand_outside": "{outside} of {all} worked out by hand or assumed lie outside what is allowed: {names}.",
    "field_by_hand_inside": "None of {all} worked out by hand or assumed lies outside what is allowed.",
    "indicators": "Tree of indicators",
    "indicators_note": (
        "{title}: what is named of it, with the measures of this run that stand for it. Leaves that nothing here"
        " measures stay empty; a line without a title is a measure that was put there, not an indicator of the source."
    ),
    "indicator": "Indicator",
    "not_measured": "not measured",
    "indicator_level_named": "{title}: {count}, all named.",
    "indicator_level_partly": "{title}: {count}, of which {named} are named.",
    "indicator_level_unnamed": "{title}: {count}, of which none is named.",
    "simulated": "Simulated",
    "expected": "Expected",
    "range": "Range",
    "source": "Source",
    "grade": "Grade",
    "grades_note": (
        "Grades: A official, B seen in a text, B- a weak page, C arithmetic from A or B, D background knowledge,"
        " E assumed."
    ),
    "inside": "inside",
    "outside": "outside",
    "worst": "Communities that fare worst",
    "worst_note": (
        "By the mean of all replications. With few cases a community is among the worst by chance; the synthetic"
        " ones stand for no real place."
    ),
    "slowest": "Longest time to close",
    "most_unseen": "Most issues undetected, self-resolved included",
    "district": "district",
    "assumptions": "Assumptions",
    "assumptions_note": (
        "{n} quantities of this scenario are assumed (grade E). A range written with × is a factor on the whole"
        " distribution. Each can be changed in the scenario or for a single run."
    ),
    "assumed": "Assumed",
    "ungraded": "No source given",
    "ungraded_note": (
        "{n} numbers of this scenario carry no grade, so nothing says how well they are known. Left out are 0 and"
        " 1, and when the run starts and how long it is."
    ),
    "quantity": "Quantity",
    "value": "Value",
    "reason": "Reason",
    "mechanisms_on": "Mechanisms at work",
    "mechanism": "Mechanism",
    "evidence": "What is known of its effect",
    "provenance": "Where this comes from",
    "followed_to": "followed up to",
    "changed": "Changed on the command line:",
    "residents": "residents",
    "workers": "grid workers",
    "grids": "grids",
    "communities": "communities",
    "replications": "replications",
    "seed": "seed",
    # where a result comes from: entries of its manifest
    "origin_seed": "seed",
    "origin_replications": "replications",
    "origin_engine": "engine",
    "origin_finished": "finished",
    "origin_window_from": "first day of the observation period",
    "origin_window_to": "last day of the observation period",
    "origin_warmup_days": "days of warm-up",
}
"""What stands in figures and in the report of a run, by name."""
