"""Lesson 2: more grids, or more workers?"""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: grids or workers")


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
        """# More grids, or more workers?

A district is cut into grids, and workers walk them. Reforms draw more grids and hire more workers in one stroke, and then
say what *the reform* has brought. Here they are taken apart: **twice the grids with the same workers**, and **half as
many workers again in the same grids**. The problems in the street are the same three times.

**Guess:** which of the two finds problems sooner? Which one makes cases close sooner?""",
        """# 多划网格，还是多配网格员？

城区划成网格，网格员在其中巡查。改革往往一边划小网格，一边增加人手，然后一起算作“改革成效”。这里把两件事分开：
**网格加倍、人不变**；**网格不变、人增加一半**。三种情形下街上的问题完全相同。

**先猜：** 哪一种发现得更早？哪一种结案更快？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    _base = lesson.sim.load("village-square").scenario
    grids, workers = 2 * _base.grids.count.value, round(1.5 * _base.staff.grid_workers.count.value)
    with lesson.calculating(s, 15):
        found = lesson.compare([f":grids.count={grids}", f":staff.grid_workers.count={workers}"])
    return found, grids, workers


@app.cell
def _(found, grids, lesson, s, workers):
    T = lesson.Text
    _table = lesson.differences(
        found,
        {
            "detection_mean_h": T("hours until a problem is known, mean", "发现问题平均用时（小时）"),
            "never_reported_share": T("problems that nobody ever reports", "从未上报的问题"),
            "severity_days_open": T("weighted days open, per 1,000 residents and week", "加权未解决天数（每千人每周）"),
            "closing_street_order_median_h": T(
                "hours until a street case is closed, median", "街面案件结案用时中位数（小时）"
            ),
            "yearly_cost": T("cost of a year, yuan", "每年费用（元）"),
        },
        [T("as it is", "现状"), T(f"{grids} grids", f"{grids} 个网格"), T(f"{workers} workers", f"{workers} 名网格员")],
        s,
    )
    lesson.answer([_table], s)
    return


@app.cell
def _(found, lesson, s):
    _grids, _workers = (lesson.value(found, "detection_mean_h", n, "difference") for n in (0, 1))
    lesson.questions(
        [
            (
                s.text("Why do twice the grids change so little?", "为什么网格加倍几乎没有变化？"),
                s.text(
                    f"The same legs walk the same streets: detection moves by {lesson.change(_grids)} hours, and the interval in"
                    " the table says whether that is more than chance. A line on a map finds nothing.",
                    f"同样的人走同样的路：发现用时变化 {lesson.change(_grids)} 小时，是否超出偶然看表中的区间。地图上的一条线发现不了问题。",
                ),
            ),
            (
                s.text(
                    "Workers find sooner. Why are street cases not closed sooner?",
                    "人多发现得早，为什么街面案件结案没有更快？",
                ),
                s.text(
                    f"Detection moves by {lesson.change(_workers)} hours, but crews mend, and there are no more crews. They get"
                    " more cases, so the line is longer. A gain in finding can be a loss in closing.",
                    f"发现用时变化 {lesson.change(_workers)} 小时，但处置靠班组，班组没有增加，案件却多了，队伍更长。发现之得可能是结案之失。",
                ),
            ),
            (
                s.text("What could more grids be good for all the same?", "那么多划网格还有什么用？"),
                s.text(
                    "For knowing a place and being known there. This model leaves that out unless told otherwise, since"
                    " nobody has measured it: what it shows is what grids do by themselves.",
                    "熟悉情况、为人所知。没有人测量过其大小，因此模型默认不计；这里显示的是划分网格本身的作用。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
