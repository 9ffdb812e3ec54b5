"""What identifies a study: its scenarios in full; and every difference by its path."""

from sim.study.execution.identity import canonical, changes, identity


def test_the_resolved_scenarios_belong_to_it() -> None:
    document = identity({"name": "trial"}, ["village-square", "village-square"])
    assert document["name"] == "trial"
    assert list(document["scenarios"]) == ["village-square"]
    assert document["scenarios"]["village-square"]["population"]


def test_changes_are_named_by_path() -> None:
    old = {"a": {"b": 1, "c": [1, 2]}, "gone": "x", "same": None}
    new = {"a": {"b": 2, "c": [1, 2, 3]}, "same": None, "new": {}}
    assert [str(change) for change in changes(old, new)] == [
        "a.b: was 1, is 2",
        "a.c.2: 3 is new",
        "gone: x is gone",
        "new: {} is new",
    ]
    assert changes(old, old) == []


def test_the_order_of_keys_does_not_matter() -> None:
    assert canonical({"a": 1, "b": {"c": 2, "d": 3}}) == canonical({"b": {"d": 3, "c": 2}, "a": 1})
