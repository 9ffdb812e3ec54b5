"""What must be known first: told in both languages, with titles, and above the figures."""

from __future__ import annotations

from pathlib import Path

import sim
from sim.measures.stations.queues import GrowingQueue
from sim.show.text.warnings import growth_lines, warning_lines


def test_growing_queues_are_named_by_what_they_are() -> None:
    document = sim.load("village-square").document
    names = ("community 57", "sanitation 1", "utilities", "grid 4", "members 2")
    queues = [GrowingQueue(name, 12.4 - number, 3, 3) for number, name in enumerate(names)]
    english, chinese = (growth_lines(queues, document, language) for language in ("en", "zh"))
    assert english[0].startswith("The queue at the desk of community 57 grows by 12 jobs a week, in 3 of 3")
    assert "Street sanitation team 1" in english[1] and "Utilities" in english[2]
    assert english[3] == "Other queues that grow: 2, by up to 9.4 jobs a week."
    assert "57" in chinese[0] and len(chinese) == 4
    assert growth_lines([], document, "en") == []


def test_warnings_tell_where_and_what_would_do() -> None:
    loaded = sim.load("village-square", ["departments.housing.crews=1", "staff.community_desks.crews=4"])
    (line,) = warning_lines(loaded)
    assert line.startswith("--set departments.housing.crews=1: departments.housing.crews: warning: Housing: about ")
    assert line.endswith("2 crews would do (now 1)")


def test_hours_and_workers_that_are_hardly_meant_are_told() -> None:
    hours = "rosters.office.shifts=[{share: 1, week: {mon-fri: '18:00-8:30', sat: '22:00-6:00', sun: 全天}}]"
    loaded = sim.load("village-square", [hours, "staff.grid_workers.count=20"])
    told = " ".join(warning_lines(loaded))
    assert "staff.grid_workers.count: warning: 20 grid workers for 42 grids, where about one for each is usual" in told
    assert "week.mon-fri: warning: from 18:00 to 8:30 of the next day are 14.5 hours; is 8:30 to 18:00 meant?" in told
    assert "week.sat" not in told and "week.sun" not in told


def test_what_a_preset_says_is_told_at_the_file_that_extends_it(tmp_path: Path) -> None:
    file = tmp_path / "town.yaml"
    file.write_text("extends: village-square\nname: town\nrun: {start: 2026-01-05}\n", encoding="utf-8")
    (line,) = [line for line in warning_lines(sim.load(file)) if "2026" in line]
    assert line.startswith(f"{file}: calendar.holidays: warning: ")
    assert line.endswith("`gridgov holidays 2026` writes China's, for Excel with --table")
