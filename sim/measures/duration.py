"""How long things take: from occurrence to detection, from registration to the first response and to
closing."""

from functools import partial

import numpy as np

from sim.measures.measure import Measure, measure
from sim.measures.office import HOURS_PER_WORKING_DAY, Floats
from sim.measures.rows import Rows
from sim.measures.statistics.survival import Durations, durations, quantile, share_ended
from sim.measures.tables import Watched, share, times

STREAMS = ("", "street_order", "request")
"""The streams of cases that measures are told by; an empty one means all."""
LEVELS = {"median": 0.5, "p90": 0.9}
RESIDENTS = "residents"
"""In place of a stream: the cases that residents opened, of whatever stream."""
RESIDENTS_LEVELS = {"p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9, "p95": 0.95}
"""Quantiles of residents' closing, as cities publish them."""


SPANS = {"first_response": "responded_at", "closing": "closed_at"}
"""Spans from registration that both streams have, with the column that ends them."""


def from_registration(watched: Watched, column: str, stream: str = "", hazard: str = "") -> Durations:
    """Return the hours from registration to `column` for the cases of the window, open ones censored.

    An empty stream or hazard means all. A case closed without the event is censored at its closing.
    """
    cases = of_stream(watched.registered, stream)
    if hazard:
        cases = cases.where(cases["hazard"] == hazard)
    closed = times(cases, "closed_at")
    last_seen = np.fmin(closed, np.full_like(closed, watched.stop))
    return durations(times(cases, "registered_at"), times(cases, column), last_seen)


def of_stream(cases: Rows, stream: str) -> Rows:
    """Return the cases of a stream; of all if it is empty, of those opened by residents for RESIDENTS."""
    if stream == RESIDENTS:
        return cases.where(cases["source"] == "resident")
    return cases.where(cases["stream"] == stream) if stream else cases


def suffix(stream: str) -> str:
    """Return what a measure's name gains for a stream."""
    return f"_{stream}" if stream else ""


@measure("h", "lower")
def detection_mean_h(watched: Watched) -> float:
    """Mean hours from occurrence to the first find or report, of the issues of the window that were
    detected."""
    hours = _detection(watched).hours
    return float(hours.mean()) if hours.size else float("nan")


@measure("working h", "lower")
def mean_elapsed_street_order_h(watched: Watched) -> float:
    """Mean working hours of the office from first dispatch to last closing, of the closed street-order
    cases that were reported in the window and dispatched."""
    return _mean(_elapsed(watched, "street_order"))


@measure("working days", "lower")
def mean_elapsed_requests_wd(watched: Watched) -> float:
    """Mean working days (7.5 working hours of the office) from first dispatch to last closing, of the
    closed request cases that were reported in the window and dispatched."""
    return _mean(_elapsed(watched, "request")) / HOURS_PER_WORKING_DAY


@measure("h", "lower")
def closing_residents_mean_h(watched: Watched) -> float:
    """Mean hours from registration to closing of the residents' cases of the window; open ones count up to the end of
    the run."""
    hours = from_registration(watched, "closed_at", RESIDENTS).hours
    return float(hours.mean()) if hours.size else float("nan")


@measure("times the median", None)
def closing_residents_mean_to_median(watched: Watched) -> float:
    """Mean over median of the hours from registration to closing of the residents' cases of the window; open ones count
    up to the end of the run."""
    hours = from_registration(watched, "closed_at", RESIDENTS).hours
    return share(float(hours.mean()), float(np.median(hours))) if hours.size else float("nan")


@measure("share", "higher")
def closed_within_week_residents_share(watched: Watched) -> float:
    """Share of the residents' cases of the window followed for at least 7 days from registration that were closed
    within 7 days."""
    cases = of_stream(watched.registered, RESIDENTS)
    registered = times(cases, "registered_at")
    followed = registered <= watched.stop - HORIZONS["week"]
    return share((followed & (times(cases, "closed_at") - registered <= HORIZONS["week"])).sum(), followed.sum())


def closed_same_day(watched: Watched, stream: str) -> float:
    """Return the share of the cases of the window of a stream that were closed on the day of their registration."""
    cases = of_stream(watched.registered, stream)
    day, closed = (times(cases, name).astype("datetime64[D]") for name in ("registered_at", "closed_at"))
    return share((day == closed).sum(), len(cases))


HORIZONS = {"day": np.timedelta64(1, "D"), "week": np.timedelta64(7, "D")}
"""Times from an occurrence within which it is found or not, whatever the follow-up."""


def _detected_within(watched: Watched, horizon: np.timedelta64) -> float:
    """Share of the issues of the window, of those followed so long, that were found or reported within a time.

    The cumulative incidence of detection: what healed before it was found counts as not found.
    """
    followed = watched.issues.where(times(watched.issues, "occurred_at") <= watched.stop - horizon)
    took = times(followed, "detected_at") - times(followed, "occurred_at")
    return share(int((took <= horizon).sum()), len(followed))


def _within_measure(name: str) -> Measure:
    return Measure(f"detected_within_{name}", "share", "higher", partial(_detected_within, horizon=HORIZONS[name]))


def _detection(watched: Watched) -> Durations:
    detected = times(watched.issues, "detected_at")
    known = ~np.isnat(detected)
    return durations(times(watched.issues, "occurred_at")[known], detected[known], watched.stop)


def _elapsed(watched: Watched, stream: str) -> Floats:
    cases = of_stream(watched.closed, stream)
    cases = cases.where(~cases["shelved"])
    return watched.office.between(times(cases, "dispatched_at"), times(cases, "closed_at"))


def _mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else float("nan")


def _detection_quantile(watched: Watched, level: float) -> float:
    return quantile(watched.once("detection", lambda: share_ended(_detection(watched))), level)


def _span_quantile(watched: Watched, column: str, stream: str, level: float) -> float:
    estimate = watched.once((column, stream), lambda: share_ended(from_registration(watched, column, stream)))
    return quantile(estimate, level)


def _detection_measure(level: str) -> Measure:
    """`detection_median_h`, `detection_p90_h` ...: by a level of LEVELS."""
    return Measure(f"detection_{level}_h", "h", "lower", partial(_detection_quantile, level=LEVELS[level]))


def _same_day_measure(stream: str) -> Measure:
    return Measure(f"closed_same_day{suffix(stream)}", "share", "higher", partial(closed_same_day, stream=stream))


def _span_measure(name: str, stream: str, level: str) -> Measure:
    """`closing_median_h`, `closing_request_p90_h` ...: by a span, a stream and a level."""
    function = partial(_span_quantile, column=SPANS[name], stream=stream, level=(LEVELS | RESIDENTS_LEVELS)[level])
    return Measure(f"{name}{suffix(stream)}_{level}_h", "h", "lower", function)


MEASURES = (
    detection_mean_h,
    *(_detection_measure(level) for level in LEVELS),
    *(_within_measure(name) for name in HORIZONS),
    *(_span_measure(name, stream, level) for name in SPANS for stream in STREAMS for level in LEVELS),
    *(_same_day_measure(stream) for stream in STREAMS),
    *(_span_measure("closing", RESIDENTS, level) for level in RESIDENTS_LEVELS),
    closing_residents_mean_h,
    closing_residents_mean_to_median,
    closed_within_week_residents_share,
    mean_elapsed_street_order_h,
    mean_elapsed_requests_wd,
)
