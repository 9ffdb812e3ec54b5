"""Lesson 3: the whistle and its fatigue."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: the whistle")


@app.cell
def _():
    import lesson
    import picture
    import whistle_story

    language = lesson.chooser()
    language
    return language, lesson, picture, whistle_story


@app.cell
def _(language, lesson):
    s = lesson.Speaker(language.value)
    s.say(
        """# The whistle and its fatigue

Some problems need several departments at one place. The street blows a *whistle*, and they have to come. It works, so
why not blow it for everything that waits? Three rules, in the same worlds: **late** (a case of one department must have
taken twice its limit), **at the limit**, and **early** (as soon as a quarter of the limit has passed). Departments that
are whistled for often come less: their fatigue is set strong here, to be seen. To tell fatigue from all else, a fourth column
blows as early, and **nobody tires**.

**Guess:** what gets better by blowing early, and who pays?""",
        """# 吹哨及其疲劳

有些问题需要多个部门同时到场，街道便“吹哨”，部门必须报到。既然有效，为什么不什么都吹？同样的世界，三种规则：
**晚吹**（单部门案件用时满期限的两倍才吹）、**到期就吹**、**早吹**（期限过了四分之一就吹）。被吹得太多的部门会懈怠，
这里把疲劳设得较强，以便看清。为了把疲劳与其他影响分开，第四列同样早吹，但**无人疲劳**。

**先猜：** 早吹改善了什么，谁付出代价？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    _whistle = "mechanisms.whistle"
    with lesson.calculating(s, 40):
        found = lesson.compare(
            [
                f":{_whistle}.single_after=1",
                f":{_whistle}.single_after=0.25",
                f":{_whistle}.single_after=0.25:{_whistle}.fatigue=0",
            ],
            [f"{_whistle}.fatigue=0.5", "run.length=8 weeks"],
            events=True,
        )
    folders = list(found.runs.values())
    _asked = """SELECT count(*) AS asked, avg(CASE WHEN activity = 'summoned' THEN 1 ELSE 0 END) AS came FROM {events}
        WHERE activity IN ('summoned', 'failed_to_come')"""
    calls = [lesson.query(folder, _asked).iloc[0] for folder in folders]
    return calls, folders, found


@app.cell
def _(calls, folders, found, lesson, picture, s, whistle_story):
    T = lesson.Text
    RULES = [
        T("late", "晚吹"),
        T("at the limit", "到期就吹"),
        T("early", "早吹"),
        T("early, nobody tires", "早吹，无人疲劳"),
    ]
    _table = lesson.differences(
        found,
        {
            "whistles_per_1000_cases": T("whistles, per 1,000 cases", "吹哨次数（每千件）"),
            "assembled_in_time_single_share": T("the one department there in time", "单部门按时到场"),
            "assembled_in_time_share": T("joint meetings complete in time", "联合到场按时到齐"),
            "closing_joint_median_h": T("hours until a joint case closes, median", "联合案件结案用时中位数（小时）"),
            "displaced_h_per_week": T("regular work displaced, hours a week", "被挤占的日常工作（小时/周）"),
            "on_time_share_due": T("cases closed on time, of all due", "按时结案率"),
        },
        RULES,
        s,
    )
    _bars = picture.bars(
        [
            (
                s.text(*rule),
                its["came"],
                s.text(
                    f"{its['came']:.0%} of {its['asked']:,.0f} calls", f"{its['asked']:,.0f} 次中的 {its['came']:.0%}"
                ),
            )
            for rule, its in zip(RULES, calls, strict=True)
        ]
    )
    lesson.answer(
        [
            s.say("**How often does a department send somebody when it is whistled for?**", "**部门闻哨后派人的比例**"),
            _bars,
            _table,
            s.say(
                "**One whistle, as the log has it**, blown early: a case that needs several departments.",
                "**日志里的一次吹哨**（早吹）：一件需要多个部门的案件。",
            ),
            whistle_story.whistle_told(folders[2], s),
        ],
        s,
    )
    return


@app.cell
def _(calls, found, lesson, s):
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
                    f"Departments that are called all the time come less: {calls[2]['came']:.0%} of early calls are answered by"
                    f" somebody, {calls[3]['came']:.0%} where nobody tires. Hard cases need all of"
                    " them at one time, so joint meetings fail too. Whether early whistles add to that, the table says only where"
                    " it is bold; where it is not, say that one cannot tell from these worlds.",
                    f"总被叫去的部门来得少了：早吹时 {calls[2]['came']:.0%} 的哨声有人来，无人疲劳时为 {calls[3]['came']:.0%}。难办的案件"
                    "要各部门同时到场，所以也凑不齐。早吹是否使之更甚，只有粗体处才说得准；不是粗体，就应如实说从这些世界看不出来。",
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
