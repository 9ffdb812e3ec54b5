"""Commands that read results: list their cases, tell the story of one, hand the event log on."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from sim.cli.options import Json, Lang
from sim.cli.spoken import say
from sim.said import said

Run = Annotated[Path, typer.Argument(help="Result folder of a run, or one in variants/.", metavar="RESULT")]
Case = Annotated[int, typer.Option(min=0, help="Number of the case (`gridgov cases` lists them).")]


def explain(
    result: Run,
    case: Case,
    replication: Annotated[int, typer.Option(min=0, help="Replication that it is of.")] = 0,
    against: Annotated[Path | None, typer.Option(metavar="RESULT", help="Another result of the same world.")] = None,
    lang: Lang = "en",
) -> None:
    """Tell the story of one case, and beside it what became of the same issue in another result.

    Results with an event log tell every step, others what their tables know.
    """
    from sim.console import explain_case

    explain_case([folder for folder in (result, against) if folder is not None], replication, case, lang)


def _flag(name: str, told: str) -> Any:
    return typer.Option(f"--{name}", help=told)


def cases(
    result: Run,
    whistled: Annotated[bool, _flag("whistled", "A whistle was blown for it.")] = False,
    reopened: Annotated[bool, _flag("reopened", "Opened again after closing.")] = False,
    overdue: Annotated[bool, _flag("overdue", "Passed a time limit.")] = False,
    returned: Annotated[bool, _flag("returned", "Returned by a wrong unit.")] = False,
    sent_back: Annotated[bool, _flag("sent-back", "Sent back by a check.")] = False,
    chased: Annotated[bool, _flag("chased", "Its reporter asked what became of it.")] = False,
    repeated: Annotated[bool, _flag("repeated", "Reported again while it was open.")] = False,
    joint: Annotated[bool, _flag("joint", "Truly needs several departments.")] = False,
    shelved: Annotated[bool, _flag("shelved", "Shelved.")] = False,
    petitioned: Annotated[bool, _flag("petitioned", "Its reporter petitioned.")] = False,
    not_fixed: Annotated[bool, _flag("not-fixed", "Closed, and its issue is there.")] = False,
    still_open: Annotated[bool, _flag("still-open", "Open at the end of the run.")] = False,
    category: Annotated[str | None, typer.Option(help="Category, by name or title.")] = None,
    community: Annotated[int | None, typer.Option(help="Community, from 0.")] = None,
    street: Annotated[int | None, typer.Option(help="Street, from 0.")] = None,
    replication: Annotated[int | None, typer.Option(help="Replication, from 0.")] = None,
    level: Annotated[str | None, typer.Option(help="Who did it: spot, grid, community, department, ...")] = None,
    unit: Annotated[str | None, typer.Option(help="Unit that reported it done.")] = None,
    source: Annotated[str | None, typer.Option(help="How it was found: patrol, visit or resident.")] = None,
    channel: Annotated[str | None, typer.Option(help="Channel of a resident's report.")] = None,
    sort: Annotated[
        Literal["trouble", "longest", "number"], typer.Option(help="Worst first, longest first, or by number.")
    ] = "trouble",
    limit: Annotated[int, typer.Option(min=1, help="How many to list.")] = 20,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """List cases of a result to explain: all that is asked for must be true of a case.

    For example: gridgov cases results/square --whistled --overdue
    """
    from sim.reading.cases import Wanted, find_cases
    from sim.record.listing import HAPPENED

    given = locals()
    happened = [name for name in HAPPENED if given[name]]
    wanted = Wanted(happened, category, community, street, replication, level, unit, source, channel)
    found = find_cases(result, wanted, sort, limit, lang)
    if as_json:
        from sim.cli.outcome import json_of

        typer.echo(json_of(result, None, total=found.total, cases=found.cases))
        return
    from sim.console import print_cases

    print_cases(found, result, sort, lang)


def export(
    result: Run,
    to: Annotated[Literal["xes", "ocel"], typer.Option(help="XES (IEEE 1849) or OCEL 2.0.")],
    out: Annotated[
        Path | None,
        typer.Option(help="File; events.xes or events.json in the result folder if not given. OCEL: .json or .sqlite."),
    ] = None,
    replication: Annotated[int | None, typer.Option(min=0, help="One replication only; all if not given.")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file of that name.")] = False,
    lang: Lang = "en",
) -> None:
    """Write the event log of a result for tools of process mining.

    For example: gridgov export results/square --to ocel --out square.sqlite
    """
    from sim.reading.export.write import export_log

    written = export_log(result, to, out, replication, overwrite=overwrite, language=lang)
    typer.echo(written)
    say(said("the file takes {size:,.1f} MB", size=written.stat().st_size / 1e6))
