"""Events are handed to their handlers at their moment, and only if their entity is due then."""

from __future__ import annotations

from typing import Any

import pytest

from sim.kinds import NOBODY, EventKind
from sim.lifecycle import agenda, party_members, run, station, street
from sim.lifecycle.joint_work import whistle
from sim.lifecycle.joint_work.summons import Summons
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.things import Case, Server, Station
from tests.lifecycle.recording import Recording

PLACES: dict[EventKind, tuple[str, Any, str, Any, str]] = {
    EventKind.DONE: ("servers", Server, "due_done", station, "done"),
    EventKind.ARRIVED: ("servers", Server, "due_arrived", station, "arrive"),
    EventKind.STEP: ("cases", Case, "due_step", street, "on_step"),
    EventKind.LIMIT: ("cases", Case, "due_limit", supervisor, "on_limit"),
    EventKind.CONTACT: ("cases", Case, "due_contact", street, "on_contact"),
    EventKind.CHASE: ("cases", Case, "due_chase", street, "on_chase"),
    EventKind.ASSEMBLY_WAIT: ("cases", Case, "due_wait", whistle, "on_wait_over"),
    EventKind.OPEN: ("stations", Station, "due_open", station, "take"),
    EventKind.EVENING: ("stations", Station, "due_evening", party_members, "on_evening"),
}
"""Where the entity of a kind stands, what it is, when it is due, and who handles the event."""


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("due", [500, 501, NOBODY])
def test_an_event_happens_if_it_is_due_and_is_not_due_any_more(
    monkeypatch: pytest.MonkeyPatch, kind: EventKind, due: int
) -> None:
    table, thing, field, owner, handler = PLACES[kind]
    handled: list[int] = []
    monkeypatch.setattr(owner, handler, lambda sim, *given: handled.append(sim.now))
    sim = Recording(now=400, stations=[Station()])
    entity = thing(station=0) if thing is Server else thing()
    setattr(entity, field, due)
    setattr(sim, table, [entity])
    agenda.happen(sim, 500, kind, 0, 0)
    assert handled == ([500] if due == 500 else [])
    assert sim.now == (500 if due == 500 else 400)
    assert getattr(entity, field) == (NOBODY if due == 500 else due)


@pytest.mark.parametrize(
    ("kind", "owner", "handler"),
    [
        (EventKind.MARK, run, "on_mark"),
        (EventKind.MONTH, supervisor, "on_month"),
        (EventKind.SIGNED, whistle, "on_signed"),
    ],
)
def test_what_is_never_moved_happens_at_its_moment(
    monkeypatch: pytest.MonkeyPatch, kind: EventKind, owner: Any, handler: str
) -> None:
    handled: list[int] = []
    monkeypatch.setattr(owner, handler, lambda sim, *given: handled.append(sim.now))
    agenda.happen(Recording(now=400, summonses=[Summons()], ended=0), 500, kind, 0, 0)
    assert handled == [500]


def test_the_run_ends_when_its_end_comes() -> None:
    sim = Recording(ended=0)
    agenda.happen(sim, 500, EventKind.END, 0, 0)
    assert sim.ended == 1
