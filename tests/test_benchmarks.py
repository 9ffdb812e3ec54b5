"""The programs of the benchmarks: they carry out one model, and the table tells when they do not."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
ROUNDS, DAYS = 3, 2.0

pytestmark = pytest.mark.long  # `make bench` asks the same before it measures


@pytest.fixture(scope="module", autouse=True)
def importable():
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    import heapq_plain
    import simpy_clock
    import simpy_processes
    import spec
    from peers import Peer, compiled

    window = spec.Window(spec.DAY, DAYS * spec.DAY, 2 * spec.DAY)
    programs = {"heapq": heapq_plain, "SimPy, bare clock": simpy_clock, "SimPy, processes": simpy_processes}
    told = {
        title: [spec.result(program.run(window, seed), 1.0, 1.0) for seed in range(1, ROUNDS + 1)]
        for title, program in programs.items()
    }
    binary = compiled("dispatch", tmp_path_factory.mktemp("cpp"))
    if binary is not None:
        told["C++"] = [Peer("C++", binary).run(DAYS, seed) for seed in range(1, ROUNDS + 1)]
    return told


def test_all_programs_find_the_same(runs):
    from peers import disagreements

    assert list(disagreements(runs)) == []


def test_workers_and_crews_are_as_busy_as_reckoned_by_hand(runs):
    import spec

    work = spec.LOOK + ((1 - spec.PASSED) * spec.OWN_MEAN + spec.VERIFY) / (1 - spec.FALSE)
    crew_work = spec.PASSED * spec.PASSED_MEAN / (1 - spec.FALSE)
    workers = statistics.fmean(run["workers"] for told in runs.values() for run in told)
    crews = statistics.fmean(run["departments"] for told in runs.values() for run in told)
    assert workers == pytest.approx(work / (spec.WORKERS * spec.GAP), rel=0.02)
    assert crews == pytest.approx(crew_work / (spec.DEPARTMENTS * spec.CREWS * spec.GAP), rel=0.03)


def test_clocks_of_one_model_and_seed_give_one_result(runs):
    assert runs["heapq"] == runs["SimPy, bare clock"]


def test_a_program_that_differs_is_told(runs):
    from peers import disagreements

    slower = [{**run, "sojourn_min": run["sojourn_min"] + 100} for run in runs["heapq"]]
    faults = list(disagreements({**runs, "slower": slower}))
    assert faults
    assert all("sojourn" in fault and "slower" in fault for fault in faults)


def test_the_scenario_is_the_common_model():
    import spec

    from sim.scenario.load import load

    scenario = load(FOLDER / "common.yaml").scenario
    assert scenario.staff.grid_workers.count.value == spec.WORKERS
    assert [unit.crews.value for unit in scenario.departments.values()] == [spec.CREWS] * spec.DEPARTMENTS
    hazard, *others = scenario.hazards.values()
    assert all(other == hazard for other in others)
    issues = hazard.rate.value * len(scenario.hazards) * scenario.population.residents.value
    assert issues * spec.GAP == pytest.approx(365 * spec.DAY)
    passed = [hazard.handled_by[name] for name in scenario.departments]
    assert sum(handling.share.value for handling in passed) == pytest.approx(spec.PASSED)
    assert hazard.handled_by["grid"].work.mean() == pytest.approx(spec.OWN_MEAN * 60_000)
    assert passed[0].work.mean() == pytest.approx(spec.PASSED_MEAN * 60_000)
    assert scenario.mechanisms.ledger.false_claims.value == spec.FALSE


def test_a_district_grows_in_all_that_is_counted():
    from scale import larger

    from sim.scenario.load import load

    small = load("village-square").scenario
    large = load("village-square", larger(small, 4)).scenario
    assert large.territory.communities.value == 4 * small.territory.communities.value
    assert large.territory.area.value == pytest.approx(4 * small.territory.area.value)
    assert all(unit.crews.value == 4 * small.departments[name].crews.value for name, unit in large.departments.items())


def test_residents_grow_at_a_fixed_number_of_issues():
    from scale import fuller

    from sim.scenario.load import load

    few = load("village-square").scenario
    many = load("village-square", fuller(few, 8)).scenario
    for name, hazard in few.hazards.items():
        assert many.hazards[name].rate.value * many.population.residents.value == pytest.approx(
            hazard.rate.value * few.population.residents.value
        )
