"""The short form of `make faults`: a run that is ended at a random moment, and one that may write no large files."""

import random
import signal
import sys
from pathlib import Path

import pytest

from tests.faults.faults import killed, limited

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are those of Unix")


@pytest.mark.long
def test_a_run_that_is_ended_goes_on(tmp_path: Path) -> None:
    assert killed("run", signal.SIGTERM, 1, tmp_path, random.Random("once")) == 1


@pytest.mark.long
def test_a_run_on_a_full_disk_says_so_and_goes_on(tmp_path: Path) -> None:
    assert limited("run", tmp_path / "run", 20).code == 1
