"""Options that several commands have, and the assignments that some of them stand for."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from sim.cli.spoken import VARIABLE

Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Change a value, e.g. grids.count=800; repeatable."),
]
Replications = Annotated[int | None, typer.Option(min=1, help="Replications instead of the scenario's.")]
Seed = Annotated[int | None, typer.Option(min=0, help="Seed instead of the scenario's.")]
Engine = Annotated[
    Literal["auto", "reference", "compiled"], typer.Option(help="Engine to run on: the same answer, sooner or later.")
]
Events = Annotated[bool, typer.Option("--events", help="Write the event log too.")]


def at_home(out: Path | None) -> Path | None:
    """Return a folder with the home of the user in place of a `~` that the shell left as it was, as in `--out=~/x`."""
    return out.expanduser() if out is not None else None


Out = Annotated[Path | None, typer.Option(help="Result folder; results/NAME-DATE-TIME if not given.", callback=at_home)]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a result in that folder.")]
Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Dask cluster to run on instead, e.g. tcp://head:8786.")
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes; if not given, one for each core where that pays.")]
Lang = Annotated[
    Literal["en", "zh"],
    typer.Option(
        show_default=False, help="Language of labels, report and messages; if not given, that of GRIDGOV_LANG."
    ),
]
Speech = Annotated[
    Literal["en", "zh"], typer.Option("--lang", envvar=VARIABLE, help="Language of messages, labels and reports.")
]
Report = Annotated[bool, typer.Option(help="Write the report and its figures, or only the tables.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress bar.")]
Json = Annotated[bool, typer.Option("--json", help="Print the summary as JSON and nothing else.")]


def overrides(sets: list[str] | None, replications: int | None, seed: int | None) -> list[str]:
    """Return all that is laid over a scenario, as assignments."""
    given = {"run.replications": replications, "run.seed": seed}
    return [*(sets or []), *(f"{path}={value}" for path, value in given.items() if value is not None)]
