"""Lesson 1: why queues explode near saturation."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: queues")


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
        """# Why queues explode near saturation

Market supervision mends what consumers and traders complain of. Its crews have other duties too. We take hours for cases
from them, step by step, and leave everything else as it is: the same shops, the same complaints, the same rules, and no
whistle that calls them for what is late.

The **load** is the work that comes in, over the hours that crews have for it.

**Guess:** the load is a half now. We take a third of the hours. How many times as long is the line? And what happens if we
go on, until more work comes in than there are hours for?""",
        """# 为什么接近饱和时队伍会爆炸

市场监管部门处理消费和经营方面的投诉，班组另有其他工作。我们一步步减少他们用于办案的时间，其余一概不变：同样的店铺、
同样的投诉、同样的规则，超期也不吹哨。

**负荷**是来的工作量与班组可用工时之比。

**先猜一猜：** 现在负荷是一半，若拿走三分之一的工时，队伍会变成几倍长？再拿下去，来的工作比工时还多，又会怎样？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    SHARES = (0.8, 0.6, 0.4, 0.33, 0.3, 0.25, 0.2)
    WEEKS = 16
    SETTLED = WEEKS // 2
    _hours = """SELECT avg(busy_h) AS busy, avg(open_h) AS hours, avg(servers) AS crews FROM {stations}
        WHERE name = 'market_supervision'"""
    _uneven = """SELECT var_samp(j.busy_h) / avg(j.busy_h) ** 2 AS scv FROM {jobs} j
        JOIN {stations} s USING (replication, station) WHERE s.name = 'market_supervision'"""
    _lines = """SELECT q."at", avg(q.mean_waiting) AS line FROM {queues} q JOIN {stations} s USING (replication, station)
        WHERE s.name = 'market_supervision' GROUP BY ALL ORDER BY ALL"""
    _path = "departments.market_supervision.share"
    with lesson.calculating(s, 40):
        _folders = [
            lesson.run([f"{_path}={share}", f"run.length={WEEKS} weeks", "mechanisms.whistle.enabled=false"]).folder
            for share in SHARES
        ]
    _staff = [lesson.query(folder, _hours).iloc[0] for folder in _folders]
    crews, work = int(_staff[0]["crews"]), _staff[0]["busy"]
    scv = lesson.query(_folders[0], _uneven).iloc[0, 0]
    loads = [work / its["hours"] for its in _staff]
    lines = [lesson.query(folder, _lines)["line"].tolist() for folder in _folders]
    means = [sum(line[SETTLED:]) / len(line[SETTLED:]) for line in lines]
    return SETTLED, WEEKS, crews, lines, loads, means, scv


@app.cell
def _():
    from math import factorial

    def waits(servers, load):
        """Return the probability that what comes has to wait in M/M/c (Erlang 1917)."""
        offered = servers * load
        all_busy = offered**servers / factorial(servers) / (1 - load)
        return all_busy / (sum(offered**n / factorial(n) for n in range(servers)) + all_busy)

    def line_of(servers, load, scv):
        """Return how many wait in line: exactly in M/M/c (`scv` 1), nearly in M/G/c (Lee and Longton 1959)."""
        return waits(servers, load) * load / (1 - load) * (1 + scv) / 2

    FORMULA = r"$$L_q = C(c, c\rho)\,\frac{\rho}{1-\rho}\,\frac{1+v}{2}$$"
    return FORMULA, line_of


@app.cell
def _(FORMULA, SETTLED, WEEKS, crews, lesson, line_of, lines, loads, means, picture, s, scv):
    HALF, TAKEN = 1, 2  # of the loads: the two of the guess
    _stable = [it for it in zip(loads, means, strict=True) if it[0] < 0.99]
    _growing = [it for it in zip(loads, means, strict=True) if it[0] >= 0.99]
    _most = 1.08 * max(means)
    _curve = [(n / 200, line_of(crews, n / 200, scv)) for n in range(1, 200)]
    _first = s.say(
        f"""From a load of {loads[HALF]:.0%} to {loads[TAKEN]:.0%}, a third of the hours taken, the line is
**{means[TAKEN] / means[HALF]:.0f} times** as long: {means[TAKEN]:.1f} cases instead of {means[HALF]:.1f}.""",
        f"""负荷从 {loads[HALF]:.0%} 到 {loads[TAKEN]:.0%}（拿走三分之一的工时），队伍变成
**{means[TAKEN] / means[HALF]:.0f} 倍**：{means[TAKEN]:.1f} 件，原来 {means[HALF]:.1f} 件。""",
    )
    _by_load = picture.chart(
        picture.Axis(
            s.text("load: work that comes in, over hours for it", "负荷：来的工作量与可用工时之比"), 1.6, 0.25, "{:.0%}"
        ),
        picture.axis(s.text("cases waiting in line, mean", "平均排队案件数"), _most, least_step=1),
        [
            picture.Curve(
                s.text("queueing theory", "排队论"), [it for it in _curve if it[1] <= _most], picture.COLOURS[1]
            ),
            picture.Dots(s.text("simulated", "模拟"), _stable, picture.COLOURS[0]),
            picture.Dots(
                s.text("simulated, and still growing", "模拟，仍在增长"), _growing, picture.COLOURS[0], hollow=True
            ),
        ],
        (1.0, s.text("as much work as hours", "工作量等于工时")),
    )
    _second = s.say(
        """**The same lines, week by week.** Below full load a line comes and goes. Past it there is no usual length any more:
what comes in and is not done stays, and the line grows as long as one looks.""",
        """**同样的队伍，逐周来看。** 未满负荷时，队伍时长时短；超过满负荷，就不再有“通常的长度”：来了没办的都留下，看多久就长多久。""",
    )
    _shown = (HALF, TAKEN, len(loads) - 4, len(loads) - 3, len(loads) - 2, len(loads) - 1)
    _by_week = picture.chart(
        picture.Axis(s.text("weeks", "周"), WEEKS * 1.1, 2),
        picture.axis(s.text("cases waiting in line", "排队案件数"), max(map(max, lines)), least_step=1),
        [
            picture.Curve(
                f"{loads[n]:.0%}", list(enumerate(lines[n])), picture.COLOURS[k % len(picture.COLOURS)], at_end=True
            )
            for k, n in enumerate(_shown)
        ],
    )
    _third = s.say(
        f"""Each line is the mean of {lesson.WORLDS} simulations, counted every midnight; the dots above are the means of the
weeks after the first {SETTLED}. The curve is the number in line, those in hand not counted, for {crews} crews whose work is as
uneven as here:

{FORMULA}

with the load ρ, the probability C of having to wait with c crews (Erlang), and the unevenness v of the work: its variance
over its squared mean, {scv:.1f} here (Lee and Longton). It has no value at a load of one or more.""",
        f"""每条线是 {lesson.WORLDS} 次模拟的平均，每日零点清点；上图的点是前 {SETTLED} 周之后各周的平均。曲线是排队论给出的排队案件数（不含正在
办理的），班组数为 {crews}，工作时间与这里一样参差不齐：

{FORMULA}

其中 ρ 为负荷，C 为 c 个班组时来者须等待的概率（埃尔朗），v 为工作时间的参差程度，即方差与均值平方之比，这里为 {scv:.1f}（Lee 与
Longton）。负荷达到或超过一时，公式没有值。""",
    )
    lesson.answer([_first, _by_load, _second, _by_week, _third], s)
    return HALF, TAKEN


@app.cell
def _(HALF, TAKEN, lesson, line_of, loads, means, s):
    _one = line_of(1, loads[TAKEN], 1) / line_of(1, loads[HALF], 1)
    lesson.questions(
        [
            (
                s.text(
                    "Why is there a line at all while crews are idle some of the time?",
                    "班组有空闲时，为什么仍会排队？",
                ),
                s.text(
                    "Cases do not come evenly, and some take long. What comes while all are busy waits; idle hours earlier"
                    " cannot be saved up for it.",
                    "案件来得不均匀，有的又很费时。都在忙时来的就得等；先前的空闲无法储存起来。",
                ),
            ),
            (
                s.text(
                    "A budget office sees idle hours and cuts them. What has it bought?",
                    "财政部门看到空闲就削减，换来了什么？",
                ),
                s.text(
                    f"A line that is {means[TAKEN] / means[HALF]:.0f} times as long, for a third of the hours. Idle hours are"
                    " what absorbs a bad week; near full load each further hour taken costs more waiting than the one before.",
                    f"省下三分之一的工时，队伍变成 {means[TAKEN] / means[HALF]:.0f} 倍。空闲正是用来吸收高峰的；越接近满负荷，"
                    "每多拿走一小时，代价越大。",
                ),
            ),
            (
                s.text(
                    "At a load of exactly one, work and hours are equal. Is that balance?",
                    "负荷正好为一，工作量等于工时，算平衡吗？",
                ),
                s.text(
                    "No. An hour in which nothing was there to do is lost, while work that came in it would have been done. So"
                    " the line has no length to return to, and drifts upwards. A real city escapes it in other ways: residents"
                    " give up, work is done worse, or cases are closed on paper.",
                    "不。无事可做的一小时就此失去，补不回来，所以队伍没有可以回到的长度，只会越飘越长。真实的城市用别的办法脱身："
                    "居民放弃，活干得粗，或者纸面结案。",
                ),
            ),
            (
                s.text(
                    "Would one crew with the same load do as well as several?", "同样的负荷，一个班组和几个班组一样吗？"
                ),
                s.text(
                    f"No. With one crew any case in hand makes the next one wait; with several, only when all are busy. For one"
                    f" crew and work as it comes with telephones the formula is load squared over what is left of it, and the"
                    f" line grows {_one:.0f} times from the first of our two loads to the second.",
                    f"不一样。只有一个班组时，手上有一件，下一件就得等；有几个班组时，全忙才要等。一个班组、工作时间像打电话那样参差时，"
                    f"公式是负荷的平方除以剩余比例；从我们的前一个负荷到后一个，队伍变成 {_one:.0f} 倍。",
                ),
            ),
            (
                s.text("Why do the dots not lie on the theory's curve exactly?", "为什么这些点不正好落在理论曲线上？"),
                s.text(
                    "The theory is for cases that come at random at an even pace, and for a line that has been there for ever."
                    " Here they come by day, crews go home, and seasons change; and close to full load a line takes longer than"
                    " these weeks to reach its length. Also the dots are means of few worlds.",
                    "理论假定案件以不变的节奏随机到来，队伍已存在无限久。这里案件白天来、班组会下班、季节会变；接近满负荷时，这几周还不够"
                    "队伍长足；而且每个点只是少数几个世界的平均。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
