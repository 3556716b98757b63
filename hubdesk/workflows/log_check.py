"""Whether the log is as it was written, what it says is what there is, and what guards it is in place."""

from collections.abc import Iterator

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record
from hubdesk.domain.run import IssuedRun
from hubdesk.store import LogEntry, Store

_KEEP_A_COPY = "Keep this hub as it is, and bring back a copy from before it was altered"

Records = dict[tuple[type[Record], RecordId], Record]


def log_problems(store: Store) -> tuple[Problem, ...]:
    """What is wrong with the log of changes; empty if every entry follows and nothing is unguarded.

    The log is replayed: the records and the issued runs have to be those that it leads to.
    """
    return tuple(_problems(store))


def _problems(store: Store) -> Iterator[Problem]:
    if (broken := store.first_broken_entry()) is not None:
        what = f"Entry {broken} of the log is not as it was written, or one before it is missing"
        yield error("log-altered", what, "the log", _KEEP_A_COPY)
    else:
        yield from _unlike_what_is_there(store)
    if not store.is_guarded():
        what = "What keeps the log and the issued runs from being altered has been taken away"
        yield error("safeguards-missing", what, store.name, _KEEP_A_COPY)


def _unlike_what_is_there(store: Store) -> Iterator[Problem]:
    hub, sequence, runs, _people = store.holding()
    issues: dict[str, LogEntry] = {}
    logged: Records = {}
    for entry in store.log():
        if entry.sequence > sequence:
            break  # Written since, by somebody who has the hub open.
        for edit in entry.change.edits:
            if edit.after is None:
                logged.pop((edit.kind, edit.id), None)
            else:
                logged[edit.kind, edit.id] = edit.after
        if entry.run_sha256 is not None:
            issues[entry.run_sha256] = entry
    yield from _runs_apart(issues, runs)
    yield from _records_apart(logged, hub)


def _runs_apart(issues: dict[str, LogEntry], runs: tuple[IssuedRun, ...]) -> Iterator[Problem]:
    for run in runs:
        if issues.pop(run.sha256, None) is None:
            what = f"Run {run.name} is not the one that the log says was issued"
            yield error("run-not-in-log", what, f"run {run.name}", _KEEP_A_COPY)
    for entry in issues.values():
        what = f"The log has “{entry.title}”, and the run that was issued then is no longer there"
        yield error("run-missing", what, f"entry {entry.sequence} of the log", _KEEP_A_COPY)


def _records_apart(logged: Records, hub: Hub) -> Iterator[Problem]:
    there: Records = {(type(record), record.id): record for record in hub.records()}
    as_logged = Hub.of(logged.values())
    for key in dict.fromkeys((*logged, *there)):
        before, now = logged.get(key), there.get(key)
        if before == now:
            continue
        name = named(hub, now) if now else named(as_logged, logged[key])
        happened = "was changed" if before and now else "was taken away" if before else "was put in"
        what = f"{name[0].upper()}{name[1:]} {happened} past Hubdesk: the log does not say so"
        yield error("facts-altered", what, name, _KEEP_A_COPY, (key[1],))
