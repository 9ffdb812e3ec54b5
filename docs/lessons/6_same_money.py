"""Lesson 6: the same money."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: the same money")


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
        """# The same money

More of anything helps a little. The question of a council is another one: *for the same money*, what helps more? Here
the price of some grid workers buys, one way at a time: **grid workers**, **street crews** who mend what is found, or
**crews of market supervision**, the busiest department.

**Guess:** which one would you buy, and for which row of the table?""",
        """# 同样的钱

什么多一点都会好一点。议事的人要问的是另一件事：*同样的钱*，花在哪里更有用？这里用若干网格员的经费，分别购买：
**网格员**、处置街面问题的**街道班组**，或最忙的部门——**市场监管班组**。

**先猜：** 你会买哪一种？为的是表中哪一行？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    scenario = lesson.sim.load("village-square").scenario
    WORKERS = 6
    money = WORKERS * scenario.staff.grid_workers.cost.value
    _street, _market = scenario.staff.street_teams["sanitation"], scenario.departments["market_supervision"]
    bought = {
        "staff.grid_workers.count": (scenario.staff.grid_workers.count.value, WORKERS),
        "staff.street_teams.sanitation.crews": (_street.crews.value, round(money / _street.cost.value)),
        "departments.market_supervision.crews": (_market.crews.value, round(money / _market.cost.value)),
    }
    with lesson.calculating(s, 20):
        found = lesson.compare([f":{path}={there + more}" for path, (there, more) in bought.items()])
    return bought, found, money


@app.cell
def _(bought, found, lesson, money, s):
    T = lesson.Text
    _more = [more for _, more in bought.values()]
    _table = lesson.differences(
        found,
        {
            "yearly_cost": T("cost of a year, yuan", "每年费用（元）"),
            "severity_days_open": T("weighted days open, per 1,000 residents and week", "加权未解决天数（每千人每周）"),
            "detection_mean_h": T("hours until a problem is known, mean", "发现问题平均用时（小时）"),
            "closing_street_order_median_h": T(
                "hours until a street case is closed, median", "街面案件结案用时中位数（小时）"
            ),
            "closing_request_median_h": T("hours until a request is closed, median", "诉求结案用时中位数（小时）"),
            "truly_in_time_share_due": T("truly done in time", "真正按时办结"),
        },
        [
            T("as it is", "现状"),
            T(f"{_more[0]} workers more", f"增 {_more[0]} 名网格员"),
            T(f"{_more[1]} street crews more", f"增 {_more[1]} 个街道班组"),
            T(f"{_more[2]} market crews more", f"增 {_more[2]} 个市场监管班组"),
        ],
        s,
    )
    lesson.answer(
        [
            s.say(
                f"About **{money:,.0f} yuan** a year, spent in three ways.", f"每年约 **{money:,.0f} 元**，三种花法。"
            ),
            _table,
        ],
        s,
    )
    return


@app.cell
def _(found, lesson, s):
    _finds, _mends = (lesson.value(found, "detection_mean_h", n, "difference") for n in (0, 1))
    lesson.questions(
        [
            (
                s.text("Which purchase is the best?", "哪一种买法最好？"),
                s.text(
                    f"The table has no such row. Workers move detection by {lesson.change(_finds)} hours, street crews by {lesson.change(_mends)};"
                    " look for the bold figures in each column, and say first what you want.",
                    f"表中没有这一行。网格员使发现用时变化 {lesson.change(_finds)} 小时，街道班组为 {lesson.change(_mends)} 小时；看各列粗体，先说清想要什么。",
                ),
            ),
            (
                s.text("Crews can be bought whole only. Is the comparison fair?", "班组只能整个买，这样比公平吗？"),
                s.text(
                    "Look at the first row: costs differ by what rounding leaves. A difference that is smaller than that"
                    " could have been bought with it.",
                    "看第一行：取整使费用略有不同。比这更小的差别，可能就是用那点差额买来的。",
                ),
            ),
            (
                s.text("What if prices were wrong?", "如果价格不对呢？"),
                s.text(
                    "Then so is the comparison. Costs of crews are assumptions with a range in the scenario; try both ends"
                    " before you believe an order of merit.",
                    "那么比较也不对。班组费用是情景中带范围的假设；在相信排序之前，把两端都试一试。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
