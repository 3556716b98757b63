"""The program with a window: where everything is built and handed in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMainWindow


def run(arguments: Sequence[str]) -> int:
    """Open the window, on the hub named in `arguments` if there is one; the exit status."""
    application = QApplication(["hubdesk", *arguments])
    window = QMainWindow()
    window.show()
    return application.exec()
