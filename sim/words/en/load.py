"""The words of warnings, of queues that grow, and of the load of units, in English."""

LABELS: dict[str, str] = {
    # warnings of a scenario
    "doubt_household": "{people:.2f} people in a household, where {low:g} to {high:g} are usual",
    "doubt_density": "{density:,.0f} residents per km², where {low:,.0f} to {high:,.0f} are usual of built-up areas",
    "doubt_holidays": "names no day of {years}: everybody works as in any week",
    "doubt_fewer": (
        "more work than hours: all departments together would do for some {fit:,.0f} residents, and there are"
        " {residents:,.0f}"
    ),
    "doubt_more": (
        "little to do: all departments together would do for some {fit:,.0f} residents, and there are {residents:,.0f}"
    ),
    "doubt_workers": (
        "{unit}: about {work:,.0f} hours of cases a year, and {hours:,.0f} hours in the field (load {load:.3g});"
        " {enough} workers would do (now {crews:,})"
    ),
    "doubt_load": (
        "{unit}: about {work:,.0f} hours of work a year, and {hours:,.0f} hours for cases (load {load:.3g}); {enough}"
        " crews would do (now {crews:,})"
    ),
    "doubt_load_places": (
        "{unit}: load above {most:g} in {over:,} of {places:,} places, the highest in number {place}: about"
        " {work:,.0f} hours of work a year, and {hours:,.0f} hours for cases (load {load:.3g}); {enough} crews shared"
        " out by residents would do, or {each} in each place (now {crews:,})"
    ),
    "doubt_season": (
        "{unit}: in month {month} of the year about {work:,.0f} hours of work come, and there are {hours:,.0f} hours"
        " for cases (load {load:.3g}); in the mean of the year the load is {mean:.3g}"
    ),
    # queues that grow
    "read_first": "Before reading the figures",
    "queue_grows": (
        "The queue at {station} grows by {per_week} jobs a week, in {rising} of {n} replications: averages depend on"
        " the length of the run."
    ),
    "queues_more": "Other queues that grow: {n:,}, by up to {per_week} jobs a week.",
    "queues_grew": (
        "{variant}: {n:,} of its queues grow, so averages depend on the length of the run; the report names them."
    ),
    "desk_of": "the desk of community {number}",
    "worker_of": "grid worker {number}",
    "members_of": "the party members of community {number}",
    # the load of units
    "loads_title": "Who is busy",
    "loads_note": (
        "Hours of jobs within hours for cases over these hours, by unit (bar) and by station (dots), and hours of all"
        " jobs over all hours on duty (line). Mean of {n} replications; dashed: {most:.0%}."
    ),
    "of_cases": "utilisation of hours for cases",
    "of_duty": "utilisation of all hours on duty",
    "single_stations": "single stations",
    "loads": "Load by unit",
    "loads_table_note": (
        "By the busiest station; hours a week, mean of the replications. Hours of jobs in hours for cases leave out"
        " what displaced regular work; all hours of jobs are set beside all hours on duty. Hours for cases of grid"
        " workers are those in the field, patrol included. In line: counted at midnight, all stations of the unit."
        " Wait: calendar hours until taken up, of jobs that were."
    ),
    "unit_name": "Unit",
    "stations_count": "Stations",
    "hands_count": "Workers or crews",
    "cases_over_open": "Jobs in hours for cases / hours for cases, h",
    "busiest_station": "Busiest station",
    "busy_over_duty": "All jobs / on duty, h",
    "in_line": "In line",
    "wait_h": "Wait, h",
}
"""What stands in warnings and about loads, by name."""
