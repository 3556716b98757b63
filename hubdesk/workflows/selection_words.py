"""What is selected on the plan, as one would say it."""

from collections.abc import Iterable, Sequence
from datetime import date

from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, natural_order
from hubdesk.workflows.desk_rows import desk_rows
from hubdesk.workflows.drop_ins.on_the_day import dropping_in

_NAMED = 5
"""So many codes are named; of more, the first ones and how many there are besides."""


def selection_in_words(hub: Hub, ids: Iterable[RecordId], day: date) -> str:
    """ "3 desks selected: G-001 to G-003", the whole row of a single desk, "Nothing selected".

    Of a single area also who drops in there on `day`.
    """
    chosen = set(ids)
    desks = sorted(
        (hub.desks[id_] for id_ in chosen if id_ in hub.desks), key=lambda one: natural_order(one.code)
    )
    areas = sorted(hub.areas[id_].name for id_ in chosen if id_ in hub.areas)
    if len(desks) == 1 and not areas:
        return f"Selected: {desk_rows(hub, day, desks)[desks[0].id].sentence}"
    said = []
    if desks:
        said.append(f"{counted(len(desks), 'desk')} selected: {_codes(hub, desks)}")
    if areas:
        said.append(f"{counted(len(areas), 'area')} selected: {_first_of(areas)}")
    if len(areas) == 1 and (
        callers := dropping_in(hub, next(one for one in chosen if one in hub.areas), day)
    ):
        said.append(f"dropping in: {'; '.join(callers)}")
    return "; ".join(said) or "Nothing selected"


def _codes(hub: Hub, desks: Sequence[Desk]) -> str:
    """ "G-001 to G-003" where no desk of their floors lies between, else one by one."""
    floors = {desk.floor for desk in desks}
    if len(desks) > 2 and len(floors) == 1:
        around = sorted(hub.desks_on_floor[desks[0].floor], key=lambda one: natural_order(one.code))
        first = around.index(desks[0])
        if [one.id for one in around[first : first + len(desks)]] == [one.id for one in desks]:
            return f"{desks[0].code} to {desks[-1].code}"
    return _first_of([desk.code for desk in desks])


def _first_of(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
