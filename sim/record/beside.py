"""Folders that set runs beside each other: a few csv tables, and a manifest that comes last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from sim.record.cells import from_spreadsheet
from sim.record.store import MANIFEST, IncompleteResult, file_digest, read_manifest, write_csv, write_text

NAMES = ("variant", "against", "side", "name", "hazard", "unit")
"""Columns of what people call things, which is text also where it looks like a number."""


@dataclass(frozen=True)
class Beside:
    """What such a folder holds: its tables by name, and its manifest."""

    folder: Path
    tables: Mapping[str, pd.DataFrame]
    manifest: Mapping[str, Any]


def write_beside(folder: Path, tables: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any]) -> None:
    """Write tables as csv and then the manifest, which gains `complete` and the digest of every table in `files`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name, frame in tables.items():
        write_csv(folder / f"{name}.csv", frame)
    files = {f"{name}.csv": file_digest(folder / f"{name}.csv") for name in sorted(tables)}
    whole = {**manifest, "files": files, "complete": True}
    write_text(folder / MANIFEST, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")


def read_beside(folder: Path) -> Beside:
    """Read such a folder; raise IncompleteResult if it is not whole or a table was changed since.

    Columns ending in `_at` are moments.
    """
    manifest = read_manifest(folder)
    for name, digest in manifest["files"].items():
        if not (folder / name).is_file() or file_digest(folder / name) != digest:
            raise IncompleteResult(f"{folder / name} is missing or was changed. Compare again.")
    tables = {Path(name).stem: _read(folder / name) for name in manifest["files"]}
    return Beside(folder, tables, manifest)


def _read(path: Path) -> pd.DataFrame:
    texts = dict.fromkeys(NAMES, "str")
    frame = from_spreadsheet(pd.read_csv(path, keep_default_na=False, na_values=[""], dtype=texts))
    moments = [name for name in map(str, frame) if name.endswith("_at")]
    return frame.astype(dict.fromkeys(moments, "datetime64[ms]"))
