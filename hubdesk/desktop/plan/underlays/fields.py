"""`UnderlayFields`: how the chosen underlay lies, to be read and typed exactly."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from hubdesk.desktop.icons import icon
from hubdesk.desktop.plan.underlays.fade import Fade
from hubdesk.desktop.plan.underlays.words import scale_in_words, size_in_words
from hubdesk.domain.underlay import Underlay

_MOST_METRES = 10_000.0
_QUARTER = Decimal(90)


class UnderlayFields(QWidget):
    """Shows an underlay; each signal is something that the user wants otherwise."""

    renamed = Signal(str)
    show_wanted = Signal(bool)
    lock_wanted = Signal(bool)
    moved = Signal(int, int)
    """To there: x and y in millimetres."""
    turned = Signal(object)
    """To that rotation: Decimal degrees."""

    def __init__(self) -> None:
        super().__init__()
        self._underlay: Underlay | None = None
        self.name = QLineEdit()
        self.name.setToolTip("Underlays lie on each other in the order of their names, the last on top")
        self.shown, self.locked = QCheckBox("&Shown"), QCheckBox("Loc&ked")
        self.fade = Fade()
        self.left_edge, self.upper_edge = _metres("Left edge, in metres"), _metres("Upper edge, in metres")
        self.rotation = QDoubleSpinBox(decimals=1, minimum=0, maximum=359.9, suffix="°", singleStep=1)
        self.rotation.setWrapping(True)
        self.rotation.setKeyboardTracking(False)
        self.rotation.setAccessibleName("Rotation, in degrees clockwise")
        self.left, self.right = _button("Turn 90° to the left"), _button("Turn 90° to the right")
        self.retint()
        self.scale = QLabel()
        self.scale.setTextFormat(Qt.TextFormat.PlainText)
        self.scale.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._row(form, "&Name", self.name)
        form.addRow(_beside(self.shown, self.locked))
        self._row(form, "&Fade", self.fade)
        self._row(form, "&Left", self.left_edge)
        self._row(form, "To&p", self.upper_edge)
        self._row(form, "&Turned", _beside(self.rotation, self.left, self.right))
        self._row(form, "Scale", self.scale)
        self.name.editingFinished.connect(self._rename)
        self.shown.clicked.connect(self.show_wanted)
        self.locked.clicked.connect(self.lock_wanted)
        for field in (self.left_edge, self.upper_edge):
            field.valueChanged.connect(self._move)
        self.rotation.valueChanged.connect(lambda value: self.turned.emit(Decimal(str(round(value, 1)))))
        self.left.clicked.connect(lambda: self._turn(-_QUARTER))
        self.right.clicked.connect(lambda: self._turn(_QUARTER))

    def show_underlay(self, underlay: Underlay) -> None:
        """Show how `underlay` is."""
        self._underlay = underlay
        for field in (self.name, self.left_edge, self.upper_edge, self.rotation, self.shown, self.locked):
            field.blockSignals(True)  # noqa: FBT003  Qt's
        self.name.setText(underlay.name)
        self.left_edge.setValue(underlay.x_mm / 1000)
        self.upper_edge.setValue(underlay.y_mm / 1000)
        self.rotation.setValue(float(underlay.rotation))
        self.shown.setChecked(underlay.shown)
        self.locked.setChecked(underlay.locked)
        for field in (self.name, self.left_edge, self.upper_edge, self.rotation, self.shown, self.locked):
            field.blockSignals(False)  # noqa: FBT003  Qt's
        self.fade.show_value(underlay.opacity)
        self.scale.setText(f"{scale_in_words(underlay)}\n{size_in_words(underlay)}")
        for widget in (self.left_edge, self.upper_edge, self.rotation, self.left, self.right):
            widget.setEnabled(not underlay.locked)

    def retint(self) -> None:
        """Draw the icons anew: the window has other colours."""
        self.left.setIcon(icon("rotate-ccw"))
        self.right.setIcon(icon("rotate-cw"))

    def _rename(self) -> None:
        name = self.name.text().strip()
        if self._underlay is not None and name != self._underlay.name:
            self.renamed.emit(name)

    def _move(self) -> None:
        self.moved.emit(round(self.left_edge.value() * 1000), round(self.upper_edge.value() * 1000))

    def _turn(self, by: Decimal) -> None:
        if self._underlay is not None:
            self.turned.emit(self._underlay.rotation + by)

    def _row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field if field.focusPolicy() is not Qt.FocusPolicy.NoFocus else _first(field))
        if not field.accessibleName():
            field.setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)


def _metres(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox(
        decimals=3, minimum=-_MOST_METRES, maximum=_MOST_METRES, suffix=" m", singleStep=0.1
    )
    field.setKeyboardTracking(False)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def _beside(*widgets: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(0)
    return both


def _first(field: QWidget) -> QWidget:
    """The first that takes the keyboard inside `field`."""
    inside = field.findChildren(QWidget)
    return next((one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus), field)
