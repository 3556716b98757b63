"""`LayerList`: the layers of a drawing with how much is on each, to be switched on and off."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from hubdesk.exchange.underlays import Layer


class LayerList(QTreeWidget):
    """A row to each layer: its name behind a tick, and a count."""

    switched = Signal(str, bool)
    """The user has shown or hidden the layer of that name."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Layers of the drawing")
        self.setHeaderLabels(["Layer", "Drawn on it"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._changed)

    def show_layers(self, layers: Iterable[Layer], hidden: Collection[str]) -> None:
        """List `layers`; those not `hidden` are ticked. The rows stay where they are the same."""
        self.blockSignals(True)  # noqa: FBT003  Qt's
        there = list(layers)
        if [one.name for one in there] != [item.text(0) for item in self._items()]:
            self.clear()
            for layer in there:
                item = QTreeWidgetItem([layer.name, f"{layer.entities:,}"])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.addTopLevelItem(item)
        for item in self._items():
            shown = item.text(0) not in hidden
            item.setCheckState(0, Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self.blockSignals(False)  # noqa: FBT003  Qt's
        self.viewport().update()

    @property
    def hidden_layers(self) -> tuple[str, ...]:
        """Those without a tick."""
        return tuple(
            item.text(0) for item in self._items() if item.checkState(0) is not Qt.CheckState.Checked
        )

    def switch(self, layer: str) -> None:
        """Tick the layer of that name, or take its tick away, as a click does."""
        for item in self._items():
            if item.text(0) == layer:
                shown = item.checkState(0) is Qt.CheckState.Checked
                item.setCheckState(0, Qt.CheckState.Unchecked if shown else Qt.CheckState.Checked)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        self.switched.emit(item.text(0), item.checkState(0) is Qt.CheckState.Checked)
