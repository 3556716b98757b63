"""An agency's answer beside its allocation: each line, what it said of it, and who signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.review.looking import Looked
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.review.answer_rows import ANSWER_COLUMNS, AnswerRow
from hubdesk.workflows.review.round_columns import answer_told

_TO_QUERY = ("said", "words")
"""The columns that lead to the query of a line, where it has one."""


class AnswerPart(QWidget):
    """Enter or a double click leads from a line to its desk, licence or cost, or to its query."""

    wanted = Signal(object)
    """The id of a record to go to."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.told = words("preview-heading")
        self.table = Table("Answer of the agency", ANSWER_COLUMNS, session)
        self.table.activated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)

    def show_agency(self, looked: Looked | None, agency: RecordId | None) -> None:
        """What that agency says in the round; nothing where none is chosen."""
        glance = looked.glance if looked else None
        one = next((row for row in glance.agencies if row.agency.id == agency), None) if glance else None
        if looked is None or one is None:
            self.told.setText("Choose an agency above to see what it says of each line.")
            self.table.show_rows(())
        else:
            self.told.setText(answer_told(one))
            self.table.show_rows(looked.answers[one.agency.id])

    def _go(self, id_: str, column: str) -> None:
        if id_ == TOTAL:
            return
        row: AnswerRow = next(one for one in self.table.rows if one.id == id_)
        place = row.query if column in _TO_QUERY and row.query else row.record or row.query
        if place is not None:
            self.wanted.emit(place)
