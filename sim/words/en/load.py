"""The words of warnings, of queues that grow, and of the load of units, in English."""

LABELS: dict[str, str] = {
    # warnings of a scenario
    "doubt_household": "{people:.2f} people in a household, where {low:g} to {high:g} are usual",
    "doubt_density": "{density:,.0f} residents per km², where {low:,.0f} to {high:,.0f} are usual of built-up areas",
    "doubt_holidays": "names no day of {years}: everybody works as in any week",
    "doubt_days_off": "{count} days that China's government announced as off lie in the run and are not here: {days}",
    "doubt_days_worked": "{count} weekend days announced as worked lie in the run and are not here: {days}",
    "doubt_night": "from {opens} to {closes} of the next day are {hours:g} hours; is {closes} to {opens} meant?",
    "doubt_grids": "{workers:,.0f} grid workers for {grids:,.0f} grids, where about one for each is usual",
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
    # the book of hours
    "hours_title": "Where the year goes",
    "hours_note": (
        "Hours that the roster gives one worker or crew in a year, by what they went to. Mean of {n} replications, the"
        " observation period scaled to a year."
    ),
    "hours_axis": "hours of one worker or crew in a year",
    "hours_table": "Book of hours",
    "hours_table_note": (
        "Hours of one worker or crew in a year, mean of the replications: all lines up to the last but two add up to"
        " what the roster gives. Cases: on site and waiting there. Line: for crews all duty that is not for cases, for"
        " grid workers the tasks of departments; less what cases displaced. Not used: free for cases or in the field,"
        " with nothing to do or not walked. Overtime comes beside it. Mechanisms that only move hours have none for"
        " themselves; what they move is listed under the table."
    ),
    "hours_kind": "Hours for",
    "hours_of_worker": "grid worker",
    "hours_of_community": "crew of a community desk",
    "hours_of_street": "crew of a street team",
    "hours_of_department": "crew of a department",
    "hours_of_sunk": "crew of a department in a street",
    "hours_of_service": "crew of a station for groups",
    "hours_of_contractor": "crew of a purchased service",
    "hours_of_auditors": "crew of auditors",
    "hours_travel": "trips",
    "hours_cases": "cases",
    "hours_patrol": "patrol",
    "hours_visits": "visits",
    "hours_desk": "desk",
    "hours_line": "line",
    "hours_idle": "not used",
    "hours_absent": "absent",
    "hours_rostered": "Roster",
    "hours_overtime": "Overtime",
    "hours_moved": "{mechanism}, {kind}: {parts}",
    "hours_taken": "takes {hours} h from {of}",
    "hours_given": "gives {hours} h to {of}",
    "hours_from_cases": "cases",
    "hours_from_line": "line duty",
    "hours_from_desk": "desk work",
    "hours_from_patrol": "patrol",
    "hours_from_field": "the field",
}
"""What stands in warnings and about loads, by name."""
