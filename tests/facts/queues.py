"""Judges of facts about hands and queues: density, saturation, priorities, departments and whistles."""

from __future__ import annotations

from math import inf, log

from tests.facts.claims import TINY, Claim, Found

BASE = "base"


def saturation(found: Found) -> list[Claim]:
    """F3."""
    steeper = found.figure(
        lambda at: (
            ((at("2", "backlog_mean") - at("1.4", "backlog_mean")) / 0.6)
            / ((at("1", "backlog_mean") - at("0.5", "backlog_mean")) / 0.5)
        )
    )
    late = found.figure(lambda at: at("2", "on_time_share_due") - at("1", "on_time_share_due"))
    text = "backlog gained per unit of demand, 1.4 to 2 over 0.5 to 1"
    return [
        Claim(text, steeper, 1 + TINY, inf, "convex: above 1"),
        Claim(
            "on time, twice the demand less once", late, -1, -0.03, "New York 0.842 against 0.876 on days of high load"
        ),
    ]


def density(found: Found) -> list[Claim]:
    """F5."""
    name = "cases_patrol_per_year"
    power = found.figure(lambda at: log(at("4", name) / at("1", name)) / log(4))
    dense = found.figure(lambda at: at("174", name) / at("87", name))
    return [
        Claim(
            "power of finds in workers, 1 to 4 of them", power, 0.85, 1.15, "Kunming: in proportion, so 1; within 0.15"
        ),
        Claim("finds, twice the workers of the base over the base", dense, 1, 1.5, "saturates; taken as below 1.5"),
    ]


def whistle(found: Found) -> list[Claim]:
    """F14."""
    name, hours = "hard_truly_in_time", "displaced_h_per_week"

    def gain(end: str) -> Claim:
        more = found.figure(lambda at: at("limit", name) - at(end, name))
        return Claim(
            f"hard cases truly resolved in time, whistles at the limit less {end}", more, TINY, 1,
            "best in between: above 0",
        )  # fmt: skip

    dearer = found.figure(lambda at: at("tenth", hours) - at("limit", hours))
    text = "crew-hours a week displaced, whistles at a tenth of the limit less at the limit"
    return [gain("never"), gain("tenth"), Claim(text, dearer, TINY, inf, "what is worse costs more: above 0")]


def tail(found: Found) -> list[Claim]:
    """F15."""
    three = found.figure(lambda at: at(BASE, "three_whistles_share"))
    return [
        Claim("joint cases with three whistles or more", three, TINY, 1, "above 0: one wall took 8"),
        Claim("the same: a tail, not the rule", three, 0, 0.25, "at most a quarter, assumed (E)"),
    ]


def departments(found: Found) -> list[Claim]:
    """F16."""

    def on_time(demand: str) -> Claim:
        part = "on_time_share_due_"
        less = found.figure(lambda at: at(demand, f"{part}departments") - at(demand, f"{part}below"))
        return Claim(f"on time, departments less below, demand x {demand}", less, -1, -TINY, "below 0")

    slower = found.figure(lambda at: at("1.4", "departments_mean_h") - at("1.4", "below_mean_h"))
    return [
        Claim("mean hours to closing, departments less below, demand x 1.4", slower, TINY, inf, "above 0"),
        on_time("1.4"),
        on_time("1"),
    ]


def starvation(found: Found) -> list[Claim]:
    """F18."""
    slow = found.figure(lambda at: at("strict", "normal_p95_h") / at("quick-ageing", "normal_p95_h"))
    urgent = found.figure(lambda at: at("strict", "urgent_mean_h") / at("quick-ageing", "urgent_mean_h"))
    return [
        Claim("p95 of normal cases, strict over ageing of 2 h", slow, 1.05, inf, "above 1; taken as above 1.05"),
        Claim("mean of urgent cases, strict over ageing of 2 h", urgent, 0, 1 - TINY, "below 1"),
    ]


def equity(found: Found) -> list[Claim]:
    """F19."""
    even = found.figure(lambda at: at("by-residents", "spread_closing_gini") - at("equal", "spread_closing_gini"))
    sooner = found.figure(
        lambda at: at("by-residents", "closing_residents_mean_h") / at("equal", "closing_residents_mean_h")
    )
    return [
        Claim("Gini of closing between communities, by residents less equal", even, -1, -TINY, "below 0"),
        Claim("mean closing of residents' cases, by residents over equal", sooner, 0, 1.01, "no dearer: at most 1.01"),
    ]


def teams(found: Found) -> list[Claim]:
    """F20."""
    spread = found.figure(lambda at: at(BASE, "teams_spread"))
    order = found.figure(lambda at: at(BASE, "teams_by_load"))
    return [
        Claim("on time, best department less worst", spread, 0.2, 1, "Dazhou 0.26; taken as at least 0.2"),
        Claim("rank correlation of on time with load", order, -0.4, 0.4, "no order by load: within 0.4"),
    ]


def hands(found: Found) -> list[Claim]:
    """F23."""
    name = "closing_residents_mean_h"
    spread, together = "spread", "together"
    uneven = found.figure(lambda at: at(f"{together} 0.3", name) - at(f"{spread} 0.3", name))
    beyond = found.figure(
        lambda at: (
            (at(f"{together} 0.3", name) - at(f"{spread} 0.3", name))
            - (at(f"{spread} 0.3", name) - at(f"{spread} 0", name))
        )
    )
    return [
        Claim("hours to closing, both crews on the same days less spread", uneven, TINY, inf, "above 0"),
        Claim("the same less what days without spread of input gain", beyond, TINY, inf, "above 0"),
    ]
