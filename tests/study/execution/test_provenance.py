"""The digests of the code: what makes numbers counts for a study, what shows them does not."""

from pathlib import Path

import pytest

from sim.study.execution import provenance
from sim.study.execution.provenance import code_digest, numbers_digest


@pytest.mark.parametrize(
    ("file", "matters"),
    [
        ("engines/queue.py", True),
        ("measures/load.py", True),
        ("study/execution/evaluate.py", True),
        ("study/report.py", False),
        ("show/style.py", False),
        ("cli/options.py", False),
        ("console.py", False),
    ],
)
def test_a_change_matters_where_numbers_are_made(
    file: str, matters: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provenance, "PACKAGE", tmp_path)
    changed = tmp_path / file
    changed.parent.mkdir(parents=True, exist_ok=True)
    digests = []
    for text in ("before", "after"):
        changed.write_text(text)
        numbers_digest.cache_clear()
        code_digest.cache_clear()
        digests.append((numbers_digest(), code_digest()))
    numbers_digest.cache_clear()
    code_digest.cache_clear()
    (numbers, whole), (numbers_after, whole_after) = digests
    assert whole != whole_after
    assert (numbers != numbers_after) is matters
