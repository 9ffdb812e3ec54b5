"""The JSON Schema of a study file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from sim.study.files.models import Assumptions, Compare, Optimise, Sensitivity, Sweep

AnyStudy = Annotated[Compare | Sweep | Sensitivity | Assumptions | Optimise, Field(discriminator="kind")]


def json_schema() -> dict[str, Any]:
    """Return the schema of a study file: one for each kind, told apart by `kind`."""
    schema = TypeAdapter[Any](AnyStudy).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def render_schema() -> str:
    """Return the schema as stable JSON text."""
    return json.dumps(json_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
