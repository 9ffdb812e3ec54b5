"""Judges of facts about conduct: what units and residents do because they are assessed, answered or refused."""

from __future__ import annotations

from math import inf

from tests.facts.claims import TINY, Claim, Found


def four_rates(found: Found) -> list[Claim]:
    """F10."""
    lowest = found.figure(lambda at: min(at(demand, "closed_share_due") for demand in ("0.5", "1", "2")))
    falls = found.figure(lambda at: at("0.5", "truly_resolved_share") - at("2", "truly_resolved_share"))
    base = found.figure(lambda at: at("1", "truly_resolved_share"))
    return [
        Claim("closed of all due, the lowest of three demands", lowest, 0.97, 1, "near 1; at least 0.97"),
        Claim("truly resolved, half the demand less twice", falls, 0.10, 1, "comes apart: 10 points or more"),
        Claim("truly resolved at the base", base, 0.73, 0.90, "0.73 to 0.90"),
    ]


def premature(found: Found) -> list[Claim]:
    """F11."""

    def halved(weight: str) -> Claim:
        name = "premature_closing_share"
        more = found.figure(lambda at: at(f"{weight} 0.5", name) - at(f"{weight} 1", name))
        text = f"closed unresolved, halved limits less whole ones, weight {weight}"
        low, high, said = (
            (0.01, 1, "above 0.01") if weight == "1" else (-0.01, 0.01, "as honest as before: within 0.01")
        )
        return Claim(text, more, low, high, said)

    return [halved("1"), halved("0")]


def silence(found: Found) -> list[Claim]:
    """F12."""
    quiet = found.figure(lambda at: at("pressed", "cases_patrol_per_year") / at("free", "cases_patrol_per_year"))
    truth = found.figure(lambda at: at("inspected", "truly_resolved_share") - at("pressed", "truly_resolved_share"))
    score = found.figure(lambda at: at("inspected", "on_time_share_due") - at("pressed", "on_time_share_due"))
    return [
        Claim("patrol's cases, pressed over unassessed", quiet, 0, 1 - TINY, "below 1"),
        Claim("truly resolved, inspected less pressed", truth, TINY, 1, "above 0"),
        Claim("reported on time, inspected less pressed", score, -1, -TINY, "below 0"),
    ]


def quotas(found: Found) -> list[Claim]:
    """F13."""
    bunched = found.figure(lambda at: at("quota", "at_quota_share") - at("none", "at_quota_share"))
    slight = found.figure(lambda at: at("quota", "finds_severity") / at("none", "finds_severity"))
    return [
        Claim(
            "worker-months within a fifth above the quota, with it less without", bunched, TINY, 1, "Jiangmen 1.03-1.21"
        ),
        Claim("mean severity of patrol's cases, with it over without", slight, 0, 1 - TINY, "trifles: below 1"),
    ]


def feedback(found: Found) -> list[Claim]:
    """F17."""
    name = "satisfied_share_valid"
    pleased = found.figure(lambda at: at("explained", name) / at("plain", name))
    fixed = found.figure(lambda at: at("explained", "truly_resolved_share") - at("plain", "truly_resolved_share"))
    return [
        Claim("satisfied of valid call-backs, explained over plain", pleased, 1 + TINY, inf, "above 1; San Diego 1.44"),
        Claim("truly resolved, explained less plain", fixed, -0.01, 0.01, "as before: within 0.01"),
    ]


def demands(found: Found) -> list[Claim]:
    """F22."""

    def lower(name: str, text: str) -> Claim:
        return Claim(text, found.figure(lambda at: at("some", name) - at("none", name)), -1, -TINY, "below 0")

    return [
        lower("said_solved_share_valid", "said solved, with such demands less without"),
        lower("satisfied_share_valid", "satisfied, with such demands less without"),
    ]
