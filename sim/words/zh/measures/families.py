"""What is said in Chinese of measures that come in families: by stream, level of a distribution, kind of station."""

from sim.words.catalogue import MeasureWords
from sim.words.zh.measures.general import MEASURES as SINGLE

_LEVELS = {"median": ("中位数", "半数"), "p90": ("90 分位", "九成")}
_RESIDENTS_LEVELS = {
    "p25": ("25 分位", "四分之一"),
    "median": ("中位数", "半数"),
    "p75": ("75 分位", "四分之三"),
    "p90": ("90 分位", "九成"),
    "p95": ("95 分位", "百分之九十五"),
}
_STREAMS = {"": "全部案件", "_street_order": "街面秩序案件", "_request": "诉求案件"}
_STATIONS = {
    "worker": "网格员",
    "community": "社区",
    "street": "街道队伍",
    "department": "部门",
    "members": "党员",
    "auditors": "督查人员",
    "sunk": "下沉执法力量",
    "team": "联勤小队",
    "street_leader": "街道包案领导（按包案名额）",
    "district_leader": "区包案领导（按包案名额）",
    "service": "特殊群体服务站",
    "contractor": "购买服务",
    "company": "物业公司",
    "partners": "共建单位",
    "council": "居民议事会",
    "committee": "各级委员会",
}
_HOURS = {"": ("办案工时", "办案时间内", "办案时间"), "of_duty_": ("在岗工时", "", "全部在岗时间")}
_SPANS = {
    "first_response": ("首次响应用时", "得到首次响应", "打一个电话也算响应，不必办成任何事。"),
    "closing": (
        "结案用时",
        "结案",
        "巡查多登记小事，中位数就会下降：应按案件流和类别比较。结案不等于解决。",
    ),
}
_QUANTITIES = {"closing": "平均结案用时", "never_reported": "未被发现的问题比例"}
_COUNTED = {
    "on_time": ("按期办结", "已结案且在时限内报告办结"),
    "closed": ("办结", "到运行结束时已结案"),
}
_PARTS = {
    "patrol": ("巡查发现", "由巡查发现"),
    "residents": ("居民反映", "由居民反映立案"),
    "departments": ("部门事项", "实际应由部门处置"),
    "below": ("部门以下", "实际应由网格、社区或街道队伍处置"),
}
_STATISTICS = {"gini": "基尼系数", "p90_p10": "90 分位与 10 分位之比"}
_NOT_REACHED = "（Kaplan-Meier 估计，未完成者按删失处理；未达到则无值）"


def _in_brackets(stream: str) -> str:
    return f"（{_STREAMS[stream].removesuffix('案件')}）" if stream else ""


def _durations() -> dict[str, MeasureWords]:
    texts = {}
    for level, (level_name, part) in _LEVELS.items():
        texts[f"detection_{level}_h"] = MeasureWords(
            f"发现用时，{level_name}",
            f"观察期内被发现的问题，{part}在多少小时内首次被发现或反映。",
            SINGLE["detection_mean_h"].caution,
        )
        for span, (name, done, caution) in _SPANS.items():
            for stream, cases in _STREAMS.items():
                texts[f"{span}{stream}_{level}_h"] = MeasureWords(
                    f"{name}，{level_name}{_in_brackets(stream)}",
                    f"观察期内上报的{cases}，{part}在立案后多少小时内{done}{_NOT_REACHED}。",
                    caution,
                )
    for level, (level_name, part) in _RESIDENTS_LEVELS.items():
        texts[f"closing_residents_{level}_h"] = MeasureWords(
            f"结案用时，{level_name}（居民反映）",
            f"观察期内由居民反映立案的案件，{part}在立案后多少小时内结案{_NOT_REACHED}。",
            "居民的诉求与街面秩序合计。结案不等于解决。",
        )
    return texts


def _loads() -> dict[str, MeasureWords]:
    texts = {}
    for stream, cases in _STREAMS.items():
        texts[f"backlog_mean{stream}"] = MeasureWords(
            f"在办积压{_in_brackets(stream)}",
            f"已立案而未结的{cases}数，在观察期内的时间平均；观察期之前的案件计入，重开的案件自立案起计。",
            "也计入等待预约和材料的案件：积压不等于人手不足。",
        )
    for station, who in _STATIONS.items():
        for of, (hours, within, over) in _HOURS.items():
            texts[f"utilisation_{of}{station}"] = MeasureWords(
                f"{who}{hours}利用率",
                f"观察期内{who}{within}的工作小时（含路途和现场等候），除以{over}。",
                "平均值掩盖最忙者；超过约 0.85，排队急剧变长。",
            )
    return texts


def _spreads() -> dict[str, MeasureWords]:
    return {
        f"spread_{name}_{statistic}": MeasureWords(
            f"社区间{quantity}，{spread}",
            f"各社区{quantity}在观察期内的离散程度：{spread}（未结案件计到运行结束）。",
            "各社区发生的问题本不相同；人人一样差，也是均等。",
        )
        for name, quantity in _QUANTITIES.items()
        for statistic, spread in _STATISTICS.items()
    }


def _parts() -> dict[str, MeasureWords]:
    return {
        f"{name}_share_due_{part}": MeasureWords(
            f"{counted}（{short}，全部到期）",
            f"观察期内{whose}、时限（含延期）已到的案件中，{done}的比例。",
            "各类时限不同：比例说明时限守得如何，不说明办得多快。",
        )
        for name, (counted, done) in _COUNTED.items()
        for part, (short, whose) in _PARTS.items()
    }


MEASURES: dict[str, MeasureWords] = {**_durations(), **_loads(), **_spreads(), **_parts()}
"""What is said of the measures of families, by name."""
