"""The words of lists of cases, and of the refusal to make one or to export a log, in Chinese."""

LABELS: dict[str, str] = {
    "cases_found": "共 {total:,} 件，列出 {shown:,} 件，{order}",
    "cases_all": "共 {total:,} 件，{order}",
    "cases_none": "没有符合条件的案件；该结果共有案件 {all:,} 件。",
    "cases_more": "另有 {more:,} 件：可增大 --limit，或缩小范围",
    "cases_explain": "查看一件的经过：{command}",
    "order_trouble": "波折最多者在前",
    "order_longest": "用时最长者在前",
    "order_number": "按编号排列",
    "case": "案件",
    "replication_short": "第几次模拟",
    "reported_on": "发现时间",
    "category": "类别",
    "took": "用时",
    "done_by": "处置层级",
    "what_happened": "经过",
    "not_found_there": "现场未发现",
    "settled_outside": "物业已解决",
    "happened_whistled": "吹哨",
    "happened_reopened": "重新立案",
    "happened_overdue": "超期",
    "happened_returned": "退回",
    "happened_sent_back": "核查退回",
    "happened_chased": "催问",
    "happened_repeated": "重复反映",
    "happened_joint": "需多部门处置",
    "happened_shelved": "挂账",
    "happened_petitioned": "信访",
    "happened_not_fixed": "已结案而未解决",
    "happened_still_open": "未结案",
    "asked_category": "类别",
    "asked_community": "社区",
    "asked_street": "街道",
    "asked_replication": "重复编号",
    "asked_level": "层级",
    "asked_unit": "单位",
    "asked_source": "来源",
    "asked_channel": "渠道",
    "asked_happened": "经过",
    "asked_sort": "排序",
    "asked_format": "格式",
    "not_known": "没有这一{what}：“{found}”{nearest}；可用：{known}",
    "nearest": "（是否指“{nearest}”？）",
    "export_no_log": (
        "{result} 没有事件日志：请加 --events 重新运行（Python：sim.RunOptions(events=True)），结果写入另一文件夹，"
        "或加 --overwrite（overwrite=True）"
    ),
    "export_ending": "{file}：{format} 文件名应以 {endings} 结尾",
    "from_to": "{low} 至 {high}",
    "list_title": "案件与经过",
    "list_all": (
        "列出{scope}的全部 {total:,} 件案件，波折最多者在前；点击一件可看经过。各选项旁的数字为件数。"
        "在终端中列出同样内容："
    ),
    "list_some": (
        "从{scope}的 {total:,} 件案件中列出 {shown:,} 件，波折最多者在前：每种情形各取波折最多的 {worst} 件，"
        "每个类别、社区、层级、单位、来源和渠道各取波折最多的若干件，另从全部案件中均匀抽取 {spread} 件。"
        "点击一件可看经过。"
        "各选项旁的数字为全部 {total:,} 件中的件数。在终端中列出全部案件："
    ),
    "list_of_run": "本次运行",
    "list_of_first": "第一次模拟（共 {n} 次）",
    "list_scripts": "列表、筛选和经过需要浏览器脚本，无需任何网络。",
    "list_find": "案件编号",
    "list_found": "本页 {all} 件中的 {n} 件",
    "list_none": "本页没有符合条件的案件。",
    "list_further": "再列出一些（还有 {n} 件）",
    "list_absent": "本页没有案件 {n}。如有此案件，在终端中查看其经过：",
    "list_reported": "发现于 {at}",
    "list_terminal": "在终端中查看：",
    "list_result": "结果文件夹",
    "list_grid": "网格 {n}",
    "street_n": "街道 {n}",
    "filter_all": "全部",
    "filter_clear": "清除筛选",
    "filter_more": "更多筛选条件",
}
"""What stands in lists of cases, by name."""
