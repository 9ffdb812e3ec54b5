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
}
"""What is said of each."""
