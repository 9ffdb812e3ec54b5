"""Lesson 3: the whistle and its fatigue."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: the whistle")


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
        """# The whistle and its fatigue

Some problems need several departments at one place. The street blows a *whistle*, and they have to come. It works, so
why not blow it for everything that waits? Three rules, in the same worlds: **late** (a case of one department must have
passed its limit twice), **at the limit**, and **early** (as soon as a quarter of the limit has passed). Departments that
are whistled for often come less: their fatigue is set strong here, to be seen.

**Guess:** what gets better by blowing early, and who pays?""",
        """# 吹哨及其疲劳

有些问题需要多个部门同时到场，街道便“吹哨”，部门必须报到。既然有效，为什么不什么都吹？同样的世界，三种规则：
**晚吹**（单部门案件超过期限两倍才吹）、**到期就吹**、**早吹**（期限过了四分之一就吹）。被吹得太多的部门会懈怠，
这里把疲劳设得较强，以便看清。

**先猜：** 早吹改善了什么，谁付出代价？""",
    )
    return (s,)


@app.cell
def _(lesson):
    found = lesson.compare(
        "whistle",
        [":mechanisms.whistle.single_after=1", ":mechanisms.whistle.single_after=0.25"],
        ["mechanisms.whistle.fatigue=0.5", "run.length=8 weeks"],
    )
    return (found,)


@app.cell
def _(found, lesson, s):
    T = lesson.Text
    lesson.differences(
        found,
        {
            "whistles_per_1000_cases": T("whistles, per 1,000 cases", "吹哨次数（每千件）"),
            "single_whistle_share": T("whistles for one department alone", "只为单个部门吹的哨"),
            "assembled_in_time_share": T("joint meetings complete in time", "联合到场按时到齐"),
            "closing_joint_median_h": T("hours until a joint case is closed, median", "联合案件结案用时中位数（小时）"),
            "displaced_h_per_week": T("regular work displaced, hours a week", "被挤占的日常工作（小时/周）"),
            "on_time_share_due": T("cases closed on time, of all due", "按时结案率"),
        },
        [T("late", "晚吹"), T("at the limit", "到期就吹"), T("early", "早吹")],
        s,
    )
    return


@app.cell
def _(found, lesson, s):
    _before, _after = (
        lesson.value(found, "whistles_per_1000_cases", 1, "base"),
        lesson.value(found, "whistles_per_1000_cases", 1),
    )
    _hours = lesson.value(found, "displaced_h_per_week", 1, "difference")
    lesson.questions(
        [
            (
                s.text("What does an early whistle cost?", "早吹的代价是什么？"),
                s.text(
                    f"{_after / _before:.1f} times as many whistles, and {lesson.number(_hours)} more hours a week of regular work"
                    " that is not done. No table of cases shows that work: it is not a case.",
                    f"哨声变为 {_after / _before:.1f} 倍，每周又有 {lesson.number(_hours)} 小时日常工作没有做。案件表里看不到它，因为它不是案件。",
                ),
            ),
            (
                s.text(
                    "Why may hard cases suffer from whistles for easy ones?",
                    "为容易的案件吹哨，为什么可能害了难办的案件？",
                ),
                s.text(
                    "Crews that are called all the time come less willingly, and are away when they are truly needed. Look"
                    " at the joint meetings: is their difference surer than chance? If not, say so.",
                    "总被叫去的班组不愿再来，真需要时又不在。看看联合到场一行：差别超出偶然吗？如果没有，就应如实说。",
                ),
            ),
            (
                s.text("How would you find the right threshold?", "怎样找到合适的门槛？"),
                s.text(
                    "Not by the fastest joint case alone: set what is gained beside the hours displaced, for several values"
                    " of fatigue, since nobody knows how strong it is.",
                    "不能只看联合案件快不快：要把所得与被挤占的工时放在一起，并在多个疲劳强度下比较，因为没人知道它有多强。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
