"""`Handling`: copying from a table, and everything that puts texts into its cells: each is one change."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hubdesk.desktop.dialogs.ask import AskDialog, Told
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.cells import Cells
from hubdesk.desktop.tables.grid import Grid
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem, Refused, sentence
from hubdesk.exchange.csv.tabbed import from_tabbed, to_tabbed
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.laying import Laid, Place, Put, lay
from hubdesk.workflows.tables.putting import put


class Handling(QObject):
    """What is done with the cells that are selected. Without a session there is only copying."""

    def __init__(
        self, name: str, grid: Grid, cells: Cells[Any], session: Session | None, adding: Adding | None
    ) -> None:
        super().__init__(grid)
        self._name, self._grid, self._cells = name, grid, cells
        self._session, self.adding = session, adding
        self.instead: Callable[[str, bool], bool] | None = None
        """Asked first with what is pasted, and whether it goes below the last row; True: it sees to it."""
        self._does: dict[str, Callable[[], None]] = {
            "copy": partial(self.copy, headed=True),
            "copy bare": partial(self.copy, headed=False),
            "paste": self.paste,
            "fill": self.fill_down,
            "clear": self.clear,
        }
        grid.wanted.connect(lambda what: self._does[what]())
        if self.can_type:
            cells.typing = self._typed

    @property
    def can_type(self) -> bool:
        """Whether anything can be put into the cells."""
        return (
            self._session is not None
            and not self._session.only_looks
            and (self.adding is not None or any(column.edit for column in self._cells.columns))
        )

    def copy(self, *, headed: bool) -> None:
        """What is selected, as spreadsheets take it in. One cell goes without its heading."""
        at = self._grid.chosen()
        if at is not None:
            rows = self._cells.rows[at.row : at.row + at.rows]
            columns = self._columns()[at.column : at.column + at.columns]
            self._to_clipboard(rows, columns, headed=headed and at.rows * at.columns > 1)

    def copy_all(self) -> None:
        """All rows and columns that are shown, with headings."""
        self._to_clipboard(self._cells.rows, self._columns(), headed=True)

    def paste(self) -> None:
        """What is on the clipboard, from the first cell that is selected."""
        at = self._grid.chosen() or Place(self._cells.rowCount(), 0)
        self._paste_at(at)

    def paste_below(self) -> None:
        """What is on the clipboard, as new rows below the last."""
        chosen = self._grid.chosen()
        self._paste_at(Place(self._cells.rowCount(), 0 if chosen is None else chosen.column))

    def fill_down(self) -> None:
        """The first of the selected rows into those below it."""
        at = self._grid.chosen()
        if at is None or not self.can_type:
            return
        first, *below = self._cells.rows[at.row : at.row + at.rows]
        columns = self._columns()[at.column : at.column + at.columns]
        self._put(
            [
                Put(row, at.row + number, column, column.copied(first))
                for number, row in enumerate(below, start=2)
                for column in columns
                if column.takes(row)
            ],
            "Fill down",
        )

    def fill(self, text: str) -> None:
        """`text` into every selected cell that takes anything."""
        self._put_in_chosen(text, "Fill")

    def clear(self) -> None:
        """Every selected cell that takes anything is emptied."""
        self._put_in_chosen("", "Clear")

    def _put_in_chosen(self, text: str, verb: str) -> None:
        at = self._grid.chosen()
        if at is not None and self.can_type:
            columns = self._columns()[at.column : at.column + at.columns]
            rows = self._cells.rows[at.row : at.row + at.rows]
            numbered = enumerate(rows, start=at.row + 1)
            self._put(
                [
                    Put(row, number, column, text)
                    for number, row in numbered
                    for column in columns
                    if column.takes(row)
                ],
                verb,
            )

    def _paste_at(self, at: Place) -> None:
        text = QGuiApplication.clipboard().text()
        if not text or not self.can_type:
            return
        laid = lay(from_tabbed(text), self._cells.rows, self._columns(), at)
        if self.instead is not None and self.instead(text, bool(laid.beyond)):
            return
        doubts = laid.doubts(self.adding)
        only_adds = self.adding is not None and doubts and not laid.puts and len(doubts) == 1
        if not doubts or only_adds:
            self._take(laid)
            return
        sentence, go_on = "What was copied does not fit here as it is.", "Paste what fits"
        if self.adding is not None and laid.more_rows:
            sentence, go_on = "What was copied goes beyond the last row.", "Paste and add"
        told = Told("Paste", sentence, (("If it is pasted here:", doubts),), go_on)
        asked = AskDialog(told, self._grid.window())
        asked.accepted.connect(lambda: self._take(laid))
        asked.open()

    def _take(self, laid: Laid[Any]) -> None:
        beyond = laid.beyond if self.adding is not None else ()
        self._put([*laid.puts, *beyond], "Paste")

    def _typed(self, row: Any, column: Column[Any], text: str) -> bool:
        place = self._cells.place_of(row.id)
        return place is not None and self._put([Put(row, place + 1, column, text)], "Type")

    def _put(self, puts: Sequence[Put[Any]], verb: str) -> bool:
        """Do it as one change. What stands in the way is told in full, and nothing is changed."""
        session = self._session
        if session is None or not puts:
            return False
        title = f"{verb} {counted(len(puts), 'cell')} in {self._name}"
        try:
            change = put(session.hub, puts, session.today, title, self.adding)
        except Refused as refused:
            self._tell(verb, refused.problems)
            return False
        return session.do(lambda _hub: change)

    def _tell(self, verb: str, problems: Sequence[Problem]) -> None:
        count = counted(len(problems), "cell")
        is_are = "is" if len(problems) == 1 else "are"
        told = Told(
            f"{verb}: nothing was changed",
            f"{count} {is_are} not as this table can take {'it' if len(problems) == 1 else 'them'}."
            " Put right what is listed, and try again.",
            (("What to put right", [f"{sentence(one.told_there)}" for one in problems]),),
        )
        AskDialog(told, self._grid.window()).open()

    def _to_clipboard(self, rows: Sequence[Any], columns: Sequence[Column[Any]], *, headed: bool) -> None:
        lines = [[column.copied(row) for column in columns] for row in rows]
        headings = [[column.heading for column in columns]] if headed else []
        QGuiApplication.clipboard().setText(to_tabbed([*headings, *lines]))

    def _columns(self) -> list[Column[Any]]:
        return [self._cells.columns[place] for place in self._grid.shown_columns()]
