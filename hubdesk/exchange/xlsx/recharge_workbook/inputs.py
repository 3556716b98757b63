"""The Inputs: every fact that the period rests on, once, and where to find its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.concession import Concession
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.exchange.xlsx.expression import Expression, rounded
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import NEVER, DatedCells
from hubdesk.exchange.xlsx.recharge_workbook.inputs_sheet import InputsSheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

AgencyFact = tuple[RecordId, RecordId]
"""A cost line and an agency."""

DriverFact = tuple[str, RecordId]
"""A driver's name and an agency."""


@dataclass(frozen=True)
class ConcessionCells:
    """What can be changed of a concession; an empty `cap` is none."""

    percent: Cell
    cap: Cell
    funder: Cell


@dataclass
class Inputs:
    """The cells of all facts of the period, by what they are of."""

    page: InputsSheet
    percent_scale: int
    """Percentages count in 1 / `percent_scale` of a per cent, as whole numbers."""
    rate: DatedCells = NEVER
    desks: dict[RecordId, DatedCells] = field(default_factory=dict)
    concessions: dict[RecordId, ConcessionCells] = field(default_factory=dict)
    amounts: dict[RecordId, Cell] = field(default_factory=dict)
    fixed: dict[AgencyFact, Cell] = field(default_factory=dict)
    caps: dict[AgencyFact, Cell] = field(default_factory=dict)
    figures: dict[DriverFact, DatedCells] = field(default_factory=dict)
    capacity: DatedCells = NEVER
    allocated: dict[RecordId, DatedCells] = field(default_factory=dict)
    areas: dict[RecordId, DatedCells] = field(default_factory=dict)
    vat_codes: dict[RecordId, Cell] = field(default_factory=dict)
    vat_percents: dict[RecordId, Cell] = field(default_factory=dict)

    def percent_of(self, cell: Expression) -> Expression:
        """The percentage in `cell` as a whole number of 1 / `percent_scale` per cent."""
        return rounded(cell * self.percent_scale)

    @property
    def hundred(self) -> int:
        """100 % on that scale."""
        return 100 * self.percent_scale


def decimal_places(figures: Sequence[Decimal]) -> int:
    """The most decimals that one of `figures` has; two at least, to leave room for changes."""
    return max([2, *(-int(one.normalize().as_tuple().exponent) for one in figures)])


def new_inputs(subject: Subject) -> Inputs:
    """An Inputs sheet without facts, which counts percentages finely enough for the hub's."""
    made = Inputs(InputsSheet(), 10 ** decimal_places(_percents(subject)))
    made.page.heading("Inputs", f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}")
    return made


def _percents(subject: Subject) -> list[Decimal]:
    hub = subject.hub
    fixed = [one.percent for line in subject.shared_lines for one in hub.fixed_shares_of.get(line.id, ())]
    vat = [step.value for code in hub.vat_codes.values() for step in code.percent.steps]
    return [*(one.percent for one in hub.concessions.values()), *fixed, *vat]


def days_of_licence(licence: Licence, recharge: Recharge) -> tuple[date, date] | None:
    """The first and last day of `licence` in the period, if there are any."""
    first = max(licence.first, recharge.period.first)
    last = min(licence.last or date.max, recharge.period.last)
    return (first, last) if first <= last else None


def scope_of(concession: Concession, subject: Subject) -> str:
    """What a concession is given to, in words."""
    if concession.licence is not None:
        return f"Award to licence {subject.hub.licences[concession.licence].code}"
    assert concession.sector is not None
    return f"Standing rate, {concession.sector.value} sector"
