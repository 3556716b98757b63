"""`Packs`: the review packs that are being looked at, each in a window of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import Theme

if TYPE_CHECKING:
    from hubdesk.desktop.viewer.window import PackWindow


def is_pack(where: str) -> bool:
    """Whether `where` is the name of a review pack to look at."""
    return "://" not in where and Path(where).suffix.lower() == ".hubview"


class Packs(QObject):
    """Opens packs, and puts their windows away with the window that they were opened from."""

    remembered = Signal()
    """A pack is among what was open last."""

    def __init__(self, theme: Theme, machine: Machine, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._machine = theme, machine
        self._windows: list[PackWindow] = []

    @property
    def windows(self) -> tuple["PackWindow", ...]:
        """Those that are open, in the order in which they were opened."""
        return tuple(self._windows)

    def open(self, where: str) -> None:
        """Show the pack in the file `where`; one that is shown already comes to the front."""
        from hubdesk.desktop.viewer.window import PackWindow

        path = Path(where).absolute()
        window = next((one for one in self._windows if one.path == path), None)
        if window is None:
            window = PackWindow(self._theme, self._machine)
            self._windows.append(window)
            window.gone.connect(self._let_go)
            window.remembered.connect(self.remembered)
            window.show()
            window.open(str(path))
        window.raise_()
        window.activateWindow()

    def close_all(self) -> None:
        for window in self.windows:
            window.close()

    def _let_go(self, window: "PackWindow") -> None:
        self._windows.remove(window)
        window.deleteLater()
