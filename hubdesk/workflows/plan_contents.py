"""What a sheet of a floor shows: to everybody, or to one agency and then nothing about any other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.days import Dated, holds, in_words
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Outline, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import floor_name
from hubdesk.exchange.plan.marks import OUT_OF_SERVICE, UNTOLD, LegendRow, Mark, marks_of_area_kinds
from hubdesk.exchange.plan.plan import Plan, ShownArea, ShownDesk, Titles
from hubdesk.exchange.underlays import Picture
from hubdesk.workflows.colouring import ColourBy, Colouring, colouring_of

D = TypeVar("D", bound=Dated)

_COMMON = marks_of_area_kinds()[AreaKind.CIRCULATION]


@dataclass(frozen=True)
class OnADay:
    """A floor of a hub on the day that is shown, and the day on which the sheet is made."""

    hub: Hub
    floor: Floor
    day: date
    made: date

    def of(self, records: Iterable[D]) -> list[D]:
        """Those of `records` that hold on the day."""
        return [one for one in records if holds(one, self.day)]

    @property
    def desks(self) -> list[Desk]:
        """The desks in service: one that is not stands nowhere."""
        return self.of(self.hub.desks_on_floor.get(self.floor.id, ()))

    @property
    def areas(self) -> list[Area]:
        """The areas that are drawn, the largest kind of thing first: corridors lie under rooms."""
        drawn = self.of(area for area in self.hub.areas_on_floor.get(self.floor.id, ()) if area.outline)
        return sorted(drawn, key=lambda area: (area.kind is not AreaKind.CIRCULATION, area.code))

    @property
    def outline(self) -> Outline:
        return self.floor.outline or rectangle(self.floor.width_mm, self.floor.depth_mm)


def plan_for_all(
    seen: OnADay,
    by: ColourBy,
    yearly: Mapping[RecordId, Pence] | None = None,
    pictures: Mapping[RecordId, Picture] | None = None,
) -> Plan:
    """The floor with everybody's desks. `yearly`, as `colouring_of` takes it, for `ColourBy.PRICE`.

    Of its underlays those are drawn that are shown and of which `pictures`, by their ids, has one.
    """
    colouring = colouring_of(seen.hub, seen.day, by, floor=seen.floor.id, yearly=yearly)
    kinds = marks_of_area_kinds()
    return Plan(
        _titles(seen, f" by {by.words}"),
        seen.outline,
        [ShownArea(one.outline, kinds[one.kind], one.name, _kind(one)) for one in seen.areas],
        [_shown(desk, colouring.marks[desk.id], desk.code) for desk in seen.desks],
        [row for row in colouring.legend if row.mark != OUT_OF_SERVICE],
        list(_notes(seen.desks)),
        [
            (one, (pictures or {})[one.id])
            for one in seen.hub.underlays_on_floor.get(seen.floor.id, ())
            if one.shown and one.id in (pictures or {})
        ],
    )


def plan_for_one(seen: OnADay, agency: Agency) -> Plan:
    """The floor for `agency`: its own desks are told, and nothing about anybody else is.

    Desks of others and vacant ones look alike and bear no code. An area that is another's alone, or
    restricted and not its own, bears neither name nor kind and looks like a corridor. No underlay is
    drawn: nobody knows what is written on it.
    """
    colouring = colouring_of(seen.hub, seen.day, ColourBy.AGENCY, floor=seen.floor.id)
    own = {desk.id for desk in seen.desks if _sits_at(seen, desk) == agency.id}
    return Plan(
        _titles(seen, "", f"For {agency.name} ({agency.code})"),
        seen.outline,
        [_area_for(agency, one) for one in seen.areas],
        [
            _shown(desk, colouring.marks[desk.id], desk.code) if desk.id in own else _shown(desk, UNTOLD, "")
            for desk in seen.desks
        ],
        list(_legend_for(agency, colouring, own, len(seen.desks) - len(own))),
        list(_notes(seen.desks)),
    )


def described(plan: Plan) -> str:
    """What there is to see, for somebody who cannot: the legend as a sentence."""
    rows = "; ".join(f"{row.words}: {row.count}" for row in plan.legend) or "no desks in service"
    return f"Floor plan. {plan.titles.document}. {rows}."


def _sits_at(seen: OnADay, desk: Desk) -> RecordId | None:
    seat = seen.hub.allocation_on(desk.id, seen.day)
    return seat.agency if seat else None


def _area_for(agency: Agency, area: Area) -> ShownArea:
    private = area.kind is AreaKind.RESTRICTED or area.agency is not None
    if private and area.agency != agency.id:
        return ShownArea(area.outline, _COMMON)
    return ShownArea(area.outline, marks_of_area_kinds()[area.kind], area.name, _kind(area))


def _kind(area: Area) -> str:
    """The kind of `area` in a word, unless its name says so: a meeting room is for meeting."""
    word = area.kind.value
    return "" if word in area.name.casefold() else word


def _notes(desks: Iterable[Desk]) -> Iterator[str]:
    if any(desk.kind is DeskKind.ACCESSIBLE for desk in desks):
        yield "A desk with a double edge is accessible."
    yield "Drawn from the hub's records, for guidance: check sizes on site."


def _legend_for(
    agency: Agency, colouring: Colouring, own: Collection[RecordId], others: int
) -> Iterator[LegendRow]:
    for mark in {colouring.marks[desk] for desk in own}:
        yield LegendRow(mark, agency.name, len(own))
    if others:
        yield LegendRow(UNTOLD, "Other desks", others)


def _shown(desk: Desk, mark: Mark, code: str) -> ShownDesk:
    return ShownDesk(footprint(desk), mark, code, desk.kind is DeskKind.ACCESSIBLE)


def _titles(seen: OnADay, told: str, reader: str = "") -> Titles:
    floor, count = seen.floor, len(seen.desks)
    return Titles(
        hub=seen.hub.settings.name,
        floor=f"{floor.code} · {floor_name(floor)}",
        about=reader or floor.theme,
        as_at=in_words(seen.day),
        made=in_words(seen.made),
        size=f"{floor.width_mm / 1000:g} × {floor.depth_mm / 1000:g} m",
        legend=f"{count:,} {'desk' if count == 1 else 'desks'}{told}",
    )
