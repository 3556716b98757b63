"""Desks as a list has them: where each is, who sits there on a day, since when, and how that stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name, floor_name, natural_order
from hubdesk.domain.whereabouts import Whereabouts
from hubdesk.workflows.licence_states import LicenceState, licence_states

_SAID = {LicenceState.OVER: "more desks than licensed", LicenceState.RUNS_SHORT: "licence runs short soon"}


class DeskRow(NamedTuple):
    """One desk as at a day. `order` sorts codes as people do; without an `allocation` nobody sits there."""

    order: tuple[tuple[int, int, str], ...]
    desk: Desk
    floor: Floor
    area: Area | None
    in_service: bool
    allocation: Allocation | None
    agency: Agency | None
    licence: LicenceState | None
    """How the desks of whoever is charged stand to its licences."""

    @property
    def id(self) -> RecordId:
        """The desk's."""
        return self.desk.id

    @property
    def seated(self) -> str:
        """Who sits there, or why nobody does: "DWP", "Vacant", "Not in service"."""
        if not self.in_service:
            return "Not in service"
        return self.agency.code if self.agency else "Vacant"

    @property
    def stays(self) -> str:
        """ "Stays" where whoever sits there does when another plan is proposed, else nothing."""
        return "Stays" if self.allocation is not None and self.allocation.pinned else ""

    @property
    def licence_words(self) -> str:
        """What there is to say of the licence; nothing while the desks are within it."""
        return _SAID.get(self.licence, "").capitalize() if self.licence else ""

    @property
    def sentence(self) -> str:
        """The whole row as one would say it."""
        kind = "" if self.desk.kind.value == "standard" else f"{self.desk.kind.value}, "
        area = self.area.name if self.area else ""
        where = ", ".join(word for word in (area, floor_name(self.floor)) if word)
        return f"Desk {self.desk.code}, {kind}{where}, {self._seated_in_words()}"

    def _seated_in_words(self) -> str:
        if not self.in_service:
            return "not in service"
        if self.agency is None or self.allocation is None:
            return "vacant"
        words = f"allocated to {agency_name(self.agency)} since {in_words(self.allocation.first)}"
        if self.allocation.last:
            words += f", until {in_words(self.allocation.last)}"
        if self.stays:
            words += f", {self.stays.lower()}"
        return f"{words}, {_SAID[self.licence]}" if self.licence in _SAID else words


def desk_rows(hub: Hub, day: date, desks: Iterable[Desk]) -> Mapping[RecordId, DeskRow]:
    """The rows of `desks`, which are of `hub`, as at `day`."""
    whereabouts, states = Whereabouts(hub, day), licence_states(hub, day)
    floors, agencies, of_desk = hub.floors, hub.agencies, hub.allocations_of
    rows = {}
    for desk in desks:
        serving = holds(desk, day)
        sits = next((one for one in of_desk.get(desk.id, ()) if holds(one, day)), None) if serving else None
        rows[desk.id] = DeskRow(
            tuple(natural_order(desk.code)),
            desk,
            floors[desk.floor],
            whereabouts.area_of(desk),
            serving,
            sits,
            agencies[sits.agency] if sits else None,
            states[sits.payer] if sits else None,
        )
    return rows


def desks_touched(change: Change, hub: Hub, known: Mapping[RecordId, DeskRow]) -> set[RecordId]:
    """The desks of `hub`, as it is after `change`, whose rows may no longer be what is `known` of them."""
    kinds = {edit.kind for edit in change.edits}
    if not kinds <= {Desk, Allocation}:
        return set(hub.desks)
    touched: set[RecordId] = set()
    payers: set[RecordId] = set()
    for edit in change.edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Allocation):
                touched.add(record.desk)
                payers.add(record.payer)
            elif isinstance(record, Desk):
                touched.add(record.id)
                payers.update(one.payer for one in hub.allocations_of.get(record.id, ()))
    touched.update(
        id_ for id_, row in known.items() if row.allocation is not None and row.allocation.payer in payers
    )
    return touched & hub.desks.keys()
