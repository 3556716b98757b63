"""`Column`: one column of a table, as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.tables.kinds import Kind, Typed, Unreadable


class HasId(Protocol):
    """A row of a table: frozen, equal to another where it shows the same, and known by an id that stays."""

    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=HasId)


def summed(rows: Sequence[Row], value: Callable[[Row], Any]) -> Any:
    """The sum of a column's values; blank where all are blank."""
    values = [found for row in rows if (found := value(row)) is not None]
    return sum(values[1:], values[0]) if values else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """`value` is what a row has there, None for a blank cell.

    `edit` makes the change of what was typed; None: nothing can be typed. It reads the record from the hub
    it is given, by the row's id: several edits may go into one change. It may raise Refused. `open_to` says
    in which rows something can be typed. A cell of a `may_be_blank` column can be emptied: `edit` is given
    None. `total` makes what stands in the totals from all rows that are shown and `value`; `summed` is the
    usual one. `opens` says that Enter and a double click on a cell tell why. `shown` is whether one sees it
    at first. `note` is a remark on a cell: a mark stands beside it, the words are in its tooltip and are read
    out. `mark` is an agency's mark as on the plan. `sample` is a text as wide as most; figures need none.
    `hint` is the tooltip of the heading.
    """

    id: str
    title: str
    kind: Kind
    value: Callable[[Row], Any]
    edit: Callable[[Hub, Row, Any], Change] | None = None
    open_to: Callable[[Row], bool] = lambda _row: True
    may_be_blank: bool = False
    total: Callable[[Sequence[Row], Callable[[Row], Any]], Any] | None = None
    opens: bool = False
    shown: bool = True
    note: Callable[[Row], str] = lambda _row: ""
    mark: Callable[[Row], Mark | None] = lambda _row: None
    sample: str = ""
    hint: str = ""

    @property
    def heading(self) -> str:
        """The title with the unit: "Budget £"."""
        return f"{self.title} {self.kind.unit}".strip()

    def text(self, row: Row) -> str:
        """What the cell shows."""
        return self.shown_as(self.value(row))

    def shown_as(self, value: Any) -> str:
        return "" if value is None else self.kind.show(value)

    def copied(self, row: Row) -> str:
        """What the cell is on the clipboard."""
        value = self.value(row)
        return "" if value is None else self.kind.copied(value)

    def said(self, row: Row) -> str:
        """What the cell says to a screen reader."""
        value = self.value(row)
        spoken = f"{self.title}: {'nothing' if value is None else self.kind.say(value) or 'nothing'}"
        return f"{spoken}. {note}" if (note := self.note(row)) else spoken

    def takes(self, row: Row) -> bool:
        """Whether something can be typed there."""
        return self.edit is not None and self.open_to(row)

    def is_shut(self, row: Row) -> bool:
        """Whether nothing can be typed there, though in other rows something can."""
        return self.edit is not None and not self.open_to(row)

    def order(self, row: Row) -> tuple[bool, Any]:
        """What puts rows in order; blank cells come last."""
        value = self.value(row)
        return (True, 0) if value is None or value == "" else (False, self.kind.key(value))

    def read(self, text: str, hub: Hub, today: date) -> Typed:
        """What was typed means. Raises Unreadable."""
        if text.strip():
            return self.kind.read(text, hub, today)
        if self.may_be_blank:
            return Typed(None, "")
        raise Unreadable(f"{self.title} cannot be blank", "Type what it is")


@dataclass(frozen=True, slots=True)
class Adding:
    """How rows that are pasted below the last come in.

    `what` is what a row is ("cost line"). `make` makes the change from the values by the columns' ids; those
    whose cells were blank are not among them. It may raise Refused.
    """

    what: str
    make: Callable[[Hub, Mapping[str, Any]], Change]
