"""What is amiss in what assistive technology is told of a window, and in how it takes keys and fingers."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollBar,
    QToolButton,
    QWidget,
)

from hubdesk.desktop.panels.panel import Dock

_ROLE = QAccessible.Role
INTERACTIVE = {
    _ROLE.PushButton,
    _ROLE.ButtonMenu,
    _ROLE.ButtonDropDown,
    _ROLE.CheckBox,
    _ROLE.RadioButton,
    _ROLE.EditableText,
    _ROLE.ComboBox,
    _ROLE.List,
    _ROLE.Table,
    _ROLE.Tree,
    _ROLE.Slider,
    _ROLE.SpinBox,
    _ROLE.MenuItem,
    _ROLE.PageTab,
    _ROLE.Link,
}
_WHOLE = {_ROLE.ComboBox, _ROLE.SpinBox, _ROLE.EditableText, _ROLE.ScrollBar}
"""Taken as one thing: what is inside belongs to it."""
_LISTS = {_ROLE.List, _ROLE.Table, _ROLE.Tree}
LEAST_TARGET = 24
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractSlider)


def nameless(root: QWidget) -> list[str]:
    """What can be used and has no name."""
    found = QAccessible.queryAccessibleInterface(root)
    return [
        f"{one.role().name} in {_place(one)}"
        for one in _things(found)
        if one.role() in INTERACTIVE and not one.text(QAccessible.Text.Name).strip()
    ]


def _things(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if thing.state().invisible:
        return
    yield thing
    if thing.role() in _WHOLE | _LISTS:
        return
    for number in range(thing.childCount()):
        child: QAccessibleInterface | None = thing.child(number)
        if child is not None and child.isValid():
            yield from _things(child)


def _place(thing: QAccessibleInterface) -> str:
    """Where it is, from the outside in."""
    names: list[str] = []
    at: QAccessibleInterface | None = thing
    while at is not None and at.isValid() and len(names) < 4:
        here: QObject | None = at.object()
        kind = at.role().name if here is None else type(here).__name__
        names.append(at.text(QAccessible.Text.Name) or kind)
        at = at.parent()
    return " < ".join(names)


def controls(root: QWidget) -> Iterator[QWidget]:
    """The widgets that are used, one for each thing to use."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, _CONTROLS) or isinstance(widget, QScrollBar | QHeaderView):
            continue
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not root.window():
            continue
        if isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit | QHeaderView):
            continue
        if isinstance(widget, QAbstractButton) and isinstance(widget.parent(), QAbstractItemView):
            continue
        yield widget


def has_other_way(widget: QWidget) -> bool:
    """Whether a menu does the same: that of a panel's frame, or that of an action."""
    if type(widget).__name__ == "QAbstractButton":
        return isinstance(widget.parentWidget(), Dock)
    action = widget.defaultAction() if isinstance(widget, QToolButton) else None
    return (
        action is not None
        and bool(action.objectName())
        and any(isinstance(one, QMenu) for one in action.associatedObjects())
    )


def out_of_reach(root: QWidget) -> list[str]:
    """What Tab does not come to, and no menu does."""
    return [
        told(one)
        for one in controls(root)
        if not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_one_of_a_group(one)
        and not has_other_way(one)
        and not (one.focusProxy() or one.accessibleName().endswith(": what fits"))
    ]


def _is_one_of_a_group(widget: QWidget) -> bool:
    """Whether arrow keys come to it from the one of its group that is chosen, as Qt has it."""
    around = widget.parentWidget()
    if not isinstance(widget, QRadioButton) or around is None:
        return False
    return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in around.findChildren(QRadioButton))


def too_small(root: QWidget) -> list[str]:
    """What is smaller than a target may be."""
    return [
        f"{told(one)}: {one.width()} × {one.height()}"
        for one in controls(root)
        if min(one.width(), one.height()) < LEAST_TARGET
    ]


def told(widget: QWidget) -> str:
    """A widget as a failing test names it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    around = [type(one).__name__ for one in _parents(widget)][:3]
    return f"{type(widget).__name__} “{widget.accessibleName() or text}” in {' < '.join(around)}"


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
