import numpy as np
import pandas as pd
import pytest

from sim.measures.tables import times
from sim.show.figures.backlog import draw_backlog, open_cases
from sim.show.figures.closing_curves import CORNERS, _thinned, draw_curves, readable_hours, undrawn
from sim.show.figures.district_map import MOST_NUMBERED, draw_map, read_outline
from sim.show.figures.levels import count_levels, draw_levels
from sim.show.figures.style import Style, as_svg, style_for
from tests.measures.frames import case, table, tables

ENGLISH = style_for("en")
HAZARDS = {"litter": {"title": {"en": "Litter", "zh": "垃圾"}}}


@pytest.fixture
def runs(run):
    return list(run.replications())


def test_open_cases_are_those_registered_and_not_closed():
    cases = table("cases", [case("2024-05-06", closed_at="2024-05-08"), case("2024-05-07"), case("2024-05-09")])
    at = np.array([f"2024-05-{day:02}" for day in (5, 6, 7, 8, 9)], dtype="datetime64[ms]")
    assert open_cases(cases, at).tolist() == [0, 1, 2, 1, 2]


def test_open_cases_at_the_end_agree_with_the_table(runs):
    cases = runs[0].every_registered
    still_open = np.isnat(times(cases, "closed_at")).sum()
    assert open_cases(cases, np.array([runs[0].stop]))[0] == still_open > 0


@pytest.mark.parametrize(
    ("hours", "text"), [(0.5, "30 min"), (1, "1 h"), (47, "47 h"), (48, "2 d"), (float("nan"), "–")]
)
def test_hours_are_written_in_the_unit_that_reads_best(hours, text):
    assert readable_hours(hours, "en") == text


def test_thinned_curves_keep_their_ends():
    hours = np.arange(10_000.0)
    kept, ended = _thinned(hours, hours / 10_000)
    assert kept.size == ended.size == CORNERS
    assert (kept[0], kept[-1]) == (0, 9_999)


def test_curves_have_a_line_per_hazard_and_stream_that_rises_to_the_share_closed(runs):
    street_order, requests, *_ = draw_curves(runs, HAZARDS, ENGLISH).axes
    (line,) = street_order.lines
    assert line.get_label().startswith("Litter (")
    assert np.all(np.diff(line.get_ydata()) >= 0)
    assert not requests.lines  # 14 cases: too few to draw


def test_hazards_without_a_curve_are_those_with_too_few_cases(runs):
    assert undrawn(runs, {**HAZARDS, "noise": {}}) == ["noise"]
    assert undrawn(runs[:1], HAZARDS) == ["litter"]  # 20 cases, in two streams


def test_levels_are_counted_street_order_first():
    done = {"closed_at": "2024-05-07", "state": "closed"}
    cases = [
        case("2024-05-06", hazard="noise", stream="request", level="department", **done),
        case("2024-05-06", hazard="litter", level="grid", **done),
        case("2024-05-06", hazard="litter", level="spot", **done),
        case("2024-05-06", hazard="litter", level="", **done),
        case("2024-05-06", hazard="litter", level="grid", outcome="found_gone", **done),
    ]
    counts = count_levels(list(tables(cases=cases).replications()))
    assert counts.index.tolist() == [("street_order", "litter"), ("request", "noise")]
    assert counts.loc[("street_order", "litter"), ["spot", "grid", "department"]].tolist() == [1, 1, 0]


def test_bars_of_a_hazard_fill_the_whole(runs):
    (axes,) = draw_levels(runs, HAZARDS, ENGLISH).axes
    widths = sum(patch.get_width() for patch in axes.patches)
    assert widths == pytest.approx(2)  # one hazard in two streams


def test_the_map_leaves_grids_without_a_value_grey(grids):
    values = {"closing_mean_h": pd.Series({0: 12.0})}
    axes = draw_map(grids, values, ENGLISH).axes[0]
    shown = axes.collections[0].get_array()
    assert shown.mask.tolist() == [False, True]
    assert shown[0] == 12


def numbered(grids):
    figure = draw_map(grids, {"closing_mean_h": pd.Series({0: 12.0})}, ENGLISH)
    return {text.get_text(): text.get_position() for text in figure.axes[0].texts if text.get_text().isdigit()}


def test_the_map_numbers_its_communities_in_their_middle(grids):
    assert numbered(grids) == {"0": (250, 250), "1": (750, 250)}


def test_a_map_of_very_many_communities_has_no_numbers():
    rows = [
        {"grid": n, "community": n, "outline": f"{n} 0, {n + 1} 0, {n + 1} 1, {n} 1"} for n in range(MOST_NUMBERED + 1)
    ]
    assert len(numbered(table("map", rows[:-1]))) == MOST_NUMBERED
    assert not numbered(table("map", rows))


def test_colour_bars_say_what_they_measure_and_in_which_unit(grids):
    values = {"never_reported_share": pd.Series({0: 0.5}), "closing_mean_h": pd.Series({0: 12.0})}
    titles = {axes.get_xlabel() for axes in draw_map(grids, values, ENGLISH).axes} - {""}
    assert titles == {"Share of issues undetected, self-resolved included, %", "Mean time to close, hours"}


def test_outlines_are_read_in_metres():
    assert read_outline("0 0, 1.5 0, 0 2, 0 0").tolist() == [[0, 0], [1.5, 0], [0, 2], [0, 0]]


def test_figures_of_an_empty_run_can_be_drawn():
    runs = list(tables().replications())
    for figure in (
        draw_curves(runs, {}, ENGLISH),
        draw_levels(runs, {}, ENGLISH),
        draw_backlog(runs, ENGLISH),
    ):
        assert "<svg" in as_svg(figure)


def test_a_figure_is_the_same_on_every_call(runs):
    assert as_svg(draw_backlog(runs, ENGLISH)) == as_svg(draw_backlog(runs, ENGLISH))


def test_without_a_chinese_font_figures_fall_back_to_english(monkeypatch):
    monkeypatch.setattr("sim.show.fonts.CHINESE_FONTS", ("No Such Font",))
    assert style_for("zh").language == "en"


def test_a_chinese_font_comes_first_where_there_is_one(monkeypatch):
    monkeypatch.setattr("sim.show.fonts.CHINESE_FONTS", ("DejaVu Serif",))
    *latin, chinese = style_for("en").fonts
    assert chinese == "DejaVu Serif"
    assert style_for("zh") == Style("zh", (chinese, *latin))
