"""The problems panel: what is the matter with the hub, and the way to where it is."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.icons import icon
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.layout_rows import LayoutRows
from hubdesk.desktop.problem_list import Alike, alike, all_problems, counted
from hubdesk.desktop.session import Session
from hubdesk.domain.money import pounds
from hubdesk.domain.names import counted as records
from hubdesk.domain.problem import Problem, Severity

MARKS = {Severity.ERROR: "circle-x", Severity.BEFORE_ISSUE: "stamp", Severity.WARNING: "triangle-alert"}


class Graveness(NamedTuple):
    """How grave a row is, in a word, and its mark."""

    word: str
    mark: str


GUIDANCE = Graveness("Guidance", "ruler")
"""On how desks stand: neither error nor warning, and counted among none."""
_MOST = 200
"""Rows to a kind; a search finds the others."""


class ProblemsPanel(QWidget):
    """Follows the hub. Enter or a double click on a row goes to the place."""

    counted = Signal(str)
    """How many there are, in words."""
    activated = Signal(object)
    """A Problem, to be gone to."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self.problems: tuple[Problem, ...] | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the problems")
        self.search.setAccessibleName("Search the problems")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list)
        self.said = QLabel("Looking…")
        self.list = _tree()
        self.list.itemActivated.connect(self._go)
        self.list.currentItemChanged.connect(self._tell)
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setAccessibleName("The problem in full")
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.whole)
        self._latest: Latest[tuple[Problem, ...]] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._show)
        session.changed.connect(self._latest.ask)
        session.issued.connect(self._latest.ask)
        self._latest.ask()
        self._layout = LayoutRows(session, jobs, self)
        self._layout.came.connect(self._list)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(600, 200)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        self._layout.look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        super().hideEvent(event)
        self._layout.look_away()

    def _question(self) -> Callable[[], tuple[Problem, ...]]:
        standing = self._session.standing
        return lambda: all_problems(standing)

    def _show(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self._list()
        self.counted.emit(counted(problems))

    def retint(self) -> None:
        """Draw the marks in the window's colours."""
        self._list()

    def _list(self) -> None:
        if self.problems is None:
            return
        advised = self._layout.rows
        beside = f"; {records(len(advised), 'remark')} on the layout, as guidance" if advised else ""
        self.said.setText(f"{counted(self.problems)}{beside}")
        chosen = self.list.currentItem()
        wanted = None if chosen is None else chosen.data(0, Qt.ItemDataRole.UserRole)
        self.list.clear()
        words = self.search.text()
        rows = [_group(group, _grave(group.severity)) for group in alike(self.problems, words)]
        rows += [_group(group, GUIDANCE) for group in alike(advised, words)]
        self.list.addTopLevelItems(rows)
        if rows:
            same = (one for one in rows if wanted and one.data(0, Qt.ItemDataRole.UserRole) == wanted)
            self.list.setCurrentItem(next(same, rows[0]))

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        """All that the row has no room for."""
        self.whole.setText("" if item is None else f"{item.text(2)}. {item.text(3)}.")

    def _go(self, item: QTreeWidgetItem) -> None:
        problem = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(problem, Problem):
            self.activated.emit(problem)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("Problems")
    tree.setHeaderLabels(["How grave", "Where", "What", "What to do", "£ at stake"])
    tree.setAlternatingRowColors(True)
    tree.setUniformRowHeights(True)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    unit = tree.fontMetrics().averageCharWidth()
    for column, width in ((0, 22), (1, 26), (4, 14)):
        tree.setColumnWidth(column, width * unit)
    return tree


def _grave(severity: Severity) -> Graveness:
    return Graveness(severity.value.capitalize(), MARKS[severity])


def _group(group: Alike, grave: Graveness) -> QTreeWidgetItem:
    first = _row(group.problems[0], grave)
    if len(group.problems) == 1:
        return first
    count = len(group.problems)
    stake = "" if group.pence is None else f"up to {pounds(group.pence)}"
    head = QTreeWidgetItem(
        [f"{grave.word} ({count:,})", f"{count:,} places", first.text(2), first.text(3), stake]
    )
    _mark(head, grave)
    head.addChildren([first, *(_row(one, grave) for one in group.problems[1:_MOST])])
    if count > _MOST:
        head.addChild(QTreeWidgetItem(["", f"and {count - _MOST:,} more", "Search to see those", "", ""]))
    return head


def _row(problem: Problem, grave: Graveness) -> QTreeWidgetItem:
    stake = "" if problem.pence is None else pounds(problem.pence)
    row = QTreeWidgetItem([grave.word, problem.where, problem.what, problem.remedy, stake])
    row.setData(0, Qt.ItemDataRole.UserRole, problem)
    for column in (1, 2, 3):
        row.setToolTip(column, f"{problem.what}\n{problem.remedy}")
    _mark(row, grave)
    return row


def _mark(row: QTreeWidgetItem, grave: Graveness) -> None:
    row.setIcon(0, icon(grave.mark))
    row.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
