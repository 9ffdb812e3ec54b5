"""Figures of what happens to cases: their data are those of the tables, and they can be drawn."""

import numpy as np
import pandas as pd
import pytest

from sim.kinds import Level, Source
from sim.language.quantity import Label
from sim.measures.statistics.turns import Turn, means_of_pair, sign_turns
from sim.measures.studies import Varied
from sim.show.figures.interactions import draw_interactions
from sim.show.figures.stories.arrivals import arrivals, draw_arrivals
from sim.show.figures.stories.flow import STAGES, case_flow, draw_flow
from sim.show.figures.stories.known import draw_known, true_and_known
from sim.show.figures.stories.lorenz import draw_lorenz, lorenz
from sim.show.figures.stories.queues import draw_queues, queues_over_time
from sim.show.figures.style import as_svg, style_for
from sim.show.figures.variant_backlog import draw_variant_backlog
from sim.words import words
from tests.measures.frames import case, issue, table, tables

STYLES = [style_for("en"), style_for("zh")]
DONE = {"state": "closed", "closed_at": "2024-05-08"}


def runs_of(*cases, issues=()):
    return list(tables(issues=list(issues), cases=list(cases)).replications())


def test_each_case_flows_once_through_all_stages() -> None:
    runs = runs_of(
        case("2024-05-06", source="resident", level="grid", outcome="fixed", returns=2, sent_back=1, **DONE),
        case("2024-05-06", level="spot", outcome="not_fixed", reopened=1, **DONE),
        case("2024-05-07", level="grid", outcome="fixed"),
        case("2024-05-07"),
        case("2024-05-30"),  # after the window
    )
    flow = case_flow(runs)
    assert sorted(flow[[*STAGES, "cases"]].itertuples(index=False, name=None)) == [
        ("patrol", "reopened", "spot", "not_fixed", 1),
        ("patrol", "straight", "nobody", "open", 2),
        ("resident", "sent_back", "grid", "fixed", 1),
    ]
    for style in STYLES:
        assert "<svg" in as_svg(draw_flow(flow, style))


def test_numbers_of_the_flow_stand_beside_their_names() -> None:
    flow = case_flow(runs_of(*[case("2024-05-06", level="grid", outcome="fixed", **DONE)] * 3, case("2024-05-07")))
    told = [text.get_text() for text in draw_flow(flow, STYLES[0]).axes[0].texts]
    assert {"patrol 4", "grid 3", "nobody yet 1", "fixed 3", "open 1"} <= set(told)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_that_may_stand_in_the_flow_has_a_name(language) -> None:
    names = {kind.name.lower() for kind in (*Source, *Level)} - {"none"}
    assert {name for name in names if f"flow_{name}" not in words(language).labels} == set()


def test_cases_come_in_by_hour_and_day_of_the_week() -> None:
    found = arrivals(runs_of(case("2024-05-06T08:59"), case("2024-05-06T08:00"), case("2024-05-12T23:30")))
    assert found.shape == (7, 24)
    assert (found.loc[0, 8], found.loc[6, 23], found.to_numpy().sum()) == (2, 1, 3)
    (shown,) = draw_arrivals(found, STYLES[0]).axes[0].images
    assert shown.get_array().tolist() == found.to_numpy().tolist()


def test_queues_are_summed_over_the_stations_of_a_unit() -> None:
    stations = table("stations", [
        {"station": 0, "kind": "community", "name": "community 0"},
        {"station": 1, "kind": "community", "name": "community 1"},
        {"station": 2, "kind": "department", "name": "housing"},
    ])  # fmt: skip
    days = ("2024-05-06", "2024-05-13")
    queues = table("queues", [
        {"station": station, "at": day, "waiting": waiting}
        for station, line in enumerate([(1, 2), (3, 4), (9, 9)]) for day, waiting in zip(days, line, strict=True)
    ])  # fmt: skip
    found = queues_over_time(queues, stations)
    assert list(found.columns) == ["housing", "community"]
    assert found["community"].tolist() == [4, 6]
    document = {"staff": {"community_desks": {"title": "Desks"}, "street_teams": {}}, "departments": {"housing": {}}}
    axes = draw_queues(found, document, STYLES[0]).axes[0]
    assert [line.get_label() for line in axes.lines] == ["Housing", "Desks"]


def test_what_occurs_is_counted_beside_what_is_found() -> None:
    runs = runs_of(issues=[
        issue("2024-05-06", detected_at="2024-05-14", ended_at="2024-05-15", state="fixed"),
        issue("2024-05-07"),
        issue("2024-05-13", state="absorbed"),
    ])  # fmt: skip
    found = true_and_known(runs)
    assert found.to_dict("list") == {"occurred": [2, 0], "found": [0, 1], "ended": [0, 1]}
    assert len(draw_known(found, STYLES[0]).axes[0].lines) == 3


def test_the_curve_of_equals_is_straight_and_of_one_who_has_all_flat() -> None:
    across, held = lorenz(np.array([2.0, 2.0]))
    assert across.tolist() == held.tolist() == [0, 0.5, 1]
    assert lorenz(np.array([0.0, 5.0, 0.0]))[1].tolist() == [0, 0, 0, 1]
    figure = draw_lorenz({"closing_mean_h": pd.Series([1.0, np.nan, 3.0])}, STYLES[0])
    assert figure.axes[0].lines[1].get_ydata().tolist() == [0, 0.25, 1]
    assert "Gini 0.25" in figure.axes[0].lines[1].get_label()


def test_variants_have_a_line_of_open_cases_each() -> None:
    frame = pd.DataFrame({"day": [0.0, 1.4], "open_cases": [3.0, 5.0]})
    lines = draw_variant_backlog({"A": frame, "B": 2 * frame}, 7.0, STYLES[0]).axes[0].lines
    assert [line.get_ydata().tolist() for line in lines[:2]] == [[3, 5], [6, 10]]
    assert lines[0].get_linestyle() != lines[1].get_linestyle()


def responses(means, half=0.1):
    """Return the responses of a full design of two factors of two values each."""
    points = [(a, b) for a in (1.0, 2.0) for b in (10.0, 20.0)]
    rows = [
        {"measure": "closing_median_h", "a": a, "b": b, "mean": m, "low": m - half, "high": m + half}
        for (a, b), m in zip(points, means, strict=True)
    ]
    return pd.DataFrame(rows)


def test_an_effect_that_turns_its_sign_is_found_both_ways() -> None:
    found = list(sign_turns(responses([5, 1, 1, 5]), ["a", "b"], ["closing_median_h"]))
    assert found == [
        Turn("closing_median_h", "a", "b", 10.0, 20.0, -4.0, 4.0),
        Turn("closing_median_h", "b", "a", 1.0, 2.0, -4.0, 4.0),
    ]


@pytest.mark.parametrize(("means", "half"), [([5, 1, 5, 1], 0.1), ([5, 4, 3, 1], 0.1), ([5, 1, 1, 5], 4.0)])
def test_effects_of_one_sign_or_within_chance_do_not_turn(means, half) -> None:
    assert not list(sign_turns(responses(means, half), ["a", "b"], ["closing_median_h"]))


def test_the_map_of_two_factors_has_their_means() -> None:
    table_of = responses([5, 1, 2, 4])
    assert means_of_pair(table_of, "closing_median_h", "a", "b").to_numpy().tolist() == [[5, 1], [2, 4]]
    factors = {name: Varied(Label(en=name, zh=name), "") for name in ("a", "b")}
    (axes,) = draw_interactions(table_of, factors, [("closing_median_h", ("a", "b"))], STYLES[0]).axes
    assert [text.get_text() for text in axes.texts] == ["5.00", "1.00", "2.00", "4.00"]
