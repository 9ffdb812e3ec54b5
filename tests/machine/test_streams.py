"""What a command prints cannot make its work fail: not by its signs, and not for lack of a reader."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "sim"]


def called(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **environment}
    return subprocess.run([*COMMAND, *words], capture_output=True, env=env, check=False)


@pytest.fixture
def chinese(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text("extends: village-square\nname: mine\ntitle: 乡村广场\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("coding", ["ascii", "cp1252", "gbk"])
def test_signs_that_a_stream_lacks_are_replaced(chinese: Path, coding: str) -> None:
    done = called("check", str(chinese), PYTHONIOENCODING=coding)
    assert done.returncode == 0
    assert done.stdout.startswith(b"ok")
    assert ("乡村广场".encode("gbk") in done.stdout) == (coding == "gbk")
    assert not done.stderr


def test_the_plain_locale_is_no_failure(chinese: Path) -> None:
    done = called("check", str(chinese), LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")


def test_errors_are_told_in_signs_that_there_are(tmp_path: Path) -> None:
    done = called("check", str(tmp_path / "无.yaml"), PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert b"no such file" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_pipe_that_nobody_reads_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*COMMAND, "schema"], stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_is_lost_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"could not be written: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="shells of other systems")
def test_closed_streams_are_no_failure() -> None:
    assert subprocess.run(["sh", "-c", '"$@" >&- 2>&-', "sh", *COMMAND, "mechanisms"], check=False).returncode == 0
