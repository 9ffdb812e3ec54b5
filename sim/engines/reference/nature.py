"""What happens by itself: issues occur, heal, are noticed by residents, and come back."""

from typing import TYPE_CHECKING, Any

from sim.engines.reference.entities import Issue
from sim.kinds import NOBODY, IssueState, Kind, Level, Source
from sim.lifecycle import hooks
from sim.plan.intervals import NEVER
from sim.record.activities import KIND, NUMBER
from sim.world import outcomes

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation

WORLD = KIND["world"]


class Nature:
    """Brings the world's issues about. Not an agent: nobody decides anything here."""

    def __init__(self, sim: "Simulation") -> None:
        self.sim = sim
        self.plan = sim.plan
        self.clock = sim.clock
        self.log = sim.log
        self.issues: list[Issue] = []
        self.consultations = 0
        self.open_at: dict[tuple[int, int], Issue] = {}
        self.next = 0
        self.last = len(self.plan.root)

    def schedule_next(self) -> None:
        """Make the next primary issue of the world due; each brings on the one after it."""
        plan, number = self.plan, self.next
        if number == len(plan.root):
            return
        self.next += 1
        root = plan.root[number]
        if outcomes.root_hazard(root) == len(plan.hazards):
            issue = Issue(number, root, 0, root, outcomes.root_community(root), NOBODY, NOBODY)
        else:
            issue = self._issue(number, root, 0)
        issue.occurred = plan.time[number]
        self.clock.schedule(Kind.OCCURS, issue, max(issue.occurred, 0))

    def on_occurs(self, issue: Issue) -> None:
        """An issue occurs, or a contact asks for information."""
        if issue.generation == 0:
            self.schedule_next()
        if issue.hazard == NOBODY:
            self._consult(issue)
            return
        hazard = self.plan.hazards[issue.hazard]
        if issue.occurred < 0 and not hooks.still_there(self.plan, hazard, issue):
            return
        self.issues.append(issue)
        self._describe(issue, hazard)
        if not self._appears(issue, hazard):
            return
        self._write("occurred", issue, issue.site)
        issue.heals_at = hooks.healed_at(self.plan, hazard, issue, NEVER)
        self.sim.expect_finds(issue, hazard)
        if hazard.at_once:
            self._report(issue)
        self._schedule_notice(issue, hazard)

    def _issue(self, number: int, root: int, generation: int) -> Issue:
        plan = self.plan
        community = outcomes.root_community(root)
        hazard = outcomes.root_hazard(root)
        site = outcomes.site_of(plan, plan.hazards[hazard], plan.communities[community], root)
        return Issue(number, root, generation, outcomes.issue_key(root, generation), community, hazard, site)

    def _describe(self, issue: Issue, hazard: Any) -> None:
        """Ask the world what the issue is: a danger or not, how much work, and whose."""
        plan, key = self.plan, issue.key
        issue.dangerous = outcomes.is_dangerous(plan, hazard, key)
        issue.option = outcomes.true_option(plan, hazard, key)
        issue.work = outcomes.work_content(plan, issue.option, key, 0)
        issue.joint = outcomes.is_joint(plan, hazard, key)
        department = plan.units[plan.options[issue.option].unit].department
        if issue.joint:
            lead = department if department >= 0 else plan.members[hazard.first_member].department
            issue.needs = outcomes.joint_departments(plan, hazard, key, lead)
        elif department >= 0:
            issue.needs = 1 << department

    def _consult(self, contact: Issue) -> None:
        self.consultations += self.sim.in_window(self.clock.now)
        self.log.write(self.clock.now, NUMBER["consulted"], contact, NOBODY, KIND["desk"], NOBODY, contact.community)

    def _appears(self, issue: Issue, hazard: Any) -> bool:
        """Whether the issue comes to be: not if prevented, and not where the same one is still open."""
        if not hooks.appears(self.plan, hazard, issue):
            self._end(issue, IssueState.PREVENTED, "prevented")
            return False
        place = (issue.site, issue.hazard)
        if place in self.open_at:
            self._end(issue, IssueState.ABSORBED, "absorbed")
            return False
        self.open_at[place] = issue
        return True

    def _end(self, issue: Issue, state: IssueState, activity: str) -> None:
        issue.state = state
        issue.ended = self.clock.now
        self._write(activity, issue)

    def on_noticed(self, issue: Issue) -> None:
        """An open issue heals, or somebody notices it and may report it."""
        if issue.heals_at <= self.clock.now:
            self._end(issue, IssueState.HEALED, "healed")
            self._leave(issue)
            return
        hazard = self.plan.hazards[issue.hazard]
        self._report(issue)
        issue.notices += 1
        self._schedule_notice(issue, hazard)

    def _schedule_notice(self, issue: Issue, hazard: Any) -> None:
        """Make the earlier of healing and next possible report due."""
        due = issue.heals_at
        if hazard.notice_gap > 0.0 and not hazard.at_once:
            due = min(due, hooks.next_notice(self.plan, hazard, issue, self.clock.now))
        if due < self.plan.settings.end:
            self.clock.schedule(Kind.NOTICED, issue, max(due, self.clock.now))

    def _report(self, issue: Issue) -> None:
        resident = self.sim.reporter(issue)
        if resident is not None and resident.decides_to_report(issue):
            issue.reports += 1
            self.detected(issue, Source.RESIDENT)
            self.sim.street_of(issue).take_report(issue, resident)

    def detected(self, issue: Issue, by: Source) -> None:
        """Note that an issue is known, if nobody knew it before."""
        if issue.detected == NOBODY:
            issue.detected = self.clock.now
            issue.detected_by = by

    def fix(self, issue: Issue, level: Level) -> None:
        """Somebody truly ends an open issue."""
        issue.state = IssueState.FIXED
        issue.ended = self.clock.now
        issue.fixed_by = level
        self._leave(issue)

    def _leave(self, issue: Issue) -> None:
        """An issue has ended: its place is free, and it may come back."""
        del self.open_at[issue.site, issue.hazard]
        self.clock.cancel(Kind.NOTICED, issue)
        if issue.generation >= outcomes.GENERATIONS:
            return
        delay = outcomes.recurrence_time(self.plan, self.plan.hazards[issue.hazard], issue.key)
        if delay < 0:
            return
        self._write("recurs", issue, delay)
        self.last += 1
        child = self._issue(self.last, issue.root, issue.generation + 1)
        child.occurred = self.clock.now + delay
        if child.occurred < self.plan.settings.end:
            self.clock.schedule(Kind.OCCURS, child, child.occurred)

    def _write(self, activity: str, issue: Issue, value: int = 0) -> None:
        self.log.write(self.clock.now, NUMBER[activity], issue, NOBODY, WORLD, NOBODY, value)
