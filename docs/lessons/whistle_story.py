"""One whistle, told from the event log: who was called, who came, how long they waited for the others."""

from pathlib import Path

import lesson
import marimo as mo

TOLD = {
    "whistle_blown": lesson.Text("the street blows the whistle", "街道吹哨"),
    "signed": lesson.Text("signs it", "签收"),
    "summoned": lesson.Text("sends a crew", "派出班组"),
    "failed_to_come": lesson.Text("sends nobody", "没有派人"),
    "arrived": lesson.Text("is on site", "到场"),
    "assembled": lesson.Text("all are on site", "全部到齐"),
    "crews_left": lesson.Text("crews that waited in vain leave", "空等的班组离开"),
}
"""What is told of a whistle: activities of the log. Those of one moment and kind stand in one line."""
CASE = """SELECT replication, "case" FROM {events} GROUP BY ALL
    HAVING count(CASE WHEN activity = 'failed_to_come' THEN 1 END) = 1 AND count(CASE WHEN activity = 'assembled' THEN 1 END) = 1
    AND count(CASE WHEN activity = 'signed' THEN 1 END) BETWEEN 4 AND 8 ORDER BY ALL LIMIT 1"""
"""A case of several departments of which one did not come, and came when the whistle was blown again."""
ROWS = """SELECT e.local_time AS moment, e.activity, s.name AS department FROM {{events}} e
    LEFT JOIN {{stations}} s ON e.agent_kind = 'department' AND s.station = e.agent AND s.replication = e.replication
    WHERE e.replication = {replication} AND e."case" = {case} AND e.activity IN ({activities})
    AND (e.activity <> 'arrived' OR e.agent_kind = 'department') ORDER BY e.time_ms"""


def whistle_told(folder: Path, speaker: lesson.Speaker) -> mo.Html:
    """Return a table of what happened between the first whistle for a case and the meeting on site."""
    replication, case = (int(number) for number in lesson.query(folder, CASE).iloc[0])
    listed = ", ".join(f"'{name}'" for name in TOLD)
    rows = lesson.query(folder, ROWS.format(replication=replication, case=case, activities=listed))
    called = lesson.titles(lesson.sim.load("village-square").scenario.departments, speaker)
    told = []
    for (moment, activity), its in rows.groupby(["moment", "activity"], sort=False):
        who = speaker.text(", ", "、").join(called[name] for name in its["department"].dropna())
        what = speaker.text(*TOLD[activity])
        emphasised = f"<b>{what}</b>" if activity in ("failed_to_come", "crews_left") else what
        when = f"{lesson.day(moment, speaker)} {moment:%H:%M}"
        told.append([when, who, emphasised])
    heads = [speaker.text("when", "时间"), speaker.text("who", "谁"), speaker.text("what", "做了什么")]
    return mo.Html(lesson.table(heads, told))
