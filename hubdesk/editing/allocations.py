"""Who sits at which desk, and from when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.records import added, agency_code, changed, found, refusal, removed


def add(hub: Hub, *allocations: Allocation) -> Change:
    """As they are, beside those that there are; `allocate` makes room."""
    return added(hub, *allocations)


def change(hub: Hub, *allocations: Allocation) -> Change:
    """Each allocation as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *allocations)


def remove(hub: Hub, *allocations: RecordId) -> Change:
    """As if they had never been."""
    return removed(hub, *(found(hub, Allocation, one) for one in allocations))


def allocate(
    hub: Hub, desks: Iterable[RecordId], agency: RecordId, first: date, last: date | None = None
) -> Change:
    """`agency` sits at the desks from `first` to `last` (None: open-ended).

    Whoever sits there on those days makes room: their stay is shortened, split, or goes.
    """
    chosen = [found(hub, Desk, desk) for desk in desks]
    _in_order(first, last)
    edits = [edit for desk in chosen for edit in _room(hub, desk.id, first, last)]
    edits += [Edit(None, Allocation(new_id(), desk.id, agency, first, last)) for desk in chosen]
    title = f"Allocate {_desks(chosen)} to {agency_code(hub, agency)} {_from_to(first, last)}"
    return Change(title, tuple(edits))


def vacate(hub: Hub, desks: Iterable[RecordId], first: date, last: date | None = None) -> Change:
    """Nobody sits at the desks from `first` to `last`. Raises Refused if nobody does anyway."""
    chosen = [found(hub, Desk, desk) for desk in desks]
    _in_order(first, last)
    edits = [edit for desk in chosen for edit in _room(hub, desk.id, first, last)]
    if not edits:
        raise refusal(
            "vacant-already",
            f"Nobody is allocated there {_from_to(first, last)}",
            _desks(chosen),
            "Choose other desks or days",
            *chosen,
        )
    return Change(f"Vacate {_desks(chosen)} {_from_to(first, last)}", tuple(edits))


def second(hub: Hub, allocation: RecordId, payer: RecordId) -> Change:
    """`payer` is charged for the desk, for as long as the allocation runs."""
    before = found(hub, Allocation, allocation)
    charged_to = None if payer == before.agency else payer
    desk = found(hub, Desk, before.desk)
    title = f"Charge desk {desk.code} to {agency_code(hub, payer)}"
    return changed(hub, replace(before, charged_to=charged_to), title=title)


def _room(hub: Hub, desk: RecordId, first: date, last: date | None) -> Iterator[Edit]:
    """What makes the desk free from `first` to `last`."""
    for one in hub.allocations_of.get(desk, ()):
        if (one.last is not None and one.last < first) or (last is not None and one.first > last):
            continue
        earlier = replace(one, last=first - ONE_DAY) if one.first < first else None
        goes_on = last is not None and (one.last is None or one.last > last)
        later = replace(one, first=last + ONE_DAY) if last is not None and goes_on else None
        yield Edit(one, earlier or later)
        if earlier and later:
            yield Edit(None, replace(later, id=new_id()))


def _in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise refusal(
            "last-before-first",
            f"The last day, {in_words(last)}, is before the first, {in_words(first)}",
            "allocation",
            "Put the last day on or after the first",
        )


def _desks(desks: list[Desk]) -> str:
    return f"desk {desks[0].code}" if len(desks) == 1 else f"{len(desks)} desks"


def _from_to(first: date, last: date | None) -> str:
    return f"from {in_words(first)}" + (f" to {in_words(last)}" if last else "")
