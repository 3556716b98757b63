"""Input cells of dated facts, found by the day."""

from datetime import date
from typing import NamedTuple, TypeVar

from hubdesk.domain.timeline import Span, Timeline
from hubdesk.exchange.xlsx.expression import Expression, Number
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell


class DatedCell(NamedTuple):
    """The cell of a figure that holds from `first` to `last`, both inclusive."""

    first: date
    last: date
    cell: Cell


class DatedCells(tuple[DatedCell, ...]):
    """The cells of one dated fact, in order; on other days it is 0."""

    __slots__ = ()

    def at(self, day: date) -> Expression:
        """The cell in force on `day`, or 0."""
        for one in self:
            if one.first <= day <= one.last:
                return one.cell
        return Number(0)

    def holds(self, day: date) -> bool:
        """Whether there is a cell for `day`."""
        return any(one.first <= day <= one.last for one in self)


T = TypeVar("T")

NEVER = DatedCells()


def in_force(line: Timeline[T], first: date, last: date) -> tuple[Span[T], ...]:
    """The steps of `line` that hold on some day from `first` to `last`."""
    return tuple(line.spans(first, last)) if first <= last else ()
