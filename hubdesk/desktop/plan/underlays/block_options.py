"""`BlockOptions`: what desks become of blocks: kind, size, which way they look, their numbers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from hubdesk.domain.desk import DeskKind

_WAYS = ("Below the block, as it is drawn", "To its left", "Above it", "To its right")
"""Where one sits, by right angles that the desk is turned clockwise."""


class BlockOptions(QWidget):
    """Fields, each telling when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.way = QComboBox(), QComboBox()
        for kind in DeskKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.way.addItems(_WAYS)
        self.own_size = QCheckBox("As large as each block")
        self.own_size.setChecked(True)
        self.desk_width, self.desk_depth = (
            _metres("Width of each desk", 1.6),
            _metres("Depth of each desk", 0.8),
        )
        self.after = QLineEdit()
        self.after.setPlaceholderText("The highest on the floor")
        self.today = QCheckBox("In service from the day shown")
        size = QWidget()
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.own_size, self.desk_width, self.desk_depth):
            row.addWidget(part)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            ("&Kind", self.kind),
            ("One &sits", self.way),
            ("Size", size),
            ("&Number on from", self.after),
        ):
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(words, field)
        form.addRow(self.today)
        self.own_size.toggled.connect(self._changed)
        for box in (self.kind, self.way):
            box.currentIndexChanged.connect(self._changed)
        for length in (self.desk_width, self.desk_depth):
            length.valueChanged.connect(self._changed)
        self._changed()

    @property
    def desk_kind(self) -> DeskKind:
        kind = self.kind.currentData()
        assert isinstance(kind, DeskKind)
        return kind

    @property
    def size_mm(self) -> tuple[int, int] | None:
        """Width and depth; None where each block has its own."""
        if self.own_size.isChecked():
            return None
        return round(self.desk_width.value() * 1000), round(self.desk_depth.value() * 1000)

    def _changed(self) -> None:
        for length in (self.desk_width, self.desk_depth):
            length.setEnabled(not self.own_size.isChecked())
        self.changed.emit()


def _metres(name: str, metres: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox(decimals=3, minimum=0.1, maximum=20.0, suffix=" m", singleStep=0.1)
    field.setValue(metres)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field
