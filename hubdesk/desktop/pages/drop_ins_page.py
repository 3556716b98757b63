"""The page "Drop-ins": a week's timetable, who meets whom in it, and every drop-in in a table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
)

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.drop_ins.answer import WeekFound, week_found
from hubdesk.desktop.drop_ins.deeds import DropInDeeds
from hubdesk.desktop.drop_ins.publishing import Publishing
from hubdesk.desktop.drop_ins.timetable import TimetableDrawing
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.tables import Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.problem import Problem
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.drop_ins.columns import adding_drop_ins, drop_in_columns, drop_in_rows
from hubdesk.workflows.drop_ins.companion_columns import companion_columns
from hubdesk.workflows.drop_ins.words import listed, week_called

_LOOK_AT = 1


class DropInsPage(Page):
    """The week is that of the as-at day. Follows the hub while it is looked at, off the main thread."""

    title = "Drop-ins"
    icon = "calendar-clock"

    def __init__(self, workspace: Workspace, publishing: Publishing) -> None:
        super().__init__()
        self._workspace, self._session = workspace, workspace.session
        self._publishing = publishing
        self._stale = True
        self.found: WeekFound | None = None
        self.who = QComboBox()
        self.who.setAccessibleName("Drop-ins of")
        self.week = QLabel()
        self.week.setObjectName("preview-heading")
        self.always = QLabel()
        self.always.setObjectName("quiet")
        self.always.setWordWrap(True)
        self.timetable = Chart(workspace.theme, "Nobody drops in during this week.")
        self.timetable.canvas.setAccessibleName("Who is in when")
        self.companions = Table("Who meets whom", companion_columns(), self._session)
        self.problems = QListWidget()
        self.problems.setAccessibleName("What does not go together")
        self.problems.setWordWrap(True)
        self.problems.setSpacing(2)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("About the week")
        self.tabs.addTab(self.companions, "Who meets whom")
        self.tabs.addTab(self.problems, "To look at")
        self.table = Table("Drop-ins", drop_in_columns(), self._session, adding_drop_ins())
        self._latest: Latest[WeekFound] = Latest(workspace.jobs, self._question, self)
        self._add_actions()
        self._build()
        self._connect()

    @property
    def help_topic(self) -> str:
        return "drop-ins"

    @property
    def agency(self) -> RecordId | None:
        """The agency whose drop-ins alone are shown, if one is chosen."""
        return RecordId(self.who.currentData()) if self.who.currentData() else None

    def shown(self) -> None:
        self._settle()
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        self._settle()

    def show_drop_in(self, id_: RecordId) -> bool:
        """Bring that drop-in before the eyes."""
        self._workspace.show_page(self)
        return self.table.go_to(id_)

    def _build(self) -> None:
        top = QHBoxLayout()
        for id_ in ("time.week-back", "time.week-on"):
            step = QToolButton()
            step.setDefaultAction(self._workspace.actions_[id_])
            step.setAccessibleName(self._workspace.actions_[id_].text())
            step.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            top.addWidget(step)
        top.addWidget(self.week)
        top.addSpacing(12)
        label = QLabel("Drop-ins &of")
        label.setBuddy(self.who)
        top.addWidget(label)
        top.addWidget(self.who)
        top.addWidget(self.always, 1)
        for id_, words in (
            ("drop-ins.add", "New drop-in…"),
            ("drop-ins.remove", "Remove"),
        ):
            self.table.bar.add(action_button(self._workspace.actions_, id_, words))
        publish = QPushButton("Publish…")
        publish.clicked.connect(lambda: self._publishing.ask(self.agency))
        top.addWidget(publish)
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self.timetable)
        upper.addWidget(self.tabs)
        upper.setStretchFactor(0, 3)
        upper.setStretchFactor(1, 2)
        upper.setSizes([760, 520])
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self.table)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([430, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _add_actions(self) -> None:
        deeds = DropInDeeds(self._workspace, self.table, lambda: self.agency, self.isVisible)
        self._workspace.actions_.add(*deeds.actions())
        self._workspace.going.offer(DropIn, self.show_drop_in)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._follow)
        session.as_at_changed.connect(self._follow)
        self.who.currentIndexChanged.connect(self._follow)
        self._latest.came.connect(self._show)
        self.timetable.activated.connect(lambda key: self._to_row(key.partition("@")[0]))
        self.table.current_changed.connect(self._workspace.actions_.refresh_soon)
        self.problems.itemActivated.connect(
            lambda item: self._to_row(str(item.data(Qt.ItemDataRole.UserRole)))
        )

    def _to_row(self, drop_in: str) -> None:
        self.table.bar.filter.clear()
        if self.table.go_to(drop_in):
            self.table.setFocus()

    def _follow(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._offer_agencies()
        self._show_rows()
        self._latest.ask()

    def _question(self) -> Callable[[], WeekFound]:
        hub, day, agency = self._session.hub, self._session.as_at, self.agency
        return lambda: week_found(hub, day, agency)

    def _offer_agencies(self) -> None:
        hub, chosen = self._session.hub, self.who.currentData()
        offered = [("All agencies", "")]
        agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
        offered += [(agency_name(one), one.id) for one in agencies]
        if [
            (self.who.itemText(place), self.who.itemData(place)) for place in range(self.who.count())
        ] == offered:
            return
        with QSignalBlocker(self.who):
            self.who.clear()
            for words, value in offered:
                self.who.addItem(words, value)
            self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    def _show_rows(self) -> None:
        """The table follows at once; what does not go together, as it is known so far."""
        visits = self.found.week.visits if self.found else ()
        rows = drop_in_rows(self._session.hub, {one.drop_in.id: one.trouble for one in visits})
        self.table.show_rows([one for one in rows if self.agency in (None, one.drop_in.agency)])

    def _show(self, found: WeekFound) -> None:
        self.found = found
        hub, week = self._session.hub, found.week
        self.week.setText(week_called(week.monday))
        residents = listed(one.code for one in week.residents)
        self.always.setText(f"In on every working day: {residents}" if residents else "")
        self.timetable.show_drawing(TimetableDrawing(week, marks_of_agencies(hub)) if week.visits else None)
        self.companions.show_rows(found.companions)
        self._list(found.problems)
        self._show_rows()

    def _list(self, problems: Sequence[Problem]) -> None:
        """What does not go together, a line each; Enter goes to the first drop-in of it."""
        self.problems.clear()
        for problem in problems:
            item = QListWidgetItem(problem.told_there, self.problems)
            item.setData(Qt.ItemDataRole.UserRole, str(problem.records[0]))
        if not problems:
            QListWidgetItem("There is room for every drop-in", self.problems).setFlags(
                Qt.ItemFlag.NoItemFlags
            )
        self.tabs.setTabText(_LOOK_AT, f"To look at ({len(problems)})" if problems else "To look at")
