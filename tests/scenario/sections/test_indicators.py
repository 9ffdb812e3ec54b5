"""Indicators of a scenario form a tree, name measures that there are, and are not more than the source counts."""

from __future__ import annotations

import pytest

from sim.scenario.differences import changes
from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.files.figures import refuse_unknown_figures
from tests.scenario.conftest import Write
from tests.scenario.test_contradictions import START, problems

TREE = """\
indicators:
  title: Our tree
  levels: {aspects: {title: Aspects, count: 1}, items: {title: Items, count: 16}}
  entries:
    governing: {title: Governing}
    on_time: {of: governing, measure: on_time_share_due}
    rules: {of: governing, title: Rules}
"""


def test_a_tree_is_read_in_its_order_and_changes_nothing(write: Write) -> None:
    loaded = load(
        write(
            "a.yaml", START + TREE.replace("of: governing, measure", "measure") + "    late: {of: rules, title: Late}\n"
        )
    )
    tree = loaded.scenario.indicators
    assert tree is not None
    assert [(its.name, its.depth) for its in tree.in_order()] == [
        ("governing", 0), ("rules", 1), ("late", 2), ("on_time", 0)
    ]  # fmt: skip
    assert tree.named() == [1, 1]
    assert not changes(load("village-square").document, {**loaded.document, "name": "village-square"})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("more: {of: govern, title: More}", "indicators.entries.more.of: no such entry of the tree (found 'govern')"),
        ("more: {of: govern, title: More}", "did you mean 'governing'?"),
        ("more: {of: rules}", "indicators.entries.more: has neither a title nor a measure"),
        ("more: {title: More}", "indicators.levels.aspects.count: is less than the 2 entries that are named"),
        ("more: {of: on_time, title: More}", "indicators.entries.on_time.measure: is of an entry that others stand in"),
        ("more: {of: more, title: More}", "indicators.entries.more.of: stands in itself by way of others"),
    ],
)
def test_what_is_no_tree_is_refused(write: Write, written: str, said: str) -> None:
    found = problems(write("a.yaml", START + TREE + f"    {written}\n"))
    assert any(said in line for line in found), found


def test_a_deep_tree_is_refused_without_being_walked(write: Write) -> None:
    chain = "".join(f"    e{number}: {{of: e{number - 1}, title: More}}\n" for number in range(1, 400))
    found = problems(write("a.yaml", f"{START}{TREE}    e0: {{of: rules, title: More}}\n{chain}"))
    assert any("more than 8 levels deep" in line for line in found), found


def test_an_unknown_measure_is_refused_where_it_stands(write: Write) -> None:
    loaded = load(write("a.yaml", START + TREE.replace("on_time_share_due", "on_tme_share_due")))
    with pytest.raises(
        ScenarioError, match=r"7:39: .*on_time\.measure: no such measure .*did you mean 'on_time_share_due'"
    ):
        refuse_unknown_figures(loaded)
