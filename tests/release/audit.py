"""Looks up known vulnerabilities of what is pinned, and lists what is installed: `python -m tests.release.audit`.

The list is a software bill of materials, build/sbom.cdx.json, in CycloneDX. Vulnerabilities are looked up by pip-audit,
which asks a service in the network about every version in constraints.txt. Where none answers, that is said, and it is
no failure: whoever works without network is not stopped. What the service does not know counts as not looked up, never
as without vulnerabilities.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
BILL = ROOT / "build" / "sbom.cdx.json"
PATIENCE_S = 10
"""Seconds to wait for an answer of the service."""
SHOWN = 5


class Verdict(NamedTuple):
    """What an audit found, in a line or several, and whether that is a failure."""

    failed: bool
    lines: tuple[str, ...]


def verdict(told: Mapping[str, Any] | None) -> Verdict:
    """Return the verdict on what pip-audit told as JSON, None if it told nothing."""
    packages = [] if told is None else told["dependencies"]
    looked_up = [package for package in packages if "skip_reason" not in package]
    if not looked_up:
        why = "the service knows none of the packages" if packages else "no service answers"
        return Verdict(False, (f"dependency audit: not done, {why}; nothing is known of vulnerabilities",))
    found = [package for package in looked_up if package["vulns"]]
    lines = [f"dependency audit: {len(looked_up)} packages looked up, {len(found)} with known vulnerabilities"]
    lines += [_told(package) for package in found]
    if skipped := [package["name"] for package in packages if "skip_reason" in package]:
        more = " ..." if len(skipped) > SHOWN else ""
        lines.append(
            f"not looked up, the service does not know them: {', '.join(skipped[:SHOWN])}{more} ({len(skipped)})"
        )
    return Verdict(bool(found), tuple(lines))


def _told(package: Mapping[str, Any]) -> str:
    each = (
        f"{its['id']} ({'mended in ' + ', '.join(its['fix_versions']) if its['fix_versions'] else 'not mended yet'})"
        for its in package["vulns"]
    )
    return f"  {package['name']} {package['version']}: {'; '.join(each)}"


def audit() -> Verdict:
    """Ask the service of vulnerabilities about every version in constraints.txt."""
    options = ["--no-deps", "--disable-pip", "--progress-spinner", "off", "--timeout", str(PATIENCE_S)]
    command = [sys.executable, "-m", "pip_audit", "--format", "json", *options, "-r", "constraints.txt"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        return verdict(json.loads(done.stdout))
    except ValueError:  # it ends with a traceback where nobody answers
        return verdict(None)


def write_bill(path: Path) -> int:
    """Write the software bill of materials of this environment; return the number of components."""
    path.parent.mkdir(parents=True, exist_ok=True)
    options = ["--pyproject", "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", str(path)]
    subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "environment", *options, sys.executable],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return len(json.loads(path.read_text("utf-8"))["components"])


def main() -> int:
    """Audit, write the bill, tell of both; return the exit code."""
    found = audit()
    print(*found.lines, sep="\n")
    print(f"software bill of materials: {write_bill(BILL)} components in {BILL.relative_to(ROOT)}")
    return int(found.failed)


if __name__ == "__main__":
    sys.exit(main())
