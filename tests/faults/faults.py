"""The faults: signals at random moments, a full disk, a folder that takes nothing, two at once, damaged files."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree, rmtree
from time import sleep

from tests.faults.commands import Ended, carried_out, ended, finish, look, prepared, start, undisturbed

CODES = {signal.SIGINT: (130, -2), signal.SIGTERM: (143, -15), signal.SIGKILL: (-9,)}
"""Exit codes by signal; the second if it came before Python was ready."""
FULL = ("no room is left", "cannot be written to")
"""What commands say of a full disk."""


class CannotTry(Exception):
    """This machine does not let the fault be tried."""


def killed(name: str, number: signal.Signals, kills: int, place: Path, chance: random.Random) -> int:
    """Send a signal to a command at a random moment, and give it again, until so many have hit; return the hits.

    Raises AssertionError if it ends otherwise than it should, looks whole and is not, or gives another result.
    """
    lasts_s = undisturbed(name)[1]
    hits, folder = 0, prepared(name, place / f"{name}-0")
    while hits < kills:
        process = start(name, folder)
        try:
            process.wait(chance.uniform(0.15, 1.0) * lasts_s)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        end = ended(process)
        hits += end.code != 0
        assert end.code in (0, *CODES[number]), f"{name} ended with {end.code}: {end.told}"
        assert "Traceback" not in end.told or end.code < 0, end.told
        look(name, folder)
        if end.code == 0:
            finish(name, place / f"{name}-0") if name in ("report", "study") else None
            rmtree(folder)
            prepared(name, folder)
    finish(name, folder)
    return hits


def full(name: str, place: Path, size_kb: int) -> Ended:
    """Let a disk of so many kilobytes run full under a command, then make room and give it again."""
    with _disk(place, size_kb if name != "report" else 3000) as disk:
        folder = prepared(name, disk / name)
        if name == "report":
            _fill(disk, size_kb)
        end = carried_out(name, folder)
        _told(end, FULL, (0, 1))
        look(name, folder)
        _mount(disk, "-o", "remount,size=40m")
        finish(name, folder)
    return end


def limited(name: str, folder: Path, size_kb: int) -> Ended:
    """Let a command write no file of more kilobytes, which needs no rights, then lift the limit and give it again."""
    size = size_kb * 1024
    end = carried_out(name, folder, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    _told(end, FULL, (1,))
    look(name, folder)
    finish(name, folder)
    return end


def read_only(name: str, place: Path) -> Ended:
    """Give a command a folder on a disk that takes nothing; it must say so before it computes anything."""
    with _disk(place, 3000) as disk:
        folder = prepared(name, disk / name)
        _mount(disk, "-o", "remount,ro")
        end = carried_out(name, folder)
        _told(end, ("cannot be written to (Read-only file system)",), (2,))
    return end


def two_at_once(names: tuple[str, str], place: Path) -> str:
    """Begin two commands on one folder in one moment: one is refused in a sentence, the other ends well."""
    folder = prepared(names[0], place / "one")
    processes = [start(name, folder) for name in names]
    ends = [ended(process) for process in processes]
    codes = [end.code for end in ends]
    if names == ("report", "report") and codes == [0, 0]:  # one after the other, which does no harm
        finish("report", folder)
        return "one after the other"
    assert sorted(codes) == [0, 2], f"{names}: {[(end.code, end.told) for end in ends]}"
    second = ends[codes.index(2)]
    refused = ("is in use by", "holds a result already", "holds an unfinished run", "is not empty")
    _told(second, refused, (2,))
    winner = names[codes.index(0)]
    look(winner, folder)
    rmtree(folder / "figures", ignore_errors=True)
    assert carried_out("report", folder).code == 0
    return second.told.strip().splitlines()[-1]


DAMAGED = 12
"""Files of a result that are damaged."""
DAMAGES = {
    "empty": lambda content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "zeroed": lambda content: bytes(len(content)),
    "gone": lambda content: None,
}


def damaged(name: str, place: Path, chance: random.Random) -> int:
    """Damage files of a result in ways drawn, one at a time, and ask for its report, or resume it; return how many."""
    whole = undisturbed(name)[0]
    files = [path.relative_to(whole) for path in sorted(whole.rglob("*")) if path.is_file() and path.suffix != ".svg"]
    tried = chance.sample(files, min(len(files), DAMAGED))
    for file in tried:
        how, damage = chance.choice(list(DAMAGES.items()))
        folder = place / "damaged"
        copytree(whole, folder)
        content = damage((folder / file).read_bytes())
        (folder / file).unlink() if content is None else (folder / file).write_bytes(content)
        for command in ("report", "study") if name == "study" else ("report",):
            end = carried_out(command, folder)
            assert end.code in (0, 2), f"{name}: {file} {how}, {command} ended with {end.code}: {end.told}"
            assert "Traceback" not in end.told and "unexpected" not in end.told, end.told
        rmtree(folder)
    return len(tried)


def _told(end: Ended, words: tuple[str, ...], codes: tuple[int, ...]) -> None:
    assert end.code in codes, f"ended with {end.code}: {end.told}"
    assert end.code == 0 or any(word in end.told for word in words), end.told
    assert "Traceback" not in end.told, end.told


@contextmanager
def _disk(place: Path, size_kb: int) -> Iterator[Path]:
    """Enter a disk of its own, in memory, of so many kilobytes; it needs Linux and root."""
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    if sys.platform != "linux" or os.geteuid() != 0:
        raise CannotTry("needs Linux and root, to mount a small disk")
    _mount(disk, "-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs")
    try:
        yield disk
    finally:
        for _ in range(50):  # workers of one that was killed end within moments
            if subprocess.run(["umount", disk], capture_output=True, check=False).returncode == 0:
                break
            sleep(0.1)


def _mount(disk: Path, *words: str) -> None:
    done = subprocess.run(["mount", *words, disk], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotTry(done.stderr.strip())


def _fill(disk: Path, left_kb: int) -> None:
    """Fill a disk but for so many kilobytes."""
    free = os.statvfs(disk)
    (disk / "filled").write_bytes(bytes(max(free.f_bavail * free.f_frsize - left_kb * 1024, 0)))
