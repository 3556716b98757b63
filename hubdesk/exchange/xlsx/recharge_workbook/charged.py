"""Every line that the period can have, with the cells of its pence and VAT: what ledgers and checks go by."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from hubdesk.charging.lines import LineKind
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression


class Charged(NamedTuple):
    """A line in cells: its pence, and its VAT in pence where it can carry any. `of` as in `Line`.

    `vat_code` is that of an adjustment, which is fixed; other lines have their source's.
    """

    agency: RecordId
    kind: LineKind
    source: RecordId
    pence: Expression
    vat: Expression | None = None
    of: str | None = None
    vat_code: str | None = None


@dataclass
class ChargedLines:
    """All of them, agency by agency."""

    lines: list[Charged] = field(default_factory=list)

    def add(self, one: Charged) -> None:
        self.lines.append(one)

    def of_agency(self, agency: RecordId) -> Iterator[Charged]:
        return (one for one in self.lines if one.agency == agency)
