"""The command `gridgov`. Commands import what they need only when called, so that help answers at once."""

import atexit
import contextlib
import gc
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn, cast

import typer

import sim
from sim.cli import signals
from sim.cli.demo import demo
from sim.cli.options import Speech
from sim.cli.outcome import FAILED, OK, REFUSED, explained
from sim.cli.reading import cases, explain, export
from sim.cli.replay import replay
from sim.cli.scenarios import check, holidays, mechanisms, new, places, run, schema
from sim.cli.spoken import SpokenGroup, say, speak_as_asked
from sim.cli.studies import compare, report, study
from sim.cli.verify import verify
from sim.machine import streams
from sim.machine.remedy import asked_by_command
from sim.said import said, said_by

# Help in plain text: drawing it with colours and boxes takes longer than the rest of the start.
app = typer.Typer(
    cls=SpokenGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"gridgov {sim.__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")]


@app.callback()
def gridgov(ctx: typer.Context, version: Version = False, debug: Debug = False, lang: Speech = "en") -> None:
    """Simulate how a city district finds, reports and mends its everyday problems.

    Results are conditional on the assumptions that a scenario lists, and no evidence that a policy worked.
    """
    ctx.default_map = {name: {"lang": lang} for name in cast("SpokenGroup", ctx.command).commands}
    try:
        os.getcwd()
    except OSError:
        say("the folder in which this command was given is there no more; go to another one")
        raise typer.Exit(REFUSED) from None


for _named in (
    run,
    compare,
    study,
    check,
    schema,
    report,
    cases,
    explain,
    export,
    replay,
    demo,
    mechanisms,
    places,
    new,
    holidays,
    verify,
):
    app.command()(_named)


@contextmanager
def _warnings_in_a_line() -> Iterator[None]:
    """Tell warnings that are meant for whoever gives commands in a line; others as Python does."""
    show = warnings.showwarning

    def tell(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
        from sim.machine.cache import TemporaryCache

        if issubclass(category, TemporaryCache):
            say(said_by(message) if isinstance(message, Warning) else message)
        else:
            show(message, category, *rest, **more)

    warnings.showwarning = tell
    try:
        yield
    finally:
        warnings.showwarning = show


def command() -> NoReturn:
    """Run the command line as a process of its own, and end it.

    What was registered for the end is done, and all files are closed by then; so nothing else is taken down piece by
    piece, which would last half a second.
    """
    signals.heed()
    streams.forgive()
    os.environ["MPLBACKEND"] = "agg"  # whatever is set for windows: figures are written only
    try:
        main()
        code = OK
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else FAILED if end.code else OK
    except KeyboardInterrupt:
        code = FAILED
    signals.ignore()
    if signals.came() and code != OK:  # whatever it was told as on the way
        signals.tell()
        code = signals.exit_code()
    atexit._run_exitfuncs()  # without it the folder of the server of processes would be left behind
    if lost := streams.finish():
        with contextlib.suppress(OSError):
            say(said("what was printed could not be written: {why}", why=said(lost.strerror or str(lost))))
        code = code or FAILED
    os._exit(code)


def main() -> None:
    """Run the command line; failures are told in plain words, and the exit code says of which kind."""
    speak_as_asked(sys.argv[1:])
    gc.set_threshold(100_000)  # loading makes many objects and no garbage; to look for it often takes a tenth of a run
    try:
        with _warnings_in_a_line(), asked_by_command():
            app(prog_name="gridgov")
    except Exception as error:
        if signals.came():
            sys.exit(FAILED)
        if "--debug" in sys.argv:
            raise
        code, message = explained(error)
        typer.echo(message, err=True)
        sys.exit(code)
