"""运行图的中文用语。"""

LABELS: dict[str, str] = {
    "flow_title": "案件流向",
    "flow_note": (
        "观察期内已立案的案件，{n} 次重复合计：由谁发现、经过哪种流程、由谁办结、运行结束时状态。"
        "流程中有多种情形的，计入所列的最后一种。"
    ),
    "flow_source": "发现",
    "flow_way": "流程",
    "flow_done_by": "办结层级",
    "flow_end": "结果",
    "flow_patrol": "巡查",
    "flow_visit": "入户走访",
    "flow_resident": "居民",
    "flow_steward": "志愿巡查",
    "flow_camera": "摄像头",
    "flow_talk": "干部座谈",
    "flow_proxy": "代办代述",
    "flow_service": "服务站走访",
    "flow_straight": "顺利",
    "flow_returned": "错派退回",
    "flow_sent_back": "核查退回",
    "flow_reopened": "重新办理",
    "flow_spot": "当场处置",
    "flow_grid": "网格",
    "flow_community": "社区",
    "flow_members": "党员",
    "flow_street": "街道",
    "flow_department": "部门",
    "flow_joint": "多部门联合",
    "flow_partners": "共建单位",
    "flow_stewards": "志愿者",
    "flow_company": "物业公司",
    "flow_nobody": "尚未办结",
    "flow_fixed": "已解决",
    "flow_not_fixed": "结案未解决",
    "flow_found_gone": "到场已不存在",
    "flow_open": "在办",
    "queues_title": "谁在排队",
    "queues_note": "观察期开始时及之后每周，各单位排队等候的任务数，为各次重复的平均；至多七个单位，排队最长的在前。",
    "queues_axis": "排队任务",
    "arrivals_title": "案件何时进来",
    "arrivals_note": "每周各小时因上报或发现而产生的案件数，为各次重复的平均；右侧为当天合计。",
    "arrivals_axis": "每小时案件数",
    "weekday_0": "周一",
    "weekday_1": "周二",
    "weekday_2": "周三",
    "weekday_3": "周四",
    "weekday_4": "周五",
    "weekday_5": "周六",
    "weekday_6": "周日",
    "known_title": "实际发生与已知",
    "known_note": (
        "每个整周的问题数，为各次重复的平均：实际发生的、首次被发现或上报的、已消除（解决或自行消失）的。"
        "前两条线之间为无人发现或较晚才发现的。"
    ),
    "known_occurred": "实际发生",
    "known_found": "首次发现或上报",
    "known_ended": "已消除",
    "known_axis": "每周问题数",
    "lorenz_title": "社区之间的差距",
    "lorenz_note": (
        "各社区均值的洛伦兹曲线：从情况最好的社区算起，占多少比例的社区占总和的多少。曲线越下垂越不均；"
        "基尼系数为 0 表示各社区相同。每个社区案件很少时，部分差距出于偶然。"
    ),
    "lorenz_equal": "完全相同",
    "lorenz_line": "{measure}（基尼系数 {gini}）",
    "lorenz_across": "社区，最好的在前",
    "lorenz_up": "占总和比例",
    "variant_backlog_title": "在办案件的变化",
    "variant_backlog_note": "已立案未结的案件，为各次重复的平均。点线为预热期结束。",
    "interactions_title": "因素之间的相互影响",
    "interactions_note": (
        "两个因素每对取值下指标的平均值，对其他因素取平均。某一行上升而另一行下降，说明一个因素的作用取决于另一个。"
    ),
    "turns_sign": (
        "{factor}对{measure}的影响随{other}改变方向：{other}为{low}时{first}，为{high}时{last}。"
        "对{other}取平均会掩盖这一点。"
    ),
}
