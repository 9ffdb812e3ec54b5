"""Lesson 5: one world, two policies."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: one world, two policies")


@app.cell
def _():
    import lesson
    import picture

    language = lesson.chooser()
    language
    return language, lesson, picture


@app.cell
def _(language, lesson):
    s = lesson.Speaker(language.value)
    s.say(
        """# One world, two policies

A city hires workers, and next year problems are found sooner. Was it the workers, or a quiet year? A city cannot live the
same year twice; a simulation can. Both policies meet **the same problems, at the same places and times**; only what
people do about them differs.

We take a tenth of the workers away and ask how sure we are of the difference, in two ways: with the same worlds for both
(**paired**), and with other worlds for each, as real years are (**independent**).

**Guess:** how many times wider is the second interval?""",
        """# 同一世界，两种方案

城市增加了网格员，第二年问题发现得更早。是人的功劳，还是这一年本来就平静？城市不能把同一年过两遍，仿真可以。
两种方案面对**同样的问题、同样的地点和时间**，不同的只是人们怎么应对。

我们减少一成网格员，用两种办法问差别有多可靠：两方案用同样的世界（**配对**），或像真实的年份那样各用各的世界（**独立**）。

**先猜：** 后一个区间宽多少倍？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    _workers = lesson.sim.load("village-square").scenario.staff.grid_workers.count.value
    fewer = round(0.9 * _workers)
    with lesson.calculating(s, 10):
        found = lesson.compare([f":staff.grid_workers.count={fewer}"])
    return fewer, found


@app.cell
def _(found, lesson, picture, s):
    _row = found.differences.set_index("measure").loc["detection_mean_h"]
    wide = _row["independent_half_width"]
    _both = picture.intervals(
        [
            (s.text("paired", "配对"), _row["low"], _row["high"]),
            (s.text("independent", "独立"), _row["difference"] - wide, _row["difference"] + wide),
        ],
        s.text("hours later", "推迟的小时数"),
    )
    gain = _row["gain"]
    lesson.answer(
        [
            s.say(
                f"Hours by which problems are known later with a tenth fewer workers, {lesson.WORLDS} worlds each, intervals of 95 %. The"
                f" second is **{gain:.1f} times** as wide: to make it as narrow, one would need some **{gain * gain:.0f} times**"
                " as many worlds.",
                f"少一成网格员时，发现问题推迟的小时数，各 {lesson.WORLDS} 个世界，95 % 区间。后者宽 **{gain:.1f} 倍**；要同样窄，需要约"
                f" **{gain * gain:.0f} 倍**的世界。",
            ),
            _both,
        ],
        s,
    )
    return (gain,)


@app.cell
def _(fewer, found, gain, lesson, s):
    _low, _high = (found.differences.set_index("measure").loc["detection_mean_h", end] for end in ("low", "high"))
    lesson.questions(
        [
            (
                s.text("Why are pairs so much surer?", "为什么配对可靠得多？"),
                s.text(
                    "A busy world is busy for both, and falls out of the difference. What is left is what the policy does.",
                    "忙碌的世界对两种方案都忙碌，相减便消去，剩下的就是方案的作用。",
                ),
            ),
            (
                s.text("May one say what the workers did, then?", "那么可以断定网格员的作用吗？"),
                s.text(
                    f"For this model: with {fewer} workers problems are known between {_low:.1f} and {_high:.1f} hours later. For"
                    " a real town one would also have to believe the model's assumptions, of which no interval tells.",
                    f"就本模型而言：{fewer} 名网格员时，发现推迟 {_low:.1f} 至 {_high:.1f} 小时。对真实城镇，还得相信模型的假设，"
                    "而任何区间都不说明假设对不对。",
                ),
            ),
            (
                s.text("How could a real city come near to this?", "真实的城市怎样接近这种比较？"),
                s.text(
                    "By lot: draw which communities get the change first, and compare them with the others in the same"
                    " weeks, which share the weather and the season. Not the same world, but a similar one.",
                    "抽签：随机决定哪些社区先改，并与同一时期的其他社区比较。天气季节相同，虽非同一世界，也相近。",
                ),
            ),
            (
                s.text("For how many measures is pairing of little use?", "配对对哪些指标帮助不大？"),
                s.text(
                    f"Here it made the interval {gain:.1f} times narrower. It helps little where few cases decide, such as those"
                    " that need several departments: one case that takes another turn changes all that follow.",
                    f"这里区间窄了 {gain:.1f} 倍。若由少数案件决定，如需多部门的案件，帮助就小：一件案件走了另一条路，后面的都变了。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
