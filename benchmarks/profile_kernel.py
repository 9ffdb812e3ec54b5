"""Where the time of the compiled engine goes on the common model, by function: a sampling profile by Linux' perf.

The kernel is loaded from a file of its own, so perf is told the names and addresses of its functions in
/tmp/perf-PID.map.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SECONDS = 6.0
OUTSIDE = "outside"

Shares = list[tuple[str, float]]


def functions(engine: str) -> Shares:
    """Functions and their shares of the time, the largest first; none without perf or the compiled engine."""
    if engine != "compiled" or not shutil.which("perf") or not shutil.which("nm"):
        return []
    done = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=False)
    if done.returncode:
        return []
    return [(name, share) for name, share in json.loads(done.stdout.splitlines()[-1])]


def sampled() -> Shares:
    """Run the common model under perf, in this process."""
    from engines import engine
    from gridgov_common import SCENARIO

    from sim.plan.lower import lower
    from sim.scenario.load import load

    simulate = engine("compiled")
    plan = lower(load(SCENARIO).scenario, 0)[0]
    simulate(plan, False)
    _write_map()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "perf.data"
        perf = subprocess.Popen(
            ["perf", "record", "-q", "-F", "2000", "-o", str(record), "-p", str(os.getpid())],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.5)
        until = time.perf_counter() + SECONDS
        while time.perf_counter() < until:
            simulate(plan, False)
        perf.send_signal(signal.SIGINT)
        perf.wait()
        return _shares(record)


def _write_map() -> None:
    """Tell perf where the functions of the kernel lie: address, size, name."""
    from sim.engines.compiled import cache

    name, code = (cache.cache_folder() / cache.NAME).read_text(), cache.cache_folder() / cache.KERNEL
    listed = subprocess.run(["nm", "-S", str(code)], check=True, capture_output=True, text=True).stdout
    found = [line.split() for line in listed.splitlines()]
    sizes = {row[3]: (int(row[0], 16), int(row[1], 16)) for row in found if len(row) == 4 and row[2] in "tTwW"}
    base = cache.kernel().address - sizes[name][0]
    lines = [f"{base + start:x} {size:x} {_plain(symbol)}" for symbol, (start, size) in sizes.items()]
    Path(f"/tmp/perf-{os.getpid()}.map").write_text("\n".join(lines) + "\n")


def _plain(symbol: str) -> str:
    """Module and name of a function in a mangled symbol: lengths before names."""
    parts, rest = [], symbol.removeprefix("_ZN")
    while (match := re.match(r"\d+", rest)) is not None:
        end = match.end() + int(match.group())
        parts.append(rest[match.end() : end])
        rest = rest[end:]
    return ".".join(parts[-2:]) or symbol


def _shares(record: Path) -> Shares:
    command = ["perf", "script", "-i", str(record), "-F", "ip,sym"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    parts = (line.split(maxsplit=1) for line in told.splitlines() if line.strip())
    counts = Counter(part[1].strip() if len(part) > 1 else OUTSIDE for part in parts)
    return [(name, count / counts.total()) for name, count in counts.most_common()]


if __name__ == "__main__":
    print(json.dumps(sampled()))
