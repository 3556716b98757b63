"""The menu of a table: what the keys do, and what has none."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from hubdesk.desktop.tables.cells import tells_why

if TYPE_CHECKING:
    from hubdesk.desktop.tables.table import Table


def table_menu(table: "Table") -> QMenu:
    """What can be done with `table` where the keys are, and with what is selected."""
    menu = QMenu(table)
    menu.aboutToHide.connect(menu.deleteLater)
    current = table.grid.currentIndex()
    if tells_why(current):
        _add(menu, "&Why this figure?", lambda: table.grid.opened.emit(current), "Return")
        menu.addSeparator()
    _add_clipboard(menu, table)
    menu.addSeparator()
    _add_orders(menu.addMenu("&Order by"), table)
    if table.saving is not None:
        menu.addSeparator()
        any_column = bool(table.columns)
        _add(menu, "Save as P&DF…", table.saving.as_pdf, enabled=any_column)
        _add(menu, "Save as &workbook…", table.saving.as_workbook, enabled=any_column)
    return menu


def _add_clipboard(menu: QMenu, table: "Table") -> None:
    handling = table.handling
    chosen = table.grid.chosen() is not None
    _add(menu, "&Copy", partial(handling.copy, headed=True), "Ctrl+C", enabled=chosen)
    bare = partial(handling.copy, headed=False)
    _add(menu, "Copy without &headings", bare, "Ctrl+Shift+C", enabled=chosen)
    _add(menu, "Copy the whole &table", handling.copy_all)
    if handling.can_type:
        menu.addSeparator()
        _add(menu, "&Paste", handling.paste, "Ctrl+V")
        if handling.adding is not None:
            _add(menu, f"Paste as &new {handling.adding.what}s", handling.paste_below)
        _add(menu, "&Fill down", handling.fill_down, "Ctrl+D", enabled=chosen)
        _add(menu, "C&lear", handling.clear, "Del", enabled=chosen)


def _add_orders(menu: QMenu, table: "Table") -> None:
    for column in table.columns:
        _add(menu, column.title.replace("&", "&&"), partial(table.sort_by, column.id))
    menu.addSeparator()
    _add(menu, "As at first", partial(table.sort_by, None), enabled=table.cells.sorted_by is not None)


def _add(menu: QMenu, title: str, run: Callable[[], object], keys: str = "", *, enabled: bool = True) -> None:
    action = QAction(title, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: run())
    menu.addAction(action)
