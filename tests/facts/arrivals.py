"""Judges of facts about what is reported, by whom and when, and how long it takes to close."""

from __future__ import annotations

from math import inf

from tests.facts.claims import TINY, Claim, Found

BASE = "base"


def skew(found: Found) -> list[Claim]:
    """F1."""
    pooled = found.figure(lambda at: at(BASE, "pooled_mean_to_median"))
    by_class = found.figure(lambda at: at(BASE, "category_mean_to_median") / at(BASE, "pooled_mean_to_median"))
    residents = found.figure(lambda at: at(BASE, "closing_residents_mean_to_median"))
    spread = found.figure(lambda at: at(BASE, "category_log_sd"))
    return [
        Claim("mean over median, all cases", pooled, 2, inf, "above 2; New York 3.1, Baltimore 5.4"),
        Claim("the same within a category, over all cases", by_class, 0, 0.8, "much less; taken as below 0.8"),
        Claim("mean over median, opened by residents", residents, 3.1, 5.5, "New York 3.1, Baltimore 5.4"),
        Claim("sd of the log within a category", spread, 1.3, 1.6, "Baltimore 1.37 (median type) to 1.57 (weighted)"),
    ]


def mixture(found: Found) -> list[Claim]:
    """F2."""
    ratio = found.figure(lambda at: at(BASE, "lognormal_q1_ratio"))
    distance = found.figure(lambda at: at(BASE, "lognormal_distance"))
    quartile = "lower quartile of a lognormal by the others, over the real one"
    return [
        Claim(
            "Kolmogorov distance of the best lognormal over its 5 % bound", distance, 1, inf, "does not fit: above 1"
        ),
        Claim(quartile, ratio, 1 + TINY, inf, "New York 8.4: above 1"),
    ]


def days(found: Found) -> list[Claim]:
    """F4."""
    variation = found.figure(lambda at: at("weather", "day_variation_reports"))
    more = found.figure(lambda at: at("weather", "day_variation_reports") - at("alike", "day_variation_reports"))
    vmr = found.figure(lambda at: at("weather", "tickets_vmr"))
    return [
        Claim(
            "variation from one working day to the next", variation, 0.07, 0.22, "Baltimore 0.13, single years to 0.21"
        ),
        Claim("more of it by weather", more, TINY, inf, "above 0"),
        Claim("variance over mean of tickets a day", vmr, 1, inf, "much above 1"),
    ]


def channels(found: Found) -> list[Claim]:
    """F6."""
    shares = found.figure(lambda at: at(BASE, "patrol_street_order") - at(BASE, "patrol_request"))
    late = found.figure(lambda at: at(BASE, "street_order_on_time_residents") - at(BASE, "street_order_on_time_patrol"))
    closed = found.figure(lambda at: at(BASE, "closed_share_due_residents") - at(BASE, "closed_share_due_patrol"))
    return [
        Claim("share found by patrol, street order less requests", shares, 0.5, 1, "0.84-0.98 against few; above 0.5"),
        Claim("on time in street order, residents' less patrol's", late, -1, -TINY, "below 0"),
        Claim("closed, residents' less patrol's", closed, -1, -TINY, "Dazhou 0.917 against 0.994: below 0"),
    ]


def latent(found: Found) -> list[Claim]:
    """F7."""
    again = found.figure(lambda at: at("learning", "report_again_after_fix_ratio"))
    tickets = found.figure(
        lambda at: at("better-served", "tickets_per_resident_year") / at("learning", "tickets_per_resident_year")
    )
    issues = found.figure(lambda at: at("better-served", "issues_per_year") / at("learning", "issues_per_year"))
    return [
        Claim("reporting again after a timely fix", again, 1.3, 1.8, "FixMyStreet 1.57; bounds assumed"),
        Claim(
            "tickets, twice the crews over the base", tickets, 1 + TINY, inf, "above 1: Beijing 2019 + 40 %, confounded"
        ),
        Claim("issues, twice the crews over the base", issues, 0.95, 1.05, "the hazard stays: within 5 %"),
    ]


def neighbourhoods(found: Found) -> list[Claim]:
    """F8."""
    apart = found.figure(lambda at: at("3", "speed_ratio"))
    alike = found.figure(lambda at: at("1", "speed_ratio"))
    issues = found.figure(lambda at: at("3", "issues_ratio") / at("1", "issues_ratio"))
    return [
        Claim("reporting speed, readiest over least ready community", apart, 2, 4, "up to 3; taken as 2 to 4"),
        Claim("the same where all are equally ready", alike, 1, 1.5, "below 1.5"),
        Claim("issues' own ratio, threefold over alike", issues, 0.95, 1.05, "registered is not true: within 5 %"),
    ]


def duplicates(found: Found) -> list[Claim]:
    """F9."""
    same_day = found.figure(lambda at: at("company", "same_day_duplicates_share"))
    busiest = found.figure(lambda at: at("company", "busiest_reporters_share"))
    return [
        Claim("reports that repeat kind, place and day", same_day, 0.20, 0.29, "New York 0.24; 0.28 by 100 m"),
        Claim("reports by the busiest 1 %", busiest, 0.15, 0.30, "assumed (E)"),
    ]


def hotline_first(found: Found) -> list[Claim]:
    """F21."""
    lag = found.figure(lambda at: at(BASE, "hotline_lag"))
    return [Claim("correlation of residents' cases with patrol's 3 to 5 days later", lag, -1, -TINY, "below 0")]
