"""What units are called besides their titles: suggested where a row has such a name, never taken for it, since one name
may stand for several units."""

from __future__ import annotations

ALIASES = {
    "grid_workers": ("网格",),
    "community_desks": ("居委会", "社区工作站", "community"),
    "sanitation": ("环卫", "保洁", "cleaning"),
    "enforcement": ("综合执法", "执法"),
    "urban_management": ("城市管理", "数字城管"),
    "utilities": ("供水", "供电", "燃气", "热力", "水务", "电力", "water", "power", "gas", "heat"),
    "market_supervision": ("市场", "市监", "工商"),
    "housing": ("住建", "房管", "住房", "物业"),
    "municipal_works": ("市政", "道路", "排水"),
    "civil_affairs": ("民政", "人社", "社保"),
    "police": ("公安", "警察"),
    "traffic_police": ("交警", "交管", "交通警察"),
    "environment": ("环保", "生态", "环境"),
    "emergency": ("应急", "消防", "fire"),
    "planning": ("规划", "自然资源", "国土"),
    "culture": ("文化", "旅游", "文旅"),
    "agriculture": ("农业", "农村", "农林"),
    "education": ("教育", "教体", "schools"),
    "health": ("卫生", "卫健", "医疗", "hospitals"),
}
"""Parts of names by the key of the unit's row."""


def meant(word: str) -> str | None:
    """Return the key of the unit whose other name is the longest part of a word, None if none is."""
    found = [(len(alias), key) for key, names in ALIASES.items() for alias in names if alias in word.casefold()]
    return max(found)[1] if found else None
