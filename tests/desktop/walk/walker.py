"""`Walker`: does one thing after another with the window, as a seed has it."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QAction, QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from tests.desktop.walk.hand import Hand
from tests.desktop.walk.in_dialogs import InDialogs
from tests.desktop.walk.in_fields import InFields
from tests.desktop.walk.on_floor import OnFloor
from tests.desktop.walk.vocabulary import KEYS

LEFT_OUT = {
    "file.quit": "closes the window",
    "file.close": "leaves the hub",
    "file.new": "leaves the hub",
    "file.open": "leaves the hub",
    "file.open-team": "leaves the hub",
    "file.import": "leaves the hub",
    "file.issue": "freezes a period for good, so that not everything could be undone after it",
}
"""Actions that are not done, and why."""
LEFT_OUT_FAMILIES = {
    "file.recent-": "leaves the hub",
    "file.sample-": "leaves the hub",
}
HERE = ("review.", "query.", "drop-ins.")
LINGERED_ON = ("page.review", "page.drop-ins")
_MOST_DESKS = 1_500
_STUCK_MS = 400
_BESIDES = 0.04
"""How often somebody else does something in between."""


class Walker:
    """Every `step` is one thing that somebody might do, of one or several events.

    `besides` is what somebody else does meanwhile; it says what that was.
    """

    def __init__(self, window: MainWindow, random: Random, besides: Callable[[], str] | None = None) -> None:
        assert window.workspace is not None
        self.window, self.random = window, random
        self.workspace: Workspace = window.workspace
        self.session = self.workspace.session
        self.first = self.session.hub
        self._besides = besides
        self.hand = Hand(window, self._meanwhile)
        self.floor = OnFloor(self.workspace, self.hand, random)
        self.fields = InFields(self.workspace, self.hand, random)
        self.dialogs = InDialogs(self.hand, random, self.is_left_out)
        self._ways: tuple[tuple[int, Callable[[], object]], ...] = (
            (22, self.floor.click),
            (14, self.floor.drag),
            (5, self.floor.drag_and_cancel),
            (4, self.floor.double_click),
            (8, self.floor.hover),
            (5, self.floor.wheel),
            (2, self.floor.pan),
            (2, self.floor.drop_agency),
            (16, self._key_on_plan),
            (16, self._act),
            (12, self._take_tool),
            (4, self._undo_or_redo),
            (3, self._another_day),
            (3, self._another_floor),
            (8, self.fields.type_somewhere),
            (5, self.fields.click_somewhere),
            (3, self._linger),
            (1, self._resize),
            (2, self._pause),
        )
        self._before = -1
        self._unstick = QTimer(window, interval=_STUCK_MS)
        self._unstick.timeout.connect(self._leave_what_waits)
        self._unstick.start()

    @staticmethod
    def is_left_out(id_: str) -> bool:
        return id_ in LEFT_OUT or any(id_.startswith(one) for one in LEFT_OUT_FAMILIES)

    def step(self) -> None:
        """One thing, whatever is in front."""
        self._meanwhile()
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._in_popup(popup)
        elif dialog is not None:
            self.dialogs.step(dialog)
        elif len(self.session.hub.desks) > _MOST_DESKS:
            self.session.undo()
        else:
            weights = [weight for weight, _ in self._ways]
            [way] = self.random.choices([way for _, way in self._ways], weights)
            way()
        if self.random.random() < 0.6:
            QApplication.processEvents()

    def leave_what_is_open(self) -> None:
        """Esc out of popups, dialogs and what is half done."""
        for _ in range(20):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                break
            front.close()
            QApplication.processEvents()
        tool = self.workspace.plan_page.view.tool
        if tool is not None and tool.busy:
            tool.cancel()
        QApplication.processEvents()

    def rest(self) -> None:
        """Let what goes on in workers come to its end."""
        QThreadPool.globalInstance().waitForDone()
        for _ in range(3):
            QTest.qWait(5)

    def _meanwhile(self) -> None:
        """Between two things, or in the middle of a drag."""
        if self._besides is not None and self.random.random() < _BESIDES:
            self.hand.note(f"a colleague: {self._besides()}")
            self.session.refresh()

    def _act(self) -> None:
        QApplication.processEvents()
        known = [one for one in self.window.actions_ if not self.is_left_out(one.id)]
        self._trigger(self.random.choice(known).id)

    def _take_tool(self) -> None:
        QApplication.processEvents()
        tools = [one.id for one in self.window.actions_ if one.id.startswith("tool.")]
        if self.workspace.page is not self.workspace.plan_page:
            tools = ["page.plan"]
        self._trigger(self.random.choice([*tools, *["tool.select"] * 3]))

    def _key_on_plan(self) -> None:
        view = self.workspace.plan_page.view
        if not view.isVisible():
            return
        view.setFocus()
        shortcuts = [
            one.shortcut for one in self.window.actions_ if one.shortcut and not self.is_left_out(one.id)
        ]
        for _ in range(self.random.randint(1, 3)):
            if QApplication.activeModalWidget() or QApplication.activePopupWidget():
                return
            self.hand.key(self.random.choice(KEYS if self.random.random() < 0.75 else shortcuts))

    def _linger(self) -> None:
        """A while on another page than the plan, with what belongs to it."""
        QApplication.processEvents()
        pages = [one.id for one in self.window.actions_ if one.id.startswith("page.")]
        self._trigger(self.random.choice([*pages, *LINGERED_ON * 2]))
        ways = (self.fields.click_somewhere, self.fields.type_somewhere, self._act_here, self._pause)
        for _ in range(self.random.randint(2, 8)):
            QApplication.processEvents()
            if QApplication.activeModalWidget() or QApplication.activePopupWidget():
                return
            self.random.choices(ways, (6, 2, 3, 1))[0]()

    def _act_here(self) -> None:
        """Something of reviews, queries and drop-ins."""
        known = [
            one.id for one in self.window.actions_ if one.id.startswith(("review.", "query.", "drop-in"))
        ]
        self._trigger(self.random.choice(known))

    def _trigger(self, id_: str) -> None:
        self.hand.note(f"action {id_}")
        self.window.actions_[id_].trigger()

    def _undo_or_redo(self) -> None:
        QApplication.processEvents()
        for _ in range(self.random.randint(1, 8)):
            self._trigger(self.random.choice(("edit.undo", "edit.undo", "edit.redo")))

    def _another_day(self) -> None:
        by = self.random.choice(("Alt+Left", "Alt+Right", "Alt+Shift+Left", "Alt+Shift+Right", "Shift+F8"))
        for _ in range(self.random.randint(1, 4)):
            self.hand.key(by)

    def _another_floor(self) -> None:
        self.hand.key(self.random.choice(("Ctrl+PgUp", "Ctrl+PgDown")))

    def _resize(self) -> None:
        self.hand.note("resize")
        self.window.resize(self.random.randint(900, 1500), self.random.randint(600, 900))

    def _pause(self) -> None:
        QTest.qWait(self.random.choice((1, 35, 160)))

    def _in_popup(self, popup: QWidget) -> None:
        grave = isinstance(popup, QMenu) and self._is_grave(popup)
        keys = ("Down", "Down", "Up", "Return", "Esc", "Esc")
        self.hand.key("Esc" if grave else self.random.choice(keys))

    def _is_grave(self, menu: QMenu) -> bool:
        action: QAction | None = menu.activeAction()
        return action is not None and self.is_left_out(action.objectName())

    def _leave_what_waits(self) -> None:
        """A menu, or something dragged out of a list, waits in a loop of its own: answered from here."""
        popup = QApplication.activePopupWidget()
        waits = popup or (self.window if self.window.findChildren(QDrag) else None)
        if waits is not None and self.hand.events == self._before:
            QTest.keyClick(waits.windowHandle(), Qt.Key.Key_Escape)
        self._before = self.hand.events
