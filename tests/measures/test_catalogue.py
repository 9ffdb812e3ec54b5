from sim.measures.catalogue import MEASURES, THEMES

FIELD_NAMES = {
    "issues_per_year",
    "cases_per_year",
    "cases_patrol_per_year",
    "cases_visit_per_year",
    "cases_resident_per_year",
    "patrol_share_street_order",
    "patrol_share_all",
    "finds_per_patrol_hour",
    "fixed_on_the_spot_share",
    "street_level_share_street_order",
    "street_level_share_all",
    "tickets_per_resident_year",
    "mean_elapsed_street_order_h",
    "mean_elapsed_requests_wd",
    "worker_day_share",
    "worker_case_h",
    "worker_patrol_h",
    "stock_undetected",
}


def test_names_are_unique_and_the_names_that_scenarios_use_are_there():
    assert sum(len(theme) for theme in THEMES.values()) == len(MEASURES)
    assert set(MEASURES) >= FIELD_NAMES
