"""What pages with scripts share: their data as text, and the scripts that list cases, filter them and tell stories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from markupsafe import Markup


def script(name: str) -> str:
    """Return the text of a script of this folder."""
    return (resources.files("sim.show.web") / f"{name}.js").read_text(encoding="utf-8")


def as_json(data: Mapping[str, Any]) -> Markup:
    """Return data as a page holds them: a title may hold anything, the end of a script too."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
