"""The scenarios of the hub as a list: which are compared, and what can be done with each."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.scenarios.room import Scenarios
from hubdesk.desktop.scenarios.wrapped import WrappedLabel
from hubdesk.domain.names import counted
from hubdesk.domain.scenario import Scenario

MOST = 4
"""So many scenarios side by side: more would not be read."""
_ID = Qt.ItemDataRole.UserRole


class ScenarioListing(QWidget):
    """A tick compares a scenario; Enter or a double click works in it."""

    compared_changed = Signal()
    """Others are ticked."""
    current_changed = Signal()
    """Another scenario is the one that the buttons are about."""

    def __init__(self, scenarios: Scenarios) -> None:
        super().__init__()
        self._scenarios = scenarios
        self._ticked: list[str] = []
        self._known: set[str] = set()
        self.list = QListWidget()
        self.list.setAccessibleName("Scenarios: a tick compares one")
        self.list.itemChanged.connect(self._tick)
        self.list.currentItemChanged.connect(self._current_came)
        self.list.itemActivated.connect(lambda _item: self._act(scenarios.work_in))
        self.said = WrappedLabel()
        self.said.setObjectName("quiet")
        self.new = QPushButton("New scenario…")
        self.new.clicked.connect(scenarios.ask_new)
        self.enter = self._button("Work in it", "Show the hub as it has it; every edit goes into it")
        self.enter.clicked.connect(lambda: self._act(scenarios.work_in))
        self.take_over = self._button("Take over…", "Make on the hub, as one change, what it changes")
        self.take_over.clicked.connect(lambda: self._act(scenarios.ask_take_over))
        self.describe = self._button("Name and note…", "Call it otherwise, or say why it is tried")
        self.describe.clicked.connect(lambda: self._act(scenarios.ask_describe))
        self.copy = self._button("Copy", "Another one like it, to go on from")
        self.copy.clicked.connect(lambda: self._act(scenarios.copy))
        self.throw_away = self._button("Throw away…", "Nothing of the hub changes")
        self.throw_away.clicked.connect(lambda: self._act(scenarios.ask_throw_away))
        self._lay_out()
        scenarios.listed_anew.connect(self._show)
        scenarios.begun.connect(self._begun)
        scenarios.session.scenario_changed.connect(self._show)
        self._show()

    @property
    def current(self) -> Scenario | None:
        """The one that the buttons are about."""
        row = self.list.currentRow()
        return None if row < 0 else self._scenarios.get(self.list.item(row).data(_ID))

    @property
    def compared(self) -> tuple[Scenario, ...]:
        """Those that are ticked, in the order in which they were."""
        found = (self._scenarios.get(id_) for id_ in self._ticked)
        return tuple(one for one in found if one is not None)

    def get(self, id_: str) -> Scenario | None:
        """The scenario of that id, if it is still there."""
        return self._scenarios.get(id_)

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        for place, button in enumerate((self.enter, self.take_over, self.describe, self.copy)):
            buttons.addWidget(button, place // 2, place % 2)
        buttons.addWidget(self.throw_away, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.new)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)

    def _button(self, title: str, hint: str) -> QPushButton:
        button = QPushButton(title)
        button.setToolTip(hint)
        button.setAccessibleDescription(hint)
        return button

    def _show(self) -> None:
        """The list as the store has it; a new one is ticked as long as there is room."""
        before = self.current.id if self.current is not None else None
        listed, compared = self._scenarios.listed, list(self._ticked)
        there = {one.id for one in listed}
        self._ticked = [id_ for id_ in self._ticked if id_ in there]
        for one in listed:
            if one.id not in self._known and len(self._ticked) < MOST:
                self._ticked.append(one.id)
        self._known = set(there)
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in listed:
                self.list.addItem(self._item(one))
            self._go_to(before)
        self._say()
        self.current_changed.emit()
        if compared != self._ticked:
            self.compared_changed.emit()

    def _item(self, one: Scenario) -> QListWidgetItem:
        trying = self._scenarios.session.trying
        inside = trying is not None and trying.scenario.id == one.id
        item = QListWidgetItem(f"{one.name} (on screen)" if inside else one.name)
        item.setData(_ID, one.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = one.id in self._ticked
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setToolTip(one.note or one.name)
        return item

    def _tick(self, item: QListWidgetItem) -> None:
        id_ = item.data(_ID)
        ticked = item.checkState() is Qt.CheckState.Checked
        if ticked == (id_ in self._ticked):
            return
        if ticked and len(self._ticked) >= MOST:
            with QSignalBlocker(self.list):
                item.setCheckState(Qt.CheckState.Unchecked)
            self.said.setText(f"At most {MOST} side by side. Take the tick from another one first.")
            return
        self._ticked = [*self._ticked, id_] if ticked else [one for one in self._ticked if one != id_]
        self._say()
        self.compared_changed.emit()

    def _begun(self, id_: str) -> None:
        with QSignalBlocker(self.list):
            self._go_to(id_)
        self._current_came()

    def _go_to(self, id_: str | None) -> None:
        rows = range(self.list.count())
        row = next((row for row in rows if self.list.item(row).data(_ID) == id_), 0 if rows else -1)
        self.list.setCurrentRow(row)

    def _current_came(self) -> None:
        self._say()
        self.current_changed.emit()

    def _say(self) -> None:
        one, session = self.current, self._scenarios.session
        for button in (self.enter, self.take_over, self.describe, self.copy, self.throw_away):
            button.setEnabled(one is not None and (button is self.enter or not session.only_looks))
        self.new.setEnabled(not session.only_looks)
        trying = session.trying
        inside = trying is not None and one is not None and trying.scenario.id == one.id
        self.enter.setEnabled(one is not None and not inside)
        self.throw_away.setEnabled(one is not None and not inside and not session.only_looks)
        if one is None:
            self.said.setText("No scenario yet. Begin one to see what each agency would pay.")
        else:
            records = counted(len(one.change.edits), "record")
            self.said.setText(f"{one.name}: {records} in it. {one.note}".strip())

    def _act(self, act: Callable[[Scenario], object]) -> None:
        if (one := self.current) is not None:
            act(one)
