"""What changes between two days: a list for those who have to make it happen."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.days import in_words
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.moves import Move, Moves
from hubdesk.workflows.moves_between import moves_between

_QUARTER = 91 * ONE_DAY


class MovesPanel(QWidget):
    """Both days are free; at first from the as-at day, a quarter on. A row goes to its day and place."""

    activated = Signal(object)
    """A Move, to be gone to."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self.moves: Moves | None = None
        self.earlier = DayEdit("From the day", session.as_at, session)
        self.later = DayEdit("To the day", session.as_at + _QUARTER, session)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName("What changes")
        self.list.setHeaderLabels(["What changes", "From"])
        self.list.setRootIsDecorated(True)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.itemActivated.connect(self._go)
        self.copy = QPushButton("Copy list")
        self.copy.setToolTip("As text with tabs, to paste into a worksheet or a letter")
        self.copy.clicked.connect(self._copy)
        self._build()
        self._latest: Latest[Moves] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._show)
        for field in (self.earlier, self.later):
            field.chosen.connect(self._latest.ask)
        session.changed.connect(self._latest.ask)
        self._latest.ask()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(420, 240)

    def _build(self) -> None:
        days = QHBoxLayout()
        for words, field in (("&Between", self.earlier), ("&and", self.later)):
            label = QLabel(words)
            label.setBuddy(field)
            days.addWidget(label)
            days.addWidget(field, 1)
        days.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(days)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)

    def _question(self) -> Callable[[], Moves]:
        hub, earlier, later = self._session.hub, self.earlier.day, self.later.day
        return lambda: moves_between(hub, earlier, later)

    def _show(self, moves: Moves) -> None:
        self.moves = moves
        self.summary.setText(moves.summary)
        self.list.clear()
        bold = QFont(self.list.font())
        bold.setBold(True)
        for kind, group in moves.groups.items():
            heading = QTreeWidgetItem([kind.value, ""])
            heading.setFont(0, bold)
            self.list.addTopLevelItem(heading)
            for move in group:
                row = QTreeWidgetItem([move.what, in_words(move.day)])
                row.setToolTip(0, move.what)
                row.setData(0, Qt.ItemDataRole.UserRole, move)
                row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{move.what}, {in_words(move.day)}")
                heading.addChild(row)
            heading.setExpanded(True)
        self.list.resizeColumnToContents(1)
        self.copy.setEnabled(bool(moves.moves))

    def _go(self, item: QTreeWidgetItem) -> None:
        move = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(move, Move):
            self.activated.emit(move)

    def _copy(self) -> None:
        if self.moves is not None:
            lines = [f"{one.kind.value}\t{one.what}\t{in_words(one.day)}" for one in self.moves.moves]
            QGuiApplication.clipboard().setText("\n".join([self.moves.summary, *lines]))
