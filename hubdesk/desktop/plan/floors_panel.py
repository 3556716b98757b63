"""`FloorsPanel`: the stack of floors, and what can be done with floors."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.plan.floor_dialog import FloorDialog
from hubdesk.desktop.plan.floor_stack import FloorStack
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.theme import Theme
from hubdesk.editing import floors


class FloorsPanel(QWidget):
    """Goes through the floors, adds, changes and removes them."""

    def __init__(self, plan: Plan, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._plan = plan
        self.stack = FloorStack(plan, theme)
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setToolTip("Licences are for desks of the building, and not of a floor")
        none = "The hub has no floor"
        actions.add(
            Action(
                "floor.up",
                "Floor above",
                "View",
                lambda: self.stack.go(1),
                "Ctrl+PgUp",
                "arrow-up",
                self._has_above,
                why_not="There is no floor above",
            ),
            Action(
                "floor.down",
                "Floor below",
                "View",
                lambda: self.stack.go(-1),
                "Ctrl+PgDown",
                "arrow-down",
                self._has_below,
                why_not="There is no floor below",
            ),
            Action("floor.add", "Add a floor…", "Draw", self.add, icon="plus", changes=True),
            Action(
                "floor.change",
                "Change the floor…",
                "Draw",
                self.change,
                "",
                "pencil",
                self._has,
                why_not=none,
                changes=True,
            ),
            Action(
                "floor.remove",
                "Remove the floor",
                "Draw",
                self.remove,
                "",
                "trash-2",
                self._has,
                hint="With its areas and desks, unless somebody was ever allocated there",
                why_not=none,
                changes=True,
            ),
        )
        plan.floor_changed.connect(actions.refresh_soon)
        buttons = QHBoxLayout()
        for id_ in ("floor.up", "floor.down", "floor.add", "floor.change", "floor.remove"):
            button = QToolButton()
            button.setDefaultAction(actions[id_])
            button.setAccessibleName(actions[id_].text().removesuffix("…"))
            buttons.addWidget(button)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 4, 4, 4)
        whole.setSpacing(4)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.whole)
        whole.addLayout(buttons)
        whole.addStretch(0)
        self.stack.filled.connect(self._sum_up)
        self._sum_up()

    def add(self) -> None:
        """Ask for a new floor, and show it."""
        dialog = FloorDialog(self._plan.session, None, self)
        dialog.accepted.connect(lambda: self._plan.show_floor(dialog.floor))
        dialog.open()

    def change(self) -> None:
        """Ask for another name, code, level or size of the floor on screen."""
        FloorDialog(self._plan.session, self._plan.floor, self).open()

    def remove(self) -> None:
        """Remove the floor on screen; undo brings it back."""
        floor = self._plan.floor
        if floor is not None:
            self._plan.session.do(lambda hub: floors.remove(hub, floor.id))

    def _sum_up(self) -> None:
        """The whole building: what is licensed belongs to no one floor."""
        on = self.stack.occupancy
        self.whole.setText(f"In all: {on.licensed:,} licensed, {on.vacant:,} vacant")

    def _has(self) -> bool:
        return self._plan.floor is not None

    def _has_above(self) -> bool:
        return self.stack.currentRow() > 0

    def _has_below(self) -> bool:
        return 0 <= self.stack.currentRow() < self.stack.count() - 1
