"""The Costs page: the lines of a year, drivers, and the desk rate that is to pay for the building."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from hubdesk.desktop.costs.chosen_year import YearField
from hubdesk.desktop.costs.classes import Classes
from hubdesk.desktop.costs.deeds import CostDeeds
from hubdesk.desktop.costs.drivers import Drivers
from hubdesk.desktop.costs.line_side import LineSide
from hubdesk.desktop.costs.lines import Lines
from hubdesk.desktop.costs.rate.view import RateView
from hubdesk.desktop.costs.said import WORKING
from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.ids import RecordId
from hubdesk.domain.settings import DeskRate
from hubdesk.workflows.costs.line_words import year_told


class CostsPage(Page):
    """The lines and drivers above, the rate drawn below; beside them who shares the chosen line."""

    title = "Costs"
    icon = "receipt-pound-sterling"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.year = ShownYear(workspace, self)
        self.field = YearField(self.year.chosen, self.year.session)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.lines, self.classes = Lines(self.year), Classes(self.year)
        self.drivers = Drivers(self.year)
        self.rate = RateView(self.year, workspace.theme)
        self.line = LineSide(self.year)
        self.deeds = CostDeeds(self.year, self.lines, workspace, lambda: self._to_lines(workspace))
        self.tabs, self.state = QTabWidget(), QLabel(WORKING)
        self._build()
        self.lines.chosen.connect(self.line.show_line)
        self.lines.chosen.connect(workspace.actions_.refresh_soon)
        self.lines.looked_at.connect(self.deeds.ask_about)
        self.tabs.currentChanged.connect(workspace.actions_.refresh_soon)
        self.rate.use_wanted.connect(self.deeds.ask_use)
        self.year.changed.connect(self._tell)
        for signal in (self.year.worked_out.working, self.year.worked_out.came):
            signal.connect(self._say_state)
        self._tell()

    @property
    def help_topic(self) -> str:
        return "costs"

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        self.year.look(looked_at=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        super().hideEvent(event)
        self.year.look(looked_at=False)

    def shown(self) -> None:
        """The keys go to what is looked at, and to its first row where they have not been yet."""
        shown = self.tabs.currentWidget()
        if shown is self.lines:
            self.lines.table.setFocus()
        elif shown is self.drivers:
            self.drivers.table.setFocus()

    def show_line(self, id_: RecordId) -> bool:
        """Bring that cost line to the front, in its year."""
        line = self.year.session.hub.cost_lines.get(id_)
        if line is None:
            return False
        self.year.chosen.choose(line.year)
        self.tabs.setCurrentWidget(self.lines)
        return self.lines.go_to(id_)

    def show_driver_figure(self, id_: RecordId) -> bool:
        """Bring that agency's figures for a driver to the front."""
        self.tabs.setCurrentWidget(self.drivers)
        return self.drivers.show_figure(id_)

    def _build(self) -> None:
        top = QHBoxLayout()
        label = QLabel("Charging &year:")
        label.setBuddy(self.field)
        top.addWidget(label)
        top.addWidget(self.field)
        top.addWidget(self.told, 1)
        for words, run in (
            ("New line", self.deeds.add),
            ("Paste…", self.deeds.ask_paste),
            ("Roll forward…", self.deeds.ask_roll_forward),
        ):
            button = QPushButton(words)
            button.setEnabled(not self.year.session.only_looks)
            button.clicked.connect(run)
            top.addWidget(button)
        for widget, title in (
            (self.lines, "Cost lines"),
            (self.classes, "By class"),
            (self.drivers, "Drivers"),
        ):
            self.tabs.addTab(widget, title)
        self.tabs.setCornerWidget(self._beside_tabs())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tabs)
        split.addWidget(self.rate)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 4)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _beside_tabs(self) -> QWidget:
        """Whether the figures hold, in a place of its own, so that nothing moves when it shows."""
        self.state.setObjectName("quiet")
        stays = self.state.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.state.setSizePolicy(stays)
        self.state.hide()
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.state)
        return beside

    def _say_state(self) -> None:
        self.state.setVisible(not self.year.worked_out.hold)

    def _to_lines(self, workspace: Workspace) -> None:
        workspace.show_page(self)
        self.tabs.setCurrentWidget(self.lines)

    def _tell(self) -> None:
        self.told.setText(year_told(self.year.costs))


def add_costs(workspace: Workspace) -> CostsPage:
    """The page, the panel of the chosen line beside it, and the ways that lead to them."""
    page = CostsPage(workspace)
    workspace.add_page(page)
    workspace.docks.add(
        Panel("cost-line", "Cost line", page.line, Side.RIGHT, "split", page=page, help_topic="costs")
    )
    workspace.actions_.add(*page.deeds.actions())

    def line(id_: RecordId) -> bool:
        workspace.show_page(page)
        return page.show_line(id_)

    def driver(id_: RecordId) -> bool:
        workspace.show_page(page)
        return page.show_driver_figure(id_)

    def rate(_id: RecordId) -> bool:
        workspace.show_page(page)
        page.rate.setFocus()
        return True

    workspace.going.offer(CostLine, line)
    workspace.going.offer(DriverFigure, driver)
    workspace.going.offer(DeskRate, rate)
    return page
