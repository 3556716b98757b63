"""`LayersPanel`: which layers of the plan are shown, and which are locked."""

from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.icons import icon
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.desktop.theme import Theme

LOCKABLE = (Layer.UNDERLAY, Layer.AREAS, Layer.DESKS)
"""The layers with things that can be picked and moved."""
_TOP_DOWN = (Layer.WARNINGS, Layer.LINKS, Layer.PINS, Layer.LABELS, Layer.DESKS, Layer.AREAS, Layer.UNDERLAY)


class LayersPanel(QWidget):
    """A row to each layer, the topmost first. Each switch is an action of the View menu as well."""

    def __init__(self, plan: Plan, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._plan, self._actions = plan, actions
        # Targets stay 24 pixels; the panel stands with others in one column.
        self.setStyleSheet("QToolButton { padding: 0; }")
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setVerticalSpacing(0)
        self._shown: dict[Layer, QToolButton] = {}
        self._locks: dict[Layer, QToolButton] = {}
        for row, layer in enumerate(_TOP_DOWN):
            actions.add(self._showing(layer))
            self._shown[layer] = self._button(f"layer.show-{layer.name.lower()}")
            grid.addWidget(self._shown[layer], row, 0)
            grid.addWidget(QLabel(layer.value), row, 1)
            if layer in LOCKABLE:
                actions.add(self._locking(layer))
                self._locks[layer] = self._button(f"layer.lock-{layer.name.lower()}")
                grid.addWidget(self._locks[layer], row, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(_TOP_DOWN), 1)
        plan.layers_changed.connect(self._changed)
        theme.changed.connect(self._paint)
        self._changed()

    def _showing(self, layer: Layer) -> Action:
        return Action(
            f"layer.show-{layer.name.lower()}",
            f"Show {layer.value.lower()}",
            "View",
            lambda: self._plan.toggle_layer(layer),
            under="Layers",
            checked=lambda: self._plan.shows(layer),
        )

    def _locking(self, layer: Layer) -> Action:
        return Action(
            f"layer.lock-{layer.name.lower()}",
            f"Lock {layer.value.lower()}",
            "View",
            lambda: self._plan.toggle_lock(layer),
            under="Layers",
            checked=lambda: self._plan.is_locked(layer),
            hint="What is locked can be looked at, and not picked or moved",
        )

    def _button(self, id_: str) -> QToolButton:
        """A switch that does what the action does, with a picture of how it stands."""
        action, button = self._actions[id_], QToolButton()
        button.setCheckable(True)
        button.setAccessibleName(action.text())
        button.setToolTip(action.text())
        button.clicked.connect(action.trigger)
        return button

    def _changed(self) -> None:
        for layer, button in self._shown.items():
            button.setChecked(self._plan.shows(layer))
        for layer, button in self._locks.items():
            button.setChecked(self._plan.is_locked(layer))
        self._actions.refresh_soon()
        self._paint()

    def _paint(self) -> None:
        for layer, button in self._shown.items():
            button.setIcon(icon("eye" if self._plan.shows(layer) else "eye-off"))
        for layer, button in self._locks.items():
            button.setIcon(icon("lock" if self._plan.is_locked(layer) else "lock-open"))
