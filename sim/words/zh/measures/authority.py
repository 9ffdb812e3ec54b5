"""What is said in Chinese of measures of who acts."""

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
}
"""What is said of each."""
