"""The words of the report of a study and of its figures, in English."""

LABELS: dict[str, str] = {
    "study_kicker": "Study of a grid organisation, simulated",
    "kind_sweep": "sweep",
    "kind_sensitivity": "sensitivity: the most influential inputs",
    "kind_assumptions": "assumptions",
    "kind_optimise": "optimisation",
    "answer": "What was found",
    "laid_over": "Laid over it: {changes}",
    "notes": "To keep in mind",
    "failures": "Runs that failed",
    "failures_note": "{n} runs gave no result; what they would have shown is missing above.",
    "point": "Point",
    "replication": "Replication",
    "error": "Error",
    "end_low": "at the low end",
    "end_high": "at the high end",
    "factor": "Factor",
    "significant": "Significant",
    "times_run": "Replications",
    # sweeps
    "responses_title": "How measures respond",
    "responses_lines_note": (
        "Means over {n} replications; bars are 95 % intervals of each point by itself. All points share their random"
        " numbers, so that differences between points are surer than the bars suggest: see the table. Scales do not"
        " begin at zero."
    ),
    "responses_effects_note": (
        "Each dot is a point, at its mean over {n} replications; the line is the mean of all points with that value"
        " of the factor. Scales do not begin at zero: how large an effect is, and how sure, stands in the table."
    ),
    "points_title": "All points",
    "points_note": "Differences are from the first point, paired by replication, with their 95 % intervals.",
    "effects_title": "What each factor does",
    "effects_note": (
        "Difference of each value from a factor's first one, averaged over all values of the other factors and paired"
        " by replication, with its 95 % interval. Significant: even among all rows of this table (Holm, 5 %),"
        " but for those put in: the factor enters the measure itself."
    ),
    "ranking_title": "What moves each measure most",
    "ranking_note": (
        "Each factor from its first value to its last one, averaged over all others, and pairs of factors (×): how much"
        " more the first does where the second has its last value instead of its first. Paired, with 95 % intervals;"
        " the largest of each measure. Filled: significant even among all rows of its table (Holm, 5 %). Grey: put in."
    ),
    "ranked": "{measure}, the largest first: {list}. Nothing else is significant.",
    "ranked_none": "{measure}: no factor and no pair of factors makes a significant difference.",
    "ranked_put_in": " Put in, not found: {list}.",
    "pairs_effects_title": "What two factors do together",
    "pairs_effects_note": (
        "What the first factor changes, from its first value to its last one, where the second has its first value →"
        " where it has its last one; and the difference of the two, paired by replication, with its 95 % interval. No"
        " difference: the two add up. Significant as above."
    ),
    "pair_effects": "Effect without → with",
    "paid": (
        "All points cost the same: {number}, from {least} to {most}, pays for what is switched on. What rounding leaves"
        " is at most {left} yuan a year. So an effect is that of a factor less what its money would have bought there."
    ),
    "moves": (
        "{factor} from {first} to {last}{average}: {moved}. No significant difference in the other {rest} measures."
    ),
    "moves_all": "{factor} from {first} to {last}{average}: {moved}.",
    "moves_nothing": "{factor} from {first} to {last}{average}: no significant difference in any of {rest} measures.",
    "moves_put_in": " Put in, not found: {list}.",
    "all_else_averaged": ", all else averaged",
    "extremes": (
        "{measure}: from {least} ({at_least}) to {most} ({at_most}), a difference of {difference}"
        " (95 % interval {between})."
    ),
    "extremes_unclear": (
        "{measure}: {least} to {most}; {n} replications show no significant difference between any two points."
    ),
    "one_point": "One point only, {place}: {values}. A second value would give something to compare.",
    "extremes_same": "{measure}: {least} at all points.",
    "extremes_put_in": (
        "{measure}: from {least} ({at_least}) to {most} ({at_most}); put in, not found: a factor enters it itself."
    ),
    "extremes_note": (
        "The ends of a range are picked from {n} points because they are far apart, so their difference is a little"
        " too large where chance plays a part."
    ),
    # sensitivity
    "influential_title": "Most influential inputs",
    "morris_note": (
        "Mean absolute effect of moving a factor through its range (bar, with 95 % bootstrap interval), in the unit of"
        " the measure; the dot is the spread of effects: far from zero, the factor interacts or is not linear."
        " Not ranked: an interval wider than its effect."
    ),
    "sobol_note": (
        "Share of a measure's variance over the factors' ranges: total (bar, with 95 % bootstrap interval) counts what"
        " a factor does together with others, first (dot) what it does alone. Estimates near zero may be below it."
        " Not ranked: an interval wider than its index, first above total, no more than chance between replications, or"
        " first-order indices that sum to more than one."
    ),
    "most_influential": "Most influential on {measure}: {factors}.",
    "cannot_rank": "cannot rank: more points or replications",
    "cannot_rank_grey": "Grey: cannot rank, chance explains as much; more points or replications",
    "ranks_nothing": "{measure}: {why}. Chance explains as much as the greatest index.",
    "ranking": "Order",
    "indices_undefined": "{measure}: undefined at {n} of {all} points, so its indices are undefined.",
    "noise": "{measure}: chance between replications makes {share} of the variance between points.",
    "noise_unknown": "With one replication nobody can tell chance from effect; ask for more.",
    "indices_title": "Indices",
    "index_mu_star": "Mean absolute effect (μ*)",
    "index_mu": "Mean effect (μ)",
    "index_sigma": "Spread of effects (σ)",
    "index_first": "First-order index",
    "index_total": "Total index",
    "index_second": "Second-order index",
    "factor_pairs_title": "Pairs of factors",
    "with_factor": "With",
    # assumptions
    "tornado_title": "Most influential assumptions",
    "tornado_note": (
        "Effect of each ranged number at its low and high end on the mean of {n} replications, with paired 95 %"
        " intervals; the {listed} widest of {all}. Grey: the interval includes no effect, or is wider than it."
        " Of many numbers without effect about one end in twenty shows one by chance. Put in: the number enters the"
        " measure itself."
    ),
    "widest_title": "The widest of them",
    "decides": "{measure}: {base} in the base case. Most influential: {unknowns}.",
    "decides_difference": (
        "{measure}: {b} less {a} is {base} in the base case. Most influential on this difference: {unknowns}."
    ),
    "nothing_decides": "{measure}: no number at the end of its range moves it more than chance does; {why}.",
    "turns": "{measure}: the difference changes its sign with {unknowns}.",
    "never_turns": "{measure}: no single number within its range turns the difference round.",
    "ranged_number": "Number",
    "set_to": "set to",
    "difference_from_base": "Difference from the base case",
    # optimisation
    "tried_title": "What was tried",
    "tried_note": (
        "Each point is a setting, at its mean over {n} replications of the search. Filled: targets met."
        " Ringed: {ringed}."
    ),
    "tried_chosen": "chosen",
    "tried_front": "the front",
    "finalists_title": "Finalists",
    "front_title": "The front",
    "best": "Best of {n} settings tried: {setting}. {aims}.",
    "best_sure": (
        "With a probability of at least {p} this is the best of {k} finalists and meets the targets; differences and"
        " misses below {tolerance} do not count. It is no statement on settings that the search left out."
    ),
    "none_meets_targets": "None of {n} settings tried meets the targets; the finalists come nearest.",
    "front": (
        "{front} of {n} settings tried are on the front: none other is better in both {a} and {b}. Where intervals"
        " overlap, chance may have put a setting there."
    ),
}
"""What stands in the report of a study and in its figures, by name."""
