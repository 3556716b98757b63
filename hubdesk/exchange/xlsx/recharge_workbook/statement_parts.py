"""What a statement is made of, and where its figures stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hubdesk.charging.lines import LineKind
from hubdesk.charging.run import Adjustment
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.exchange.xlsx.expression import Expression
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Sheet


@dataclass(frozen=True)
class FixedVat:
    """VAT that is given, not worked out: its code, and the pence of each kind of line."""

    code: str | None
    pence: Mapping[LineKind, Pence]


@dataclass(frozen=True)
class Source:
    """What an agency pays for one licence or cost, in pence; None for what cannot be."""

    source: RecordId
    code: str
    what: str
    shared_by: str
    kind: LineKind
    charge: Expression | None
    cap: Expression | None = None
    concession: Expression | None = None
    fixed_vat: FixedVat | None = None
    by_host: Expression | None = None
    """What of the concession the host pays; None where that is not known from this workbook."""


@dataclass(frozen=True)
class ForOthers:
    """What the host bears for one source, in pence, by kind of line."""

    source: RecordId
    code: str
    what: str
    vacant: Expression | None = None
    unshared: Expression | None = None
    caps: Expression | None = None
    concessions: Expression | None = None


@dataclass(frozen=True)
class StatementFacts:
    """All that a statement is made of."""

    licences: Sequence[Source]
    shared: Sequence[Source]
    others: Sequence[ForOthers]
    pool: Expression | None
    adjustments: Sequence[Adjustment]
    before: int
    """Pence that the year's earlier runs charged, VAT included."""
    issued: Pence | None
    """Pence to pay by the run as it was issued, VAT included; None for a draft."""


class Box(NamedTuple):
    """The figures at the top of a statement, in pounds."""

    licences: Cell
    shared: Cell
    concessions: Cell
    others: Cell
    period: Cell
    vat: Cell
    adjustments: Cell
    adjustments_vat: Cell
    to_pay: Cell
    before: Cell
    year_to_date: Cell


@dataclass(frozen=True)
class Statement:
    """The sheet, its box, and what its sections come to net, in pounds."""

    agency: Agency
    sheet: Sheet
    box: Box
    shared_net: Cell | None
    licence_net: Cell | None
