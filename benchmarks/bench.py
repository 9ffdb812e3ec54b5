"""All benchmarks: times the programs in turn, holds them against each other, and writes the tables."""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from commands import WAITS, waited
from engines import available
from peers import MEASURES, ROOM_S, TRIES, Peer, Run, compiled, disagreements, interleaved, peers
from scale import Told, growth, year

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
PACKAGES = ("gridgov", "simpy", "mesa", "cimba", "numba", "llvmlite", "numpy")
BASE, LIMIT = "SimPy, processes", "C++"
LEAST = 0.015
"""Functions with a smaller share of the time are left out of the profile."""
HALF = (
    "What half of the speed of C++ would take: the profile is flat, so no one function would do it. Each issue writes",
    "some 600 bytes of tables where the C++ program writes 170 (and the system clears new memory before that),",
    "draws some twenty keyed numbers where it draws six, takes eight events through the calendar where it takes four,",
    "and looks up home, resident, roster and unit. Half of the time would be saved by tables with a third of the",
    "columns, by leaving limits and patience off the calendar where nothing can come of them, and by draws made in",
    "advance for all issues at once; each would give up a part of what the model can tell.",
    "",
)
SOURCES = ("chance", "world", "mechanisms", "lifecycle", "engines/compiled")
KERNEL = {file.stem for folder in SOURCES for file in (Path(__file__).parents[1] / "sim" / folder).glob("*.py")}
"""Files of which the kernel is compiled."""


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table in Markdown, numbers to the right."""
    return [
        "| " + " | ".join(head) + " |",
        "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|",
        *("| " + " | ".join(row) + " |" for row in rows),
        "",
    ]


def machine() -> list[str]:
    """Processor, cores, memory, system and versions."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return [
        f"- {processor()}, {os.cpu_count()} cores, {pages / 2**30:.0f} GiB, {platform.system()} {platform.release()}",
        f"- Python {platform.python_version()}" + "".join(f", {name} {installed(name)}" for name in PACKAGES),
        f"- C++: {first_line(['g++', '--version'])}, -O2",
        "",
    ]


def processor() -> str:
    """Name of the processor as the system tells it."""
    info = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return named.group(1) if named else platform.processor() or platform.machine()


def installed(package: str) -> str:
    """Version of a package, or that it is absent."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def first_line(command: list[str]) -> str:
    """First line that a command prints, or that it is absent."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]
    except FileNotFoundError:
        return "absent"


def best(runs: list[Run]) -> float:
    """Least processor time of an issue, s."""
    return min(run["cpu_seconds"] / run["issues"] for run in runs)


def ratios(programs: list[Peer], runs: dict[str, list[Run]]) -> list[str]:
    """The table of speeds on the common model."""
    base = best(runs[BASE]) if BASE in runs else None
    limit = best(runs[LIMIT]) if LIMIT in runs else None
    rows = []
    for peer in programs:
        told = runs[peer.title]
        seconds, typical = best(told), statistics.median(run["cpu_seconds"] / run["issues"] for run in told)
        events = statistics.fmean(run["events"] / run["issues"] for run in told)
        rows.append(
            [
                peer.title,
                f"{1 / seconds:,.0f}",
                f"{events / seconds:,.0f}",
                f"{seconds * 1e6:.2f}",
                f"{typical * 1e6:.2f}",
                f"{base / seconds:.1f}" if base else "",
                f"{limit / seconds:.2f}" if limit else "",
            ]
        )
    head = ["program", "issues/s", "events/s", "us per issue, best", "median", f"x {BASE}", f"x {LIMIT}"]
    return table(head, rows)


def agreement(runs: dict[str, list[Run]]) -> list[str]:
    """The table of results on the common model, and whether they agree."""
    rows = []
    for title, told in runs.items():
        means = {name: statistics.fmean(run[name] for run in told) for name in MEASURES}
        rows.append([title, f"{means['sojourn_min']:.2f}", f"{means['workers']:.4f}", f"{means['departments']:.4f}"])
    faults = list(disagreements(runs))
    lines = ["All pairs of means lie within four standard errors of each other.", ""]
    if faults:
        lines = ["**These means lie more than four standard errors apart:**", "", *(f"- {f}" for f in faults), ""]
    return table(["program", "mean sojourn, min", "workers busy", "crews busy"], rows) + lines


def world_note(runs: dict[str, list[Run]]) -> list[str]:
    """What gridgov does before its engine starts, and how much it writes."""
    told = next((runs[title] for title in runs if title.startswith("gridgov")), [])
    if not told:
        return []
    world = min(run["world_seconds"] for run in told)
    seconds = min(run["cpu_seconds"] for run in told)
    rows = statistics.fmean(run["rows"] / run["issues"] for run in told)
    pace = max(run["rows"] / run["cpu_seconds"] for run in told)
    return [
        f"gridgov draws its world before its engine runs: {world:.1f} s for 10,000 households and all issues, "
        f"beside {seconds:.2f} s of the engine. Its log has {rows:.1f} rows for each issue, {pace / 1e6:.1f} million "
        "rows a second (counted, not kept).",
        "",
    ]


def grown(told: list[Told]) -> list[str]:
    """The table of a growth."""
    first = told[0]
    rows = []
    for run in told:
        per_issue = run["run_seconds"] / run["issues"]
        against = per_issue / (first["run_seconds"] / first["issues"])
        heap = run["heap_ns"] / first["heap_ns"] if "heap_ns" in run else None
        rows.append(
            [
                f"{run['factor']:.0f}",
                f"{run['issues']:,.0f}",
                f"{1 / per_issue:,.0f}",
                f"{run['rows'] / run['run_seconds'] / 1e6:.2f}",
                f"{against:.2f}",
                f"{run.get('pending', float('nan')):,.0f}",
                f"{heap:.2f}" if heap else "",
                f"{against / heap:.2f}" if heap else "",
                f"{run['peak_mb']:,.0f}",
            ]
        )
    head = ["times", "issues", "issues/s", "million rows/s", "time per issue", "most pending", "bare heap", "ratio",
            "peak MB"]  # fmt: skip
    return table(head, rows)


def years(presets: list[str], engine: str) -> list[str]:
    """The table of whole years."""
    rows = []
    for preset in presets:
        run = year(preset, engine)
        rows.append(
            [
                preset,
                f"{run['issues']:,.0f}",
                f"{run['rows']:,.0f}",
                f"{run['load_seconds']:.1f}",
                f"{run['world_seconds']:.1f}",
                f"{run['first_seconds']:.1f}",
                f"{run['rows'] / run['first_seconds'] / 1e6:.2f}",
                f"{run['tables_seconds']:.1f}",
                f"{run['wall_seconds']:.1f}",
                f"{run['peak_mb']:,.0f}",
            ]
        )
    head = ["preset", "issues", "rows", "scenario, s", "world, s", "engine, s", "million rows/s", "tables, s", "all, s",
            "peak MB"]  # fmt: skip
    return table(head, rows)


def common_part(folder: Path, engine: str, days: float, rounds: int) -> list[str]:
    """Speed and agreement on the common model."""
    programs = peers(folder, engine)
    runs = interleaved(programs, days, rounds)
    models = {peer.title: runs[peer.title] for peer in programs if peer.model}
    return [
        "## The common dispatch model",
        "",
        f"{rounds} rounds; in each every program runs in a process of its own, with {days:g} days in the window: once",
        f"if that lasts {ROOM_S:g} s, else up to {TRIES} times, of which the quickest counts.",
        "Processor time of the run alone: starting, compiling and loading are left out.",
        "[The model](../benchmarks/README.md) is the same for all.",
        "",
        *ratios(programs, runs),
        *world_note(models),
        "What they find, as a mean over the rounds:",
        "",
        *agreement(models),
    ]


def profile_part(engine: str) -> list[str]:
    """Where the time of the engine goes, if it can be looked at here."""
    from profile_kernel import OUTSIDE, functions

    shares = functions(engine)
    if not shares:
        return ["No profile by function: it takes Linux' perf and the compiled engine.", ""]
    files: dict[str, float] = {}
    for name, share in shares:
        file = name.split(".")[0] if name.split(".")[0] in KERNEL else OUTSIDE
        files[file] = files.get(file, 0.0) + share
    largest = [(name, share) for name, share in shares if share >= LEAST]
    return [
        "Where the time of the compiled engine goes on this model, by file of the kernel and what it calls (what lies",
        f"outside is memory laid out before and columns copied after), and the functions above {LEAST:.1%}:",
        "",
        *table(
            ["file", "share"],
            [[name, f"{share:.1%}"] for name, share in sorted(files.items(), key=lambda item: -item[1])],
        ),
        *table(["function", "share"], [[name, f"{share:.1%}"] for name, share in largest]),
        *HALF,
    ]


def scale_part(folder: Path, engine: str, factors: list[int], presets: list[str]) -> list[str]:
    """How cost grows."""
    heap = compiled("bare_heap", folder)
    return [
        f"## Growth ({engine} engine)",
        "",
        "`village-square` (ten weeks) as so many copies side by side. Time per issue and of a push and pop in a bare",
        "heap of C++ with as many events are multiples of the first line's; the ratio is of the two. The best counts.",
        "",
        *grown(growth("district", factors, engine, heap)),
        "So many times the households and residents, rates as much lower, so that as many issues occur; 52 weeks:",
        "",
        *grown(growth("residents", factors, engine, heap)),
        "## A year",
        "",
        "52 weeks watched, after ten of warm-up and with six to follow; one replication, one process, wall time.",
        "",
        *years(presets, engine),
    ]


def commands_part(rounds: int) -> list[str]:
    """What users wait for; all commands in turn, since the machine's speed drifts."""
    found = [{title: waited(wait) for title, wait in WAITS.items()} for _ in range(rounds)]
    rows = []
    for title in WAITS:
        seconds = [told[title].seconds for told in found]
        peak = max(told[title].peak_mb for told in found)
        rows.append([title, f"{min(seconds):.1f}", f"{statistics.median(seconds):.1f}", f"{peak:,.0f}"])
    return [
        "## Commands",
        "",
        f"`gridgov run ... --no-report`, {rounds} times each: wall time from the start of the process to its end. The",
        "scenario is read, the world drawn, everything measured and all tables written; the kernel is in the cache.",
        "Two replications in two processes end with their tables joined by one.",
        "",
        *table(["command", "best, s", "median, s", "its own process, peak MB"], rows),
    ]


def main() -> None:
    """Run all, print the tables and write them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default=available())
    parser.add_argument("--days", type=float, default=42.0)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--factors", type=int, nargs="+", default=[1, 2, 4, 8, 16, 32, 64])
    parser.add_argument("--presets", nargs="*", default=["jiancaoping-800", "weihai"])
    parser.add_argument("--out", type=Path, default=REPORT)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            "# Benchmarks",
            "",
            "Written by `make bench`; figures of one machine on one day.",
            "",
            *machine(),
            *common_part(Path(folder), asked.engine, asked.days, asked.rounds),
            *profile_part(asked.engine),
            *scale_part(Path(folder), asked.engine, asked.factors, asked.presets),
            *commands_part(asked.rounds),
        ]
    text = "\n".join(parts).rstrip() + "\n"
    asked.out.write_text(text)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
