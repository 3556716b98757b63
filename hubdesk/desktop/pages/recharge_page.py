"""The Recharge page: who pays what for a period, live until it is issued, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout

from hubdesk.desktop.charts.waterfall import WaterfallChart
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.recharge.differing import Differing
from hubdesk.desktop.recharge.head import Head
from hubdesk.desktop.recharge.live import Live
from hubdesk.desktop.recharge.matrix import Matrix
from hubdesk.desktop.recharge.settling import Settling, title_of
from hubdesk.desktop.recharge.why import Why
from hubdesk.desktop.recharge.year import Year
from hubdesk.desktop.workspace import Workspace
from hubdesk.workflows.recharge_seen import Seen


class RechargePage(Page):
    """Who pays what above; below it what differs, what is to be settled, and the year."""

    title = "Recharge"
    icon = "receipt-text"

    issue_wanted = Signal(str)
    """What would be frozen as the run of that name is to be shown."""
    folder_wanted = Signal(str)
    """All that goes out of the run of that name is wanted in a folder."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        session = workspace.session
        self.live = Live(session, workspace.jobs, self.isVisible, self)
        self.head = Head(session)
        self.matrix, self.differing = Matrix(), Differing()
        self.settling, self.year = Settling(), Year()
        self.payers = WaterfallChart(workspace.theme)
        self._why = Why(session, self.live, workspace.workings)
        self.head.wanted.connect(self.live.want)
        self.head.issue.connect(self.issue_wanted)
        self.head.folder.connect(self.folder_wanted)
        self.live.working.connect(self.head.working)
        self.live.came.connect(self._show)
        self.matrix.opened.connect(self._why.open)
        self.differing.opened.connect(self._why.open)
        self.payers.activated.connect(self._why.open_bar)
        self.settling.wanted.connect(workspace.going.to_problem)
        self.year.run_wanted.connect(self.live.want)
        self.year.record_wanted.connect(workspace.going.to_record)
        self._lay_out()

    @property
    def help_topic(self) -> str:
        return "recharge"

    def shown(self) -> None:
        self.live.look()
        self.matrix.table.setFocus()

    def look_at(self, run: str) -> None:
        """Look at the run of that name, now or once the page is in front."""
        self.live.want(run)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for widget, title in (
            (self.payers, "Who pays"),
            (self.differing, "What differs"),
            (self.settling, "To settle"),
            (self.year, "The year"),
        ):
            self.tabs.addTab(widget, title)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.matrix)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(split, 1)

    def _show(self, seen: Seen) -> None:
        self.head.show_seen(seen)
        self.matrix.show_view(seen.view)
        self.differing.show_differences(seen.differences)
        self.settling.show_seen(seen)
        if seen.payers is not None or seen.view is None:
            self.payers.show_data(seen.payers)
        self.year.show_seen(seen)
        self.tabs.setTabText(self.tabs.indexOf(self.settling), title_of(seen))
