"""What another format needs and is not installed."""


class MissingProgram(RuntimeError):
    """A program or library that writes a format is not installed; the message says which, and what else can be done."""
