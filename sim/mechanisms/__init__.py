"""Mechanisms: one file each, with its parameters, how they are lowered to the plan, its rules, and where it comes from.

Parameters are what a scenario may say about it. `lower` turns them into the plain numbers the rules read, neutral ones
if the mechanism is off; distributions become numbers in the table of distributions. Rules decide; which rule is asked
when stands in `sim.lifecycle.hooks`. `MECHANISMS` lists all of them, in the order of the sections of a scenario; of
those by which others may act the first claims.
"""

from sim.mechanisms import (
    assessment,
    density,
    dispatch,
    emergencies,
    explanation,
    inspection,
    ledger,
    party_members,
    patrol,
    petitions,
    queueing,
    reporting,
    whistle,
)
from sim.mechanisms.authority import (
    all_purpose_grid,
    joint_team,
    prevention,
    service_centres,
    special_groups,
    street_powers,
    sunk_enforcement,
)
from sim.mechanisms.eyes import coverage, platform, proxies, stewards, talks
from sim.mechanisms.hours import admission, campaigns, funding, staff_quality
from sim.mechanisms.stages import co_building, committees, councils, named_leader
from sim.mechanisms.stages import property as tri_party
from sim.mechanisms.units import incentives, norms, roll_out

MECHANISMS = (
    density.MECHANISM,
    patrol.MECHANISM,
    reporting.MECHANISM,
    dispatch.MECHANISM,
    whistle.MECHANISM,
    queueing.MECHANISM,
    party_members.MECHANISM,
    ledger.MECHANISM,
    emergencies.MECHANISM,
    assessment.MECHANISM,
    inspection.MECHANISM,
    petitions.MECHANISM,
    explanation.MECHANISM,
    joint_team.MECHANISM,
    street_powers.MECHANISM,
    sunk_enforcement.MECHANISM,
    all_purpose_grid.MECHANISM,
    prevention.MECHANISM,
    service_centres.MECHANISM,
    stewards.MECHANISM,
    platform.MECHANISM,
    talks.MECHANISM,
    proxies.MECHANISM,
    staff_quality.MECHANISM,
    admission.MECHANISM,
    campaigns.MECHANISM,
    funding.MECHANISM,
    named_leader.MECHANISM,
    coverage.MECHANISM,
    special_groups.MECHANISM,
    tri_party.MECHANISM,
    co_building.MECHANISM,
    councils.MECHANISM,
    committees.MECHANISM,
    norms.MECHANISM,
    incentives.MECHANISM,
    roll_out.MECHANISM,
)
