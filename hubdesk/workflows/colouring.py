"""How the desks of a hub are coloured on a day, with the legend that goes with it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.whereabouts import Whereabouts
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.labels import short_labels
from hubdesk.exchange.plan.marks import OUT_OF_SERVICE, VACANT, LegendRow, Mark, mark, marks_of_agencies
from hubdesk.exchange.plan.telling_apart import Look, Thing, told_apart
from hubdesk.workflows.licence_states import LicenceState, licence_states
from hubdesk.workflows.meaning import Meaning
from hubdesk.workflows.price_bands import price_meanings
from hubdesk.workflows.review.desk_states import review_meanings


class ColourBy(Enum):
    """What the colour of a desk tells; the value is the word that is typed for it."""

    AGENCY = "agency"
    SECTOR = "sector"
    AREA = "area"
    LICENCE = "licence"
    PRICE = "price"
    REVIEW = "review"

    @property
    def words(self) -> str:
        """What people read of it, behind "Desks by"."""
        return _WORDS[self]

    @property
    def tells_who(self) -> bool:
        """Whether a desk is coloured by who sits at it, and by nothing that happens at other desks."""
        return self in (ColourBy.AGENCY, ColourBy.SECTOR)


_WORDS = {
    ColourBy.AGENCY: "agency",
    ColourBy.SECTOR: "sector",
    ColourBy.AREA: "area",
    ColourBy.LICENCE: "state of the licence",
    ColourBy.PRICE: "cost of a desk in the year",
    ColourBy.REVIEW: "state of the review",
}


@dataclass(frozen=True, slots=True)
class Colouring:
    """What each desk means by its id, and the legend: meanings in order, then vacant and out of service."""

    meanings: Mapping[RecordId, Meaning]
    legend: tuple[LegendRow, ...]

    @property
    def marks(self) -> Mapping[RecordId, Mark]:
        return {desk: meaning.mark for desk, meaning in self.meanings.items()}


_VACANT = Meaning(VACANT, VACANT, "Vacant", "~1")
_OUT_OF_SERVICE = Meaning(OUT_OF_SERVICE, OUT_OF_SERVICE, "Not in service", "~2")

_Teller = Callable[[Desk, Allocation | None], Meaning]


@dataclass(frozen=True)
class _Asked:
    hub: Hub
    day: date
    yearly: Mapping[RecordId, Pence] = field(default_factory=dict)


def colouring_of(
    hub: Hub,
    day: date,
    by: ColourBy,
    *,
    floor: RecordId | None = None,
    yearly: Mapping[RecordId, Pence] | None = None,
) -> Colouring:
    """The marks of the desks of `floor`, or of all, on `day`.

    `yearly` is what a desk costs each agency in a year, in pence; only `ColourBy.PRICE` looks at it,
    and agencies that it leaves out are shown as not known.
    """
    meaning_of = _TELLERS[by](_Asked(hub, day, yearly or {}))
    seats = _seats(hub, day)
    desks = hub.desks.values() if floor is None else hub.desks_on_floor.get(floor, ())
    return _counted(
        {
            desk.id: meaning_of(desk, seats.get(desk.id)) if holds(desk, day) else _OUT_OF_SERVICE
            for desk in desks
        }
    )


def recoloured(before: Colouring, hub: Hub, day: date, by: ColourBy, desks: Iterable[RecordId]) -> Colouring:
    """As `colouring_of`, where only who sits at `desks` has changed since `before`, by agency or sector."""
    meaning_of = _TELLERS[by](_Asked(hub, day))
    meanings = dict(before.meanings)
    for id_ in desks:
        if id_ in meanings:
            desk = hub.desks[id_]
            seat = hub.allocation_on(id_, day)
            meanings[id_] = meaning_of(desk, seat) if holds(desk, day) else _OUT_OF_SERVICE
    return _counted(meanings)


def _counted(meanings: Mapping[RecordId, Meaning]) -> Colouring:
    # Counted by identity: there are few meanings, and to compare their colours takes long.
    tally = Counter(map(id, meanings.values()))
    known = {id(meaning): meaning for meaning in meanings.values()}
    return Colouring(meanings, _legend((known[key], count) for key, count in tally.items()))


def _legend(counted: Iterable[tuple[Meaning, int]]) -> tuple[LegendRow, ...]:
    rows: Counter[tuple[str, str, Mark]] = Counter()
    for meaning, count in counted:
        rows[meaning.order, meaning.words, meaning.row] += count
    in_order = sorted(rows.items(), key=lambda item: item[0][:2])
    return tuple(LegendRow(row, words, count) for (_, words, row), count in in_order)


def _seats(hub: Hub, day: date) -> Mapping[RecordId, Allocation]:
    """Who sits where on `day`: as `Hub.allocation_on`, for all desks at once."""
    seats: dict[RecordId, Allocation] = {}
    for one in hub.allocations.values():
        if holds(one, day):
            other = seats.get(one.desk)
            if other is None or one.first < other.first:
                seats[one.desk] = one
    return seats


def _by_occupant(meanings: Mapping[RecordId, Meaning]) -> _Teller:
    """A desk means what the agency that sits at it means."""

    def meaning_of(desk: Desk, seat: Allocation | None) -> Meaning:
        return _VACANT if seat is None else meanings[seat.agency]

    return meaning_of


def _by_agency(asked: _Asked) -> _Teller:
    marks = marks_of_agencies(asked.hub)
    return _by_occupant(
        {
            one.id: Meaning(marks[one.id], marks[one.id], one.name, one.code)
            for one in asked.hub.agencies.values()
        }
    )


_SECTORS: Mapping[Sector, Mark] = {
    Sector.PUBLIC: mark(Look("#006666", Hatch.DIAGONAL, Spacing.WIDE), "PUB"),
    Sector.VOLUNTARY: mark(Look("#cc801a", Hatch.DOTS, Spacing.WIDE), "VOL"),
    Sector.PRIVATE: mark(Look("#9933ff", Hatch.GRID, Spacing.WIDE), "PRIV"),
}


def _by_sector(asked: _Asked) -> _Teller:
    in_order = list(Sector)

    def meaning(one: Agency) -> Meaning:
        its = _SECTORS[one.sector]
        return Meaning(its, its, f"{one.sector.value.capitalize()} sector", str(in_order.index(one.sector)))

    return _by_occupant({one.id: meaning(one) for one in asked.hub.agencies.values()})


_NO_AREA_MARK = mark(Look("#d9d9d9", Hatch.HORIZONTAL, Spacing.WIDE), "none")
_NO_AREA = Meaning(_NO_AREA_MARK, _NO_AREA_MARK, "In no area", "~")


def _by_area(asked: _Asked) -> _Teller:
    """A desk means the area it stands in, whoever sits there."""
    whereabouts = Whereabouts(asked.hub, asked.day)
    found = {desk.id: whereabouts.area_of(desk) for desk in asked.hub.desks.values()}
    areas = sorted({area.id: area for area in found.values() if area}.values(), key=lambda one: one.code)
    labels = short_labels([(one.code, one.name) for one in areas])
    looks = told_apart([Thing(one.code) for one in areas])
    meanings: dict[RecordId, Meaning] = {}
    for area, label, look in zip(areas, labels, looks, strict=True):
        its = mark(look, label)
        meanings[area.id] = Meaning(its, its, area.name, area.code)

    def meaning_of(desk: Desk, seat: Allocation | None) -> Meaning:
        area = found[desk.id]
        return meanings[area.id] if area else _NO_AREA

    return meaning_of


_LICENCE_MARKS: Mapping[LicenceState, Mark] = {
    LicenceState.OVER: mark(Look("#b31a66", Hatch.CROSS, Spacing.NARROW), "over"),
    LicenceState.RUNS_SHORT: mark(Look("#cc801a", Hatch.DIAGONAL, Spacing.WIDE), "ends"),
    LicenceState.WITHIN: mark(Look("#006666", Hatch.DOTS, Spacing.WIDE), "in"),
}


def _by_licence(asked: _Asked) -> _Teller:
    """A desk means the licence of the agency that is charged for it."""
    states = licence_states(asked.hub, asked.day)
    in_order = list(LicenceState)
    meanings = {
        state: Meaning(its, its, state.value, str(in_order.index(state)))
        for state, its in _LICENCE_MARKS.items()
    }

    def meaning_of(desk: Desk, seat: Allocation | None) -> Meaning:
        return _VACANT if seat is None else meanings[states[seat.payer]]

    return meaning_of


def _by_price(asked: _Asked) -> _Teller:
    return _by_occupant(price_meanings(asked.hub.agencies, asked.yearly))


def _by_review(asked: _Asked) -> _Teller:
    """A desk means what the agency that sits there, or pays for it, said of it in the last review."""
    meaning_of = review_meanings(asked.hub, asked.day)
    return lambda desk, seat: _VACANT if seat is None else meaning_of(seat)


_TELLERS: Mapping[ColourBy, Callable[[_Asked], _Teller]] = {
    ColourBy.AGENCY: _by_agency,
    ColourBy.SECTOR: _by_sector,
    ColourBy.AREA: _by_area,
    ColourBy.LICENCE: _by_licence,
    ColourBy.PRICE: _by_price,
    ColourBy.REVIEW: _by_review,
}
