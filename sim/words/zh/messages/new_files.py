"""What the files say that `gridgov new` writes: their comments, and where their numbers come from, in Chinese."""

MESSAGES: dict[str, str] = {
    """\
# What this scenario stands for, and where its numbers come from.
extends: {base}
name: {name}
title: {title}
about: {about}
""": """\
# 在此写明本情景代表什么，数字来自哪里。
extends: {base}
name: {name}
title: {title}
about: {about}
""",
    (
        "A town of {residents:,} residents, scaled from a teaching case with the rates and rules of Jiancaoping; not a "
        "real place unless its own figures were put in."
    ): (
        "常住人口 {residents:,} 人，由教学案例按比例折算而成，发生率与规则沿用尖草坪；"
        "未填入本地数字之前，并非真实地点。"
    ),
    (
        "Begun from a teaching case of four communities with the rates and rules of Jiancaoping; not a real place "
        "unless its own figures were put in."
    ): "由四个社区的教学案例改写，发生率与规则沿用尖草坪；未填入本地数字之前，并非真实地点。",
    """
# Whatever is not written here is as in the scenario that it extends. Numbers carry their unit, and may carry
# their range, grade (A official ... E assumed) and source.
grids:
  count: 42

run:
  replications: 3
""": """
# 这里没写的，都与所扩展的情景相同。数字带单位，还可以写明范围（low、high）、
# 等级（grade，A 为官方数字……E 为假设）和来源（source）。
grids:
  count: 42

run:
  replications: 3
""",
    """
# {base} has {before:,} residents, this town {residents:,}: x {factor:.4g}. Scaled are ground and people (so
# density, people per household and households per grid are as there), streets, communities, grids, workers, leaders,
# party members, and all crews: rounded up, and raised where a desk, team or department would have a load above
# {most:g}.
# Not scaled, since they hold for each resident, case or crew: rates, work, rosters, shares of channels, rules, limits.
# Whatever is not written here is as in the scenario that it extends. Put the town's own numbers in, and check them:
# `gridgov check` tells which units have more work than hours.
""": """
# {base} 有 {before:,} 名居民，本地有 {residents:,} 名：× {factor:.4g}。按此折算的有：地域和人口（因此人口密度、
# 每户人数、每个网格的户数不变）、街道、社区、网格、网格员、网格长、党员，以及全部处置组：向上取整；
# 社区、街道队伍或部门的负荷会超过 {most:g} 的，再调高。
# 不折算的：发生率、工作量、排班、渠道比例、规则、时限，因为它们按每名居民、每个案件或每个处置组计。
# 这里没写的，都与所扩展的情景相同。请填入本地自己的数字，再用 `gridgov check` 检查：
# 它会指出哪些单位的工作量超过工时。
""",
    "# Written from the table {file}.\n": "# 由表格 {file} 生成。\n",
    "chosen": "选定",
    "arithmetic: {before} x {factor:.3g}": "推算：{before} × {factor:.3g}",
    "arithmetic: {before:,} x {factor:.3g}, {why}": "推算：{before:,} × {factor:.3g}，{why}",
    "rounded up": "向上取整",
    "raised until none has more work than hours": "调高到没有单位的工作量超过工时",
}
