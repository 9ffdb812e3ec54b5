"""The report of a finished study written anew, from nothing but what its folder holds."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from sim.measures.studies import StudyFound
from sim.record.contents import STUDY
from sim.record.store import read_manifest, read_parquet, refuse_changed, write_text
from sim.scenario.source import decode, parse
from sim.show.pages.brief.parts import Brief
from sim.show.pages.study_report import study_brief
from sim.study.files.assignments import document_text
from sim.study.files.load import StudyFile, load_study
from sim.study.kinds.study import analysed, heading_of, write_study
from sim.words import Language

READ = (STUDY, "results.parquet", "runs.parquet")
"""What a report is written from."""


def rewritten(folder: Path, language: Language) -> Path:
    """Write figures and report of a finished study anew and return the path of the report; nothing is run.

    Scenario files that have changed since change nothing. Raises IncompleteResult if the study is not finished, or a
    file that tells of it is missing or was changed.
    """
    file, found, failures = _read(folder)
    return write_study(file, folder, found, failures, language).report


def brief_of_study(folder: Path, language: Language) -> Brief:
    """Return the first pages of the report of a finished study; raises what `rewritten` does."""
    file, found, _ = _read(folder)
    return study_brief(heading_of(file), found, language)


def _read(folder: Path) -> tuple[StudyFile, StudyFound, pd.DataFrame]:
    """Return a finished study as it was asked, what it found, and the runs that failed."""
    manifest = read_manifest(folder)
    refuse_changed(folder, {name: manifest["files"].get(name, "") for name in READ})
    results, runs = (read_parquet(folder / f"{name}.parquet", None) for name in ("results", "runs"))
    failures = runs.loc[runs["error"].notna(), ["point", "replication", "error"]]
    with TemporaryDirectory() as place:  # whose scenarios points at equal cost are made of
        file = _study_file(folder, Path(place))
        return file, analysed(file, lambda wanted: results), failures


def _study_file(folder: Path, place: Path) -> StudyFile:
    """Return the study as it was asked, on its scenarios as they were, by way of files in `place`."""
    document = parse(decode((folder / STUDY).read_bytes(), str(folder / STUDY)), str(folder / STUDY)).data
    files: dict[str, str] = {}
    for base, scenario in document["scenarios"].items():
        files[base] = f"{len(files)}.yaml"
        write_text(place / files[base], document_text(scenario))
    write_text(place / STUDY, document_text(_on(document, files)))
    return load_study(place / STUDY)


def _on(document: dict[str, Any], files: dict[str, str]) -> dict[str, Any]:
    """Return what the study asks, with the file of each scenario in the place of its name."""
    asked = {key: value for key, value in document.items() if key != "scenarios"}
    variants = {
        name: {**given, "scenario": files[given["scenario"]]} if "scenario" in given else given
        for name, given in document.get("variants", {}).items()
    }
    return {**asked, "scenario": files[document["scenario"]], **({"variants": variants} if variants else {})}
