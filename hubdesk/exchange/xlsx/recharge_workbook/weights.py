"""What a basis counts, as formulas on the Inputs sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.days import holds
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import Expression, Number, added, rounded
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import NEVER, DatedCells
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject


@dataclass(frozen=True)
class BasisWeights:
    """Each agency's weight on a basis, day by day, in whole numbers of 1 / `scale`."""

    line: CostLine
    subject: Subject
    recharge: Recharge
    inputs: Inputs
    scale: int

    def of(self, agency: RecordId, day: date) -> Expression:
        """The weight of `agency` on `day`, as a formula on the inputs."""
        match self.line.basis:
            case Basis.LICENSED_DESKS:
                return added(
                    self.inputs.desks[licence].at(day)
                    for licence in self._licences(agency)
                    if self.inputs.desks[licence].holds(day)
                )
            case Basis.EQUAL:
                held = self.subject.hub.licences_of.get(agency, ())
                return Number(int(any(holds(one, day) for one in held)))
            case Basis.ALLOCATED_DESKS:
                return self._dated(agency).at(day)
            case Basis.AREA | Basis.DRIVER:
                return rounded(self._dated(agency).at(day) * self.scale)

    def has_any(self, agency: RecordId, first: date, last: date) -> bool:
        """Whether `agency` has a weight, be it 0, on some day from `first` to `last`."""
        if self.line.basis is Basis.EQUAL:
            held = self.subject.hub.licences_of.get(agency, ())
            return any(one.first <= last and (one.last or date.max) >= first for one in held)
        return any(
            cells.first <= last and cells.last >= first
            for dated in self._all_dated(agency)
            for cells in dated
        )

    def cuts(self, agency: RecordId) -> Iterator[date]:
        """The days on which the weight of `agency` may change."""
        if self.line.basis is Basis.EQUAL:
            for licence in self.subject.hub.licences_of.get(agency, ()):
                yield licence.first
                if licence.last is not None and licence.last < date.max:
                    yield licence.last + ONE_DAY
        for dated in self._all_dated(agency):
            for one in dated:
                yield one.first
                yield one.last + ONE_DAY

    @property
    def largest_now(self) -> float:
        """An upper bound of the total weight as things are."""
        ids = [one.id for one in self.subject.agencies]
        if self.line.basis is Basis.EQUAL:
            return float(len(ids))
        cells = [one.cell for agency in ids for dated in self._all_dated(agency) for one in dated]
        cells += [one.cell for one in self.inputs.capacity]
        return sum(_figure(cell) for cell in cells) * self.scale

    def _dated(self, agency: RecordId) -> DatedCells:
        match self.line.basis:
            case Basis.ALLOCATED_DESKS:
                return self.inputs.allocated.get(agency, NEVER)
            case Basis.AREA:
                return self.inputs.areas.get(agency, NEVER)
            case _:
                return self.inputs.figures.get((self.line.driver, agency), NEVER)

    def _all_dated(self, agency: RecordId) -> list[DatedCells]:
        if self.line.basis is Basis.LICENSED_DESKS:
            return [self.inputs.desks[licence] for licence in self._licences(agency)]
        return [self._dated(agency)]

    def _licences(self, agency: RecordId) -> list[RecordId]:
        held = self.subject.hub.licences_of.get(agency, ())
        return [one.id for one in held if one.id in self.inputs.desks]


def _figure(cell: Cell) -> float:
    value = cell.worked_out()
    return value if isinstance(value, float) else 0.0
