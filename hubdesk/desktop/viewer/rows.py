"""What the tables of a pack show, row by row. Knows nothing of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.pack import (
    LicenceLine,
    Other,
    Pack,
    ShareLine,
)

BEFORE, OVER, AWARD, NET = "before", "over", "award", "net"
"""The columns of money."""


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk in the list. The id is its place there: what a file calls its lines need not be unique."""

    id: str
    code: str
    floor: str
    area: str
    kind: str
    since: date
    until: date | None
    note: str


@dataclass(frozen=True, slots=True)
class LicenceRow:
    """A licence, and what it is for."""

    id: str
    code: str
    first: date
    last: date | None
    desks: int
    concession: str
    funder: str


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """What one thing comes to: before − over the cap − concession = net. The two are below nought here."""

    id: str
    kind: str
    code: str
    what: str
    how: str
    before: Pence
    over: Pence | None
    award: Pence | None
    net: Pence
    funder: str
    note: str


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """What one thing is likely to come to next year."""

    id: str
    what: str
    net: Pence
    why: str


def desk_rows(pack: Pack) -> list[DeskRow]:
    """The agency's desks, as the pack lists them."""
    return [
        DeskRow(str(place), one.code, one.floor, one.area, one.kind, one.since, one.until, one.note)
        for place, one in enumerate(pack.desks)
    ]


def licence_rows(pack: Pack) -> list[LicenceRow]:
    """Its licences."""
    return [
        LicenceRow(str(place), one.code, one.first, one.last, one.desks, one.concession, one.funder)
        for place, one in enumerate(pack.licences)
    ]


def charge_rows(pack: Pack) -> list[ChargeRow]:
    """Licences, shares of costs, and what there is besides."""
    return [_charge_row(str(place), one) for place, one in enumerate(charges_of(pack))]


def estimate_rows(pack: Pack) -> list[EstimateRow]:
    """Next year's charges; none without an estimate."""
    found = pack.estimate.rows if pack.estimate else ()
    return [EstimateRow(str(place), one.what, one.pence, one.why) for place, one in enumerate(found)]


Charge = LicenceLine | ShareLine | Other


def charges_of(pack: Pack) -> Iterator[Charge]:
    """In the order of the rows."""
    yield from pack.licences
    yield from pack.shares
    yield from pack.others


def _charge_row(id_: str, one: Charge) -> ChargeRow:
    if isinstance(one, LicenceLine):
        award = -one.award if one.award else None
        what = "Licensed desks"
        return ChargeRow(
            id_, "Licence", one.code, what, one.concession, one.gross, None, award, one.net, one.funder, ""
        )
    if isinstance(one, ShareLine):
        over, award = (-part if part else None for part in (one.over_cap, one.award))
        return ChargeRow(
            id_,
            "Share of a cost",
            one.code,
            one.name,
            one.shared_by,
            one.share,
            over,
            award,
            one.net,
            one.funder,
            " ".join(words for words in (one.note, one.periods_note) if words),
        )
    return ChargeRow(id_, "Besides", "", one.what, "", one.pence, None, None, one.pence, "", one.why)
