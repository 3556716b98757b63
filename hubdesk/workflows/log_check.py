"""Whether the log is as it was written."""

from hubdesk.domain.problem import Problem, Severity
from hubdesk.store import Store


def log_problems(store: Store) -> tuple[Problem, ...]:
    """What is wrong with the log of changes; empty if every entry follows on the one before."""
    broken = store.first_broken_entry()
    if broken is None:
        return ()
    return (
        Problem(
            Severity.ERROR,
            "log-altered",
            f"Entry {broken} of the log is not as it was written, or one before it is missing",
            "the log",
            "Keep this hub as it is, and bring back a copy from before the log was altered",
        ),
    )
