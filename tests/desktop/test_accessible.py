"""Nothing that can be used is without a name, too small to hit, or out of reach of the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow

_USED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)
_LEAST = 24
"""Pixels, each way: WCAG 2.2, 2.5.8."""


def used(window: QWidget) -> Iterator[QWidget]:
    """Everything visible that one can press, type into or choose from; not the insides of such a thing."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(
            widget.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)
        )
        if isinstance(widget, _USED) and widget.isVisible() and not inside and not _is_qts_own(widget):
            yield widget


def _is_qts_own(widget: QWidget) -> bool:
    return isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"


def nameless(window: QWidget) -> list[str]:
    return [
        told(widget)
        for widget in used(window)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]


def small(window: QWidget) -> list[str]:
    return [
        f"{told(widget)}: {widget.width()} × {widget.height()}"
        for widget in used(window)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < _LEAST
    ]


def test_the_welcome(theme: Theme, machine: Machine) -> None:
    window = MainWindow(theme, machine)
    window.show()
    assert nameless(window) == []
    assert small(window) == []
    window.close()


def test_the_window_on_a_hub_with_everything_shown(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    workspace.panel("problems").want()
    parkside_window.show_help()
    for page in (workspace.plan_page, workspace.history_page):
        workspace.show_page(page)
        QApplication.processEvents()
        assert nameless(parkside_window) == []
        assert small(parkside_window) == []


@pytest.mark.parametrize(
    "action",
    ["file.new", "file.open-team", "file.roll-forward", "view.commands", "edit.find", "help.about"],
)
def test_each_dialog(parkside_window: MainWindow, action: str) -> None:
    parkside_window.actions_[action].trigger()
    dialog = next(one for one in parkside_window.findChildren(QWidget) if one.isWindow() and one.isVisible())
    assert nameless(dialog) == []
    assert small(dialog) == []
    dialog.close()


def test_tab_goes_round_without_being_caught(parkside_window: MainWindow) -> None:
    been: list[QWidget] = []
    parkside_window.setFocus()
    for _ in range(200):
        parkside_window.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or focus in been:
            break
        been.append(focus)
    workspace = parkside_window.workspace
    assert workspace is not None
    assert workspace.as_at_bar.day in been
    assert workspace.plan_page.view in been


def test_hubs_can_be_dragged_over_the_plan_too(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("other.hubdesk")])
    over = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    parkside_window.dragEnterEvent(over)
    assert over.isAccepted()
    over.ignore()
    QApplication.sendEvent(workspace.plan_page.view.viewport(), over)
    assert over.isAccepted()
