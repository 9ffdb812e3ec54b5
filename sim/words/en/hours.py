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
}
"""What is said of each."""
