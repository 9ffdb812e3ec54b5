"""The words of who may act, in Chinese."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "joint_team": MechanismWords(
        "多员联动的常设小队",
        name="联勤小队",
        settings={
            "roles": "角色",
        },
    ),
    "street_powers": MechanismWords(
        "赋权街道与街道评价权",
        name="赋权街道",
        settings={
            "exercised": "实际行使的比例",
            "powers": "街道权限",
            "rating": "街道评价",
            "response": "响应",
            "team": "队伍",
        },
        activities={
            "felt_rating": "街道对部门评价",
        },
    ),
    "sunk_enforcement": MechanismWords(
        "执法力量下沉街道",
        name="执法力量下沉",
        settings={
            "least": "至少",
            "recall": "响应召回下沉队伍的比例",
        },
    ),
    "all_purpose_grid": MechanismWords(
        "全科网格：网格员代办小事",
        name="全科网格",
        settings={
            "beyond": "网格以外",
            "except_hazards": "除外的类别",
            "head": "总体能力",
            "merged": "合并岗位",
            "taken_over": "代办的工作",
        },
        activities={
            "passed_on": "超出接手者能力，转交原责任单位",
        },
    ),
    "prevention": MechanismWords(
        "源头治理",
        name="源头治理",
        settings={
            "roots": "根治",
            "takes": "所需投入",
        },
        activities={
            "root_done": "根源已整治",
        },
    ),
    "service_centres": MechanismWords(
        "便民服务中心：家门口的窗口",
        name="便民服务中心",
        settings={
            "absorbed": "窗口受理咨询的比例",
            "at_door": "近邻选择窗口的比例",
            "centres": "中心数量",
            "one_stop": "一窗办结的比例",
            "quicker": "一窗办理的流程时间系数",
            "reach": "服务半径",
            "rent": "每个中心年租金",
        },
    ),
    "special_groups": MechanismWords(
        "特殊群体服务站（军人之家等）",
        name="特殊群体服务站",
    ),
}
"""By section of a scenario."""
