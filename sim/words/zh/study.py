"""The words of the report of a study and of its figures, in Chinese."""

LABELS: dict[str, str] = {
    "study_kicker": "网格组织仿真研究",
    "kind_sweep": "参数扫描",
    "kind_sensitivity": "敏感性分析：影响最大的输入",
    "kind_assumptions": "假设检验",
    "kind_optimise": "优化",
    "answer": "结论",
    "scenario": "情景",
    "study_kind": "类型",
    "laid_over": "在其上修改：",
    "notes": "须知",
    "failures": "失败的运行",
    "failures_note": "{n} 次运行没有结果，上文不含其信息。",
    "point": "参数点",
    "replication": "重复",
    "error": "错误",
    "end_low": "低端",
    "end_high": "高端",
}
"""What stands in the report of a study and in its figures, by name."""
