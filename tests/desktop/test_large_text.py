"""Letters at twice their size: nothing is cut off, and nothing lies over another."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolButton, QWidget

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from tests.desktop.everything import dialogs, pages
from tests.desktop.walking_trees import told


@pytest.fixture
def doubled(theme: Theme) -> Iterator[Theme]:
    theme.set_text_size(200)
    yield theme
    theme.set_text_size(100)


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    for _ in range(3):
        QApplication.processEvents()  # Layouts settle in turns.
    wordy: list[QLabel | QAbstractButton] = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    return [
        f"{told(one)} “{one.text()[:40]}”: {one.width()} × {one.height()}, needs {need}"
        for one in wordy
        if one.isVisible() and one.window() is root.window() and one.text() and (need := _lacking(one))
    ]


def _lacking(widget: QLabel | QAbstractButton) -> str:
    """The room it needs, if it has less."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(widget.width())
        return f"{high} high" if widget.height() < high else ""
    if isinstance(widget, QToolButton) and _shows_icon_alone(widget):
        return ""
    if isinstance(widget, QLabel):
        wide, high = widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    else:
        metrics = widget.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, widget.text())
        wide, high = words.width(), min(words.height(), metrics.height())
    return f"{wide} × {high}" if widget.width() < wide or widget.height() < high else ""


def _shows_icon_alone(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def test_the_welcome(doubled: Theme, machine: Machine) -> None:
    window = MainWindow(doubled, machine)
    window.show()
    assert window.findChildren(QScrollArea)
    wrong = cut_off(window)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    assert not wrong, "\n".join(wrong)


def test_every_page_and_panel(doubled: Theme, parkside_window: MainWindow) -> None:
    wrong = [f"{name}: {one}" for name, root in pages(parkside_window) for one in cut_off(root)]
    assert not wrong, "\n".join(wrong)


def test_every_dialog(doubled: Theme, parkside_window: MainWindow) -> None:
    wrong = [f"{name}: {one}" for name, root in dialogs(parkside_window) for one in cut_off(root)]
    assert not wrong, "\n".join(wrong)


def test_the_size_is_chosen_in_the_menu_and_remembered(
    theme: Theme, parkside_window: MainWindow, machine: Machine
) -> None:
    before = QApplication.font().pointSizeF()
    parkside_window.actions_["view.text-150"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * before)
    assert machine.memory.text_size == 150
    parkside_window.actions_["view.text-100"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(before)
