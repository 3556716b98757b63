"""The page "What if": scenarios, what each agency would pay in them, and bases compared."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QSplitter, QTabWidget, QVBoxLayout, QWidget

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.scenarios.bases import BasesView
from hubdesk.desktop.scenarios.compared import ComparedView
from hubdesk.desktop.scenarios.listing import ScenarioListing
from hubdesk.desktop.scenarios.papers import BoardPapers
from hubdesk.desktop.scenarios.room import Scenarios
from hubdesk.desktop.workspace import Workspace
from hubdesk.workflows.scenario_upon import scenario_upon
from hubdesk.workflows.scenarios import told


class WhatIfPage(Page):
    """Nothing on it changes the hub but "Take over"."""

    title = "What if"
    icon = "flask-conical"

    def __init__(self, workspace: Workspace, scenarios: Scenarios, work: AtWork) -> None:
        super().__init__()
        self._session, self.scenarios = workspace.session, scenarios
        self.listing = ScenarioListing(scenarios)
        self.changes = QListWidget()
        self.changes.setAccessibleName("What the scenario changes, record by record")
        self.changes.setWordWrap(True)
        self.changes.setSpacing(2)
        self.compared = ComparedView(workspace, self.listing)
        self.bases = BasesView(workspace)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("What is compared")
        self.tabs.addTab(self.compared, "Scenarios")
        self.tabs.addTab(self.bases, "Bases")
        self.tabs.currentChanged.connect(self._look)
        papers = BoardPapers(work)
        self.compared.paper.clicked.connect(lambda: self._paper(papers))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self.tabs)
        split.setStretchFactor(1, 1)
        split.setSizes([360, 960])
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        self.listing.current_changed.connect(self._tell)
        self._session.changed.connect(self._tell)
        self._session.scenario_changed.connect(self._tell)

    @property
    def help_topic(self) -> str:
        return "what-if"

    def shown(self) -> None:
        self.scenarios.look()
        self._tell()
        self._look()
        self.listing.list.setFocus()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.listing, 3)
        heading = QLabel("What it changes")
        heading.setBuddy(self.changes)
        column.addWidget(heading)
        column.addWidget(self.changes, 2)
        return left

    def _look(self) -> None:
        (self.compared if self.tabs.currentWidget() is self.compared else self.bases).look()

    def _tell(self) -> None:
        """What the chosen scenario changes on the hub as it stands, and what of it does not fit."""
        if not self.isVisible():
            return
        self.changes.clear()
        one = self.listing.current
        if one is None:
            return
        hub = self._session.document.hub
        laid = scenario_upon(hub, one)
        lines = [*told(hub, laid), *(f"Left out: {problem.told_there}" for problem in laid.problems)]
        self.changes.addItems(lines or ["Nothing that is not on the hub already"])

    def _paper(self, papers: BoardPapers) -> None:
        if self.compared.comparison is not None:
            papers.ask(self.compared.comparison)
