"""What differs between two scenarios, path by path."""

from sim.scenario.differences import changes, changes_of_world
from sim.scenario.load import load


def test_only_what_changes_a_run_is_a_difference() -> None:
    base = load("jiancaoping-515").document
    other = load("jiancaoping-800", ["staff.grid_workers.count=600"]).document
    assert [tuple(change) for change in changes(base, other)] == [
        ("grids.count", 515, 800),
        ("staff.grid_workers.count", 837, 600),
    ]
    assert changes_of_world(base, other) == []


def test_distributions_and_lists_are_compared_as_they_are_written() -> None:
    base = {"a": {"work": {"lognormal": {"median": "2 h", "p90": "5 h"}, "grade": "E"}, "days": [1, 2]}}
    other = {"a": {"work": {"lognormal": {"median": "3 h", "p90": "5 h"}, "grade": "A"}, "days": [1, 3]}}
    assert [change.path for change in changes(base, other)] == ["a.work", "a.days.1"]


def test_what_only_one_says_is_a_difference() -> None:
    assert [tuple(change) for change in changes({"prevention": {}}, {"prevention": {"litter": 0.2}})] == [
        ("prevention.litter", None, 0.2)
    ]


def test_the_world_is_seed_period_ground_people_and_hazards() -> None:
    base = load("village-square").document
    other = load(
        "village-square", ["run.seed=1", "hazards.litter.rate=9 per resident per year", "hazards.litter.deadline=9 h"]
    ).document
    assert [change.path for change in changes_of_world(base, other)] == ["run.seed", "hazards.litter.rate"]


def test_what_is_only_written_in_other_words_is_no_difference() -> None:
    words = [
        "run.start=2024年4月22日",
        "run.length=4周",
        "population.residents=2.6万",
        "hazards.litter.deadline=4工作小时",
    ]
    base = load("village-square").document
    said = load("village-square", [*words, "hazards.litter.handled_by.grid.work.lognormal.mean=19 分钟"]).document
    assert changes(base, said) == []
    other = load("village-square", ["run.start=2024年4月23日", "hazards.litter.deadline=4小时"]).document
    assert [change.path for change in changes(base, other)] == ["run.start", "hazards.litter.deadline"]


def test_another_order_of_hazards_is_another_world() -> None:
    """They are numbered in their order, and what occurs goes by these numbers."""
    document = load("village-square").document
    turned = {**document, "hazards": dict(reversed(document["hazards"].items()))}
    assert [change.path for change in changes_of_world(document, turned)] == ["hazards"]
