"""What an installed gridgov must do without its repository, in whatever folder it is called."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

STUDY = """\
name: more-workers
title: More workers
kind: sweep
scenario: village-square
set: {run.length: 1 d, run.warmup: 0 d, run.followup: 0 d}
factors:
  workers: {title: Workers, path: staff.grid_workers.count, values: [20, 28]}
replications: 1
measures: [never_reported_share]
"""
SHORT = ("--set", "run.length=2 d", "--set", "run.warmup=0 d", "--replications", "1")
TABLES = ("cases.parquet", "issues.parquet", "summary.csv", "report.html", "manifest.json")


class Broken(Exception):
    """The installed command did not do what it should."""


def smoke(gridgov: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Call the command (the words that begin it) in an empty folder; raises Broken with what it said."""

    def called(*words: str) -> str:
        done = subprocess.run(
            [*gridgov, *words],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise Broken(f"gridgov {' '.join(words)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    called("--version")
    _expect("whistle" in called("mechanisms") and "Sources" in called("mechanisms", "whistle"), "mechanisms")
    for schema in (called("schema"), called("schema", "study")):
        _expect("$defs" in json.loads(schema), "schema")
    called("new", "mine")
    (folder / "more.yaml").write_text(STUDY, encoding="utf-8")
    presets = ("jiancaoping-800", "jiancaoping-515", "jiancaoping-tenth", "village-square", "weihai")
    called("check", "mine.yaml", "more.yaml", *presets)
    called("run", "village-square", *SHORT, "--engine", "reference", "--out", "square")
    lacking = [name for name in TABLES if not (folder / "square" / name).is_file()]
    _expect(not lacking, f"run: no {', '.join(lacking)}")
    called("report", "square", "--lang", "zh")
    _expect("网格" in (folder / "square" / "report.zh.html").read_text("utf-8"), "report --lang zh")
    called("study", "more.yaml", "--engine", "reference", "--workers", "1", "--out", "study")
    _expect((folder / "study" / "points.parquet").is_file(), "study")


def clean_environment(**more: str) -> dict[str, str]:
    """Return the environment without what leads Python to a repository, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONSAFEPATH": "1", **more}


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise Broken(f"{what}: not as it should be")
