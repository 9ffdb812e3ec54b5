"""The language in which a command speaks: that of `--lang`, or of GRIDGOV_LANG, else English.

It is known before anything else of the command, so that even what is wrong with its options is told in it.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Literal, cast

import typer
from typer.core import TyperGroup

from sim.said import Message, said

VARIABLE = "GRIDGOV_LANG"
"""Environment variable that names the language where no option does."""

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises where a command is not given as it takes it; BadParameter alone is public."""


class _Spoken:
    """The language in which the command speaks now."""

    language: ClassVar[Literal["en", "zh"]] = "en"


def speak_as_asked(words: Sequence[str]) -> None:
    """Have the command speak the language that its words ask for."""
    asked = os.environ.get(VARIABLE, "")
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word == "--lang":
            asked = after
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    _Spoken.language = "zh" if asked == "zh" else "en"


def spoken() -> Literal["en", "zh"]:
    """Return the language in which the command speaks."""
    return _Spoken.language


def tell(text: str) -> str:
    """Return a message in the language in which the command speaks."""
    if _Spoken.language == "en":
        return str(text)
    from sim.words import tell_in

    return tell_in(_Spoken.language)(text)


def say(text: str, *, err: bool = True) -> None:
    """Print a message in the language in which the command speaks."""
    typer.echo(tell(text), err=err)


@contextmanager
def _usage_told() -> Iterator[None]:
    """Tell what is wrong with the words of a command in the language in which it speaks; typer knows only English."""
    try:
        yield
    except UsageError as error:
        its: Any = error
        if _Spoken.language == "en" or its.ctx is None or not hasattr(its, "format_message"):
            raise
        if its.message == its.ctx.get_help():  # no word was given: the help is shown
            raise
        told = said(
            "Usage: {usage}\nTry '{command} --help' for help.\n\nError: {problem}",
            usage=its.ctx.get_usage().removeprefix("Usage: "),
            command=its.ctx.command_path,
            problem=_problem(its),
        )
        say(told)
        raise typer.Exit(cast("int", its.exit_code)) from None


def _problem(error: Any) -> str:
    """Return what typer says of an error, with the message of ours in it as it was said."""
    if isinstance(error.message, Message):
        return said("Invalid value: {message}", message=error.message)
    return said(error.format_message())


class SpokenGroup(TyperGroup):
    """The commands, with what is wrong with their words told in the language in which they speak."""

    def make_context(self, *args: Any, **more: Any) -> Any:
        """Read the words before the name of a command."""
        with _usage_told():
            return super().make_context(*args, **more)

    def invoke(self, ctx: Any) -> Any:
        """Read the words of a command, and carry it out."""
        with _usage_told():
            return super().invoke(ctx)
