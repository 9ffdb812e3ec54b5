"""The base of every section of a scenario."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A section of a scenario: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
