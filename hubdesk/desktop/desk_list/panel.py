"""The Desks panel: all desks as a list, to find, select, allocate and vacate without looking at the plan."""

from collections.abc import Callable, Iterable, Set
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.desk_list.columns import COLUMNS
from hubdesk.desktop.desk_list.desk_table import DeskTable, every_desk
from hubdesk.desktop.desk_list.following import SelectionFollowing
from hubdesk.desktop.desk_list.table_view import DeskTableView
from hubdesk.desktop.plan.plan import Plan
from hubdesk.domain.asking import WHAT_CAN_BE_SAID, understood
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem
from hubdesk.domain.selection import Condition, matching

_TYPING_MS = 200
_ON_ROWS = ("allocate.choose", "allocate.vacate", "edit.pin", "edit.unpin")
"""What can be done with the rows that are selected, as on the plan."""


class DeskListPanel(QWidget):
    """Enter allocates and X vacates what is selected; `reveal` shows desks on the plan."""

    def __init__(self, plan: Plan, actions: Actions, reveal: Callable[[Iterable[RecordId]], object]) -> None:
        super().__init__()
        self._session, self._actions, self._reveal = plan.session, actions, reveal
        self._asked: Condition | None = None
        self.asking = QLineEdit()
        self.asking.setAccessibleName("List only these desks")
        self.asking.setPlaceholderText("All desks: or type “vacant”, “People floor”…")
        self.asking.setToolTip(WHAT_CAN_BE_SAID)
        self.asking.setClearButtonEnabled(True)
        self.words = QLabel()
        self.words.setObjectName("quiet")
        self.words.setWordWrap(True)
        self.rows = DeskTable(self._session, self)
        self.table = DeskTableView(self.rows)
        self.following = SelectionFollowing(self.table, self.rows, plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.asking)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        self._typed = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typed.timeout.connect(self.ask)
        self.asking.textChanged.connect(lambda _text: self._typed.start())
        self.asking.returnPressed.connect(self._ask_and_go)
        self.rows.settled.connect(self._count)
        self.table.entered_rows.connect(self._allocate)
        self.table.doubleClicked.connect(lambda _index: self.show_on_plan())

    def ask(self) -> None:
        """List what is asked for; what is not understood is said, and the list stays as it is."""
        self._typed.stop()
        text = self.asking.text().strip()
        if not text:
            self._asked = None
        else:
            meant = understood(self._session.hub, text)
            if isinstance(meant, Problem):
                self._say(meant.told)
                return
            self._asked = meant.condition
        self.rows.want(every_desk if self._asked is None else self._matching)

    def show_on_plan(self) -> None:
        """Bring the selected desks into view on the plan, and go there."""
        self._reveal(self.following.listed())

    def focus_list(self) -> None:
        """Go to the list, at a row."""
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self.table.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the rows that are selected, and the order of the list."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions([self._actions[id_] for id_ in self._at_hand()])
        show = QAction("&Show on the plan", menu)
        show.setEnabled(self.table.selectionModel().hasSelection())
        show.triggered.connect(self.show_on_plan)
        menu.addAction(show)
        ordered = menu.addMenu("&Order by")
        for number, column in enumerate(COLUMNS):
            by = QAction(f"&{column.heading}", ordered)
            by.triggered.connect(partial(self.table.order_by, number))
            ordered.addAction(by)
        return menu

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        self.rows.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        self.rows.sleep()
        super().hideEvent(event)

    def _matching(self, hub: Hub) -> Set[RecordId]:
        assert self._asked is not None
        return frozenset(matching(hub, self._asked, self._session.as_at))

    def _ask_and_go(self) -> None:
        self.ask()
        self.focus_list()

    def _allocate(self) -> None:
        for id_ in self._at_hand()[:1]:
            self._actions[id_].trigger()

    def _at_hand(self) -> list[str]:
        declared = {action.id for action in self._actions}
        return [id_ for id_ in _ON_ROWS if id_ in declared]

    def _count(self) -> None:
        count, known = self.rows.rowCount(), self.rows.known
        self._say(counted(count, "desk") if count == known else f"{count:,} of {counted(known, 'desk')}")

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.table.setAccessibleDescription(words)
