"""The band across the window while a scenario is worked in: nothing one sees then is on the hub yet."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from hubdesk.desktop.icons import icon
from hubdesk.desktop.scenarios.room import Scenarios
from hubdesk.desktop.theme import Theme
from hubdesk.domain.names import counted
from hubdesk.workflows.trying_out import TryingOut


class ScenarioBand(QFrame):
    """Shown as long as a scenario is worked in, with the ways out of it."""

    def __init__(self, scenarios: Scenarios, theme: Theme) -> None:
        super().__init__()
        self._scenarios, self._session = scenarios, scenarios.session
        self.setObjectName("scenario-band")
        self.setAccessibleName("Scenario")
        self._mark = QLabel()
        self.words = QLabel()
        self.words.setObjectName("scenario-words")
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.left_out = QPushButton()
        self.left_out.setToolTip("What of the scenario does not fit the hub any more, and why")
        self.left_out.clicked.connect(scenarios.tell_left_out)
        actions = scenarios.actions
        self.compare = _button("Compare", actions["scenario.compare"], scenarios.show_page)
        self.take_over = _button("Take over…", actions["scenario.take-over"], scenarios.ask_take_over_this)
        self.leave = _button("Leave", actions["scenario.leave"], scenarios.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        for button in (self.left_out, self.compare, self.take_over, self.leave):
            row.addWidget(button)
        self._session.changed.connect(self._say)
        self._session.scenario_changed.connect(self._say_and_announce)
        theme.changed.connect(self._tint)
        self._tint()
        self._say()

    def _tint(self) -> None:
        self._mark.setPixmap(icon("flask-conical").pixmap(QSize(20, 20)))

    def _say_and_announce(self) -> None:
        self._say()
        trying = self._session.trying
        said = "The hub as it stands is on screen" if trying is None else self.words.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _say(self) -> None:
        trying = self._session.trying
        self.setVisible(trying is not None)
        if trying is None:
            return
        records = len(trying.laid.change.edits)
        self.words.setText(
            f"Scenario: {trying.scenario.name}. Nothing here is on the hub yet. {_so_far(trying)}".strip()
        )
        self.words.setAccessibleName(self.words.text())
        waiting = len(trying.laid.left_out)
        does = "does" if waiting == 1 else "do"
        self.left_out.setText(f"{counted(waiting, 'edit')} {does} not fit…")
        self.left_out.setVisible(bool(waiting))
        self.take_over.setEnabled(bool(records) and not self._session.only_looks)


def _so_far(trying: TryingOut) -> str:
    if records := len(trying.laid.change.edits):
        return f"{counted(records, 'record')} in it so far."
    if not trying.scenario.change:
        return "It changes nothing so far."
    return "" if trying.laid.left_out else "All that is in it is on the hub already."


def _button(words: str, action: QAction, act: Callable[[], object]) -> QPushButton:
    """A button that does what the action does, in fewer words; it can be pressed before menus know that."""
    button = QPushButton(words)
    button.setToolTip(action.statusTip())
    button.setAccessibleName(action.text())
    button.clicked.connect(act)
    return button
