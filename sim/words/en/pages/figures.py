"""The words of figures of a run in English."""

LABELS: dict[str, str] = {
    "flow_title": "Where cases go",
    "flow_note": (
        "Registered cases of the observation period, all {n} replications together: who found them, the way they took,"
        " who did it, and how they stand at the end of the run. Of several turns on its way the last named counts."
    ),
    "flow_source": "found by",
    "flow_way": "way",
    "flow_done_by": "done by",
    "flow_end": "at the end",
    "flow_patrol": "patrol",
    "flow_visit": "visit",
    "flow_resident": "resident",
    "flow_steward": "steward",
    "flow_camera": "camera",
    "flow_talk": "talk of a cadre",
    "flow_proxy": "proxy",
    "flow_service": "station for groups",
    "flow_straight": "straight",
    "flow_returned": "returned by a wrong unit",
    "flow_sent_back": "sent back by a check",
    "flow_reopened": "reopened",
    "flow_spot": "on the spot",
    "flow_grid": "grid",
    "flow_community": "community",
    "flow_members": "party members",
    "flow_street": "street",
    "flow_department": "department",
    "flow_joint": "several departments",
    "flow_partners": "partners",
    "flow_stewards": "stewards",
    "flow_company": "company",
    "flow_nobody": "nobody yet",
    "flow_fixed": "fixed",
    "flow_not_fixed": "closed, not fixed",
    "flow_found_gone": "gone when they came",
    "flow_open": "open",
    "queues_title": "Who waits for whom",
    "queues_note": (
        "Jobs in line by unit at the opening of the observation period and each week later, mean of the replications;"
        " at most seven units, the longest queues first."
    ),
    "queues_axis": "jobs in line",
    "arrivals_title": "When cases come in",
    "arrivals_note": (
        "Cases opened by a report or find in each hour of the week, a week, mean of the replications; at the right the"
        " sum of the day."
    ),
    "arrivals_axis": "cases an hour",
    "weekday_0": "Mon",
    "weekday_1": "Tue",
    "weekday_2": "Wed",
    "weekday_3": "Thu",
    "weekday_4": "Fri",
    "weekday_5": "Sat",
    "weekday_6": "Sun",
    "known_title": "What is there, and what is known",
    "known_note": (
        "Issues in each whole week, mean of the replications: those that occur, those first found or reported, and"
        " those that end, fixed or self-resolved. What lies between the first two is found by nobody, or later."
    ),
    "known_occurred": "occur",
    "known_found": "first found or reported",
    "known_ended": "end, fixed or self-resolved",
    "known_axis": "issues a week",
    "lorenz_title": "How unequal communities fare",
    "lorenz_note": (
        "Lorenz curves of the means of communities: of the communities, those that fare best first, so many have so"
        " much of the sum. The more a curve sags, the more unequal; Gini's coefficient is 0 where all are alike. With"
        " few cases in each community a part of it is chance."
    ),
    "lorenz_equal": "all alike",
    "lorenz_line": "{measure} (Gini {gini})",
    "lorenz_across": "communities, the best first",
    "lorenz_up": "share of the sum",
    "variant_backlog_title": "Open cases over time",
    "variant_backlog_note": (
        "Registered cases not yet closed, mean of the replications. The dotted line is the end of the warm-up."
    ),
    "interactions_title": "Where factors act together",
    "interactions_note": (
        "Means of a measure for each pair of values of two factors, averaged over the other factors. Where the numbers"
        " rise in one row and fall in another, the effect of a factor depends on the other."
    ),
    "turns_sign": (
        "The effect of {factor} on {measure} turns its sign with {other}: {first} at {low}, {last} at {high}. A mean"
        " over {other} hides that."
    ),
}
