"""Lesson 1: why queues explode near saturation."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: queues")


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
        """# Why queues explode near saturation

Market supervision mends what consumers and traders complain of. Its crews have other duties too. We take hours for cases
from them, step by step, and leave everything else as it is: the same shops, the same complaints, the same rules.

**Guess before you scroll:** if the crews are busy half of their time now, and we take a third of their hours, how much
longer is the line?""",
        """# 为什么接近饱和时队伍会爆炸

市场监管部门处理消费和经营方面的投诉，班组另有其他工作。我们一步步减少他们用于办案的时间，其余一概不变：同样的店铺、
同样的投诉、同样的规则。

**先猜一猜：** 现在班组约一半时间在忙，若再拿走三分之一的时间，队伍会长多少？""",
    )
    return (s,)


@app.cell
def _(lesson):
    SHARES = (0.8, 0.6, 0.5, 0.42, 0.36, 0.34)
    LOADS = """SELECT avg(s.busy_h) / avg(s.open_h) AS load, avg(q.line) AS line FROM {stations} s JOIN (
        SELECT replication, station, avg(mean_waiting) AS line FROM {queues} GROUP BY ALL) q USING (replication, station)
        WHERE s.name = 'market_supervision'"""
    found = []
    for _share in SHARES:
        _path = "departments.market_supervision.share"
        _result = lesson.run(f"share-{_share}", [f"{_path}={_share}", "run.length=8 weeks"])
        found.append(tuple(lesson.query(_result, LOADS).iloc[0]))
    return (found,)


@app.cell
def _(found, lesson, s):
    first, last = found[0], found[-1]
    _theory = [(rho / 100, first[1] / (first[0] / (1 - first[0])) * rho / (100 - rho)) for rho in range(5, 97)]
    mo_text = s.say(
        f"""From {first[0]:.0%} to {last[0]:.0%} of their time the crews are **{last[0] / first[0]:.1f} times** as busy, and the
line is **{last[1] / first[1]:.1f} times** as long. Each dot is a simulation of the whole village square, the thin line the
shape that queueing theory expects, the load over what is left of the hours, through the first dot.""",
        f"""忙碌程度从 {first[0]:.0%} 到 {last[0]:.0%}，是原来的 **{last[0] / first[0]:.1f} 倍**，队伍却是原来的
**{last[1] / first[1]:.1f} 倍**。每个点是整个教学案例的一次模拟，细线是排队论预期的形状：负荷与剩余时间之比，经过第一个点。""",
    )
    _picture = lesson.plot(
        found,
        s.text("share of their hours for cases in which crews are busy", "班组办案时间中忙碌的比例"),
        s.text("cases waiting in line, mean", "平均排队案件数"),
        _theory,
    )
    lesson.mo.vstack([mo_text, _picture])
    return first, last


@app.cell
def _(first, last, lesson, s):
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
                    f"A line that is {last[1] / first[1]:.1f} times as long. Idle hours are what absorbs a bad week; near"
                    " full load each further hour taken costs more waiting than the one before.",
                    f"队伍变成 {last[1] / first[1]:.1f} 倍。空闲正是用来吸收高峰的；越接近满负荷，每多拿走一小时，代价越大。",
                ),
            ),
            (
                s.text("Why do the dots not lie on the theory's line exactly?", "为什么这些点不正好落在理论曲线上？"),
                s.text(
                    "The line is for one crew, patient customers and a world without nights. Here there are several crews,"
                    " shifts, urgent cases first, and runs end before the longest lines have grown to their full length.",
                    "该曲线假定只有一个班组、没有夜晚。这里有多个班组、轮班、急件优先，而且运行结束时最长的队伍还没长足。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
