"""Lesson 4: closed is not fixed."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: closed is not fixed")


@app.cell
def _():
    import lesson

    language = lesson.chooser()
    language
    return language, lesson


@app.cell
def _(language, lesson):
    s = lesson.Speaker(language.value)
    s.say(
        """# Closed is not fixed

An *issue* is what is wrong in the street; a *case* is the file about it. A file can be closed while the hole is still in
the road. Units are scored each month on their files. We let the score count **nothing**, **half**, and **everything**, in
the same worlds. Somebody under pressure works a little quicker, and is tempted to close on paper.

**Guess:** with full pressure, what happens to the share *reported* done in time, and to the share *truly* done in time?""",
        """# 结案不等于解决

“问题”在街上，“案件”是关于它的卷宗。坑还在路上，卷宗却可以结案。各单位每月按卷宗计分。同样的世界里，让分数**不起作用**、
**起一半作用**、**起全部作用**。压力之下，人会干得快一点，也会想在纸面上结案。

**先猜：** 压力全开时，*上报*按时办结率和*真正*按时办结率各会怎样？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    with lesson.calculating(s, 15):
        found = lesson.compare(
            [":mechanisms.assessment.weight=0.5", ":mechanisms.assessment.weight=1"],
            ["mechanisms.assessment.weight=0"],
        )
    return (found,)


@app.cell
def _(found, lesson, s):
    T = lesson.Text
    table = lesson.differences(
        found,
        {
            "said_in_time_share_due": T("reported done in time", "上报按时办结"),
            "truly_in_time_share_due": T("truly done in time", "真正按时办结"),
            "premature_closing_share": T("closed though not fixed, of closed", "未解决而结案（占结案）"),
            "paper_closing_share": T("closed on paper at the limit", "到期纸面结案"),
            "seen_not_booked_share": T("seen by a patrol and not booked", "巡查看到而不上报"),
            "severity_days_open": T("weighted days open, per 1,000 residents and week", "加权未解决天数（每千人每周）"),
        },
        [T("no pressure", "无压力"), T("half", "一半"), T("full", "全部")],
        s,
    )
    return (table,)


@app.cell
def _(found, lesson):
    _folder = list(found.runs.values())[-1]
    untrue = lesson.sim.cases(_folder, not_fixed=True, limit=5)
    return (untrue,)


@app.cell
def _(lesson, s, table, untrue):
    _scenario = lesson.sim.load("village-square").scenario
    _called = lesson.titles(_scenario.hazards, s)
    _level = {
        "spot": s.text("the finder, on the spot", "发现者当场"),
        "grid": s.text("the grid", "网格"),
        "community": s.text("the community", "社区"),
        "street": s.text("the street", "街道"),
        "department": s.text("a department", "部门"),
    }
    _heads = [
        s.text("problem", "问题"),
        s.text("community", "社区"),
        s.text("reported", "上报"),
        s.text("closed", "结案"),
        s.text("days open", "历时（天）"),
        s.text("said to be done by", "声称办结者"),
    ]
    _rows = [
        [
            _called[row.hazard],
            str(row.community),
            lesson.day(row.reported_at, s),
            lesson.day(row.closed_at, s),
            f"{row.hours / 24:.0f}",
            _level.get(row.level, row.level),
        ]
        for row in untrue.itertuples()
    ]
    _text = s.say(
        "**Some of the files that were closed under full pressure, while the problem was still there:**",
        "**压力全开时，一些已结案而问题仍在的案件：**",
    )
    lesson.answer([table, _text, lesson.mo.Html(lesson.table(_heads, _rows))], s)
    return


@app.cell
def _(found, lesson, s):
    _said, _true = (lesson.value(found, f"{name}_in_time_share_due", 1, "difference") for name in ("said", "truly"))
    _open = lesson.value(found, "severity_days_open", 1, "difference")
    lesson.questions(
        [
            (
                s.text("A newspaper prints the reported share. What would it write?", "报纸只登上报的比率，会怎么写？"),
                s.text(
                    f"That pressure works: {lesson.change(_said, 'share')} points. The share that is truly done in time moves by"
                    f" {lesson.change(_true, 'share')} points, and the days that problems stay open by {lesson.change(_open)}.",
                    f"“压力有效”：{lesson.change(_said, 'share')} 个百分点。而真正按时办结率变化 {lesson.change(_true, 'share')} 个百分点，未解决天数变化 {lesson.change(_open)}。",
                ),
            ),
            (
                s.text("How could a city find out, without a simulation?", "没有仿真，城市怎样才能知道真相？"),
                s.text(
                    "By looking: somebody who gains nothing from the score visits closed cases drawn by lot. Call-backs"
                    " reach some residents only, and those who were not reached are not satisfied by that.",
                    "去看：由与分数无利害关系的人随机抽查已结案件。回访只能联系到一部分居民，联系不到不等于满意。",
                ),
            ),
            (
                s.text("Does this show that assessment is bad?", "这说明考核不好吗？"),
                s.text(
                    "No. How often units close on paper is an assumption here, as nobody has measured it case by case. It"
                    " shows that reported figures alone cannot tell a good answer to pressure from a bad one.",
                    "不。纸面结案的多少在此是假设，没有人逐案测量过。它说明：只看上报的数字，分不清对压力的好反应与坏反应。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
