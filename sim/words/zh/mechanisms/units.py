"""The words of whole units and communities, in Chinese."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "norms": MechanismWords(
        "乡风民俗与邻里和睦（按假设直接输入）",
        name="乡风民俗与邻里和睦",
        settings={
            "mistrust": "信任降低",
        },
    ),
    "incentives": MechanismWords(
        "志愿力量的去留与积分激励（爱心银行）",
        name="志愿激励",
        settings={
            "begins": "起始在岗比例",
            "joins": "每月新加入比例",
            "novelty": "积分新鲜感持续时间",
            "points": "积分留住的比例",
            "stays": "一年后仍在的比例",
        },
    ),
    "roll_out": MechanismWords(
        "试点与分步推开：在哪里、从何时起实施",
        name="试点推开",
        settings={
            "every": "间隔时间",
            "of": "对象",
            "order": "次序",
        },
    ),
}
"""By section of a scenario."""
