"""Which layers of a DXF are wanted, before it is laid under a floor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.plan.underlays.layer_list import LayerList
from hubdesk.exchange.underlays import Picture
from hubdesk.workflows.underlay_files import scale_of


class LayersDialog(QDialog):
    """Asks for layers. Those that the drawing itself hides are hidden at first."""

    help_topic = "underlays"

    def __init__(self, name: str, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Choose layers")
        told = QLabel(f"{name}: {size_in_words(picture)}\nTick the layers to show; it can be changed later.")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.layers = LayerList()
        hidden = [layer.name for layer in picture.layers if not layer.shown]
        self.layers.show_layers(picture.layers, hidden)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton("Add underlay", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.layers, 1)
        column.addWidget(buttons)
        self.resize(520, 480)
        self.layers.setFocus()

    @property
    def hidden_layers(self) -> tuple[str, ...]:
        return self.layers.hidden_layers


def size_in_words(picture: Picture) -> str:
    """How large what is drawn is in the building, as far as the drawing says."""
    scale = scale_of(picture)
    if scale is None:
        return "the drawing does not say its unit. Set its scale by two points once it is laid."
    width, height = (side * float(scale) / 1000 for side in (picture.width, picture.height))
    return f"{width:,.2f} m × {height:,.2f} m, by the unit that the drawing says (1 unit = {scale:f} mm)."
