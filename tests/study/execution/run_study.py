"""A study in a process of its own, to be killed.

`python -m tests.study.execution.run_study FOLDER KIND WORKERS-OR-ADDRESS`

Worker processes import this file too, so it imports what only their parent needs when that needs it.
"""

import sys
from pathlib import Path

from sim.study.files.points import Evaluate, Point
from sim.study.files.refused import Stopped
from tests.study.execution.evaluations import Drawn

SQUARE = "village-square"
STOPPED = 3
"""Exit code of a study that was stopped by something outside; an error that nobody foresaw has 1."""


def drawn(points: int, replications: int) -> tuple[Evaluate, list[tuple[Point, int]]]:
    """Runs of 10 ms that only draw."""
    settings = [Point(number, str(number), SQUARE, factors=(("x", number / 2),)) for number in range(points)]
    return Drawn(0.01), [(point, replication) for point in settings for replication in range(replications)]


def simulated(points: int, replications: int) -> tuple[Evaluate, list[tuple[Point, int]]]:
    """Runs of the teaching case, by the reference engine, which needs no compiler."""
    from sim.study.execution.evaluate import Evaluation

    sets = ("run.warmup=0 days", "run.length=2 days", "run.followup=1 day")
    settings = [
        Point(number, str(number), SQUARE, (*sets, f"staff.grid_workers.count={20 + number}"))
        for number in range(points)
    ]
    runs = [(point, replication) for point in settings for replication in range(replications)]
    return Evaluation.of([SQUARE], "reference"), runs


STUDIES = {"drawn": lambda: drawn(80, 15), "short": lambda: drawn(15, 8), "simulated": lambda: simulated(2, 1)}
"""Studies by name: what evaluates, and the runs."""


def run_study(folder: Path, kind: str, where: str) -> None:
    """Run a study by so many processes, or by the cluster of an address."""
    from sim.study.execution.runner import Runner

    evaluate, runs = STUDIES[kind]()
    crew = {"workers": int(where)} if where.isdecimal() else {"scheduler": where}
    with Runner(folder, {"name": kind}, evaluate, **crew) as runner:
        runner.need(runs)


if __name__ == "__main__":
    try:
        run_study(Path(sys.argv[1]), *sys.argv[2:])
    except Stopped as error:
        print(error, file=sys.stderr)
        sys.exit(STOPPED)
