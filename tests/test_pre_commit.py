"""What runs before a commit is what `make check` runs."""

import re
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]


def test_hooks_are_the_checks_of_make():
    (repo,) = YAML(typ="safe").load(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "local", "nothing is downloaded"
    hooks = {hook["entry"].replace(".venv/bin/", ""): hook for hook in repo["hooks"]}
    recipe = re.search(r"^check: setup\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe is not None
    checks = re.findall(r"^\t\$\(BIN\)/(.*?)(?: \.)?$", recipe[1], re.MULTILINE)
    assert list(hooks) == checks == ["ruff format --check", "ruff check", "mypy"]
    for hook in hooks.values():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["language"] == "system"
