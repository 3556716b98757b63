"""The Underlays panel: those of the floor on screen, and how the chosen one lies."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.underlays.fields import UnderlayFields
from hubdesk.desktop.plan.underlays.layer import UnderlayLayer
from hubdesk.desktop.plan.underlays.layer_list import LayerList
from hubdesk.desktop.plan.underlays.words import row_in_words
from hubdesk.desktop.session import Intent
from hubdesk.desktop.theme import Theme
from hubdesk.domain.change import Change
from hubdesk.domain.ids import RecordId
from hubdesk.domain.lying import middle
from hubdesk.domain.underlay import Underlay
from hubdesk.editing import underlays

BUTTONS = (
    "underlay.add",
    "tool.calibrate",
    "tool.underlay",
    "underlay.replace",
    "underlay.blocks",
    "underlay.remove",
)
"""The actions that the panel offers as well."""


class UnderlaysPanel(QScrollArea):
    """Everything that can be done to an underlay, by keys as well as by the mouse."""

    def __init__(self, plan: Plan, layer: UnderlayLayer, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._plan, self._layer = plan, layer
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.list = QListWidget()
        self.list.setAccessibleName("Underlays of this floor")
        self.list.setMaximumHeight(96)
        self.none = QLabel("Nothing lies under this floor yet. Add a PDF, picture or DXF to draw over.")
        self.none.setWordWrap(True)
        self.fields = UnderlayFields()
        self.layers = LayerList()
        self.layers.setMinimumHeight(110)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self._buttons(actions))
        for widget in (self.none, self.list, self.fields):
            column.addWidget(widget)
        column.addWidget(self.layers, 1)
        column.addStretch(0)
        self.setWidget(inside)
        self._listen()
        theme.changed.connect(self.fields.retint)
        self.show_all()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setMinimumWidth(inside.minimumSizeHint().width() + bar)

    def show_all(self) -> None:
        """Show the floor's underlays as they are."""
        there, chosen = self._plan.underlays.all, self._plan.underlays.underlay
        self.list.blockSignals(True)  # noqa: FBT003  Qt's
        self.list.clear()
        for underlay in reversed(there):
            item = QListWidgetItem(row_in_words(underlay))
            item.setData(Qt.ItemDataRole.UserRole, underlay.id)
            self.list.addItem(item)
            if chosen is not None and underlay.id == chosen.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # noqa: FBT003  Qt's
        self.none.setVisible(not there)
        self.list.setVisible(len(there) > 0)
        self.fields.setVisible(chosen is not None)
        if chosen is not None:
            self.fields.show_underlay(chosen)
        self._show_layers(chosen)

    def _show_layers(self, chosen: Underlay | None) -> None:
        drawing = None if chosen is None or not chosen.shown else self._layer.drawings.of(chosen)
        there = () if drawing is None else drawing.layers
        self.layers.setVisible(bool(there))
        if chosen is not None and there:
            self.layers.show_layers(there, chosen.hidden_layers)

    def _buttons(self, actions: Actions) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for id_ in BUTTONS:
            button = QToolButton()
            button.setDefaultAction(actions[id_])
            button.setAccessibleName(actions.declared(id_).title)
            row.addWidget(button)
        row.addStretch(1)
        return whole

    def _listen(self) -> None:
        self._plan.session.changed.connect(self._follow)
        self._plan.underlays.changed.connect(self.show_all)
        self._layer.drawings.came.connect(lambda: self._show_layers(self._plan.underlays.underlay))
        self.list.currentItemChanged.connect(self._chosen)
        fields = self.fields
        fields.renamed.connect(lambda name: self._do(lambda one: _hub(underlays.rename, one, name)))
        fields.show_wanted.connect(
            lambda on: self._do(lambda one: _hub(underlays.show if on else underlays.hide, one))
        )
        fields.lock_wanted.connect(
            lambda on: self._do(lambda one: _hub(underlays.lock if on else underlays.unlock, one))
        )
        fields.moved.connect(
            lambda x, y: self._do(lambda one: _hub(underlays.move, one, x - one.x_mm, y - one.y_mm))
        )
        fields.turned.connect(self._turn)
        fields.fade.sliding.connect(self._fading)
        fields.fade.slid.connect(self._faded)
        self.layers.switched.connect(self._switched)

    def _follow(self, change: Change, _hub: object) -> None:
        if any(edit.kind is Underlay for edit in change.edits):
            self.show_all()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._plan.underlays.choose(RecordId(item.data(Qt.ItemDataRole.UserRole)))

    def _turn(self, rotation: Decimal) -> None:
        """About its middle."""
        self._do(lambda one: _hub(underlays.rotate, one, middle(one), rotation - one.rotation))

    def _fading(self, opacity: int) -> None:
        chosen = self._plan.underlays.underlay
        if chosen is not None:
            self._plan.underlays.show_draft(replace(chosen, opacity=opacity))

    def _faded(self, opacity: int) -> None:
        self._do(lambda one: _hub(underlays.fade, one, opacity))
        self._plan.underlays.show_draft(None)

    def _switched(self, layer: str, shown: bool) -> None:  # noqa: FBT001  Qt's signal
        edit = underlays.show_layers if shown else underlays.hide_layers
        self._do(lambda one: _hub(edit, one, [layer]))

    def _do(self, intent_on: Callable[[Underlay], Intent]) -> None:
        """Do what is wanted of the chosen underlay; what is refused is shown as it was."""
        chosen = self._plan.underlays.underlay
        if chosen is not None and not self._plan.session.do(intent_on(chosen)):
            self.show_all()


def _hub(edit: Callable[..., Change], underlay: Underlay, *values: object) -> Intent:
    """The intent that `edit` makes of `underlay` and `values`."""
    return lambda hub: edit(hub, underlay.id, *values)
