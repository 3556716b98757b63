"""Whether the log is as it was written, and what guards it and the runs is in place."""

from collections.abc import Iterator

from hubdesk.domain.problem import Problem, Severity
from hubdesk.store import Store

_KEEP_A_COPY = "Keep this hub as it is, and bring back a copy from before it was altered"


def log_problems(store: Store) -> tuple[Problem, ...]:
    """What is wrong with the log of changes; empty if every entry follows and nothing is unguarded."""
    return tuple(_problems(store))


def _problems(store: Store) -> Iterator[Problem]:
    if (broken := store.first_broken_entry()) is not None:
        what = f"Entry {broken} of the log is not as it was written, or one before it is missing"
        yield Problem(Severity.ERROR, "log-altered", what, "the log", _KEEP_A_COPY)
    if not store.is_guarded():
        what = "What keeps the log and the issued runs from being altered has been taken away"
        yield Problem(Severity.ERROR, "safeguards-missing", what, store.name, _KEEP_A_COPY)
