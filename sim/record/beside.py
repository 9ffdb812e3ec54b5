"""Folders that set runs beside each other: a few csv tables, and a manifest that comes last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from sim.record.cells import from_spreadsheet
from sim.record.store import MANIFEST, SCENARIO, read_manifest, refuse_changed, write_csv, write_manifest

NAMES = ("variant", "against", "side", "name", "hazard", "unit")
"""Columns of what people call things, which is text also where it looks like a number."""


@dataclass(frozen=True)
class Beside:
    """What such a folder holds: its tables by name, and its manifest."""

    folder: Path
    tables: Mapping[str, pd.DataFrame]
    manifest: Mapping[str, Any]


def write_beside(
    folder: Path, tables: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any], variants: Iterable[Path] = ()
) -> None:
    """Write tables as csv and then the manifest, which gains `complete` and `files`.

    These are the checksums of every table, and of the scenario and manifest in each result folder of `variants`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name, frame in tables.items():
        write_csv(folder / f"{name}.csv", frame)
    theirs = [(variant / file).relative_to(folder).as_posix() for variant in variants for file in (SCENARIO, MANIFEST)]
    write_manifest(folder, manifest, [*(f"{name}.csv" for name in tables), *theirs])


def read_beside(folder: Path) -> Beside:
    """Read such a folder; raise IncompleteResult if it is not whole or a table was changed since.

    Columns ending in `_at` are moments.
    """
    manifest = read_manifest(folder)
    refuse_changed(folder, manifest["files"])
    tables = {Path(name).stem: _read(folder / name) for name in manifest["files"] if name.endswith(".csv")}
    return Beside(folder, tables, manifest)


def _read(path: Path) -> pd.DataFrame:
    texts = dict.fromkeys(NAMES, "str")
    frame = from_spreadsheet(pd.read_csv(path, keep_default_na=False, na_values=[""], dtype=texts))
    moments = [name for name in map(str, frame) if name.endswith("_at")]
    return frame.astype(dict.fromkeys(moments, "datetime64[ms]"))
