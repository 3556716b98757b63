"""`Workspace`: an open hub in the window: rail, pages, panels beside them, the day above, figures below."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.going import Going
from hubdesk.desktop.icons import icon
from hubdesk.desktop.inspector.inspector import Inspector
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.memory import Look
from hubdesk.desktop.pages.history_page import HistoryPage
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.pages.stack import PageStack
from hubdesk.desktop.panels.as_at_bar import AsAtBar
from hubdesk.desktop.panels.docks import Docks
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.panels.problems import ProblemsPanel
from hubdesk.desktop.panels.problems_badge import ProblemsBadge
from hubdesk.desktop.panels.status_line import StatusLine
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.time.side import TimeSide
from hubdesk.desktop.tool_bar import ToolBar
from hubdesk.desktop.workings.side import WorkingsSide
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import AgencyReview


class Workspace(QMainWindow):
    """Everything that is seen of one session. Closed with it.

    Others put what is theirs into its slots: `add_page`, `docks`, `add_below_day` (a bar over the
    whole width), and `status_line`.
    """

    page_came = Signal()
    """Another page is in front."""
    answers_dropped = Signal(object)
    """Workbooks were dropped on the window while packs are out: a list of Paths."""
    hub_workbook_came = Signal(object)
    """A workbook that is no answer, and may be a hub to bring in: its Path."""

    def __init__(self, session: Session, theme: Theme, actions: Actions, jobs: Jobs) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.session = session
        self.theme = theme
        self.actions_ = actions
        self.jobs = jobs
        self.going = Going(session, jobs, self.reveal, self)
        self.docks = Docks(self, actions)
        self._marks: list[tuple[QToolButton, Page]] = []
        self._group = QActionGroup(self)
        self._stack = PageStack()
        self._stack.currentChanged.connect(self._page_came)
        self.setCentralWidget(self._stack)
        actions.ask_before(
            only_looks=lambda: session.only_looks, in_scenario=lambda: session.trying is not None
        )
        self._add_editing()
        self.rail = ToolBar("rail", "Pages")
        self.rail.setOrientation(Qt.Orientation.Vertical)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.as_at_bar = AsAtBar(session, actions)
        self.header = ToolBar("header", "Day and editing")
        self._fill_header()
        self.status_line = StatusLine(session, actions, jobs)
        self.setStatusBar(self.status_line)
        self.plan_page = PlanPage(session, theme, actions)
        self.add_page(self.plan_page)
        self.history_page = HistoryPage(session, actions, jobs)
        self._add_problems()
        palette = self.plan_page.allocating.palette
        self.docks.add(
            Panel(
                "agencies",
                "Agencies",
                palette,
                Side.RIGHT,
                "users",
                page=self.plan_page,
                help_topic="allocating",
            )
        )
        self.inspector = Inspector(self.plan_page.plan, jobs)
        self.docks.add(
            Panel(
                "inspector",
                "Inspector",
                self.inspector,
                Side.RIGHT,
                "sliders-horizontal",
                "F4",
                page=self.plan_page,
                help_topic="arranging",
            )
        )
        self.time = TimeSide(self)
        self.workings = WorkingsSide(self)
        session.changed.connect(actions.refresh_soon)
        session.as_at_changed.connect(actions.refresh_soon)
        session.scenario_changed.connect(actions.refresh_soon)
        session.selection.changed.connect(actions.refresh_soon)
        session.undo_stack.indexChanged.connect(self._name_undo)
        theme.changed.connect(self._retint)

    def add_page(self, page: Page) -> None:
        """Another mark on the rail."""
        self._stack.addWidget(page)
        number = self._stack.count()
        go = Action(
            f"page.{page.title.lower()}",
            page.title,
            "View",
            lambda: self.show_page(page),
            f"Alt+{number}",
            page.icon,
            checked=lambda: self._stack.currentWidget() is page,
        )
        self.actions_.add(go)
        self._group.addAction(self.actions_[go.id])
        mark = QToolButton()
        mark.setDefaultAction(self.actions_[go.id])
        mark.setAccessibleName(f"{page.title} page")
        mark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        mark.setIconSize(QSize(24, 24))
        mark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark.setMinimumWidth(64)
        self._marks.append((mark, page))
        self.rail.addWidget(mark)

    def keep_page(self, page: Page) -> None:
        """A page that an action of its own leads to: seldom looked at, it has no mark on the rail."""
        self._stack.addWidget(page)

    def add_below_day(self, name: str, widget: QWidget) -> QToolBar:
        """A bar of its own beneath the as-at day, over the whole width."""
        bar = ToolBar(f"below-day.{name}", name)
        bar.addWidget(widget)
        self.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        return bar

    def show_page(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        page.shown()
        self.actions_.refresh_soon()

    def page_called(self, title: str) -> Page | None:
        """The page of that title, if there is one."""
        return next((page for _, page in self._marks if page.title == title), None)

    @property
    def page(self) -> Page:
        current = self._stack.currentWidget()
        assert isinstance(current, Page)
        return current

    def arrangement(self) -> QByteArray:
        """Where the panels stand, to be remembered."""
        return self.saveState()

    def look(self) -> Look:
        """How the hub is looked at now, to be remembered."""
        floor = self.plan_page.plan.floor
        return Look(self.page.title, "" if floor is None else floor.id, self.plan_page.view.pixels_per_metre)

    def look_as(self, look: Look) -> None:
        """Look at the hub as it was looked at before, as far as that is still there."""
        floor = next((one for one in self.session.hub.floors if one == look.floor), None)
        if floor is not None:
            self.plan_page.plan.show_floor(floor)
        if (page := self.page_called(look.page)) is not None:
            self.show_page(page)
        if look.zoom > 0:
            self.plan_page.zoom_when_shown(look.zoom)

    def reveal(self, records: Iterable[RecordId]) -> bool:
        """Show `records` on the plan; False, and no other page, where they have no place there."""
        if not self.plan_page.reveal(records):
            return False
        self.show_page(self.plan_page)
        return True

    @property
    def packs_are_out(self) -> bool:
        """Whether a workbook that comes may be the answer to a review."""
        return any(one.sent for one in self.session.hub.all(AgencyReview))

    def _add_problems(self) -> None:
        self.problems = ProblemsPanel(self.session, self.jobs)
        self.problems.activated.connect(self.going.to_problem)
        dock = self.docks.add(
            Panel(
                "problems",
                "Problems",
                self.problems,
                Side.BOTTOM,
                "list-checks",
                "Ctrl+Shift+P",
                shown=False,
                help_topic="window",
            )
        )
        self.badge = ProblemsBadge(self.problems, dock)
        self.status_line.addPermanentWidget(self.badge)

    def _page_came(self, _index: int) -> None:
        self.docks.page_came(self._stack.currentWidget())
        self.page_came.emit()

    def _fill_header(self) -> None:
        for id_ in ("edit.undo", "edit.redo"):
            button = QToolButton()
            button.setDefaultAction(self.actions_[id_])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self.header.addWidget(button)
        self.header.addWidget(self.as_at_bar)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.header.addWidget(gap)
        self.header.addAction(self.actions_["edit.find"])
        if (find := self.header.widgetForAction(self.actions_["edit.find"])) is not None:
            find.setAccessibleName("Find")
            assert isinstance(find, QToolButton)
            find.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.header)

    def _add_editing(self) -> None:
        stack = self.session.undo_stack
        self.actions_.add(
            Action(
                "edit.undo",
                "Undo",
                "Edit",
                self.session.undo,
                "Ctrl+Z",
                "undo-2",
                stack.canUndo,
                why_not="Nothing was changed here since the hub was opened",
            ),
            Action(
                "edit.redo",
                "Redo",
                "Edit",
                self.session.redo,
                "Ctrl+Y",
                "redo-2",
                stack.canRedo,
                why_not="Nothing was undone",
                also="Ctrl+Shift+Z",
            ),
            Action("edit.find", "Find…", "Edit", self.going.find, "Ctrl+F", "search"),
        )

    def _name_undo(self) -> None:
        """Undo and redo say what they would undo and redo."""
        stack = self.session.undo_stack
        for id_, word, what in (
            ("edit.undo", "Undo", stack.undoText()),
            ("edit.redo", "Redo", stack.redoText()),
        ):
            self.actions_.retitle(id_, f"{word}: {what}" if what else word)
        self.actions_.refresh()

    def _retint(self) -> None:
        self.actions_.retint()
        for mark, page in self._marks:
            mark.setIcon(icon(page.icon))
        self.problems.retint()
        self.badge.retint()
