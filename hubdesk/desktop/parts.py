"""F6: from one part of the window to the next, with the place in each part kept."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.desktop.actions import Action
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.panels.panel import Dock
from hubdesk.desktop.workspace import Workspace


def add_parts(workspace: Workspace) -> None:
    """The actions that go round the parts, either way."""
    workspace.actions_.add(
        Action("view.next-part", "Go to the next part", "View", lambda: go(workspace, 1), "F6"),
        Action("view.previous-part", "Go to the part before", "View", lambda: go(workspace, -1), "Shift+F6"),
    )


def go(workspace: Workspace, step: int) -> None:
    """To the part that comes `step` after the one where the focus is."""
    stops = [(part, stop) for part in parts(workspace) if (stop := _stop(part)) is not None]
    focus = QApplication.focusWidget()
    here = [
        number
        for number, (part, _) in enumerate(stops)
        if focus is not None and (part is focus or part.isAncestorOf(focus))
    ]
    if stops:
        place = (here[0] + step) % len(stops) if here else 0
        stops[place][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def parts(workspace: Workspace) -> Iterator[QWidget]:
    """The page, the panels that are to be seen, the status line, the rail and the header, in this order."""
    page = workspace.page
    yield page.view if isinstance(page, PlanPage) else page
    docks = [dock for dock in workspace.window().findChildren(Dock) if not dock.visibleRegion().isEmpty()]
    yield from sorted(docks, key=_place)
    yield from (workspace.status_line, workspace.rail, workspace.header)


def _stop(part: QWidget) -> QWidget | None:
    """Where the focus was in that part before, else its first place for it."""
    if _takes_focus(part):
        return part
    before: QWidget | None = part.focusWidget()
    if before is not None and _takes_focus(before):
        return before
    return min(filter(_takes_focus, part.findChildren(QWidget)), key=_place, default=None)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _place(widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return at.y(), at.x()
