"""What happens by itself: issues occur, heal, are noticed by residents, and come back."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import resident, simulation, street
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import DESK, WORLD, write, write_row
from sim.engines.compiled.part import fetch_ahead, part
from sim.kinds import NOBODY, IssueState, Kind, Source
from sim.lifecycle import hooks
from sim.plan.intervals import NEVER
from sim.record.activities import NUMBER
from sim.world import outcomes

OCCURRED, PREVENTED, ABSORBED = NUMBER["occurred"], NUMBER["prevented"], NUMBER["absorbed"]
HEALED, RECURS, CONSULTED = NUMBER["healed"], NUMBER["recurs"], NUMBER["consulted"]
OPEN = IssueState.OPEN.value
WORD = 64
"""Hazards in a word of the table of what is open."""


@part
def primary_occurs(sim: Any) -> None:
    """The next primary issue of the world occurs, or a contact asks for information."""
    plan = sim.plan
    number = sim.next
    sim.next += 1
    root = plan.root[number]
    if outcomes.root_hazard(root) == len(plan.hazards):
        consult(sim, root)
        return
    issue = enter_issue(sim, number, root, 0, plan.time[number])
    look_ahead(sim)
    if issue.occurred < 0 and not hooks.still_there(plan, plan.hazards[issue.hazard], issue):
        sim.issue_count -= 1
        return
    on_occurs(sim, issue)


@part
def look_ahead(sim: Any) -> None:
    """Fetch the place of the next primary issue."""
    plan = sim.plan
    root = plan.root[min(sim.next, len(plan.root) - 1)]
    hazard = outcomes.root_hazard(root)
    if hazard < len(plan.hazards):
        area = plan.communities[outcomes.root_community(root)]
        site = outcomes.site_of(plan, plan.hazards[hazard], area, root)
        fetch_ahead(plan.sites, site)
        fetch_ahead(sim.taken, word_of(sim, site, hazard))


@part
def recurrence_occurs(sim: Any, number: int, parent: Any) -> None:
    """An issue that has ended comes back."""
    on_occurs(sim, enter_issue(sim, number, parent.root, parent.generation + 1, sim.now))


@part
def on_occurs(sim: Any, issue: Any) -> None:
    """An issue occurs."""
    hazard = sim.plan.hazards[issue.hazard]
    describe(sim, issue, hazard)
    if not appears(sim, issue, hazard):
        return
    write(sim, OCCURRED, issue, NOBODY, WORLD, NOBODY, issue.site)
    issue.heals_at = hooks.healed_at(sim.plan, hazard, issue, NEVER)
    simulation.expect_finds(sim, issue, hazard)
    if hazard.at_once:
        report(sim, issue)
    schedule_notice(sim, issue, hazard)


@part
def enter_issue(sim: Any, number: int, root: int, generation: int, occurred: int) -> Any:
    """A new issue in the table."""
    plan = sim.plan
    issue = sim.issues[sim.issue_count]
    issue.slot = sim.issue_count
    sim.issue_count += 1
    issue.number = number
    issue.root = root
    issue.generation = generation
    issue.key = outcomes.issue_key(root, generation)
    issue.community = outcomes.root_community(root)
    issue.hazard = outcomes.root_hazard(root)
    issue.site = outcomes.site_of(plan, plan.hazards[issue.hazard], plan.communities[issue.community], root)
    issue.occurred = occurred
    sim.states[issue.slot] = IssueState.OPEN.value
    issue.ended = issue.detected = issue.detected_by = issue.fixed_by = issue.case = issue.due_noticed = NOBODY
    issue.heals_at = NEVER
    issue.needs = issue.notices = issue.finds = issue.reports = issue.cases = 0
    return issue


@part
def describe(sim: Any, issue: Any, hazard: Any) -> None:
    """Ask the world what the issue is: a danger or not, and whose work."""
    plan, key = sim.plan, issue.key
    issue.dangerous = outcomes.is_dangerous(plan, hazard, key)
    issue.option = outcomes.true_option(plan, hazard, key)
    issue.joint = outcomes.is_joint(plan, hazard, key)
    issue.work = outcomes.work_content(plan, issue.option, key, 0)
    department = plan.units[plan.options[issue.option].unit].department
    if issue.joint:
        lead = department if department >= 0 else plan.members[hazard.first_member].department
        issue.needs = outcomes.joint_departments(plan, hazard, key, lead)
    elif department >= 0:
        issue.needs = 1 << department


@part
def consult(sim: Any, root: int) -> None:
    """A contact that asks for information is answered at once."""
    settings = sim.plan.settings
    sim.consultations += settings.warmup <= sim.now < settings.window
    write_row(sim, CONSULTED, root, 0, NOBODY, DESK, NOBODY, outcomes.root_community(root))


@part
def appears(sim: Any, issue: Any, hazard: Any) -> bool:
    """Whether the issue comes to be: not if prevented, and not where the same one is still open."""
    if not hooks.appears(sim.plan, hazard, issue):
        end(sim, issue, IssueState.PREVENTED.value, PREVENTED)
        return False
    word, bit = place_of(sim, issue)
    if sim.taken[word] & bit:
        end(sim, issue, IssueState.ABSORBED.value, ABSORBED)
        return False
    sim.taken[word] |= bit
    return True


@part
def place_of(sim: Any, issue: Any) -> tuple[int, int]:
    """Where it stands in the table of what is open at each site: the word, and the bit of the hazard in it."""
    return word_of(sim, issue.site, issue.hazard), 1 << issue.hazard % WORD


@part
def word_of(sim: Any, site: int, hazard: int) -> int:
    """Word of a site and hazard in that table."""
    return site * ((len(sim.plan.hazards) + WORD - 1) // WORD) + hazard // WORD


@part
def end(sim: Any, issue: Any, state: int, activity: int) -> None:
    """An issue ends without anybody's doing."""
    sim.states[issue.slot] = state
    issue.ended = sim.now
    write(sim, activity, issue, NOBODY, WORLD, NOBODY, 0)


@part
def on_noticed(sim: Any, issue: Any) -> None:
    """An open issue heals, or somebody notices it and may report it."""
    if issue.heals_at <= sim.now:
        end(sim, issue, IssueState.HEALED.value, HEALED)
        leave(sim, issue)
        return
    report(sim, issue)
    issue.notices += 1
    schedule_notice(sim, issue, sim.plan.hazards[issue.hazard])


@part
def schedule_notice(sim: Any, issue: Any, hazard: Any) -> None:
    """Make the earlier of healing and next possible report due."""
    due = issue.heals_at
    if hazard.notice_gap > 0.0 and not hazard.at_once:
        due = min(due, hooks.next_notice(sim.plan, hazard, issue, sim.now))
    if due < sim.plan.settings.end:
        issue.due_noticed = schedule(sim, Kind.NOTICED.value, issue.number, issue.slot, max(due, sim.now))


@part
def report(sim: Any, issue: Any) -> None:
    """Somebody who noticed an issue may report it."""
    who = simulation.reporter(sim, issue)
    if who != NOBODY and resident.decides_to_report(sim, sim.residents[who], issue):
        issue.reports += 1
        detected(sim, issue, Source.RESIDENT.value)
        street.take_report(sim, issue, who)


@part
def detected(sim: Any, issue: Any, by: int) -> None:
    """Note that an issue is known, if nobody knew it before."""
    if issue.detected == NOBODY:
        issue.detected = sim.now
        issue.detected_by = by


@part
def fix(sim: Any, issue: Any, level: int) -> None:
    """Somebody truly ends an open issue."""
    sim.states[issue.slot] = IssueState.FIXED.value
    issue.ended = sim.now
    issue.fixed_by = level
    leave(sim, issue)


@part
def leave(sim: Any, issue: Any) -> None:
    """An issue has ended: its place is free, and it may come back."""
    plan = sim.plan
    word, bit = place_of(sim, issue)
    sim.taken[word] &= ~bit
    issue.due_noticed = NOBODY
    if issue.generation >= outcomes.GENERATIONS:
        return
    delay = outcomes.recurrence_time(plan, plan.hazards[issue.hazard], issue.key)
    if delay < 0:
        return
    write(sim, RECURS, issue, NOBODY, WORLD, NOBODY, delay)
    sim.last += 1
    schedule(sim, Kind.OCCURS.value, sim.last, issue.slot, sim.now + delay)
