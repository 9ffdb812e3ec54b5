"""The words of warnings, of queues that grow, and of the load of units, in Chinese."""

LABELS: dict[str, str] = {
    # warnings of a scenario
    "doubt_household": "户均 {people:.2f} 人，通常为 {low:g} 至 {high:g} 人",
    "doubt_density": "每平方公里 {density:,.0f} 名居民，建成区通常为 {low:,.0f} 至 {high:,.0f} 名",
    "doubt_holidays": "未列出 {years} 年的任何节假日：所有人都按平常周工作",
    "doubt_days_off": "观察所及的日子里，国家公布的放假日有 {count} 天没有列出：{days}",
    "doubt_days_worked": "观察所及的日子里，国家公布的调休上班日有 {count} 天没有列出：{days}",
    "doubt_night": "{opens} 至次日 {closes} 长达 {hours:g} 小时；是否应为 {closes} 至 {opens}？",
    "doubt_grids": "{grids:,.0f} 个网格只有 {workers:,.0f} 名网格员，通常每格约一名",
    "doubt_fewer": "工作量超过工时：各部门合计约可服务 {fit:,.0f} 名居民，而辖区有 {residents:,.0f} 名",
    "doubt_more": "工作很少：各部门合计约可服务 {fit:,.0f} 名居民，而辖区有 {residents:,.0f} 名",
    "doubt_workers": (
        "{unit}：每年约有 {work:,.0f} 小时案件工作，外勤时间为 {hours:,.0f} 小时（负荷 {load:.3g}）；"
        "需要 {enough} 人，现有 {crews:,} 人"
    ),
    "doubt_load": (
        "{unit}：每年约有 {work:,.0f} 小时工作，办案时间为 {hours:,.0f} 小时（负荷 {load:.3g}）；"
        "需要 {enough} 个处置组，现有 {crews:,} 个"
    ),
    "doubt_load_places": (
        "{unit}：{places:,} 处中有 {over:,} 处负荷超过 {most:g}，最高为第 {place} 号：每年约有 {work:,.0f} 小时工作，"
        "办案时间为 {hours:,.0f} 小时（负荷 {load:.3g}）；按居民分配共需 {enough} 个处置组，或每处 {each} 个，"
        "现有 {crews:,} 个"
    ),
    "doubt_season": (
        "{unit}：{month} 月约有 {work:,.0f} 小时工作，办案时间为 {hours:,.0f} 小时（负荷 {load:.3g}）；"
        "全年平均负荷为 {mean:.3g}"
    ),
    # queues that grow
    "read_first": "阅读数字之前",
    "queue_grows": (
        "{station}的待办队列每周增加 {per_week} 件（{n} 次重复中有 {rising} 次）：平均值取决于运行的长短。"
    ),
    "queues_more": "其他在增长的队列：{n:,} 个，每周最多增加 {per_week} 件。",
    "queues_grew": "{variant}：有 {n:,} 个队列在增长，平均值取决于运行的长短；报告列出了这些队列。",
    "desk_of": "第 {number} 号社区窗口",
    "worker_of": "第 {number} 号网格员",
    "members_of": "第 {number} 号社区的党员",
    # the load of units
    "loads_title": "谁最忙",
    "loads_note": (
        "各单位（条）和各站点（点）办案时间内的工作小时除以办案时间；竖线为全部工作小时除以全部在岗时间。"
        "{n} 次重复的平均；虚线为 {most:.0%}。"
    ),
    "of_cases": "办案工时利用率",
    "of_duty": "在岗工时利用率",
    "single_stations": "各站点",
    "loads": "各单位负荷",
    "loads_table_note": (
        "按最忙的站点排列；每周小时数，各次重复的平均。办案时间内的工作小时不含挤占日常工作的部分；全部工作小时与全部在岗时间"
        "相比。网格员的办案时间为外勤时间，含巡查。待办：每日零时计数，为单位所有站点之和。等待：已承办任务的日历小时。"
    ),
    "unit_name": "单位",
    "stations_count": "站点",
    "hands_count": "人员或处置组",
    "cases_over_open": "办案时间内的工作 / 办案时间（小时）",
    "busiest_station": "最忙的站点",
    "busy_over_duty": "全部工作 / 在岗（小时）",
    "in_line": "待办",
    "wait_h": "等待（小时）",
    # the book of hours
    "hours_title": "一年的工时去哪了",
    "hours_note": "排班给一名人员或一个处置组的全年小时数，按去向分列。{n} 次重复的平均，观察期折算为一年。",
    "hours_axis": "一名人员或一个处置组的全年小时数",
    "hours_table": "工时账",
    "hours_table_note": (
        "一名人员或一个处置组的全年小时数，各次重复的平均：除最后两行外，各行之和等于排班小时数。案件：在现场处置和等待。"
        "条线工作：处置组为办案以外的全部在岗时间，网格员为部门交办任务；均已扣除被案件挤占的部分。未用：可办案或在外勤但无事可做或未巡查。"
        "加班另计。只调配工时的机制自身不占工时；其调配情况列于表下。"
    ),
    "hours_kind": "工时用途",
    "hours_of_worker": "网格员",
    "hours_of_community": "社区窗口处置组",
    "hours_of_street": "街道队伍处置组",
    "hours_of_department": "部门处置组",
    "hours_of_sunk": "下沉街道的部门处置组",
    "hours_of_service": "特殊群体服务站处置组",
    "hours_of_contractor": "购买服务处置组",
    "hours_of_auditors": "督查组",
    "hours_travel": "路途",
    "hours_cases": "案件",
    "hours_patrol": "巡查",
    "hours_visits": "走访",
    "hours_desk": "案头",
    "hours_line": "条线工作",
    "hours_idle": "未用",
    "hours_absent": "缺勤",
    "hours_rostered": "排班",
    "hours_overtime": "加班",
    "hours_moved": "{mechanism}，{kind}：{parts}",
    "hours_taken": "从{of}取 {hours} 小时",
    "hours_given": "给{of}增 {hours} 小时",
    "hours_from_cases": "案件",
    "hours_from_line": "条线工作",
    "hours_from_desk": "案头工作",
    "hours_from_patrol": "巡查",
    "hours_from_field": "外勤",
}
"""What stands in warnings and about loads, by name."""
