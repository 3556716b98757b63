"""How the next desks are laid out: sizes, pitch, facing, numbering, and exact places."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from hubdesk.domain.desk import DeskKind
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout

_MOST_METRES = 1_000.0
_ACROSS = 8
"""Fields to a line."""


class DeskOptions(QWidget):
    """What `dragged` and `lay_out` want to know that the mouse does not say.

    Columns, rows and the first desk's place are the keyboard's way; a drag sets its own.
    """

    place = Signal()
    """Lay them out at the place that is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = QComboBox()
        for kind in DeskKind:
            self._kind.addItem(kind.value.capitalize(), kind)
        self._facing = QComboBox()
        for facing in Facing:
            self._facing.addItem(facing.value.capitalize(), facing)
        self._facing.setCurrentIndex(self._facing.findData(Facing.BACK_TO_BACK))
        self._width, self._depth = _length(1.6), _length(0.8)
        self._pitch, self._row_pitch = _length(1.6), _length(3.8)
        self._gap = _length(0.0)
        self._rotation = QDoubleSpinBox(decimals=1, maximum=359.9, suffix="°", singleStep=15)
        self._rotation.setWrapping(True)
        self._columns, self._rows = QSpinBox(minimum=1, maximum=500), QSpinBox(minimum=1, maximum=500)
        self._columns.setValue(4)
        for counted in (self._columns, self._rows, self._rotation):
            counted.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._x, self._y = _length(1.0), _length(1.0)
        self._after = QLineEdit()
        self._after.setPlaceholderText("the highest")
        self._after.setMaximumWidth(160)
        self._today = QCheckBox("From the day shown")
        button = QPushButton("&Place")
        button.setToolTip("Lay these desks out with the first one’s centre at x and y")
        button.clicked.connect(self.place)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._fields = 0
        for words, field in (
            ("Kind", self._kind),
            ("Rows face", self._facing),
            ("Width", self._width),
            ("Depth", self._depth),
            ("Pitch along", self._pitch),
            ("Pitch of rows", self._row_pitch),
            ("Gap at back", self._gap),
            ("Turned", self._rotation),
            ("Columns", self._columns),
            ("Rows", self._rows),
            ("First x", self._x),
            ("First y", self._y),
            ("Number on from", self._after),
        ):
            self._put(words, field)
        self._grid.addWidget(self._today, 3, 5, 1, 2)
        self._grid.addWidget(button, 3, 7)
        self._grid.setColumnStretch(_ACROSS, 1)
        self._width.valueChanged.connect(self._as_wide)

    @property
    def desk(self) -> DeskPlace:
        """The first desk, at the place that is typed."""
        kind = self._kind.currentData()
        assert isinstance(kind, DeskKind)
        return DeskPlace(_mm(self._x), _mm(self._y), self.rotation, _mm(self._width), _mm(self._depth), kind)

    @property
    def layout_(self) -> Layout:
        facing = self._facing.currentData()
        assert isinstance(facing, Facing)
        return Layout(
            self._columns.value(),
            self._rows.value(),
            _mm(self._pitch),
            _mm(self._row_pitch),
            facing,
            _mm(self._gap),
        )

    @property
    def rotation(self) -> Decimal:
        return Decimal(str(round(self._rotation.value(), 1)))

    @property
    def after(self) -> str | None:
        """The code to number on from; None for the highest on the floor."""
        return self._after.text().strip() or None

    @property
    def from_the_day_shown(self) -> bool:
        return self._today.isChecked()

    def _as_wide(self, width: float) -> None:
        """Desks side by side touch, unless somebody has said otherwise."""
        if self._pitch.value() < width:
            self._pitch.setValue(width)

    def _put(self, words: str, field: QWidget) -> None:
        row, column = divmod(self._fields, _ACROSS)
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self._grid.addWidget(label, 2 * row, column)
        self._grid.addWidget(field, 2 * row + 1, column)
        self._fields += 1


def _length(metres: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox(decimals=3, maximum=_MOST_METRES, suffix=" m", singleStep=0.1)
    # Up, Down and the wheel step; without buttons thirteen fields fit on a laptop.
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    field.setValue(metres)
    return field


def _mm(field: QDoubleSpinBox) -> int:
    return round(field.value() * 1000)
