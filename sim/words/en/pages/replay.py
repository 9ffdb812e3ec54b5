"""The words of the replay, in English."""

LABELS: dict[str, str] = {
    "replay_title": "Replay: {title}",
    "replay_two": "Replay: two runs in one world",
    "replay_people": (
        "Everybody here is invented: residents, workers and crews of a simulation. The page holds no data about real"
        " persons, and must not be used to judge any."
    ),
    "replay_places": (
        "Issues lie where the simulation put them. Workers and crews are drawn on straight lines between the places"
        " that the result names; the ways between are not known."
    ),
    "replay_no_log": (
        "This run kept no event log: what the tables know is shown. Not shown are patrols' finds by worker, repeat"
        " reports and reopenings; run it again with --events to see them."
    ),
    "replay_scripts": "This page needs JavaScript, and nothing from any network.",
    "replay_play": "Play",
    "replay_pause": "Pause",
    "replay_time": "Time",
    "replay_speed": "Speed",
    "replay_minutes_a_second": "{n} min per second",
    "replay_hours_a_second": "{n} h per second",
    "replay_weekdays": "Mon Tue Wed Thu Fri Sat Sun",
    "replay_keys": (
        "Space: play or pause. Left, right: an hour; with Shift: a day. Up, down: speed. Wheel: zoom; drag: move;"
        " 0: the whole map. Esc: close the story."
    ),
    "replay_hidden": "open, unknown",
    "replay_open": "open, known",
    "replay_closed": "closed",
    "replay_on_time": "on time",
    "replay_unfixed": "closed, not fixed",
    "replay_of_closed": "of closed",
    "replay_since": "since the start",
    "replay_curve": "Backlog over time: open and known (line), open and unknown (dashed)",
    "replay_map": "Map of the district with its issues",
    "replay_filter": "Show only",
    "replay_category": "Category",
    "replay_level": "Level",
    "replay_community": "Community",
    "replay_no_level": "nobody yet",
    "replay_shown": "{n} of {all} issues",
    "replay_whole_run": "it happened at any time of the run",
    "replay_next_whistle": "Next whistle",
    "replay_cases": "Cases",
    "replay_find_case": "number of a case",
    "replay_cases_listed": "{n} of {all} cases, those open longest in the time shown first; a click tells the story",
    "replay_days_open": "{n} days of the time shown",
    "replay_there": "{n} of {all} there",
    "replay_legend": "What the marks mean",
    "replay_mark_hidden": "nobody knows of it yet",
    "replay_mark_known": "found or reported, at a desk",
    "replay_mark_waiting": "hollow: waits in line",
    "replay_mark_underway": "filled: somebody is on it",
    "replay_mark_closed": "closed (fades)",
    "replay_mark_unfixed": "closed, but still there",
    "replay_mark_overdue": "bar below: past its limit",
    "replay_mark_report": "a resident reports",
    "replay_mark_whistle": "a whistle calls crews to the place",
    "replay_mark_worker": "grid worker",
    "replay_mark_crew": "crew of a unit",
    "replay_mark_rests": "pale: where it was last known to be",
    "replay_marks_of_levels": "Who handles it, by shape and colour",
    "replay_story": "Story",
    "replay_click": "Click a mark to read its story; click again for the next one at the same place.",
    "replay_grid": "grid {n}",
    "replay_dangerous": "dangerous",
    "replay_no_case": "no case",
    "replay_absent": "In this run it is not to be seen in this time.",
    "replay_jump": "Go to this moment",
    "replay_close": "Close",
}
"""What the page says, by name."""
