"""Lesson 7: how hard it is to rank."""

import marimo

app = marimo.App(width="medium", css_file="lesson.css", app_title="gridgov: hard to rank")


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
        """# How hard it is to rank

Each month the communities of a district are ranked by the share of cases closed on time. The first is praised, the last
has to explain. In this village square **all communities follow the same rules with the same staff**. We play the same
month again and again with other luck, and rank each time.

**Guess:** how often is the same community first?""",
        """# 排名有多难

每月按按时结案率给社区排名：第一名受表扬，最后一名要说明原因。本教学案例中，**所有社区规则相同、人手相同**。
我们让同一个月一再重来，运气不同，每次都排名。

**先猜：** 同一个社区得第一的次数有多少？""",
    )
    return (s,)


@app.cell
def _(lesson, s):
    MONTHS = 12
    with lesson.calculating(s, 10):
        _result = lesson.run([f"run.replications={MONTHS}"])
    table = lesson.query(
        _result.folder,
        """SELECT replication, community, avg(on_time::DOUBLE) AS on_time, count(*) AS cases FROM {cases}
        WHERE registered_at IS NOT NULL AND state <> 'cancelled' AND due_at IS NOT NULL GROUP BY ALL ORDER BY ALL""",
    )
    months = table.pivot(index="replication", columns="community", values="on_time")
    ranks = months.rank(axis=1, ascending=False, method="first").astype(int)
    return MONTHS, months, ranks, table


@app.cell
def _(MONTHS, lesson, months, ranks, s):
    firsts = (ranks == 1).sum()
    _head = "".join(f"<th>{s.text('community', '社区')} {name}</th>" for name in ranks.columns)
    _rows = "".join(
        f"<tr><td>{s.text('month', '月')} {number + 1}</td>"
        + "".join(
            f"<td style='background:{'#d5ebe4' if place == 1 else '#f3d9d9' if place == len(row) else 'none'}'>"
            f"{place} <small>({months.loc[number, name]:.1%})</small></td>"
            for name, place in row.items()
        )
        + "</tr>"
        for number, row in ranks.iterrows()
    )
    lesson.answer(
        [
            s.say(
                f"Ranks in {MONTHS} months. The community that is first most often is so **{firsts.max()} times**;"
                f" **{(firsts > 0).sum()} of {len(firsts)}** are first at least once.",
                f"{MONTHS} 个月的名次。得第一最多的社区共 **{firsts.max()} 次**；{len(firsts)} 个社区中有"
                f" **{(firsts > 0).sum()} 个**至少得过一次第一。",
            ),
            lesson.mo.Html(f"<table class='told'><tr><th></th>{_head}</tr>{_rows}</table>"),
        ],
        s,
    )
    return (firsts,)


@app.cell
def _(firsts, lesson, months, s, table):
    _cases = table["cases"].mean()
    _share = months.mean().mean()
    _luck = (_share * (1 - _share) / _cases) ** 0.5
    _seen = months.std().mean()
    lesson.questions(
        [
            (
                s.text(
                    "Communities share rules and staff. What then makes one first?",
                    "规则人手都相同，谁得第一由什么决定？",
                ),
                s.text(
                    f"Mostly luck: with {_cases:.0f} cases a month a share wanders by some {100 * _luck:.1f} points from month to"
                    f" month by chance alone; here by {100 * _seen:.1f}, since cases also wait for each other.",
                    f"主要是运气：每月 {_cases:.0f} 件案件，单凭偶然，比率逐月就会波动约 {100 * _luck:.1f} 个百分点；"
                    f"这里为 {100 * _seen:.1f}，因为案件还互相等待。",
                ),
            ),
            (
                s.text("Is nothing but luck in the table?", "表中除了运气什么都没有吗？"),
                s.text(
                    f"No. The most frequent first is so {firsts.max()} times. Communities differ in what happens there and how"
                    " far ways are; that is no merit of anybody.",
                    f"不是。最常得第一的共 {firsts.max()} 次。各社区发生的事和路程不同，但那不是谁的功劳。",
                ),
            ),
            (
                s.text("What would make a ranking fairer?", "怎样排名才公平些？"),
                s.text(
                    "More months together, an interval beside each share, groups instead of places, and no rank at all where"
                    " intervals overlap. Compare with what the same community could expect, not with its neighbour.",
                    "合并更多月份，给每个比率附上区间，分组而不排位，区间重叠就不分先后；与本社区可期望的水平比，而不与邻居比。",
                ),
            ),
            (
                s.text("What does a monthly ranking do to people, then?", "那么逐月排名会对人产生什么影响？"),
                s.text(
                    "It praises and blames what they did not do. Who was last by chance is better next month by chance, and"
                    " the reprimand seems to have worked: regression to the mean.",
                    "奖惩了并非他们所为的事。偶然最差的下月多半偶然变好，批评便似乎“有效”——这叫回归均值。",
                ),
            ),
        ],
        s,
    )
    return


if __name__ == "__main__":
    app.run()
