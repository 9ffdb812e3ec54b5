"""What is said in English of measures of whose time is there, and of the money that buys it."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "vacancy_days_per_year": MeasureWords(
        "Vacant posts, days",
        "Days of the observation period on which posts of grid workers and of crews of community desks were vacant, all"
        " posts together, per year.",
        "Put in by turnover and vacancy. What comes out is who waits meanwhile.",
    ),
    "newcomer_work_share": MeasureWords(
        "Work done by newcomers",
        "Hours of jobs of grid workers and community desks in the observation period by hands in post for less than the"
        " time of learning, over all hours of their jobs.",
        "Newcomers take longer, so their part of the hours is larger than their part of the cases.",
    ),
    "income_of_mechanisms": MeasureWords(
        "Income for mechanisms",
        "Yuan a year that communities have for mechanisms, by rule and beside it.",
        "Put in. Pay of workers and crews comes from elsewhere.",
    ),
    "unspent_money": MeasureWords(
        "Unspent money",
        "Income for mechanisms less what they cost in the first year, in which purchased services begin after the"
        " tender.",
        "Below zero is a deficit. What is left over is no saving: nothing was done for it.",
    ),
    "communities_short_of_money": MeasureWords(
        "Communities short of money",
        "Communities whose part of what mechanisms cost is more than their income, over all communities.",
        "Services fall to communities by the formula, all else by households.",
    ),
    "mechanisms_cost_per_fixed_issue": MeasureWords(
        "Cost of mechanisms per fixed issue",
        "Cost of mechanisms over the issues of the observation period that were truly fixed.",
        "The rest of the cost per fixed issue is pay, which is paid from elsewhere.",
    ),
    "services_cost_per_case": MeasureWords(
        "Cost of services per case",
        "Cost of purchased services in the observation period over the cases that they closed and truly fixed.",
        "Hours in which their crews stand by are paid as well; services that begin late look dear.",
    ),
    "given_h_per_week": MeasureWords(
        "Hours given freely",
        "Hours a week of the walks of stewards, and of tasks that party members take up off hours.",
        "Beside the money, never a saving: nobody is paid less for them.",
    ),
    "helpers_active_share": MeasureWords(
        "Share of helpers who are there",
        "Share of the stewards, party members and partners said who are there, mean over the observation period.",
        "It follows from what is said of staying and joining: it is put in.",
    ),
}
"""What is said of each."""
