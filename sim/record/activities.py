"""The event log: what its rows say. A row is whole numbers only; names, hours and ISO times are joined on writing.

Columns: replication, time_ms (from the start), activity, root, generation, case (-1: none), agent_kind, agent, value.
"""

from sim.kinds import Activity
from sim.mechanisms import MECHANISMS

ACTIVITIES = (
    Activity("occurred", "world", "an issue occurs", "site"),
    Activity("prevented", "world", "a primary issue is kept from occurring"),
    Activity("absorbed", "world", "the same issue is still open at the place"),
    Activity("healed", "world", "an issue ends by itself"),
    Activity("recurs", "world", "an ended issue will come back", "ms until then"),
    Activity("consulted", "desk", "a contact that asks for information is answered at once", "community"),
    Activity("found_on_patrol", "worker", "a patrol sees an issue"),
    Activity("found_on_visit", "worker", "a household tells of an issue"),
    Activity("reported", "resident", "a resident reports an issue", "channel"),
    Activity("merged", "desk", "a repeat report joins the open case"),
    Activity("fixed_on_the_spot", "worker", "the finder fixes the issue and books the case"),
    Activity("verified", "worker", "a public report is found true on site"),
    Activity("cancelled", "worker", "a public report is not found on site"),
    Activity("registered", "desk", "a case is filed", "ms until its time limit"),
    Activity("dispatched", "street", "a case is sent to a unit", "unit"),
    Activity("returned", "street", "a wrong unit returns a case", "unit"),
    Activity("accepted", "street", "the right unit accepts a case", "unit"),
    Activity("shelved", "street", "a case is shelved"),
    Activity("resumed", "street", "a shelved case is taken up again"),
    Activity("contacted", "street", "the unit contacts the resident"),
    Activity("queued", "street", "a case joins the queue of a station", "station"),
    Activity("reassigned", "leader", "a leader gives a job to a colleague of the worker", "station"),
    Activity("set_out", "station", "a worker or crew takes up a job", "kind of job"),
    Activity("arrived", "station", "it is on site", "kind of job"),
    Activity("found_gone", "station", "the issue is not there any more"),
    Activity("claimed_done", "station", "a unit says the case is done", "1 if the issue is truly fixed"),
    Activity("checked", "worker", "a claim is checked on site", "1 if it is found true"),
    Activity("sent_back", "street", "a false claim is seen and sent back"),
    Activity("closed", "street", "a case is closed", "1 if its issue is gone"),
    Activity("rated", "resident", "a resident is called back", "1 solved + 2 satisfied"),
    Activity("reopened", "street", "a closed case is opened again"),
    Activity("extended", "street", "an extension of the limit is granted", "ms until the new limit"),
    Activity("deadline_passed", "supervisor", "a time limit passes: the unit is reminded", "how often"),
    Activity("escalated", "supervisor", "a case passed its limit twice, or its whistles failed"),
    Activity("chased", "resident", "the reporter asks what became of it", "how often"),
    Activity("unit_rated", "supervisor", "a department's month: closed on time, per mille of closed", "per mille"),
    *(activity for mechanism in MECHANISMS for activity in mechanism.activities),
    Activity("taken_over", "street", "a case is taken over from the unit that it falls to", "unit"),
    Activity("seen_by_channel", "channel", "other eyes see an issue and report it", "number of the source"),
    Activity("fixed_at_once", "channel", "other eyes see an issue and fix it there and then", "number of the source"),
    Activity("led", "leaders", "a named leader takes a case until it is closed", "ms since its report"),
    Activity("asked_company", "resident", "a resident asks a property company, and reports nothing", "how often"),
    Activity("settled", "companies", "what a company was asked for is done, or gone", "ms since it was asked"),
    Activity("staged", "street", "a case comes before a council or committee", "station"),
    Activity("decided", "stage", "a council agrees on a case, or a committee decides it"),
    Activity("not_decided", "stage", "it does not", "0 it goes on all the same, 1 is heard again, 2 goes up"),
    Activity("caught", "street", "a case that nobody owns falls to the community", "returns"),
)
"""Every kind of row: those of the lifecycle, of each mechanism, those that several share, and of finding channels.

New ones are appended, so that those that are there keep their numbers.
"""

NUMBER = {activity.name: i for i, activity in enumerate(ACTIVITIES)}
"""Number of an activity by name."""

LOG_COLUMNS = ("time_ms", "activity", "root", "generation", "case", "agent_kind", "agent", "value")
"""Columns of the log of one replication; the replication is added on writing."""
