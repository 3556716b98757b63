"""Licences and their desks."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.editing.ending import ended
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed
from hubdesk.editing.steps import without_step


def add(hub: Hub, *licences: Licence) -> Change:
    """New licences. Raises Refused if one with its id is there already."""
    return added(hub, *licences)


def change(hub: Hub, *licences: Licence) -> Change:
    """Each licence as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *licences)


def rename(hub: Hub, licence: RecordId, code: str) -> Change:
    """Another code for the licence."""
    before = found(hub, Licence, licence)
    return renamed(hub, before, replace(before, code=code))


def set_desks(hub: Hub, licence: RecordId, first: date, desks: int) -> Change:
    """`desks` from `first` until the next step. Raises Refused outside the days of the licence."""
    before = found(hub, Licence, licence)
    if first < before.first or (before.last is not None and first > before.last):
        raise refusal(
            "step-outside-licence",
            f"{in_words(first)} is outside the days of the licence",
            f"licence {before.code}",
            "Choose a day of the licence, or change its first or last day",
            before,
        )
    was = before.desks_on(first)
    after = replace(before, desks=before.desks.with_step(first, desks))
    word = "desk" if desks == 1 else "desks"
    title = f"{was} → {desks} {word} on licence {before.code} from {in_words(first)}"
    return changed(hub, after, title=title)


def remove_step(hub: Hub, licence: RecordId, first: date) -> Change:
    """The step before holds on. Raises Refused if there is none on that day."""
    before = found(hub, Licence, licence)
    after = replace(before, desks=without_step(hub, before, before.desks, first))
    return changed(hub, after, title=f"Remove the step of licence {before.code} on {in_words(first)}")


def end(hub: Hub, licence: RecordId, last: date) -> Change:
    """`last` is its last day, and its awards'. Raises Refused if it starts later or has ended by then."""
    before = found(hub, Licence, licence)
    if not before.first <= last or (before.last is not None and before.last <= last):
        raise refusal(
            "not-running",
            f"It does not go on after {in_words(last)}",
            f"licence {before.code}",
            "Choose a day between its first and its last",
            before,
        )
    records: tuple[Licence | Concession, ...] = (before, *hub.awards_of.get(licence, ()))
    edits = tuple(edit for record in records for edit in ended(record, last))
    return Change(f"End licence {before.code} on {in_words(last)}", edits)


def remove(hub: Hub, licence: RecordId) -> Change:
    """As if it had never been, with its awards."""
    return removed(hub, found(hub, Licence, licence), with_=(Concession,))
