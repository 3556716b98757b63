"""`SnapChip`: what edits snap to, seen at a glance and changed in place."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.plan.commands.snapping import PITCHES_MM, snap_in_words
from hubdesk.desktop.plan.plan import Plan


class SnapChip(QToolButton):
    """A click turns snapping on and off; its arrow has the grid, its pitch, objects and angles."""

    def __init__(self, plan: Plan, actions: Actions) -> None:
        super().__init__()
        self._plan = plan
        self.setObjectName("snap")
        self.setDefaultAction(actions["snap.on"])
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self)
        for field in ("grid", "objects", "angle"):
            menu.addAction(actions[f"snap.{field}"])
        menu.addSeparator()
        for pitch in PITCHES_MM:
            menu.addAction(actions[f"snap.pitch-{pitch}"])
        self.setMenu(menu)
        plan.snap_changed.connect(actions.refresh_soon)
        plan.snap_changed.connect(self._say)
        actions["snap.on"].changed.connect(self._say)
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_whole()

    def _keep_whole(self) -> None:
        """Never cut off in the middle of its words: a bar that is too short puts it behind its arrow."""
        self.setMinimumWidth(self.sizeHint().width())

    def _say(self) -> None:
        words = snap_in_words(self._plan.snap)
        if self.text() != words:
            self.setText(words)
            self._keep_whole()
        self.setAccessibleName(words)
        self.setToolTip(f"{words} (F9 on and off; hold Alt while dragging to leave it off)")
