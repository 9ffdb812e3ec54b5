"""What no single value of a scenario shows: parts that cannot hold together, found before anything runs."""

from __future__ import annotations

from sim.mechanisms import MECHANISMS
from sim.scenario.checks import (
    charges,
    counts,
    field,
    hours,
    indicators,
    joint,
    money,
    names,
    outlines,
    reporting,
    run,
    shares,
    staff,
    zones,
)
from sim.scenario.models import Scenario
from sim.scenario.validate import Check

FIRST_CHECKS: tuple[Check[Scenario], ...] = (counts.sizes_are_above_zero,)
"""Those of what others build upon: nothing would fit a district of no communities."""

CHECKS: tuple[Check[Scenario], ...] = (
    names.units_are_distinct,
    names.units_exist,
    names.departments_exist,
    names.profiles_exist,
    names.rosters_exist,
    names.hazards_exist,
    names.names_are_meant,
    shares.handlings_sum_to_one,
    shares.joint_counts_sum_to_one,
    shares.channels_sum_to_one,
    shares.shifts_sum_to_one,
    hours.rosters_open,
    hours.shifts_open,
    hours.waking_hours_are_apart,
    hours.shocks_have_hours,
    hours.days_are_off_or_on,
    hours.profiles_fit,
    hours.stewards_walk_in_open_hours,
    counts.sizes_are_above_zero,
    counts.parts_are_not_more_than_the_whole,
    counts.grids_are_told_once,
    counts.numbers_have_room,
    counts.sites_fit_in_memory,
    counts.crews_are_people,
    counts.people_have_room,
    outlines.outlines_agree_with_numbers,
    run.run_has_a_window,
    run.times_are_on_the_calendar,
    run.issues_recur_after_others,
    run.run_fits_in_memory,
    staff.crews_have_time_for_cases,
    staff.grid_workers_are_there,
    staff.grid_workers_leave_their_desks,
    staff.travel_is_told_once,
    joint.joint_issues_have_a_lead,
    joint.joint_counts_can_be_met,
    joint.joint_parts_can_be_done,
    joint.joint_departments_are_named_once,
    zones.zones_are_shares,
    zones.groups_are_shares,
    zones.zones_and_groups_name_what_is_there,
    zones.hazards_befall_their_groups,
    reporting.inclination_has_mean_one,
    reporting.trust_is_a_share,
    field.ranges_hold_what_is_expected,
    indicators.indicators_form_a_tree,
    indicators.indicators_are_as_many_as_counted,
    charges.hours_are_there,
    money.mechanisms_keep_to_the_budget,
    *(check for mechanism in MECHANISMS for check in mechanism.checks),
)
"""Every check: of the sections in their order, then what each mechanism checks of itself."""
