"""The command that opens the demonstration."""

from typing import Annotated

import typer

from sim.cli.options import Lang
from sim.cli.spoken import say
from sim.said import said

SLOW_ROWS = 300_000
"""Rows of the log of a world from which a slider does not answer at once, which is said."""
ROWS_A_SECOND = 300_000
"""Rows that a process is done with in a second, lowering and measures included; measured."""


def demo(
    scenario: Annotated[
        str | None, typer.Argument(help="Scenario file, or name of a preset; the teaching case if not given.")
    ] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = None,
    host: Annotated[
        str,
        typer.Option(help="Address to listen at; others than this machine can open the page only if you change it."),
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    lang: Lang = "en",
) -> None:
    """Open a page with sliders: two policies in one world, simulated anew while a slider moves.

    It needs no network, and the extra `demo`. Ctrl-C ends it.
    """
    from sim.demo.server import require_marimo

    require_marimo()
    import webbrowser

    from sim.demo.levers import TEACHING_CASE
    from sim.demo.server import address_of, is_open_to_others, listening, serve
    from sim.demo.stage import Stage, set_stage
    from sim.demo.worlds import worlds_of
    from sim.engines.choice import choose
    from sim.scenario.load import load
    from sim.scenario.sizes import size_of
    from sim.study.execution.evaluate import ready

    name = scenario or str(TEACHING_CASE)
    loaded = load(name)
    choose("compiled", loaded.scenario)
    _tell_size(size_of(loaded.scenario).rows)
    listener = listening(host, port)
    try:
        ready()
        with worlds_of(name) as worlds:
            set_stage(Stage(loaded.scenario, worlds, lang))
            address = address_of(listener)
            say(said("{address}\nCtrl-C ends it", address=address), err=False)
            if is_open_to_others(listener):
                say("whoever reaches this machine over the network can open the page")
            if browser:
                webbrowser.open(address)
            serve(listener, host)
    except KeyboardInterrupt:
        say("ended")
    finally:
        listener.close()


def _tell_size(rows: float) -> None:
    if rows > SLOW_ROWS:
        seconds = rows / ROWS_A_SECOND
        say(said("large: some {seconds:,.0f} s for each world and policy when a slider is moved", seconds=seconds))
