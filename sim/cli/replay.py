"""The command that plays a run on the map."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Lang, at_home
from sim.cli.outcome import interruptible
from sim.cli.spoken import say
from sim.said import said, said_by

DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
LARGE_MB = 50
"""Megabytes from which a page takes long to open, which is said."""


def replay(
    result: Annotated[Path, typer.Argument(help="Result folder of a run.", metavar="RESULT")],
    against: Annotated[
        Path | None, typer.Option(metavar="RESULT", help="Another result of the same world, shown beside it.")
    ] = None,
    start: Annotated[
        datetime | None,
        typer.Option(
            "--from", metavar="DATE", formats=DATES, help="From when on; the start of what is observed if not given."
        ),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=DATES, help="Until before when; two weeks if not given.")
    ] = None,
    replication: Annotated[int, typer.Option(min=0, help="Replication to play.")] = 0,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File; replay.html in the result folder if not given.", callback=at_home),
    ] = None,
    lang: Lang = "en",
) -> None:
    """Write a page that plays a run on the map: one HTML file that needs no network.

    Results with an event log show more than others: finds by each worker, repeat reports, reopenings.
    """
    import pandas as pd

    from sim.record.contents import REPLAY
    from sim.show.replay.page import Asked, CannotReplay, write_replay
    from sim.study.files.refused import Refused

    folders = [folder for folder in (result, against) if folder is not None]
    first, last = (None if moment is None else pd.Timestamp(moment) for moment in (start, until))
    with interruptible("the same command writes it anew"):
        try:
            page = write_replay(folders, out or result / REPLAY, Asked(replication, first, last, lang))
        except CannotReplay as why:
            raise Refused(said_by(why)) from None
    size = page.stat().st_size / 1e6
    if size > LARGE_MB:
        say(said("{size:,.0f} MB take long to open: play less at once, with --from and --until", size=size))
    typer.echo(page)
