"""What each mechanism owes to its contract: a scenario in which it acts, what it moves and what that costs elsewhere.

A new mechanism adds its row here; `test_contract` does the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

UP, DOWN = 1, -1


@dataclass(frozen=True)
class Owed:
    """`on`: assignments to the teaching case that let the mechanism act. `moves` is the measure it is for and
    `side_effect` one that shows whose time or trouble it is, each with the direction in which it goes when the
    mechanism is switched on."""

    moves: tuple[str, int]
    side_effect: tuple[str, int]
    on: tuple[str, ...] = ()


OWED: dict[str, Owed] = {
    "density": Owed(
        on=("staff.grid_workers.absence=0.3", "mechanisms.density.cover=1"),
        moves=("detection_mean_h", DOWN),
        side_effect=("utilisation_worker", UP),
    ),
    "patrol": Owed(moves=("never_reported_share", DOWN), side_effect=("cases_resident_per_year", DOWN)),
    "reporting": Owed(moves=("cases_resident_per_year", UP), side_effect=("cases_patrol_per_year", DOWN)),
    "dispatch": Owed(
        on=("mechanisms.dispatch.wrong_unit=0.3", "mechanisms.dispatch.shelved=0.1"),
        moves=("first_response_median_h", UP),
        side_effect=("repeats_per_case", UP),
    ),
    "whistle": Owed(
        on=(
            "hazards.illegal_bldg.rate=40 per 1000 residents per year",
            "hazards.illegal_bldg.procedure=2 wh",
        ),
        moves=("closed_joint_share", UP),
        side_effect=("displaced_h_per_week", UP),
    ),
    "queueing": Owed(
        on=(
            "hazards.estate.rate=500 per 1000 residents per year",
            "hazards.litter.rate=700 per 1000 residents per year",
        ),
        moves=("backlog_mean_street_order", DOWN),
        side_effect=("repeats_per_case", DOWN),
    ),
    "party_members": Owed(
        on=(
            "mechanisms.party_members.members=200",
            "mechanisms.party_members.solved=400 per person per year",
            "staff.community_desks.total=8",
        ),
        moves=("members_share", UP),
        side_effect=("utilisation_community", DOWN),
    ),
    "ledger": Owed(moves=("premature_closing_share", UP), side_effect=("backlog_mean", UP)),
    "emergencies": Owed(
        on=(
            "mechanisms.emergencies.enabled=true",
            "hazards.estate.dangerous=0.5",
            "hazards.estate.rate=300 per 1000 residents per year",
        ),
        moves=("severity_days_open", DOWN),
        side_effect=("displaced_h_per_week", UP),
    ),
    "assessment": Owed(
        on=(
            "mechanisms.assessment.enabled=true",
            "mechanisms.assessment.weight=1",
            "mechanisms.assessment.start=1",
            "mechanisms.assessment.target=1",
            "mechanisms.assessment.paper=1",
        ),
        moves=("said_in_time_share_due", UP),
        side_effect=("reopened_share", UP),
    ),
    "inspection": Owed(
        on=(
            "mechanisms.inspection.enabled=true",
            "mechanisms.inspection.rate=1",
            "mechanisms.inspection.crews=9",
            "mechanisms.ledger.false_claims=0.3",
        ),
        moves=("truly_resolved_share", UP),
        side_effect=("reopened_share", UP),
    ),
    "petitions": Owed(
        on=(
            "mechanisms.petitions.enabled=true",
            "mechanisms.petitions.probability=1",
            "mechanisms.petitions.after=1",
            "mechanisms.reporting.patience=2 days",
            "hazards.estate.rate=500 per 1000 residents per year",
            "hazards.litter.rate=600 per 1000 residents per year",
        ),
        moves=("petitions_per_10000", UP),
        side_effect=("mean_trust", UP),
    ),
    "explanation": Owed(
        on=(
            "mechanisms.explanation.enabled=true",
            "mechanisms.explanation.dissatisfied=0.5",
            "mechanisms.explanation.minutes=30 min",
        ),
        moves=("satisfied_share_valid", UP),
        side_effect=("utilisation_community", UP),
    ),
    "joint_team": Owed(
        on=(
            "mechanisms.joint_team.enabled=true",
            "mechanisms.joint_team.roles=[sanitation, housing, urban_management]",
            "mechanisms.joint_team.roster=office",
            "mechanisms.joint_team.hazards=[trading, parking, estate]",
            "mechanisms.joint_team.share=0.3",
        ),
        moves=("taken_over_share", UP),
        side_effect=("utilisation_street", UP),
    ),
    "street_powers": Owed(
        on=(
            "mechanisms.street_powers.enabled=true",
            "mechanisms.street_powers.powers=[urban_management, housing]",
            "mechanisms.street_powers.team=sanitation",
            "mechanisms.street_powers.exercised=1",
            "mechanisms.street_powers.weight=1",
            "mechanisms.street_powers.response=4",
        ),
        moves=("taken_over_share", UP),
        side_effect=("utilisation_street", UP),
    ),
    "sunk_enforcement": Owed(
        on=(
            "mechanisms.sunk_enforcement.enabled=true",
            "mechanisms.sunk_enforcement.departments=[urban_management, housing]",
            "mechanisms.sunk_enforcement.share=0.5",
            "mechanisms.sunk_enforcement.cases=1",
            "mechanisms.sunk_enforcement.work_factor=1.5",
        ),
        moves=("taken_over_share", UP),
        side_effect=("utilisation_department", DOWN),
    ),
    "all_purpose_grid": Owed(
        on=(
            "mechanisms.all_purpose_grid.enabled=true",
            "mechanisms.all_purpose_grid.units=[community, sanitation, urban_management, housing]",
            "mechanisms.all_purpose_grid.taken_over=1",
            "mechanisms.all_purpose_grid.work_factor=1.3",
            "mechanisms.all_purpose_grid.beyond=0.3",
        ),
        moves=("taken_over_share", UP),
        side_effect=("utilisation_worker", UP),
    ),
    "prevention": Owed(
        on=(
            "mechanisms.prevention.enabled=true",
            "mechanisms.prevention.roots.hazards=[litter, trading, parking]",
            "mechanisms.prevention.roots.after=1",
            "mechanisms.prevention.roots.effort=5",
            "mechanisms.prevention.roots.takes=1 h",
            "mechanisms.prevention.roots.cut=1",
        ),
        moves=("recurrence_share", DOWN),
        side_effect=("utilisation_street", UP),
    ),
    "service_centres": Owed(
        on=(
            "mechanisms.service_centres.enabled=true",
            "mechanisms.service_centres.at_door=0.9",
            "mechanisms.service_centres.reach=2 km",
            "mechanisms.service_centres.absorbed=0.5",
            "mechanisms.service_centres.minutes=30 min",
        ),
        moves=("walk_in_share", UP),
        side_effect=("utilisation_community", UP),
    ),
    "stewards": Owed(
        on=(
            "mechanisms.stewards.enabled=true",
            "mechanisms.stewards.count=200",
            "mechanisms.stewards.roster=off_hours",
        ),
        moves=("found_by_stewards_per_year", UP),
        side_effect=("finds_per_patrol_hour", DOWN),
    ),
    "platform": Owed(
        on=(
            "mechanisms.platform.enabled=true",
            "mechanisms.platform.covered=1",
            "mechanisms.platform.sees=1 per hour",
            "mechanisms.platform.hazards=[litter, trading, parking]",
        ),
        moves=("detection_mean_h", DOWN),
        side_effect=("utilisation_street", UP),
    ),
    "talks": Owed(
        on=(
            "mechanisms.talks.enabled=true",
            "mechanisms.talks.cadres=450",
            "mechanisms.talks.roster=off_hours",
        ),
        moves=("never_reported_share", DOWN),
        side_effect=("found_gone_share", UP),
    ),
    "proxies": Owed(
        on=(
            "mechanisms.proxies.enabled=true",
            "mechanisms.proxies.count=100",
            "mechanisms.proxies.calls=50",
            "mechanisms.proxies.tells=0.5",
            "mechanisms.proxies.roster=off_hours",
            "mechanisms.proxies.hours_of=community_desks",
            "mechanisms.proxies.length=1 min",
        ),
        moves=("found_by_proxies_per_year", UP),
        side_effect=("cases_resident_per_year", DOWN),
    ),
    "staff_quality": Owed(
        on=("mechanisms.staff_quality.enabled=true", "mechanisms.staff_quality.crew_absence=0.4"),
        moves=("utilisation_street", UP),
        side_effect=("backlog_mean", UP),
    ),
    "admission": Owed(
        on=("mechanisms.admission.enabled=true", "mechanisms.admission.cut=1", "mechanisms.admission.handed_back=0.2"),
        moves=("worker_patrol_h", UP),
        side_effect=("cases_resident_per_year", DOWN),
    ),
    "campaigns": Owed(
        on=(
            "mechanisms.campaigns.enabled=true",
            "mechanisms.campaigns.planned=[{title: all, since: 2020-01-01, until: 2030-01-01, hazards: [litter],"
            " patrol: 1 h, units: [sanitation], borrowed: 0.5, deters: 0.5}]",
        ),
        moves=("issues_per_year", DOWN),
        side_effect=("utilisation_street", DOWN),
    ),
    "funding": Owed(
        on=(
            "mechanisms.funding.enabled=true",
            "mechanisms.funding.further=3 million yuan",
            "mechanisms.funding.buys={repairs: {title: repairs, yuan: 2 million yuan, roster: office, trip: 20 min,"
            " units: [community, housing, sanitation], hazards: [estate, litter], cases: 0.8}}",
        ),
        moves=("taken_over_share", UP),
        side_effect=("yearly_cost", UP),
    ),
    "named_leader": Owed(
        on=(
            "mechanisms.named_leader.enabled=true",
            "mechanisms.named_leader.slots.street=10",
            "mechanisms.named_leader.slots.district=10",
            "mechanisms.named_leader.overdue=1",
            "mechanisms.named_leader.shortens=0.3",
            "mechanisms.named_leader.hours=2 h",
        ),
        moves=("open_age_p95_days", DOWN),
        side_effect=("leader_h_on_cases_per_week", UP),
    ),
    "coverage": Owed(
        on=(
            "run.stock=empty",
            "territory.zones={market: {title: markets, share: 0.3, homes: 0.3}}",
            "mechanisms.coverage.enabled=true",
            "mechanisms.coverage.covered={market: 0}",
        ),
        moves=("never_reported_spread_zones", UP),
        side_effect=("never_reported_share_no_zone", DOWN),
    ),
    "special_groups": Owed(
        on=(
            "population.groups={veterans: {title: veterans, share: 0.05}}",
            "hazards.welfare.group=veterans",
            "hazards.welfare.rate=3000 per 1000 residents per year",
            "mechanisms.special_groups.enabled=true",
            "mechanisms.special_groups.groups=[veterans]",
            "mechanisms.special_groups.crews=3",
            "mechanisms.special_groups.roster=office",
            "mechanisms.special_groups.visits=12",
        ),
        moves=("never_reported_share_groups", DOWN),
        side_effect=("utilisation_department", DOWN),
    ),
    "property": Owed(
        on=(
            "mechanisms.property.enabled=true",
            "mechanisms.property.hazards=[estate, noise]",
            "mechanisms.property.covered=1",
            "mechanisms.property.asks_first=1",
            "mechanisms.property.fixes=0.5",
            "mechanisms.property.coordination=0.3",
            "mechanisms.property.estates=20",
        ),
        moves=("cases_resident_per_year", DOWN),
        side_effect=("asked_outside_per_year", UP),
    ),
    "co_building": Owed(
        on=(
            "mechanisms.co_building.enabled=true",
            "mechanisms.co_building.units=400",
            "mechanisms.co_building.tasks=10",
            "mechanisms.co_building.hazards=[estate, noise, dispute, welfare]",
            "mechanisms.co_building.meeting=1 h",
            "mechanisms.co_building.contract=1 h",
        ),
        moves=("partner_tasks_per_year", UP),
        side_effect=("utilisation_community", UP),
    ),
    "councils": Owed(
        on=(
            "mechanisms.councils.enabled=true",
            "mechanisms.councils.roster=grid",
            "mechanisms.councils.agrees=1",
            "mechanisms.councils.carried_out=1",
            "mechanisms.councils.crews=0.1",
            "hazards.estate.contested=1",
        ),
        moves=("contested_settled_share", UP),
        side_effect=("utilisation_community", UP),
    ),
    "committees": Owed(
        on=(
            "mechanisms.committees.enabled=true",
            "mechanisms.committees.levels={all: {place: district, roster: grid, decides: 1, members: [housing]}}",
            "mechanisms.committees.bounces=20",
            "hazards.estate.unclear=1",
        ),
        moves=("orphan_days_per_unclear_case", DOWN),
        side_effect=("utilisation_department", UP),
    ),
    "norms": Owed(
        on=(
            "mechanisms.norms.enabled=true",
            "mechanisms.norms.removes={litter: 0.05, estate: 0.05, noise: 0.05, parking: 0.05}",
            "mechanisms.norms.trust=0.1",
            "mechanisms.norms.hours=16 h",
        ),
        moves=("issues_per_year", DOWN),
        side_effect=("utilisation_community", UP),
    ),
    "incentives": Owed(
        on=(
            "mechanisms.party_members.members=200",
            "mechanisms.party_members.solved=400 per person per year",
            "staff.community_desks.total=8",
            "mechanisms.incentives.enabled=true",
            "mechanisms.incentives.begins=0.05",
        ),
        moves=("members_share", DOWN),
        side_effect=("utilisation_community", UP),
    ),
    "roll_out": Owed(
        on=(
            "mechanisms.all_purpose_grid.enabled=true",
            "mechanisms.all_purpose_grid.units=[community, sanitation]",
            "mechanisms.all_purpose_grid.taken_over=1",
            "mechanisms.roll_out.enabled=true",
            "mechanisms.roll_out.of={all_purpose_grid: {where: [community 1]}}",
        ),
        moves=("taken_over_share", DOWN),
        side_effect=("utilisation_community", UP),
    ),
}
