"""`Panel`: something beside the pages, that can be shown and put away."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from hubdesk.desktop.icons import icon
from hubdesk.desktop.pages.page import Page


class Side(Enum):
    """Where a panel stands."""

    LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
    RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
    BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel as it is added to the workspace.

    `id` is a stable word, `title` what people call it. It is `shown` at first or not; with a `page`
    it is only there while that page is. `help_topic` is the help page that explains it. Panels on the
    left stand above each other, those on the right and below share one place, with tabs.
    """

    id: str
    title: str
    widget: QWidget
    side: Side
    icon: str = ""
    shortcut: str = ""
    shown: bool = True
    page: Page | None = None
    beside: str = ""
    """The panel whose place it shares, with tabs, where it would have one of its own."""
    help_topic: str = ""


class Dock(QDockWidget):
    """The frame of a panel. Whether it is wanted outlasts the pages that it is not there on."""

    wanted_changed = Signal()

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(panel.title, parent)
        self.panel = panel
        self._wanted = panel.shown
        self._has_page = True
        self._name = QLabel(panel.title)
        self.setObjectName(f"panel.{panel.id}")
        self.setAccessibleName(panel.title)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        if not panel.widget.accessibleName():
            panel.widget.setAccessibleName(panel.title)
        self.setTitleBarWidget(self._title_bar())
        self.setWidget(panel.widget)
        self.setVisible(self._wanted)

    def _title_bar(self) -> QWidget:
        """The title, and a button large enough to be hit that puts the panel away."""
        bar = QWidget()
        bar.setObjectName("panel-title")
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setToolTip("Put this panel away")
        close.setAccessibleName(f"Put the {self.panel.title} panel away")
        close.clicked.connect(self.put_away)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 2, 0)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(close)
        return bar

    @property
    def wanted(self) -> bool:
        return self._wanted

    def want(self) -> None:
        """Show it, in front of those it shares its place with, wherever its page is."""
        self._set(wanted=True)
        self.raise_()

    def bring_back(self) -> None:
        """Show it as it was, in front or not."""
        self._set(wanted=True)

    def put_away(self) -> None:
        self._set(wanted=False)

    def toggle(self) -> None:
        """Bring it to the front, or put it away if it is there."""
        if self._wanted and not self.visibleRegion().isEmpty():
            self.put_away()
        else:
            self.want()

    def page_came(self, page: QWidget | None) -> None:
        """Another page is in front."""
        self._has_page = self.panel.page is None or self.panel.page is page
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Its tab says the title where it shares its place."""
        super().resizeEvent(event)
        window = self.parentWidget()
        if isinstance(window, QMainWindow):
            sharing = [one for one in window.tabifiedDockWidgets(self) if isinstance(one, Dock) and one.there]
            self._name.setVisible(not sharing)

    @property
    def there(self) -> bool:
        """Whether it has its place on the page in front, be it behind another's tab."""
        return self._wanted and self._has_page

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        event.accept()
        self.put_away()

    def _set(self, *, wanted: bool) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.wanted_changed.emit()
        self._settle()

    def _settle(self) -> None:
        self.setVisible(self.there)
