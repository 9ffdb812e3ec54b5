"""The words of figures and reports in English and Chinese."""

from collections.abc import Mapping
from typing import Any, Literal

from sim.measures.measure import Text
from sim.show.compare_labels import COMPARE_LABELS

Language = Literal["en", "zh"]

LABELS: dict[str, Text] = {
    # streams, sources and levels, as the tables name them
    "street_order": Text("Street order", "街面秩序"),
    "request": Text("Requests", "居民诉求"),
    "spot": Text("on the spot", "当场"),
    "grid": Text("grid", "网格"),
    "community": Text("community", "社区"),
    "members": Text("party members", "党员"),
    "street": Text("street", "街道"),
    "department": Text("department", "部门"),
    "joint": Text("several departments", "多部门联合"),
    # figures
    "map_title": Text("Where", "空间分布"),
    "map_note": Text(
        "Each patch is a grid. A grid has few cases: single dark patches are mostly chance, and only"
        " neighbours that are alike say something. Small numbers are those of the communities (up to 100 of them).",
        "每块为一个网格。单个网格案件很少：个别深色块多出于偶然，成片相近才说明问题。"
        "小号数字为社区编号（不超过 100 个社区时）。",
    ),
    "closing_mean_h": Text("Mean time to close", "平均结案用时"),
    "never_reported_share": Text("Share of issues never seen", "从未被发现的比例"),
    "hours": Text("hours", "小时"),
    "cases": Text("registered cases", "立案数"),
    "issues": Text("issues", "问题数"),
    "curves_title": Text("How long cases stay open", "案件多久结案"),
    "curves_note": Text(
        "Share of registered cases closed by then, cases still open taken into account (Kaplan-Meier). In"
        " brackets: time by which half are closed. A step at the very start are cases fixed on the spot.",
        "到该时刻已结案的立案案件比例，已计入未结案件（Kaplan-Meier 估计）。括号内：半数结案所需时间。"
        "起点处的台阶为当场处置的案件。",
    ),
    "curves_undrawn": Text(
        "Without a curve, for fewer than {least} cases in all replications together: {names}.",
        "各次重复合计不足 {least} 件、故未画曲线：{names}。",
    ),
    "time_since_registration": Text("time since registration", "立案后的时间"),
    "share_closed": Text("closed", "已结案"),
    "min": Text("min", "分"),
    "h": Text("h", "时"),
    "d": Text("d", "天"),
    "wk": Text("wk", "周"),
    "backlog_title": Text("Open cases over time", "在办案件的变化"),
    "backlog_note": Text(
        "Registered cases not yet closed; mean of the replications, with their range. The shaded window is"
        " what is measured; before it the model warms up.",
        "已立案未结的案件；为各次重复的平均及其范围。阴影为观察期，之前为预热。",
    ),
    "open_cases": Text("open registered cases", "在办案件"),
    "window": Text("watched window", "观察期"),
    "levels_title": Text("Who puts it right", "谁来处置"),
    "levels_note": Text(
        "Closed cases of the window by who did it, street order above, requests below; at the right their number,"
        " all {n} replications together. Cases whose issue was gone when somebody came are left out; closings"
        " that fixed nothing count.",
        "观察期内已结案件按办结层级，上为街面秩序，下为居民诉求；右侧为件数，{n} 次重复合计。"
        "到场时问题已不存在的不计；未真正解决即结案的计入。",
    ),
    "figures_in_english": Text("", "本机没有中文字体，图中文字为英文。"),
    # report
    "kicker": Text("Simulation of a grid organisation", "网格组织仿真"),
    "caveat_assumptions": Text(
        "Every figure here depends on the assumptions listed below with their ranges, and none is evidence"
        " that any real policy worked.",
        "这里的每个数字都以下文所列假设及其范围为条件，都不是任何现实政策有效的证据。",
    ),
    "caveat_people": Text(
        "It simulates an organisation with synthetic people, and must not be used to score, rank or predict"
        " any real worker, resident, household or petitioner.",
        "仿真的是一个由虚构人物组成的组织，不得用于对任何真实的工作人员、居民、家庭或信访人打分、排名或预测。",
    ),
    "key_figures": Text("Key figures", "主要指标"),
    "figures": Text("Figures", "图"),
    "all_measures": Text("All measures", "全部指标"),
    "intervals_note": Text(
        "Means over {n} replications with 95 % intervals. The intervals hold chance within this one"
        " scenario; they say nothing of the uncertainty of its assumptions. They are Student's, cut where a"
        " measure ends: shares at 0 and 1, amounts and times at 0.",
        "{n} 次重复的平均值及 95 % 置信区间。区间只反映本情景内的偶然性，不反映假设本身的不确定性。"
        "区间按 t 分布计算，并截于指标的界限：比例截于 0 和 1，数量和时间截于 0。",
    ),
    "one_replication_note": Text(
        "One replication: no intervals. Chance alone can move these figures; run more before comparing.",
        "只有一次重复，没有置信区间。仅偶然性就能使这些数字变动；比较之前请增加重复次数。",
    ),
    "measure": Text("Measure", "指标"),
    "mean": Text("Mean", "平均"),
    "interval": Text("95 % interval", "95 % 区间"),
    "unit": Text("Unit", "单位"),
    "caution": Text("Read with care", "读数须知"),
    "definitions": Text("Definitions", "定义"),
    "field": Text("Beside the field", "与实际对照"),
    "field_note": Text(
        "{inside} of {all} measures lie in the range that the scenario expects of them, from the field or by"
        " hand. Agreement makes a scenario plausible, not right.",
        "{all} 项指标中有 {inside} 项落在情景预期的范围内（来自实际数据或手工推算）。吻合说明情景合理，不说明它正确。",
    ),
    "simulated": Text("Simulated", "仿真"),
    "expected": Text("Expected", "预期"),
    "range": Text("Range", "范围"),
    "source": Text("Source", "来源"),
    "grade": Text("Grade", "等级"),
    "grades_note": Text(
        "Grades: A official, B seen in a text, B- a weak page, C arithmetic from A or B, D background"
        " knowledge, E assumed.",
        "等级：A 官方；B 见于文本；B- 来源较弱；C 由 A、B 推算；D 背景知识；E 假设。",
    ),
    "inside": Text("inside", "范围内"),
    "outside": Text("outside", "范围外"),
    "worst": Text("Communities that fare worst", "处境最差的社区"),
    "worst_note": Text(
        "By the mean of all replications. With few cases a community is among the worst by chance; the"
        " synthetic ones stand for no real place.",
        "按各次重复的平均。案件少的社区可能只是出于偶然而列于其中；虚构的社区不代表任何真实地方。",
    ),
    "slowest": Text("Longest time to close", "结案最慢"),
    "most_unseen": Text("Most issues never seen", "从未被发现的问题最多"),
    "district": Text("district", "全区"),
    "assumptions": Text("Assumptions", "假设"),
    "assumptions_note": Text(
        "{n} quantities of this scenario are assumed (grade E). A range written with × is a factor on the"
        " whole distribution. Each can be changed on the command line with --set path=value.",
        "本情景有 {n} 个量为假设（等级 E）。带 × 的范围是对整个分布的倍数。均可在命令行用 --set 路径=值 修改。",
    ),
    "assumed": Text("Assumed", "假设取值"),
    "ungraded": Text("No source given", "未注明来源"),
    "ungraded_note": Text(
        "{n} numbers of this scenario carry no grade, so nothing says how well they are known. Left out are 0 and 1,"
        " and when the run starts and how long it is.",
        "本情景有 {n} 处数字没有等级，无从得知其可靠程度。0 和 1 以及运行的起止不列。",
    ),
    "quantity": Text("Quantity", "量"),
    "value": Text("Value", "取值"),
    "reason": Text("Reason", "理由"),
    "provenance": Text("Where this comes from", "来源记录"),
    "followed_to": Text("followed up to", "跟踪至"),
    "changed": Text("Changed on the command line:", "命令行修改："),
    "residents": Text("residents", "居民"),
    "workers": Text("grid workers", "网格员"),
    "grids": Text("grids", "网格"),
    "communities": Text("communities", "社区"),
    "department_crews": Text("crews of departments", "部门处置组"),
    "replications": Text("replications", "重复次数"),
    "seed": Text("seed", "随机种子"),
    **COMPARE_LABELS,
}


def label(name: str, language: Language) -> str:
    """Return a label in a language; KeyError for one that does not exist."""
    return said(LABELS[name], language)


def said(text: Text, language: Language) -> str:
    """Return a text in a language."""
    return text.zh if language == "zh" else text.en


def title_of(entry: Mapping[str, Any], name: str, language: Language) -> str:
    """Return the title of an entry of a scenario (a string, or one per language), or its name if none."""
    title = entry.get("title", name)
    return str(title.get(language) or title.get("en") or name) if isinstance(title, Mapping) else str(title)
