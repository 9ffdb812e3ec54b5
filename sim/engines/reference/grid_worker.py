"""A grid worker: does the jobs of the beat, and walks and visits when no job calls.

In the field a worker first does what waits in the queue, then walks: the part of patrol that is kept, household
visits, the rest of patrol, the beat of an absent neighbour, and in slack time part of the time again the own beat.
A find interrupts the walk.
"""

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from sim.engines.reference.entities import Issue, Job, Server
from sim.engines.reference.station import Station
from sim.kinds import Kind, Source
from sim.lifecycle import hooks
from sim.mechanisms.patrol import PERMILLE
from sim.plan.intervals import NEVER, interval_at, next_open
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation

KEEP, VISITS, REST, COVER = range(4)
"""What a worker without jobs does in a duty period, in this order; after it comes slack."""

Expected = list[tuple[int, int, Issue]]


class Beat:
    """What one worker walks: odometers (ms of patrol, of visits) and the issues that will be come upon, by reading."""

    def __init__(self, record: Any, owner: "GridWorker") -> None:
        self.record = record
        self.owner = owner
        self.coverer: GridWorker | None = None
        self.odometer = 0
        self.visit_odometer = 0
        self.sightings: Expected = []
        self.visits: Expected = []

    def expect(self, issue: Issue, hazard: Any, twin: int) -> None:
        """Reckon when this beat's patrols and visits will come upon an issue; `twin` numbers beats on one round."""
        for walker in (self.owner, self.coverer):
            if walker is not None:
                walker.bring_up_to_date()
        plan = self.owner.plan
        k = issue.finds * 64 + twin
        sight = hooks.seen(plan, hazard, issue, self.record, self.odometer, k)
        if sight != hooks.NO_READING:
            heappush(self.sightings, (sight, issue.number, issue))
        visit = hooks.revealed(plan, hazard, issue, self.record, self.visit_odometer, k)
        if visit != hooks.NO_READING:
            heappush(self.visits, (visit, issue.number, issue))
        for walker in (self.owner, self.coverer):
            if walker is not None and walker.walking:
                walker.plan_next()


def first_reading(expected: Expected) -> int:
    """Reading of the next issue that is still there, NEVER if none is."""
    while expected and not expected[0][2].is_open:
        heappop(expected)
    return expected[0][0] if expected else NEVER


class GridWorker(Station):
    """One worker: a station of one server, with a beat."""

    kind = KIND["worker"]

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim, number)
        self.beat = Beat(self.plan.beats[number], self)
        self.covers: Beat | None = None
        self.walking = False
        self.period = -1
        self.since = 0
        self.until = 0
        self.left = [0, 0, 0, 0]
        self.patrolled = 0
        self.visited = 0

    @property
    def server(self) -> Server:
        """The worker as a pair of hands."""
        return self.servers[0]

    def on_duty(self) -> None:
        """A stint begins, or the walk comes upon an issue."""
        if self.server.job is not None:
            return
        if self.walking:
            self.bring_up_to_date()
            if self._comes_upon():
                return
        if not self.walking or self.clock.now >= self.until:
            self.walking = False
            self.take()
            if self.server.job is not None:
                return
        self.go_out()

    def go_out(self) -> None:
        """Walk on if the stint lasts, else wait for the next one."""
        now, plan = self.clock.now, self.plan
        stint = interval_at(plan, self.server, now)
        self.walking = stint >= self.server.first and now < plan.closes[stint]
        if self.walking:
            self.since, self.until = now, plan.closes[stint]
            if plan.stints[stint].period != self.period:
                self._begin_period(plan.stints[stint])
        self.plan_next()

    def _begin_period(self, stint: Any) -> None:
        keep = stint.patrol * self.plan.settings.keep_permille // PERMILLE
        self.period = stint.period
        self.left = [keep, stint.visits, stint.patrol - keep, stint.cover]
        if self.covers is not None and self.covers.coverer is self:
            self.covers.coverer = None
        self.covers = self.sim.workers[stint.covered].beat if stint.covered >= 0 else None
        if self.covers is not None:
            self.covers.coverer = self

    def bring_up_to_date(self) -> None:
        """Turn the odometers to where the walk has come by now."""
        if not self.walking:
            return
        now = min(self.clock.now, self.until)
        ms = now - self.since
        self.since = now
        for activity in (KEEP, VISITS, REST, COVER):
            if ms <= 0:
                return
            spent = min(ms, self.left[activity])
            self.left[activity] -= spent
            self._spend(activity, spent)
            ms -= spent
        slack = ms * self.plan.settings.slack_permille // PERMILLE
        self.beat.odometer += slack
        self.patrolled += slack

    def _spend(self, activity: int, ms: int) -> None:
        if activity == VISITS:
            self.beat.visit_odometer += ms
            self.visited += ms
            return
        beat = self.covers if activity == COVER and self.covers is not None else self.beat
        beat.odometer += ms
        self.patrolled += ms

    def plan_next(self) -> None:
        """Make the next issue on the way due, or the next stint."""
        due = self._next_find() if self.walking and self.clock.now <= self.until else NEVER
        if due > self.until or not self.walking:
            due = self._next_stint()
        self.clock.schedule(Kind.DUTY, self, due)

    def _next_stint(self) -> int:
        now, plan = self.clock.now, self.plan
        return next_open(plan, self.server, max(now, self.until) if self.walking else now)

    def _next_find(self) -> int:
        """Moment at which the walk comes upon the next issue if nothing interrupts it, NEVER if none in sight."""
        sight, visit = first_reading(self.beat.sightings), first_reading(self.beat.visits)
        other = first_reading(self.covers.sightings) if self.covers is not None else NEVER
        t, odometer = self.since, self.beat.odometer
        for activity in (KEEP, VISITS, REST, COVER):
            left = self.left[activity]
            if activity == VISITS:
                need = visit - self.beat.visit_odometer
            elif activity == COVER:
                need = other - self.covers.odometer if self.covers is not None else NEVER
            else:
                need = sight - odometer
                odometer += left
            if left > 0 and need <= left:
                return t + max(need, 0)
            t += left
        permille = self.plan.settings.slack_permille
        return t + -(-max(sight - odometer, 0) * PERMILLE // permille) if permille > 0 and sight < NEVER else NEVER

    def _comes_upon(self) -> bool:
        """Deal with the first issue whose reading is reached, if it is news; whether there was one."""
        for beat in (self.beat, self.covers):
            if beat is None:
                continue
            while first_reading(beat.sightings) <= beat.odometer:
                if self._finds(heappop(beat.sightings)[2], Source.PATROL):
                    return True
        while first_reading(self.beat.visits) <= self.beat.visit_odometer:
            if self._finds(heappop(self.beat.visits)[2], Source.VISIT):
                return True
        return False

    def _finds(self, issue: Issue, source: Source) -> bool:
        """Book an issue that has no open case; one that has is known and passed by."""
        if issue.case is not None:
            return False
        activity = "found_on_patrol" if source == Source.PATROL else "found_on_visit"
        self.log.write(self.clock.now, NUMBER[activity], issue, -1, self.kind, self.number)
        self.sim.nature.detected(issue, source)
        job = self.sim.street_of(issue).take_find(issue, source, self)
        self.server.x, self.server.y = job.x, job.y
        job.station = self
        self.start(self.server, job)
        return True

    def start(self, server: Server, job: Job) -> None:
        """Stop walking and take up a job."""
        self.bring_up_to_date()
        self.walking = False
        self.clock.cancel(Kind.DUTY, self)
        super().start(server, job)

    def done(self, server: Server) -> None:
        """End a job, take the next, or walk on."""
        super().done(server)
        if server.job is None:
            self.go_out()

    def watch_opening(self) -> None:
        """Nothing to watch for: a worker without a job wakes at each stint anyway."""
