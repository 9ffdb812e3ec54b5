"""The two ways in which a study tells people that it cannot go on; the message of either is all that they need."""


class Refused(Exception):
    """What was asked cannot be done; nothing was begun, and the message says what to ask instead."""


class Stopped(Exception):
    """Work ended early for a reason outside of it; what was finished is kept, and the same command goes on."""
