"""A page that a command of this project serves to this machine, for as long as it is looked at."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def demo(*options: str) -> Iterator[tuple[str, int]]:
    """Yield the address of a demonstration that runs, and its process group; it ends with it."""
    command = [sys.executable, "-m", "sim", "demo", "--no-browser", "--port", "0", *options]
    with served(command) as (process, pid):
        assert process.stdout is not None
        yield process.stdout.readline().strip(), pid
    assert process.returncode == 0, "Ctrl-C is how it ends"


@contextmanager
def served(command: list[str], env: Mapping[str, str] | None = None) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """Yield a server that runs, and its process group; it is ended as by Ctrl-C."""
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True, env=env
    ) as process:
        try:
            yield process, process.pid
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
