"""Concessions: standing rates and awards."""

from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.ending import ended
from hubdesk.editing.records import added, changed, found, refusal, removed


def add(hub: Hub, *concessions: Concession) -> Change:
    """New concessions. Raises Refused if one with its id is there already."""
    return added(hub, *concessions)


def change(hub: Hub, *concessions: Concession) -> Change:
    """Each concession as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *concessions)


def end(hub: Hub, concession: RecordId, last: date) -> Change:
    """`last` is its last day. Raises Refused if it starts later or has ended by then."""
    before = found(hub, Concession, concession)
    edits = tuple(ended(before, last))
    if not edits or edits[0].after is None:
        raise refusal(
            "not-running",
            f"It does not go on after {in_words(last)}",
            named(hub, before),
            "Choose a day between its first and its last",
            before,
        )
    return Change(f"End the {named(hub, before)} on {in_words(last)}", edits)


def supersede(hub: Hub, concession: RecordId, successor: Concession) -> Change:
    """Other terms from the successor's first day on; the old ones end the day before.

    Raises Refused if the old ones do not reach that day.
    """
    before = end(hub, concession, successor.first - ONE_DAY)
    return Change(
        f"Change the {named(hub, successor)} from {in_words(successor.first)}",
        (*before.edits, *added(hub, successor).edits),
    )


def remove(hub: Hub, concession: RecordId) -> Change:
    """As if it had never been."""
    return removed(hub, found(hub, Concession, concession))
