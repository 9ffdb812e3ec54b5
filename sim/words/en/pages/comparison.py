"""The words of comparisons, in English: verdicts, the report, timelines, the check of the warm-up."""

LABELS: dict[str, str] = {
    # verdicts
    "sooner": "sooner",
    "later": "later",
    "lower": "lower",
    "higher": "higher",
    "points": "points",
    "by_direction": "{amount} {direction}",
    "verdict_sure": "{direction} by {amount} ({least} to {most})",
    "verdict_likely": "probably {direction} by {amount} ({least} to {most})",
    "verdict_exact": "{direction} by {amount} in every replication",
    "verdict_same": "the same in every replication",
    "verdict_none": "no significant difference (± {bound})",
    "verdict_unclear": "inconclusive: from {fall} to {rise}",
    "verdict_single": "{direction} by {amount} in the only replication; it may be chance",
    "verdict_single_same": "the same in the only replication; it may be chance",
    "verdict_censored": "unknown: not reached within the follow-up in {not_reached} of {n} replications",
    "verdict_undefined": "nothing to compare: it did not occur in both",
    "verdict_put_in": "{direction} by {amount}: put in, no finding",
    "verdict_put_in_same": "no verdict: what was changed enters this measure itself",
    "verdict_unmeasured": "no verdict: nobody has measured what was changed",
    "a_and_b": "A is {base}, B is {other}.",
    "absorbed": "not open: the same was open there",
    "prevented": "prevented",
    "better": "better",
    "worse": "worse",
    "neutral": "different",
    "open": "not significant",
    "put_in": "put in",
    "unmeasured": "assumed",
    # the report of a comparison
    "compare_kicker": "Comparison of alternatives, simulated",
    "against": "{other} against {base}",
    "against_several": "{base}: {n} alternatives compared",
    "answer_differs": "Against “{base}”, “{other}” is {found}.",
    "answer_better": "better in {list}",
    "answer_worse": "worse in {list}",
    "answer_single": "with one replication any difference may be chance",
    "answer_nothing": "no key figure differs significantly in {n} replications",
    "answer_same": "Against “{base}”, for “{other}” {found}.",
    "answer_put_in": "; put in, not found: {list}",
    "nobody_measured": "Nobody has measured this; the figure shows what would follow if it were so.",
    "answer_more": "and {n} more",
    "answer_cost": "It costs {cost} a year; {open}.",
    "cost_more": "{yuan} yuan ({percent}) more",
    "cost_less": "{yuan} yuan ({percent}) less",
    "cost_same": "the same",
    "answer_open": (
        "of the {all} key figures, {undecided} show no significant difference or are inconclusive with {n} replications"
    ),
    "variant_changed": "{scenario}, {changes}",
    "variant": "Variant",
    "cost_a_year": "Cost a year",
    "what_differs": "What differs",
    "nothing_differs": "nothing",
    "equal_cost_note": (
        "At equal cost: {path} of “{variant}” was changed from {before} to {after}; rounding leaves {left} a year."
    ),
    "base_column": "A",
    "other_column": "B",
    "difference": "Difference",
    "verdict": "Verdict",
    "gain": "Narrower by",
    "differences_note": (
        "Means over {n} replications, each variant in the same worlds. The interval is the paired one (Student,"
        " 95 %). “Probably” marks what would be significant if it were looked at alone; without it, it is so even"
        " among all {m} differences looked at (Holm). Shares differ by points of a percentage. “Put in” marks measures"
        " that a changed number enters itself, which get no verdict; all other differences came out of queues, hours"
        " and stocks."
    ),
    "gain_note": (
        "“Narrower by” is the variance reduction by common random numbers: how many times wider the interval would be"
        " if the variants had been run with seeds of their own; the variance is reduced by the square of it. The median"
        " over the measures here is {median}; for detection times {detection}, for closing times {closing}."
    ),
    "unmet_note": "The budget of replications was spent before these were as precise as asked: {names}.",
    "forest_title": "Differences at a glance",
    "forest_note": (
        "Relative difference from “{base}” with its paired 95 % interval (thick) and the one that independent"
        " runs would have had (grey). Hollow marks are probable, not significant or inconclusive; arrows run"
        " beyond the figure."
    ),
    "relative_axis": "difference from {base}; of shares in percentage points",
    "causes_title": "What made the difference",
    "causes_note": (
        "Change of the severity-weighted unresolved-problem days in the observation period, per replication;"
        " primary issues with their recurrences. Bars to the left: fewer days. Lines are paired 95 % intervals."
        " Of communities, those with the largest change."
    ),
    "weighted_days": "severity-weighted unresolved-problem days per replication",
    "by_hazard": "by category",
    "by_community": "by community",
    "by_stream": "by stream",
    "community_n": "community {n}",
    "quantity_open": "Severity-weighted unresolved-problem days",
    "quantity_unseen": "Days until found or reported",
    "quantity_closing": "Days from registration to closing",
    "same_issues": "The same issues in both, mean",
    "change_days": "Change, days",
    "share_of_change": "Share",
    "in_both": "In both",
    "less": "less",
    "more": "more",
    "only_base": "only in A",
    "only_other": "only in B",
    "pairs_note": (
        "Pairs are made by primary issue: per replication {paired} were open in the observation period of both,"
        " {only_base} only of “{base}” and {only_other} only of “{other}” (absorbed, prevented or dealt with"
        " before the observation period in the other); recurrences number {recurrences_base} and"
        " {recurrences_other}."
    ),
    "timelines_title": "The issues that changed most",
    "timelines_note": (
        "Each issue in both variants, from its occurrence on: at most two of a category, recurrences apart."
        " Better ones come first."
    ),
    "days_since": "days since it occurred",
    "span_unknown": "nobody knows",
    "span_waiting": "known, waiting",
    "span_handled": "somebody was there",
    "mark_closed": "case closed",
    "mark_open": "still open",
    "issue_n": "{hazard}, community {community}, replication {replication}",
    "moment": "Moment",
    "occurred_at": "occurred",
    "detected_at": "found or reported",
    "reported_at": "this case reported",
    "registered_at": "registered",
    "dispatched_at": "dispatched",
    "whistled_at": "whistle",
    "arrived_at": "first on site",
    "claimed_at": "reported done",
    "closed_at": "case closed",
    "ended_at": "issue ended",
    "warmup_title": "Was the warm-up long enough?",
    "warmup_note": (
        "Open issues that nobody knows of, and open registered cases, from the start of the run (mean of the"
        " replications). Dashed: end of the warm-up. Dotted: what MSER-5 would cut. Seasons move these lines too."
    ),
    "warmup_days": "days since the start",
    "state_unseen": "open issues nobody knows of",
    "state_open_cases": "open registered cases",
    "warmup_enough": "The warm-up of {given} days is long enough: MSER-5 would cut {cut} days.",
    "warmup_short": (
        "The warm-up of {given} days is too short: MSER-5 would cut {cut} days. Figures may still carry the start"
        " of the run."
    ),
    "warmup_too_short": (
        "The warm-up of {given} days is too short (about {cut} are needed): figures may still carry the start of the"
        " run, in which fewer or more problems wait than in its later weeks."
    ),
    "warmup_doubtful": (
        "It cannot be told whether the warm-up of {given} days is long enough: figures may still carry the start of the"
        " run. A longer warm-up, or a longer run, would tell."
    ),
    "warmup_unsettled": (
        "Inconclusive: MSER-5 does not say whether the warm-up of {given} days is long enough, for the district did"
        " not become steady in the first half of the run, or the run goes through seasons. Look at the lines."
    ),
    "assumptions_of": "Assumptions of “{base}”",
}
"""What stands in the report of a comparison and in its figures, by name."""
