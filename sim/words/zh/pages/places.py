"""The words of the table of presets, in Chinese."""

LABELS: dict[str, str] = {
    "places_size": "居民{residents}人，网格{grids}个，网格员{workers}名",
    "places_on": "另外启用：{on}",
    "places_nothing_more": "无",
    "places_on_in_all": "所有预设均启用：{on}。",
    "places_joined": "；",
    "places_grades": "各等级数值个数：{grades}",
    "places_grades_are": (
        "等级：A官方数字，B见于文本，B-来源较弱，C由算术得出，D背景知识，E假设；从其他预设继承的数值一并计入。"
    ),
    "places_no_evidence": "任何预设都不能说明该地实际情况：A、B以外的数值按尖草坪折算或属假设。",
}
