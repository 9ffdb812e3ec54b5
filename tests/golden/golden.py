"""Golden logs: hashes of what presets and 300 generated scenarios leave, kept to see whether a change moves numbers.

`python -m tests.golden.golden` holds the present code against `golden.json`; with `--renew` it writes the file anew.
What is hashed are the tables as they are written (words, units and local times), so neither the numbers of kinds nor
the engine matter; a new column does not disturb the hash of the old ones.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sim.engines.compiled import cache
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.scenario.presets import preset_folder
from tests.engines.compiled.scenarios import CHOICES, RULES, SIZES, TIMES, with_choices
from tests.golden.tables import tables_of

KEPT = Path(__file__).with_name("golden.json")
PERIODS = {
    "village-square": ("run.length=2 weeks",),
    None: ("run.warmup=4 days", "run.length=7 days", "run.followup=3 days"),
}
"""What is run of a preset, two weeks at least; None stands for all others."""
REPLICATIONS = 2
GENERATED, CHANGED = 300, 20
DECIMALS = 6
"""Decimals of metres and hours that count: the last bits may differ between processors."""

Hashes = dict[str, str]
"""Of each table: a hash of its rows."""


def generated(number: int) -> dict[str, Any]:
    """The choices of a generated scenario, always the same for one number."""
    chance = random.Random(number)
    chosen = {path: values[0] for path, values in CHOICES.items()}
    chosen |= {path: chance.choice(values) for path, values in SIZES.items()}
    others = [(path, value) for path, values in (RULES | TIMES).items() for value in values[1:]]
    return chosen | dict(chance.sample(others, chance.randint(0, CHANGED)))


def hash_of(table: pd.DataFrame, columns: list[str]) -> str:
    """Hash of some columns of a table, row by row in its order."""
    of = hashlib.sha256(str(len(table)).encode())
    for name in columns:
        of.update(name.encode())
        of.update(_bytes(table[name]))
    return of.hexdigest()[:16]


def _bytes(column: pd.Series[Any]) -> bytes:
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(object)
    values = column.to_numpy()
    if values.dtype.kind not in "Mfiub":
        return "\x1f".join(map(str, values)).encode()
    if values.dtype.kind == "M":
        return values.astype("datetime64[ms]").astype(np.int64).tobytes()
    if values.dtype.kind == "f":
        return (np.round(values.astype(float), DECIMALS) + 0.0).tobytes()
    return values.astype(np.int64).tobytes()


def cases() -> Iterator[tuple[str, Scenario, int]]:
    """Every golden run: its name, its scenario and its replication."""
    for name in sorted(file.stem for file in preset_folder().glob("*.yaml")):
        scenario = load(name, PERIODS.get(name, PERIODS[None])).scenario
        for replication in range(REPLICATIONS):
            yield f"{name} {replication}", scenario, replication
    for number, choices in enumerate(_kept_choices()):
        yield f"generated {number}", with_choices(plainest() | choices), 0


def plainest() -> dict[str, Any]:
    """The plainest generated scenario."""
    return {path: values[0] for path, values in CHOICES.items()}


def _kept_choices() -> list[dict[str, Any]]:
    """What differs from the plainest in each generated scenario, as it was when the file was written."""
    kept: list[dict[str, Any]] = json.loads(KEPT.read_text())["generated"]
    return kept


def hashes(scenario: Scenario, replication: int, columns: dict[str, list[str]]) -> Hashes:
    """Hash each table of a run; of the log only some columns, since its moments are told twice."""
    tables = tables_of(scenario, replication)
    return {name: hash_of(tables[name], names) for name, names in columns.items()}


def compare() -> list[str]:
    """Names of the golden runs, with the tables, whose hashes are not those kept."""
    kept = json.loads(KEPT.read_text())
    unlike = []
    for name, scenario, replication in cases():
        found = hashes(scenario, replication, kept["columns"])
        unlike += [f"{name}: {table}" for table, value in found.items() if value != kept["hashes"][name][table]]
    return unlike


def renew() -> None:
    """Write the file anew from the present code."""
    plain = plainest()
    chosen = [
        {path: value for path, value in generated(number).items() if value != plain[path]}
        for number in range(GENERATED)
    ]
    any_run = tables_of(load("village-square", PERIODS["village-square"]).scenario, 0)
    columns = {name: [column for column in table.columns if column not in LEFT_OUT] for name, table in any_run.items()}
    KEPT.write_text(json.dumps({"columns": columns, "generated": chosen, "hashes": {}}))
    found = {name: hashes(scenario, replication, columns) for name, scenario, replication in cases()}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in found.items())
    rows = ",\n".join(json.dumps(row) for row in chosen)
    KEPT.write_text(f'{{"columns": {json.dumps(columns)},\n"generated": [\n{rows}\n],\n"hashes": {{\n{lines}\n}}}}\n')


LEFT_OUT = {"local_time", "rows"}
"""Columns that only repeat what stands elsewhere: the local time of a row of the log; how many rows it has."""


def main(words: list[str]) -> int:
    """Compare, or renew; the exit code."""
    cache.kernel()
    if "--renew" in words:
        renew()
        print(f"{KEPT.name} written")
        return 0
    unlike = compare()
    print("\n".join(unlike) or "all golden runs are equal")
    return int(bool(unlike))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
