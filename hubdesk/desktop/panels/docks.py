"""`Docks`: the panels that stand around the pages of a workspace, and where they stand."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.panels.panel import Dock, Panel, Side


class Docks:
    """The docks of `window`, by the ids of their panels."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._window = window
        self._actions = actions
        self._docks: dict[str, Dock] = {}
        self._page: QWidget | None = None
        self._tabs_soon = QTimer(window, interval=0, singleShot=True)
        self._tabs_soon.timeout.connect(self._settle_tabs)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def __getitem__(self, id_: str) -> Dock:
        return self._docks[id_]

    def add(self, panel: Panel) -> Dock:
        """Another panel, with an action in the View menu that shows it and puts it away."""
        dock = Dock(panel, self._window)
        self._place(dock)
        self._docks[panel.id] = dock
        self._actions.add(
            Action(
                f"panel.{panel.id}",
                f"{panel.title} panel",
                "View",
                dock.toggle,
                panel.shortcut,
                panel.icon,
                checked=lambda: dock.wanted,
                under="Panels",
            )
        )
        dock.wanted_changed.connect(self._actions.refresh_soon)
        dock.wanted_changed.connect(self._tabs_soon.start)
        dock.page_came(self._page)
        return dock

    def page_came(self, page: QWidget | None) -> None:
        """Another page is in front: panels of other pages go, its own come."""
        self._page = page
        for dock in self._docks.values():
            dock.page_came(page)
        self._tabs_soon.start()

    @property
    def wanted(self) -> Mapping[str, bool]:
        """Whether each panel is wanted, by its id, on whichever page one is."""
        return {id_: dock.wanted for id_, dock in self._docks.items()}

    def arrange(self, arrangement: QByteArray, wanted: Mapping[str, bool]) -> None:
        """Put the panels back where they stood; those that are not named in `wanted` are as at first."""
        self._window.restoreState(arrangement)
        for id_, dock in self._docks.items():
            # What Qt restores is whether it was seen, and on another page it was not.
            if wanted.get(id_, dock.panel.shown):
                dock.bring_back()
            else:
                dock.put_away()
        self._tabs_soon.start()

    def _settle_tabs(self) -> None:
        """Hide tabs with no dock below them: Qt leaves them standing where all of their docks went."""
        tops = {dock.geometry().topLeft() for dock in self._docks.values() if dock.there}
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setVisible(bar.geometry().bottomLeft() + QPoint(0, 1) in tops)

    def _place(self, dock: Dock) -> None:
        panel, window = dock.panel, self._window
        area = panel.side.value
        there = [one for one in self._docks.values() if window.dockWidgetArea(one) is area]
        window.addDockWidget(area, dock)
        if panel.beside:
            window.tabifyDockWidget(self._docks[panel.beside], dock)
            self._docks[panel.beside].raise_()
        elif there and panel.side is Side.LEFT:
            window.splitDockWidget(there[-1], dock, Qt.Orientation.Vertical)
        elif there:
            window.tabifyDockWidget(there[-1], dock)
            there[0].raise_()
