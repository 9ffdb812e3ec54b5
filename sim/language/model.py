"""The base of every section of a scenario, and the names that scenarios and studies go by."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Model(BaseModel):
    """A section of a scenario: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def is_one_word(name: str) -> bool:
    """Say whether a name can be that of a file or folder everywhere: letters, digits, '-', '_' and '.'."""
    return re.fullmatch(r"\w[\w.-]*", name) is not None


def _one_word(name: str) -> str:
    if not is_one_word(name):
        raise ValueError("must be one word of letters, digits, '-', '_' and '.', since it names result folders")
    return name


OneWord = Annotated[str, AfterValidator(_one_word)]
"""A name that result folders can have too."""
