"""Locks for what a process has one of, which hold no one up for ever if the process is forked meanwhile."""

import os
from threading import RLock


def process_lock() -> "RLock":
    """Return a lock that its thread may take again; nobody else has it in the moment in which the process is forked."""
    lock = RLock()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)
    return lock
