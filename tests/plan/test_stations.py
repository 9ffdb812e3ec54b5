"""Stations and what else a plan holds: in which order they come, where they stand, whose hours, who helps."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from sim.kinds import NOBODY, Scope, StationKind
from sim.measures.organisation import yearly_cost
from sim.plan.lower import lower
from sim.plan.plan import GRID_UNIT, Plan
from sim.plan.stations import active_members
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world.ground import Ground
from tests.plain import PLAIN

STREETS, COMMUNITIES = 3, 7


@cache
def town(*sets: str) -> tuple[Scenario, Plan, Ground]:
    """The teaching case on several streets."""
    many = (f"territory.streets={STREETS}", f"territory.communities={COMMUNITIES}", "run.length=1 week")
    scenario = load("village-square", [*PLAIN, *many, *sets]).scenario
    plan, ground, _ = lower(scenario, 0)
    return scenario, plan, ground


def of_kind(plan: Plan, kind: StationKind) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.flatnonzero(plan.stations["kind"] == kind)


def test_stations_come_by_kind_and_units_name_the_first_of_theirs() -> None:
    scenario, plan, _ = town()
    teams = len(scenario.staff.street_teams)
    counts = [len(of_kind(plan, kind)) for kind in StationKind]
    workers = int(scenario.staff.grid_workers.count.value)
    assert counts[:5] == [workers, COMMUNITIES, STREETS * teams, len(scenario.departments), COMMUNITIES]
    assert not any(counts[5:]), "what mechanisms bring is off"
    assert (np.diff(plan.stations["kind"]) >= 0).all()
    assert plan.unit_names == ("grid", "community", *scenario.staff.street_teams, *scenario.departments)
    assert plan.unit_names[GRID_UNIT] == "grid" and plan.base_units == len(plan.unit_names) == len(plan.units)
    firsts = [int(np.flatnonzero(plan.stations["unit"] == unit)[0]) for unit in range(len(plan.units))]
    assert plan.units["first_station"].tolist() == firsts
    assert plan.units["scope"].tolist()[:2] == [Scope.GRID, Scope.COMMUNITY]
    assert [plan.unit_names[unit] for unit in plan.departments] == list(scenario.departments)
    assert plan.units["department"][plan.departments].tolist() == list(range(len(plan.departments)))


def test_what_kinds_say_stands_with_each_station() -> None:
    _, plan, _ = town()
    for station in plan.stations:
        kind = list(StationKind)[station["kind"]]
        assert (station["level"], station["performer"], station["walks"]) == (kind.level, kind.performer, kind.walks)
        assert bool(station["pool"] == NOBODY) is (kind != StationKind.MEMBERS)
        assert bool(station["unit"] == NOBODY) is (kind == StationKind.MEMBERS)


def test_desks_and_pools_stand_in_their_communities_teams_amid_those_of_their_street() -> None:
    _, plan, ground = town()
    centre = np.array([(outline.centroid.x, outline.centroid.y) for outline in ground.outlines])
    for kind in (StationKind.COMMUNITY, StationKind.MEMBERS):
        own = plan.stations[of_kind(plan, kind)]
        assert own["community"].tolist() == list(range(COMMUNITIES))
        assert np.column_stack([own["x"], own["y"]]) == pytest.approx(centre)
    teams = plan.stations[of_kind(plan, StationKind.STREET)]
    amid = np.array([centre[ground.street == street].mean(axis=0) for street in range(STREETS)])
    assert np.column_stack([teams["x"], teams["y"]]) == pytest.approx(np.tile(amid, (len(teams) // STREETS, 1)))
    assert set(teams["community"]) == {NOBODY}


def test_servers_are_numbered_through_and_each_has_its_hours() -> None:
    _, plan, _ = town()
    stations, servers, calendars = plan.stations, plan.servers, plan.calendars
    assert (np.cumsum(stations["servers"]) - stations["servers"] == stations["first_server"]).all()
    assert stations["servers"].sum() == len(servers)
    assert len(set(servers["always"])) == 1
    lengths = [
        (plan.closes[a:b] - plan.opens[a:b]).sum() for a, b in zip(calendars["first"], calendars["last"], strict=True)
    ]
    assert all(lengths[server["cases"]] <= lengths[server["duty"]] for server in servers)
    department = of_kind(plan, StationKind.DEPARTMENT)[0]
    share = next(iter(town()[0].departments.values())).share.value
    first = servers[stations[department]["first_server"]]
    assert lengths[first["cases"]] == pytest.approx(share * lengths[first["duty"]], rel=1e-3)


def test_blocks_differ_by_crew_and_place() -> None:
    _, plan, _ = town("staff.street_teams.sanitation.crews=2", "staff.street_teams.sanitation.share=0.3")
    teams = of_kind(plan, StationKind.STREET)[:STREETS]
    crews = [plan.stations[team]["first_server"] + crew for team in teams for crew in range(2)]
    first_blocks = [int(plan.opens[plan.calendars[plan.servers[crew]["cases"]]["first"]]) for crew in crews]
    assert len(set(first_blocks)) == len(crews)


def test_crews_of_one_pool_may_differ_and_workers_have_the_pace_of_their_station() -> None:
    """Lognormal with mean 1: of 400 crews with a coefficient of variation of a half the mean lies within 0.1."""
    crews = ("departments.housing.crews=400", "departments.housing.roster=office")
    _, alike, _ = town(*crews)
    assert set(alike.servers["pace"].tolist()) == {1.0}
    _, plan, _ = town(*crews, "mechanisms.queueing.crew_cv=0.5")
    (housing,) = (s for s in plan.stations if s["servers"] == 400)
    paces = plan.servers["pace"][housing["first_server"] : housing["first_server"] + 400]
    assert paces.mean() == pytest.approx(1.0, abs=0.1) and paces.std() == pytest.approx(0.5, abs=0.12)
    workers = plan.stations[of_kind(plan, StationKind.WORKER)]["first_server"]
    assert (plan.servers["pace"][workers] == 1.0).all()


def test_only_workers_and_teams_have_a_pace_of_their_own() -> None:
    _, plan, _ = town("mechanisms.queueing.skill_cv=0.25", "staff.grid_workers.count=200")
    paces = {kind: plan.stations["pace"][of_kind(plan, kind)] for kind in StationKind}
    for kind, pace in paces.items():
        assert ((pace == 1.0).all()) is np.bool_(not kind.paced)
    workers = paces[StationKind.WORKER]
    assert workers.mean() == pytest.approx(1.0, abs=4.5 * 0.25 / len(workers) ** 0.5)
    assert workers.std() == pytest.approx(0.25, abs=0.08)
    assert len(set(paces[StationKind.STREET])) == len(paces[StationKind.STREET])


def test_members_are_shared_out_by_residents() -> None:
    scenario, plan, ground = town("mechanisms.party_members.members=70", "mechanisms.party_members.active=1")
    helpers = plan.stations["servers"][of_kind(plan, StationKind.MEMBERS)]
    assert helpers.tolist() == active_members(scenario, ground).tolist() and helpers.sum() == 70
    assert np.abs(helpers - 70 * ground.residents / ground.residents.sum()).max() < 1.0
    gaps = plan.communities["member_gap"]
    assert gaps * ground.residents == pytest.approx((gaps * ground.residents).mean())


def test_channels_are_shares_of_all() -> None:
    scenario, plan, _ = town()
    shares = [channel.share.value for channel in scenario.channels.values()]
    assert plan.channels["upto"] == pytest.approx(np.cumsum(shares))
    assert plan.channels["upto"][-1] == 1.0


def test_homes_are_ranked_along_the_street_of_their_community() -> None:
    _, plan, ground = town()
    ranks = plan.sites["rank"]
    homes = np.arange(len(ground.x)) >= ground.places
    for community in range(COMMUNITIES):
        own = np.flatnonzero(homes & (ground.community == community))
        assert sorted(ranks[own]) == list(range(len(own)))
        assert (np.diff(ground.along[own][np.argsort(ranks[own])]) >= 0).all()


def test_months_end_at_midnights_of_the_calendar() -> None:
    scenario, plan, _ = town("run.start=2024-01-20", "run.length=7 weeks", "run.warmup=0 days", "run.followup=0 days")
    day = 86_400_000
    assert scenario.run.start.day == 20
    assert plan.months.tolist() == [12 * day, 41 * day]  # 1 February, 1 March of a leap year


def test_what_mechanisms_lower_stands_in_sections_of_their_own() -> None:
    _, plan, _ = town()
    assert plan.mechanisms["whistle"].hold != plan.mechanisms["whistle"].notice
    assert isinstance(plan.mechanisms["whistle"].sign, np.ndarray) and len(plan.mechanisms["whistle"].sign) == 3
    assert "density" not in plan.mechanisms
    view = plan.readable()
    assert view.whistle.sign == plan.mechanisms["whistle"].sign.tolist()
    assert view.working == view.calendars[plan.working]


def test_a_total_of_crews_is_shared_out_by_residents() -> None:
    """By largest remainders, each place getting one at least; the same money as so many crews."""
    scenario, plan, ground = town("staff.community_desks.total=20")
    desks = plan.stations[of_kind(plan, StationKind.COMMUNITY)]
    assert desks["servers"].sum() == 20 and desks["servers"].min() >= 1
    exact = 1 + (20 - COMMUNITIES) * ground.residents / ground.residents.sum()
    assert (np.abs(desks["servers"] - exact) < 1).all()
    cost = scenario.staff.community_desks.cost
    each, _, _ = town("staff.community_desks.crews=2")
    assert cost is not None
    assert yearly_cost(scenario) - yearly_cost(each) == pytest.approx((20 - 2 * COMMUNITIES) * cost.value)


def test_teams_of_streets_share_a_total_too() -> None:
    team = next(iter(town()[0].staff.street_teams))
    path = f"staff.street_teams.{team}"
    _, plan, _ = town(f"{path}.total=7")
    unit = plan.unit_names.index(team)
    assert plan.stations["servers"][plan.stations["unit"] == unit].sum() == 7
