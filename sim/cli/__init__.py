"""The command `gridgov`. Commands import what they need only when called, so that help answers at once."""

import atexit
import gc
import os
import signal
import sys
from typing import Annotated, NoReturn

import typer

import sim
from sim.cli.outcome import FAILED, OK, explained
from sim.cli.scenarios import check, mechanisms, new, run, schema
from sim.cli.studies import compare, explain, report, study
from sim.cli.verify import verify

# Help in plain text: drawing it with colours and boxes takes longer than the rest of the start.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True, add_completion=False)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"gridgov {sim.__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")]


@app.callback()
def gridgov(version: Version = False, debug: Debug = False) -> None:
    """Simulate how a city district finds, reports and mends its everyday problems.

    Results are conditional on the assumptions that a scenario lists, and no evidence that a policy worked.
    """


for _named in (run, compare, study, check, schema, report, explain, mechanisms, new, verify):
    app.command()(_named)


def command() -> NoReturn:
    """Run the command line as a process of its own, and end it.

    What was registered for the end is done, and all files are closed by then; so nothing else is taken down piece by
    piece, which would last half a second.
    """
    try:
        main()
        code = OK
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else FAILED if end.code else OK
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit._run_exitfuncs()  # without it the folder of the server of processes would be left behind
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Run the command line; failures are told in plain words, and the exit code says of which kind."""
    gc.set_threshold(100_000)  # loading makes many objects and no garbage; to look for it often takes a tenth of a run
    try:
        app(prog_name="gridgov")
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        code, message = explained(error)
        typer.echo(message, err=True)
        sys.exit(code)
