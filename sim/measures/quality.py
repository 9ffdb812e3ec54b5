"""What the files say of themselves, and what is true: on time, resolved, sent back, reopened."""

from sim.measures.measure import measure
from sim.measures.tables import Watched, share


@measure(
    "share",
    "higher",
    label="Closed on time, of all due",
    caution="Near 100 % in most published tables; closing without fixing raises it.",
)
def on_time_share_due(watched: Watched) -> float:
    """Cases of the window closed within their limit, over all whose limit (extensions included) has
    passed."""
    return share(watched.due["on_time"].sum(), len(watched.due))


@measure(
    "share",
    "higher",
    label="Closed on time, shelved left out",
    caution="The denominator that many cities publish: shelving more cases raises it.",
)
def on_time_share_due_not_shelved(watched: Watched) -> float:
    """Cases of the window closed within their limit, over all whose limit has passed and that were not
    shelved."""
    counted = watched.due.where(~watched.due["shelved"])
    return share(counted["on_time"].sum(), len(counted))


@measure(
    "share",
    "higher",
    label="Closed cases truly resolved",
    caution="Known to the simulator only; no city can read it from its files.",
)
def truly_resolved_share(watched: Watched) -> float:
    """Closed cases of the window whose issue was truly fixed or gone at closing, over all closed cases."""
    return share(watched.closed["outcome"].isin(("fixed", "found_gone")).sum(), len(watched.closed))


@measure(
    "share",
    "lower",
    label="Closed unresolved",
    caution="Grows unseen under pressure to close in time.",
)
def premature_closing_share(watched: Watched) -> float:
    """Closed cases of the window whose issue was not fixed at closing, over all closed cases."""
    return share((watched.closed["outcome"] == "not_fixed").sum(), len(watched.closed))


@measure(
    "share",
    "lower",
    label="Closed with nothing found",
    caution="Not waste by itself: the issue had ended before somebody came, by itself or under another case.",
)
def found_gone_share(watched: Watched) -> float:
    """Closed cases of the window whose issue was gone when somebody came, over all closed cases."""
    return share((watched.closed["outcome"] == "found_gone").sum(), len(watched.closed))


@measure(
    "share",
    "lower",
    label="Sent back by a check",
    caution="Fewer checks also lower it.",
)
def sent_back_share(watched: Watched) -> float:
    """Cases of the window sent back at least once by a check, over those claimed done at least once."""
    sent_back = watched.registered.where(watched.registered["claimed_at"].notna())["sent_back"]
    return share((sent_back > 0).sum(), len(sent_back))


@measure(
    "share",
    "lower",
    label="Reopened",
    caution="Fewer call-backs also lower it.",
)
def reopened_share(watched: Watched) -> float:
    """Cases of the window reopened at least once, over those closed at least once."""
    registered = watched.registered
    reopened = registered["reopened"] > 0
    return share(reopened.sum(), (reopened | registered["closed_at"].notna()).sum())


@measure(
    "share",
    "lower",
    label="Returned by a wrong unit",
    caution="Units that keep cases which are not theirs lower it too.",
)
def returned_share(watched: Watched) -> float:
    """Dispatched cases of the window returned at least once by a unit that was not the right one, over
    all dispatched cases."""
    returns = watched.registered.where(watched.registered["dispatched_at"].notna())["returns"]
    return share((returns > 0).sum(), len(returns))


MEASURES = (
    on_time_share_due,
    on_time_share_due_not_shelved,
    truly_resolved_share,
    premature_closing_share,
    found_gone_share,
    sent_back_share,
    reopened_share,
    returned_share,
)
