"""The history of a hub: who changed what and when, and the way back to how it stood then."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubdesk.domain.change import Change, merged
from hubdesk.domain.checks import errors_of
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Refused
from hubdesk.store import LogHeading, Store
from hubdesk.workflows.document import Document
from hubdesk.workflows.fixed_by_issue import against_issued

PAGE = 200
"""Entries to a page of the history."""


@dataclass(frozen=True, slots=True)
class Since:
    """What came after an entry: how many entries, by whom, and the runs issued, which stay as they are."""

    entries: int
    people: tuple[str, ...]
    issues: tuple[str, ...]
    """The titles of the entries that issued a run, in order: "Issue 2026-27-Q1"."""


def page(store: Store, before: int | None = None, at_most: int = PAGE) -> tuple[LogHeading, ...]:
    """The newest entries of the log, or those that come before number `before`; empty at the beginning.

    A list asks for the next page with the last number that it has, as far as somebody scrolls.
    """
    return store.headings(before, at_most)


def since(store: Store, sequence: int) -> Since:
    """What came after entry `sequence`, to be told before going back to it."""
    newer = sorted(_newer(store, sequence), key=lambda one: one.sequence)
    people = dict.fromkeys(one.who for one in newer)
    return Since(len(newer), tuple(people), tuple(one.title for one in newer if one.issues))


def undo_back_to(document: Document, sequence: int) -> Change:
    """The one change that makes the hub again what it was after entry `sequence`; undone like any other.

    Issued runs stay: what they were charged on and no longer is shows as adjustments in later runs.
    Raises Refused where there is no such entry, where nothing has changed since, and where something
    that issuing has fixed, or a record that something else needs by now, stands in the way.
    """
    store, hub = document.store, document.hub
    change = way_back(store, hub, sequence, document.sequence)
    problems = (*errors_of(hub, change), *against_issued(store, hub, change, document.thawed))
    if problems:
        raise Refused(*problems)
    return change


def way_back(store: Store, hub: Hub, sequence: int, last: int) -> Change:
    """The same change from `hub`, which stands after entry `last`, before anything is checked.

    A long way takes seconds to read: a worker may ask it of a store that it has opened for itself.
    Raises Refused where there is no such entry, or nothing has changed since.
    """
    if not 1 <= sequence <= last:
        raise Refused(_no_entry(sequence))
    (heading,) = store.headings(sequence + 1, 1)
    title = f"Undo back to entry {sequence:,}, “{heading.title}”"
    made = (entry.change for entry in store.log(after=sequence) if entry.sequence <= last)
    change = merged(title, made).inverted()
    if not change:
        raise Refused(_as_it_was(hub, sequence))
    return change


def _newer(store: Store, sequence: int) -> Iterator[LogHeading]:
    before = None
    while True:
        for one in (found := store.headings(before, PAGE)):
            if one.sequence <= sequence:
                return
            yield one
        if len(found) < PAGE:
            return
        before = found[-1].sequence


def _no_entry(sequence: int) -> Problem:
    return error(
        "no-such-entry",
        f"The history has no entry {sequence:,}",
        "the history",
        "Choose an entry of the list",
    )


def _as_it_was(hub: Hub, sequence: int) -> Problem:
    return error(
        "as-it-was",
        f"{hub.settings.name} stands as it did after entry {sequence:,}: there is nothing to undo",
        f"entry {sequence:,}",
        "Choose an earlier entry",
    )
