"""`Year`: the way to the year's end, and the timetable that good practice asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.tables import Table
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.recharge_columns import MILESTONES, STAGES, MilestoneRow, StageRow
from hubdesk.workflows.recharge_seen import Seen
from hubdesk.workflows.recharge_year_end import YearEnd


class Year(QWidget):
    """Two short tables beside each other, and what can be done next."""

    run_wanted = Signal(str)
    """The name of a run to look at."""
    record_wanted = Signal(object)
    """The id of a record to go to."""

    def __init__(self) -> None:
        super().__init__()
        self._end: YearEnd | None = None
        self.stages = Table("Year end", STAGES).without_bar()
        self.milestones = Table("Timetable", MILESTONES).without_bar()
        self.actuals = QPushButton("Go to the first actual that is missing")
        self.next = QPushButton()
        self.actuals.clicked.connect(self._to_actual)
        self.next.clicked.connect(self._to_next)
        buttons = QHBoxLayout()
        buttons.addWidget(self.actuals)
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.stages, 1)
        left.addLayout(buttons)
        row = QHBoxLayout(self)
        row.addLayout(left, 1)
        row.addWidget(self.milestones, 1)

    def show_seen(self, seen: Seen) -> None:
        self._end = end = seen.year_end
        self.stages.show_rows([StageRow(one) for one in end.stages] if end else ())
        self.milestones.show_rows([MilestoneRow(one) for one in seen.milestones])
        self.actuals.setEnabled(bool(end and end.blank))
        name = self._next_name()
        self.next.setText(f"Look at {name}" if name else "Look at the year end")
        self.next.setEnabled(bool(name) and name != seen.name)

    def _next_name(self) -> str:
        """The period to be issued next on the way, else the year end."""
        end = self._end
        if end is None:
            return ""
        return end.missing[0].name if end.missing else end.draft or ""

    def _to_actual(self) -> None:
        if self._end and self._end.blank:
            self.record_wanted.emit(RecordId(self._end.blank[0].id))

    def _to_next(self) -> None:
        self.run_wanted.emit(self._next_name())
