"""The command that holds the engines against theory."""

import json
from typing import Annotated, Literal

import typer

from sim.cli.options import Json, Quiet, Workers
from sim.cli.outcome import FAILED, at_work
from sim.cli.spoken import say

Engines = Annotated[
    Literal["both", "compiled", "reference"],
    typer.Option("--engine", help="Engines to try; both: the compiled one if it is ready, and the reference one."),
]
Only = Annotated[list[str] | None, typer.Option("--only", metavar="WORD", help="Cases with this in name; repeatable.")]
OwnSeed = Annotated[int, typer.Option("--seed", min=0, help="Seed of all cases.")]


def verify(
    engine: Engines = "both",
    only: Only = None,
    seed: OwnSeed = 1,
    workers: Workers = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Run scenarios whose answers theory knows, and hold the engines against the formulas.

    The exit code is 1 if a figure differs.
    """
    from sim.verify.run import engines_for, named, verified
    from sim.verify.shown import as_records, print_rows

    engines, note = engines_for(engine)
    if note and not quiet:
        say(note)
    cases = named(only or ())
    with at_work("nothing is kept of it", quiet=quiet or as_json) as step:
        rows = verified(engines, cases, workers, seed, step)
    if as_json:
        typer.echo(json.dumps(as_records(rows), indent=2, ensure_ascii=False))
    else:
        print_rows(rows)
    if any(row.verdict != "agrees" for row in rows):
        raise typer.Exit(FAILED)
