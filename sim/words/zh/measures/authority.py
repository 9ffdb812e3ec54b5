"""What is said in Chinese of measures of who acts, and of service centres."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "taken_over_share": MeasureWords(
        "接手办理比例",
        "观察期内立案案件中由本应负责单位以外的单位接手、或代为承担一部分的，除以全部立案案件。",
        "只说明由谁办理，不说明办得更好：请看接手单位的工时。",
    ),
    "passed_on_share": MeasureWords(
        "接手后转出比例",
        "观察期内被接手的立案案件中又转回本应负责单位的，除以全部被接手的案件。",
        "每一件在责任单位开始之前已白费一趟路程和一次处置。",
    ),
    "joint_without_whistle_share": MeasureWords(
        "未吹哨即结案的联合案件比例",
        "观察期内确需多部门的已结案件中未吹哨的，除以全部确需多部门的已结案件。",
        "不以吹哨方式召集部门时全部如此。联合案件只占千分之几。",
    ),
    "on_time_between_streets": MeasureWords(
        "按期结案率的街道差距",
        "观察期内到期案件的按期结案率，最好街道减最差街道，以百分点计。",
        "街道案件少时，偶然性就会拉大差距；只有一个街道时为零。",
    ),
    "recurrences_prevented_per_year": MeasureWords(
        "避免的复发",
        "观察期内若非整治根源本会复发的问题，折算为每年。",
        "只有模拟器知道。比例由参数设定；模拟要看的是所花工时是否值得。",
    ),
    "walk_in_share": MeasureWords(
        "窗口反映比例",
        "观察期内居民反映的立案案件中经窗口（便民服务中心对应的渠道）提出的，除以全部居民反映的立案案件。",
        "只改变在哪里登记，不改变如何处置。",
    ),
    "centre_m_p90": MeasureWords(
        "九成住户到服务中心的距离",
        "九成住户到最近便民服务中心的直线距离不超过的米数。",
        "实际路程更长，城市中约长三分之一。没有服务中心时无值。",
    ),
    "calls_avoided_per_year": MeasureWords(
        "窗口代替的来电",
        "观察期内的咨询（折合每年）乘以由窗口承接的比例。",
        "由参数设定；模拟得出的是社区工作台为此花去的工时。",
    ),
    "open_age_p95_days": MeasureWords(
        "未结案件存续时间（95 分位）",
        "观察期结束时未结的立案案件中，二十分之十九自报告起不超过的天数。",
        "计的是案卷而不是问题：虚假结案会使其下降。",
    ),
    "led_share": MeasureWords(
        "领导包案比例",
        "观察期内立案案件中到运行结束时曾由领导包案的，除以全部立案案件。",
        "比例高不是好事：包案的都是久拖未决的。",
    ),
    "leader_h_on_cases_per_week": MeasureWords(
        "包案领导工时",
        "观察期内包案领导每周用于所包案件的工时。",
        "每案每周工时是给定的；得出的是包了多少件、包了多久。",
    ),
    "leader_h_per_closing": MeasureWords(
        "每办结一件的包案工时",
        "观察期内包案领导用于案件的工时，除以期内办结的包案案件数。",
        "结案不等于解决，有些不包也会办结：请与不包案的运行对照。",
    ),
    "overtaken_per_led_case": MeasureWords(
        "每件包案超越的案件",
        "同一单位、同一街道中派单早于包案案件、到场却晚于它的案件数，按观察期内包案案件平均。",
        "有些本来也会被超越；被超越者的损失见全部案件的结案时间。",
    ),
    "asked_outside_per_year": MeasureWords(
        "先找物业的事项",
        "观察期内居民先找物业而未上报的事项，折合每年。",
        "由覆盖比例和先找比例给定。",
    ),
    "solved_outside_share": MeasureWords(
        "物业解决比例",
        "观察期内先找物业的事项中已了结且从未上报的，除以全部先找物业的事项。",
        "含其间自行消除的。工单减少本身不是成效。",
    ),
    "outside_before_report_mean_h": MeasureWords(
        "上报前的等待",
        "观察期内先找物业、最终仍上报的事项，从找物业到上报的平均用时。",
        "任何案卷都看不到这段等待：它在上报之前。",
    ),
    "occurrence_to_fix_request_mean_h": MeasureWords(
        "发生至解决（居民诉求）",
        "观察期内发生、到运行结束时已真正解决的居民诉求类问题，从发生到解决的平均用时，不论由谁解决。",
        "未解决的不计：请同时看按严重程度加权的未解决天数。",
    ),
    "partner_tasks_per_year": MeasureWords(
        "共建单位完成的任务",
        "观察期内最后由共建单位报称办结、到运行结束时已结案的案件，折合每年。",
        "共建协议的价值大多不在案件之中。",
    ),
    "desk_h_per_partner_task": MeasureWords(
        "每件共建任务占用的社区工时",
        "共建协议每年占用社区的工时，除以共建单位同期完成的任务数。",
        "协议的用处不止于这些任务。",
    ),
    "rooms_lent_h_per_week": MeasureWords(
        "共建单位出借场地",
        "共建单位每周出借场地的小时数，业主自用的除外。",
        "给定数字的乘积；场地里发生什么，模型不涉及。",
    ),
}
"""What is said of each."""
