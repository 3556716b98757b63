"""`Fade`: how much of an underlay shows: a slide that is seen at once, and one change at its end."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSpinBox, QWidget

_QUIET_MS = 500
"""So long after the last key or turn of the wheel the slide is over."""


class Fade(QWidget):
    """A slider from 0 to 100 %, with the figure beside it."""

    sliding = Signal(int)
    """It would be this much, if it ended now."""
    slid = Signal(int)
    """It ended there."""

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setMinimumHeight(24)
        self.slider.setAccessibleName("How much of the underlay shows, in per cent")
        self.figure = QSpinBox(minimum=0, maximum=100, suffix=" %")
        self.figure.setAccessibleName("How much of the underlay shows, in per cent")
        self.figure.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.figure)
        self._shown = 0
        self._quiet = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._end)
        self.slider.valueChanged.connect(self._slide)
        self.slider.sliderReleased.connect(self._end)
        self.figure.valueChanged.connect(self.slider.setValue)

    def show_value(self, opacity: int) -> None:
        """Show what the hub holds, unless a slide is going on."""
        self._shown = opacity
        if not self.slider.isSliderDown() and not self._quiet.isActive():
            self._set(opacity)

    def _set(self, opacity: int) -> None:
        for widget in (self.slider, self.figure):
            widget.blockSignals(True)  # noqa: FBT003  Qt's
            widget.setValue(opacity)
            widget.blockSignals(False)  # noqa: FBT003  Qt's

    def _slide(self, opacity: int) -> None:
        self._set(opacity)
        self.sliding.emit(opacity)
        if not self.slider.isSliderDown():
            self._quiet.start()

    def _end(self) -> None:
        self._quiet.stop()
        self.slid.emit(self.slider.value())
