"""Stories of cases: one clock on pages and in terminals, and what they say when not all is known."""

from __future__ import annotations

import pandas as pd
import pytest

from sim.scenario.load import load
from sim.show.pages.case_list.chosen import choose
from sim.show.pages.case_list.data import list_data
from sim.show.text.history import histories, hundredths_of_days
from sim.show.web.packing import Packed, unpacked
from sim.words import LANGUAGES, Language
from tests.measures.frames import case, issue, table, tables

EARLY, BEGIN = "2024-01-02T12:34:56.789", "2024-02-03"
STATION = {"station": 0, "kind": "department", "name": "housing"}


def log(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Return the log of case 0: local time, activity and value of each row, by station 0."""
    start = pd.Timestamp(BEGIN)
    its = [
        {"local_time": pd.Timestamp(at), "time_ms": int((pd.Timestamp(at) - start).total_seconds() * 1000),
         "activity": what, "root": 0, "generation": 0, "case": 0, "agent_kind": "world", "agent": -1, "value": value,
         "replication": 0}
        for at, what, value in rows
    ]  # fmt: skip
    return pd.DataFrame(its)


def frames(events: pd.DataFrame | None = None) -> dict[str, pd.DataFrame]:
    """Return a run that begins when its only issue is a month old."""
    where = {"hazard": "litter", "root": 0, "community": 1}
    made = tables([issue(EARLY, **where)], [case(f"{BEGIN}T13:30", case=0, **where)], [STATION], [{}]).frames
    return {**made, "jobs": table("jobs", []), **({} if events is None else {"events": events})}


def story(made: dict[str, pd.DataFrame], language: Language) -> list[str]:
    """Return the lines of the story of the only issue."""
    one = pd.DataFrame({"root": [0], "generation": [0]})
    return [line.what for _, line in histories(made, 0, one, load("village-square").document, language)]


@pytest.mark.parametrize(("seconds", "told"), [(0, 0), (59, 0), (3 * 3600, 13), (86_400, 100)])
def test_days_after_are_counted_in_the_minutes_that_are_told(seconds: float, told: int) -> None:
    start = pd.Timestamp("2024-01-02")
    assert hundredths_of_days(start + pd.Timedelta(seconds=seconds), start) == told


def test_the_clock_of_a_page_begins_at_the_true_occurrence() -> None:
    made = frames(log((BEGIN, "occurred", 0)))
    data = list_data(choose(made), load("village-square").document, "en")
    minutes = unpacked(Packed(*data["stories"]["at"])) - unpacked(Packed(*data["occurred"]))
    assert (minutes[0] * 100 + 720) // 1440 == hundredths_of_days(pd.Timestamp(BEGIN), pd.Timestamp(EARLY)) == 3148


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_line_says_when_an_old_issue_occurred(language: Language) -> None:
    (line,) = story(frames(log((BEGIN, "occurred", 0))), language)
    assert "2024-01-02" in line
