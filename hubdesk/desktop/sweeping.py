"""Where and when the garbage collector sweeps: on the main thread, and over no large hub."""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from hubdesk.domain.hub import Hub

_MANY = 2_000
_EVERY_MS = 250
_OLDEST = 2
_WHOLE_SECONDS = 60.0
"""At least so long between sweeps of everything, which take tenths of a second in a large hub."""


class Sweeper(QObject):
    """Sweeps on the thread it was made on, the main one, and keeps the collector from doing it by itself.

    By itself it sweeps on whatever thread happens to make values: a worker would then destroy widgets
    that nobody holds any more, which only the main thread may; the program would end without a word.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole = time.monotonic()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Sweep the oldest generation that is due by the collector's own thresholds."""
        due = [
            generation
            for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most > 0
        ]
        if not due:
            return
        if due[-1] == _OLDEST:
            if time.monotonic() - self._whole < _WHOLE_SECONDS:
                due[-1] = _OLDEST - 1
            else:
                self._whole = time.monotonic()
        gc.collect(due[-1])


def spare(hub: Hub) -> None:
    """Have sweeps pass over everything there is by now, if the `hub` that was opened is a large one.

    A full sweep looks at every record and holds up every thread meanwhile: with 10,000 desks for tenths
    of a second, several times after each edit, because workers make many values. Records are let go of
    without a sweep. What an earlier hub has left behind is swept up first.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    if len(hub.desks) + len(hub.allocations) >= _MANY:
        gc.freeze()
