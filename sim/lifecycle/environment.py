"""The environment: what happens by itself. Issues occur, heal, are noticed by residents, and come back."""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, EventKind, IssueState, Level, Performer, Source
from sim.lifecycle import beat, past, resident
from sim.lifecycle.access import area_of, find_site, hazard_of, is_open, set_state
from sim.lifecycle.authority import warning
from sim.lifecycle.eyes import watching
from sim.lifecycle.hooks import noticing
from sim.lifecycle.log import write
from sim.lifecycle.services import (
    drop_issue,
    is_taken,
    leave_place,
    new_issue,
    part,
    schedule,
    take_place,
    write_row,
)
from sim.record.activities import NUMBER
from sim.world import outcomes

OCCURRED, PREVENTED, ABSORBED = NUMBER["occurred"], NUMBER["prevented"], NUMBER["absorbed"]
HEALED, RECURS, CONSULTED = NUMBER["healed"], NUMBER["recurs"], NUMBER["consulted"]


@part
def primary_occurs(sim: Any) -> None:
    """The next primary issue of the world occurs, or a contact asks for information."""
    number = sim.next
    sim.next += 1
    root = sim.plan.root[number]
    if outcomes.root_hazard(root) == len(sim.plan.hazards):
        consult(sim, root)
        return
    issue = enter(sim, number, root, 0, sim.plan.time[number])
    if issue.occurred >= 0 or past.still_there(sim, issue):
        find_site(sim, issue)
        on_occurs(sim, issue)
    elif not past.will_recur(sim, issue):
        drop_issue(sim)


@part
def recurrence_occurs(sim: Any, number: int, parent: Any) -> None:
    """An issue (number) comes back: a recurrence of one that has ended, or itself if that was before the start."""
    if number == parent.number:
        parent.adopted = noticing.adopted(sim.plan, parent)
        on_occurs(sim, parent)
    else:
        issue = enter(sim, number, parent.root, parent.generation + 1, sim.now)
        issue.site = parent.site
        issue.head = parent.head
        issue.repaired = sim.issues[parent.head].repaired
        on_occurs(sim, issue)


@part
def enter(sim: Any, number: int, root: int, generation: int, occurred: int) -> Any:
    """A new issue, whose place is not looked up yet; `occurred` is ms since the start."""
    issue = new_issue(sim)
    issue.number = number
    issue.head = issue.slot
    issue.root = root
    issue.generation = generation
    issue.key = outcomes.issue_key(root, generation)
    issue.community = outcomes.root_community(root)
    issue.hazard = outcomes.root_hazard(root)
    issue.occurred = occurred
    issue.adopted = noticing.adopted(sim.plan, issue)
    return issue


@part
def consult(sim: Any, root: int) -> None:
    """A contact that asks for information, named by its root (bits, see `outcomes`), is answered at once."""
    times = sim.plan.run
    sim.consultations += times.warmup <= sim.now < times.window
    write_row(sim, CONSULTED, root, 0, NOBODY, Performer.DESK, NOBODY, outcomes.root_community(root))


@part
def on_occurs(sim: Any, issue: Any) -> None:
    """An issue occurs: workers and residents may now come upon it."""
    hazard = hazard_of(sim, issue)
    describe(sim, issue, hazard)
    if not appears(sim, issue, hazard):
        return
    write(sim, OCCURRED, issue, NOBODY, Performer.WORLD, NOBODY, issue.site)
    issue.heals_at = noticing.healed_at(sim.plan, hazard, issue, NEVER)
    beat.expect_finds(sim, issue)
    if hazard.at_once:
        issue.home = resident.home_of_reporter(sim.plan, issue)
        resident.notices(sim, issue)
    watching.begin(sim, issue)
    expect_report(sim, issue, hazard)


@part
def describe(sim: Any, issue: Any, hazard: Any) -> None:
    """Ask the world what the issue is: a danger or not, how much work, and whose."""
    plan, key = sim.plan, issue.key
    issue.dangerous = outcomes.is_dangerous(plan, hazard, key)
    issue.unsolvable = outcomes.is_unsolvable(plan, hazard, key)
    issue.contested = outcomes.is_contested(plan, hazard, key)
    issue.unclear = outcomes.is_unclear(plan, hazard, key)
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
def appears(sim: Any, issue: Any, hazard: Any) -> bool:
    """Whether the issue comes to be: not if prevented, and not where the same one is still open."""
    warning.inherits(sim, issue)
    if not noticing.appears(sim.plan, hazard, issue, area_of(sim, issue), sim.now):
        end(sim, issue, IssueState.PREVENTED, PREVENTED)
        return False
    if is_taken(sim, issue):
        end(sim, issue, IssueState.ABSORBED, ABSORBED)
        return False
    take_place(sim, issue)
    return True


@part
def end(sim: Any, issue: Any, state: IssueState, activity: int) -> None:
    """An issue ends without anybody's doing, which is logged as an activity (number)."""
    set_state(sim, issue, state)
    issue.ended = sim.now
    write(sim, activity, issue, NOBODY, Performer.WORLD, NOBODY, 0)


@part
def on_noticed(sim: Any, issue: Any) -> None:
    """An open issue heals, or somebody notices it and may report it."""
    if issue.heals_at <= sim.now:
        end(sim, issue, IssueState.HEALED, HEALED)
        leave(sim, issue)
        return
    turn = watching.whose_turn(sim, issue)
    if turn != watching.RESIDENTS:
        watching.comes_upon(sim, issue, turn - 1)
        if is_open(sim, issue):
            expect_notice(sim, issue, watching.earliest_kept(sim, issue))
        return
    resident.notices(sim, issue)
    issue.notices += 1
    expect_report(sim, issue, hazard_of(sim, issue))


@part
def expect_report(sim: Any, issue: Any, hazard: Any) -> None:
    """Reckon the next possible report of residents, and make due what is earliest."""
    report = NEVER
    if noticing.tells(hazard, issue):
        issue.home = resident.home_of_reporter(sim.plan, issue)
        report = noticing.next_notice(sim.plan, hazard, issue, sim.now)
    expect_notice(sim, issue, watching.earliest(sim, issue, report) if sim.looks_each > 0 else report)


@part
def expect_notice(sim: Any, issue: Any, noticed: int) -> None:
    """Make the earliest due of all by which an issue may end or be noticed: healing, or when it is `noticed` (ms)."""
    earliest = min(issue.heals_at, noticed)
    if earliest < sim.plan.run.end:
        at = max(earliest, sim.now)
        issue.due_noticed = schedule(sim, EventKind.NOTICED, issue.number, issue.slot, at)


@part
def detected(sim: Any, issue: Any, by: Source) -> None:
    """Note that an issue is known, if nobody knew it before."""
    if issue.detected == NOBODY:
        issue.detected = sim.now
        issue.detected_by = by


@part
def fix(sim: Any, issue: Any, level: Level) -> None:
    """Somebody truly ends an open issue."""
    set_state(sim, issue, IssueState.FIXED)
    issue.ended = sim.now
    issue.fixed_by = level
    leave(sim, issue)


@part
def leave(sim: Any, issue: Any) -> None:
    """An issue has ended: its place is free, and it may come back."""
    leave_place(sim, issue)
    issue.due_noticed = NOBODY
    if issue.generation >= outcomes.GENERATIONS:
        return
    delay = noticing.recurs_after(sim.plan, hazard_of(sim, issue), issue)
    if delay < 0:
        return
    write(sim, RECURS, issue, NOBODY, Performer.WORLD, NOBODY, delay)
    sim.last += 1
    schedule(sim, EventKind.OCCURS, sim.last, issue.slot, sim.now + delay)
