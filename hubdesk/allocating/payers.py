"""Who pays: what another pays for stays paid for, also where an agency gives back the very desk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Edit
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.timeline import ONE_DAY

Places = Iterable[tuple[RecordId, RecordId]]
"""Desks, each with the agency that is to have it."""


def still_paid(
    hub: Hub, day: date, given_back: Iterable[RecordId], places: Places, edits: Iterable[Edit]
) -> list[Edit]:
    """`edits`, where for each desk given back that another pays for, it pays for one that is left instead.

    An agency is to have the desks that others pay for beside those that it is licensed for, so without
    it the one would pay for a desk too many and the other for one too few. Desks that it moves to come
    before those that it stays at, and of these what is pinned comes last.
    """
    payers = _paying(hub, day, given_back)
    paid = []
    for edit in edits:
        stay = edit.after
        if edit.before is None and isinstance(stay, Allocation) and _is_own(stay) and payers[stay.agency]:
            paid.append(Edit(None, replace(stay, charged_to=payers[stay.agency].pop())))
        else:
            paid.append(edit)
    for stay in _staying(hub, day, places):
        if _is_own(stay) and payers[stay.agency]:
            paid += _paid_from(stay, day, payers[stay.agency].pop())
    return paid


def _paying(hub: Hub, day: date, desks: Iterable[RecordId]) -> defaultdict[RecordId, list[RecordId]]:
    """To each agency that sits there, who else pays for its desks among `desks`, once for each."""
    payers: defaultdict[RecordId, list[RecordId]] = defaultdict(list)
    for desk in desks:
        stay = hub.allocation_on(desk, day)
        if stay is not None and not _is_own(stay):
            payers[stay.agency].append(stay.payer)
    return payers


def _staying(hub: Hub, day: date, places: Places) -> Sequence[Allocation]:
    """The stays of today that go on, what is pinned last."""
    stays = ((agency, hub.allocation_on(desk, day)) for desk, agency in places)
    return sorted(
        (stay for agency, stay in stays if stay is not None and stay.agency == agency),
        key=lambda stay: stay.pinned,
    )


def _paid_from(stay: Allocation, day: date, payer: RecordId) -> Iterator[Edit]:
    """The stay as it is until the day before, and from then on for somebody else's money."""
    if stay.first == day:
        yield Edit(stay, replace(stay, charged_to=payer))
        return
    yield Edit(stay, replace(stay, last=day - ONE_DAY))
    yield Edit(None, replace(stay, id=new_id(), first=day, charged_to=payer))


def _is_own(stay: Allocation) -> bool:
    return stay.payer == stay.agency
