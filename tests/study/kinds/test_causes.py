"""The cases that made the difference: their sum is the whole, and pairs are made by primary issue."""

import pandas as pd
import pytest

from sim.measures.burden import severity_days_open
from sim.measures.tables import Tables
from sim.study.kinds.causes import (
    Stories,
    causes,
    counted_pairs,
    lives,
    most_changed,
    same_issues,
    side_by_side,
    timelines,
)
from tests.measures.frames import case, issue, tables


def run(*, found_after: int, worse: bool = False, absorbed: bool = False) -> Tables:
    """Return a week with litter in community 0 that is found after so many days, and a dispute in community 1."""
    day = 6 + found_after
    litter = {"root": 1, "hazard": "litter", "stream": "street_order", "severity": 2.0}
    known = {"detected_at": f"2024-05-{day:02}", "ended_at": f"2024-05-{day + 1:02}", "state": "fixed"}
    dispute = {"root": 2, "hazard": "dispute", "stream": "request", "community": 1, "state": "fixed"}
    rows = [
        issue("2024-05-06", **litter, **known),
        issue("2024-05-10", **{**litter, "generation": 1}, state="healed", ended_at="2024-05-11"),
        issue("2024-05-07", **dispute, detected_at="2024-05-07", ended_at="2024-05-10" if worse else "2024-05-08"),
        issue("2024-05-08", root=3, hazard="litter", state="absorbed" if absorbed else "open"),
    ]
    files = [
        case(f"2024-05-{day:02}", root=1, hazard="litter", closed_at=f"2024-05-{day + 1:02}", state="closed"),
        case("2024-05-07", root=2, hazard="dispute", closed_at="2024-05-09", state="closed", case=1),
    ]
    return tables(issues=rows, cases=files)


def joined(base: Tables, other: Tables) -> pd.DataFrame:
    return side_by_side(lives(base), lives(other))


def test_contributions_add_up_to_the_difference_of_the_measure() -> None:
    base, other = run(found_after=1), run(found_after=4, worse=True, absorbed=True)
    measured = [severity_days_open(next(its.replications())) for its in (base, other)]
    for by in ("hazard", "stream", "community"):
        every = causes(joined(base, other))
        rows = every[(every["quantity"] == "open") & (every["by"] == by)]
        assert rows["days"].sum() == pytest.approx(measured[1] - measured[0])  # 1,000 residents, one week
        assert rows["share"].sum() == pytest.approx(1.0)


def test_each_group_says_how_many_fared_better_and_worse() -> None:
    rows = causes(joined(run(found_after=4), run(found_after=1, worse=True)))
    by_hazard = rows[(rows["quantity"] == "open") & (rows["by"] == "hazard")].set_index("name")
    assert by_hazard.loc["litter", ["issues", "less", "more"]].tolist() == [2, 1, 0]
    assert by_hazard.loc["dispute", ["issues", "less", "more"]].tolist() == [1, 0, 1]
    unseen = rows[(rows["quantity"] == "unseen") & (rows["by"] == "hazard")].set_index("name")
    assert unseen.loc["litter", "days"] == pytest.approx(-3.0)


def test_what_only_one_run_has_is_counted() -> None:
    counted = counted_pairs(joined(run(found_after=1), run(found_after=1, absorbed=True))).iloc[0]
    assert counted[["paired", "only_base", "only_other"]].tolist() == [2, 1, 0]
    assert counted[["recurrences_base", "recurrences_other"]].tolist() == [1, 1]


def test_single_issues_come_with_what_became_of_them() -> None:
    base, other = run(found_after=4), run(found_after=1, worse=True)
    changed = most_changed(joined(base, other), 3)
    assert changed["root"].tolist() == [1, 2]
    assert changed["days"].tolist() == pytest.approx([2.0 * -3, 2.0])
    found = timelines(Stories.of(other), changed)
    assert found["root"].tolist() == [1, 2]
    assert found["case"].tolist() == [0, 1]
    assert found["detected_at"].iloc[0] == pd.Timestamp("2024-05-07")


def test_the_same_issues_are_compared_issue_by_issue() -> None:
    found = same_issues(joined(run(found_after=4), run(found_after=1))).set_index("quantity")
    assert found.loc["unseen", ["base", "other", "difference"]].tolist() == pytest.approx([16 / 3, 13 / 3, -1.0])
    assert found.loc["closing", "difference"] == 0


def test_two_equal_runs_differ_in_nothing() -> None:
    same = joined(run(found_after=2), run(found_after=2))
    assert causes(same)["days"].abs().max() == 0
    assert most_changed(same, 5).empty
