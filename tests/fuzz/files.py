"""A document damaged as a tree or as bytes, and written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from random import Random
from typing import Any

from ruamel.yaml import YAML

from tests.fuzz.draw import Draw
from tests.fuzz.texts import damaged
from tests.fuzz.trees import changed

BYTES = 0.25
"""Share of damages that are done to the bytes of a file instead of its tree."""


def text_of(tree: dict[str, Any], rng: Random) -> bytes:
    """Return a tree as YAML in blocks, or now and then as JSON, which is YAML too."""
    if rng.random() < 0.15:
        return json.dumps(tree, indent=1, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    yaml, stream = YAML(typ="safe"), io.StringIO()
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.dump(tree, stream)
    return stream.getvalue().encode("utf-8", "surrogatepass")


def damaged_file(draw: Draw, tree: dict[str, Any], path: Path, raw: bytes | None = None) -> tuple[str, ...]:
    """Write a damaged copy of a tree (which is changed) to `path`; return what was done.

    `raw` is the document as its author wrote it, for damage to bytes.
    """
    story, on_bytes = [], []
    untouched = True
    for rng in draw.damages():
        if rng.random() < BYTES:
            on_bytes.append(rng)
        else:
            story.append(changed(rng, tree))
            untouched = False
    written = raw if untouched and raw is not None else text_of(tree, draw.rng("text"))
    for rng in on_bytes:
        written, told = damaged(rng, written)
        story.append(told)
    path.write_bytes(written)
    return tuple(story)
