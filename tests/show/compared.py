"""The folder of a comparison, made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sim.filenames import file_names
from sim.record.beside import write_beside
from sim.scenario.load import dump
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
from sim.study.kinds.pairs import differences
from tests.measures.frames import case, issue, tables

CHANGES = [{"path": "grids.count", "base": 42, "other": 40}]


def write_compared(place: Path, document: dict[str, Any], titles: dict[str, str]) -> None:
    """Leave in a folder what a comparison of two variants leaves; `titles` are those in English, by name."""
    first, second = titles
    runs = {}
    for name, day in zip(titles, (9, 7), strict=True):
        known = {"detected_at": f"2024-05-{day:02}", "ended_at": f"2024-05-{day + 1:02}", "state": "fixed"}
        issues = [
            issue("2024-05-06", root=1, hazard="litter", stream="street_order", replication=r, **known) for r in (0, 1)
        ]
        cases = [
            case(
                f"2024-05-{day:02}",
                root=1,
                hazard="litter",
                stream="street_order",
                replication=r,
                closed_at=f"2024-05-{day + 1:02}",
            )
            for r in (0, 1)
        ]
        runs[name] = tables(issues=issues, cases=cases, districts=[{"replication": 0}, {"replication": 1}])
    joined = side_by_side(*(lives(its) for its in runs.values()))
    changed = most_changed(joined, 2)
    sides = [
        changed.merge(timelines(Stories.of(its), changed), on=["replication", "root"]).assign(side=s)
        for s, its in runs.items()
    ]
    detection = {first: [3.0, 4.0], second: [1.0, 2.1]}
    measures = {
        name: pd.DataFrame({"replication": [0, 1], "measure": "detection_median_h", "value": values})
        for name, values in detection.items()
    }
    states = pd.DataFrame({"day": np.arange(80) * 1.4, "unseen": 5.0, "open_cases": 3.0})
    made = {
        "differences": differences(measures),
        "causes": causes(joined).assign(variant=second),
        "pairs": counted_pairs(joined).assign(variant=second),
        "same": same_issues(joined).assign(variant=second),
        "changed": pd.concat(sides).assign(variant=second),
        "growing": pd.DataFrame(
            {"variant": [second], "name": ["community 2"], "per_week": [4.25], "rising": [2], "replications": [2]}
        ),
        "states": pd.concat([states.assign(variant=name) for name in titles]),
    }
    manifest = {
        "kind": "comparison", "title": {}, "about": "", "unmet": ["closing_p90_h"], "seed": 7, "replications": 2,
        "window_from": "2024-05-06", "window_to": "2024-05-12", "followed_to": "2024-05-20T00:00", "warmup_days": 14.0,
        "equal_cost": {second: {"path": "grids.count", "before": 42, "after": 40, "left_over_yuan": 100.0}},
        "variants": [
            {"name": name, "title": {"en": title, "zh": chinese}, "cost_yuan_per_year": 1e6, "changes": changes}
            for (name, title), chinese, changes in zip(
                titles.items(), ("原方案", "新方案"), ([], CHANGES), strict=True
            )
        ],
    }  # fmt: skip
    write_beside(place, made, manifest)
    for folder in file_names(titles).values():
        (place / "variants" / folder).mkdir(parents=True)
        (place / "variants" / folder / "scenario.yaml").write_text(dump(document), encoding="utf-8")
