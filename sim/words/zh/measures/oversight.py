"""What is said in Chinese of measures of oversight: reported and true, assessment, inspection, petitions."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "said_in_time_share_due": MeasureWords(
        "报称按期办结率（占全部到期）",
        "观察期内案件中首次报称办结在时限之内的（不论后来如何），除以期限已到的全部案件。",
        "月报所见即此：后来重开的案件仍算按期办结。",
    ),
    "truly_in_time_share_due": MeasureWords(
        "真实按期办结率（占全部到期）",
        "观察期内案件中最后一次报称办结在时限之内、且结案时问题确已解决或消除的，除以期限已到的全部案件。",
        "只有模拟器知道。纸面办结会减轻负荷，因此虚报增多时它未必下降。",
    ),
    "reported_minus_true_in_time": MeasureWords(
        "报称与真实按期之差",
        "报称按期办结率减去真实按期办结率（均以观察期内期限已到的案件为分母），以百分点计。",
        "既含到场者的不实报结，也含纸面办结。",
    ),
    "true_when_said_share": MeasureWords(
        "首次报结属实率",
        "观察期内至少报称办结一次的案件中，首次报结时问题确已解决或消除的比例。",
        "即督查当即查看所见：重开后再办好的不计入。",
    ),
    "closing_at_limit_share": MeasureWords(
        "时限最后 5 % 内报结",
        "观察期内时限之内报结的案件中，在立案至期限的最后 5 % 时间内报结的比例。",
        "无人盯时限时约为 5 %；办公时间和延期本身会略有集中。",
    ),
    "paper_closing_share": MeasureWords(
        "纸面报结率",
        "观察期内至少报结一次的案件中，期限到时无人前往而报结的比例。",
        "其中部分问题会自行消除：并非全都不实。",
    ),
    "seen_not_booked_share": MeasureWords(
        "巡查所见未登记",
        "观察期内发生的问题，巡查所见（每见一次计一次）中未登记的比例。",
        "案卷统计看不到它：上报少了，街道反而显得更好。",
    ),
    "audited_share": MeasureWords(
        "督查抽核率",
        "观察期内案件中到运行结束时已被督查抽核的，除以至少结案一次的案件。",
        "督查人手不足时低于规定比例：须看其排队。",
    ),
    "audited_untrue_share": MeasureWords(
        "抽核不实率",
        "观察期内案件中抽核发现结案不实的，除以被抽核的案件。",
        "督查到场前已自行消除的看似属实；各单位越忌惮抽核，此值越低。",
    ),
    "petitions_per_10000": MeasureWords(
        "信访量",
        "观察期内案件中其反映人进行信访的，折合每年每万名居民件数。",
        "诉求是需求的信号：信访减少本身并不是成绩。",
    ),
    "truly_resolved_share_solvable": MeasureWords(
        "真实解决率（剔除无法解决者）",
        "观察期内已结案件中结案时问题确已解决或消除的比例，分子分母均剔除任何处置都无法解决的问题。",
        "情景中没有此类问题时，与不剔除相同。",
    ),
    "satisfied_share_valid_solvable": MeasureWords(
        "满意率（剔除无法解决者）",
        "观察期内居民案件中最后一次有效回访表示满意的，除以有有效回访的，均剔除任何处置都无法解决的问题。",
        "把此类诉求移出分母的城市公布的即是此率。",
    ),
}
"""What is said of each."""
