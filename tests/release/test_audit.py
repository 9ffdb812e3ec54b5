"""An audit tells what was found, and never takes silence for safety."""

from tests.release.audit import verdict

SAFE = {"name": "numpy", "version": "2.0", "vulns": []}
HOLED = {"name": "pillow", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "mesa", "skip_reason": "not found"}


def test_a_vulnerability_is_named_and_fails() -> None:
    failed, lines = verdict({"dependencies": [SAFE, HOLED]})
    assert failed
    assert "  pillow 1.0: PYSEC-1 (mended in 1.1)" in lines


def test_nobody_who_answers_is_no_failure_and_no_safety() -> None:
    for told in (None, {"dependencies": [UNKNOWN]}):
        failed, (line,) = verdict(told)
        assert not failed
        assert "not done" in line


def test_what_was_not_looked_up_is_named() -> None:
    failed, lines = verdict({"dependencies": [SAFE, UNKNOWN]})
    assert not failed
    assert "mesa" in lines[-1]
