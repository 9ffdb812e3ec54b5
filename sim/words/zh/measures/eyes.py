"""What is said in Chinese of measures of other eyes: stewards, cameras, talks, warnings from repeats."""

from sim.words.catalogue import MeasureWords

_MORE = "发现多不等于更差，也不等于更好：其中许多稍后会由他人发现。"

MEASURES: dict[str, MeasureWords] = {
    "found_by_stewards_per_year": MeasureWords(
        "志愿巡查发现",
        "观察期内志愿者上报或随手处置的问题，折合每年。",
        _MORE,
    ),
    "fixed_by_stewards_per_year": MeasureWords(
        "志愿者随手处置",
        "观察期内志愿者随手处置、未立案的问题，折合每年。",
        "依案卷所作的统计看不到这些。",
    ),
    "stewards_off_duty_share": MeasureWords(
        "志愿巡查发现中无网格员当班的比例",
        "观察期内志愿者上报或随手处置的问题中，按排班无网格员当班时发现的比例。",
        "傍晚发现的问题多半要等到次日才有队伍处置。",
    ),
    "steward_h_per_find": MeasureWords(
        "志愿巡查每发现一个问题的小时数",
        "观察期内志愿者巡查的小时数，除以其间上报或随手处置的问题数。",
        "志愿者的时间不付酬，但并非没有代价。",
    ),
    "found_by_cameras_per_year": MeasureWords(
        "摄像头发现",
        "观察期内由摄像头立案的案件，折合每年。",
        _MORE,
    ),
    "found_in_talks_per_year": MeasureWords(
        "座谈中听到",
        "观察期内干部就座谈中听到的问题代为立案的案件，折合每年。",
        _MORE,
    ),
    "cadre_h_per_find": MeasureWords(
        "干部每听到一个问题的小时数",
        "观察期内干部座谈的小时数，除以其间由此立案的案件数。",
        "座谈的目的不只是发现问题。",
    ),
    "found_by_proxies_per_year": MeasureWords(
        "代述上报",
        "观察期内代述人就上门听到的问题代为立案的案件，折合每年。",
        _MORE,
    ),
    "proxy_h_per_find": MeasureWords(
        "代述人每立一案的小时数",
        "观察期内代述人上门的小时数，除以其间由此立案的案件数。",
        "上门的目的不只是发现问题。",
    ),
    "repeat_warnings_per_year": MeasureWords(
        "重复预警",
        "观察期内同一地点同一类问题在规定时间内达到规定件数（见数字平台各参数）、应予预警的次数，折合每年；每次预警后重新计数。",
        "无论预警之后是否行动都会统计：只有设定预警触发整治时才治理根源。",
    ),
    "repeat_warnings_hit_share": MeasureWords(
        "预警后再次发生的比例",
        "观察期内跟踪满规定时间的预警中，其后该时间内同一地点同类问题再有案件的比例。",
        "即根治最多能够避免的部分；已有整治时，则是整治后仍未避免的部分。跟踪时间不足时无值。",
    ),
}
"""What is said of each."""
