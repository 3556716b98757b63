"""`QueryLog`: the queries of the hub, those due first; what each asks, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.queries.actions import query_actions
from hubdesk.desktop.queries.deeds import QueryDeeds
from hubdesk.desktop.queries.detail import QueryDetail
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.query import Query
from hubdesk.workflows.review.queries import GOES_ON, Listed, counts, query_rows
from hubdesk.workflows.review.query_columns import QUERY_COLUMNS, ShownQuery, Stakes
from hubdesk.workflows.review.query_stakes import stakes_of_queries

_NONE_YET = "No query was raised yet. They come in with the answers of a review, or are raised here."
_ROWS = (
    ("query.accept", "query.try", "query.write", "query.pass-on", "query.see-to"),
    ("query.end", "query.reopen", "query.plan", "query.why"),
)


class QueryLog(QWidget):
    """Part of a page. Follows the hub while it is looked at; Enter on a row goes to what it is about."""

    wanted = Signal()
    """It is to be brought to the front: a query was gone to."""

    help_topic = "queries"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._session = workspace, workspace.session
        self._stakes: Stakes = {}
        self._stale = True
        self.told = words("preview-heading")
        self.listed = QComboBox()
        self.listed.setAccessibleName("Which queries")
        for listed in Listed:
            self.listed.addItem(listed.value, listed)
        self.table = Table("Queries", QUERY_COLUMNS, self._session)
        self.detail = QueryDetail(self._session)
        workspace.actions_.add(*query_actions(QueryDeeds(workspace, lambda: self.query)))
        self._lay_out()
        self._latest: Latest[Stakes] = Latest(workspace.jobs, self._question, self)
        self._latest.came.connect(self._take_stakes)
        self.listed.activated.connect(lambda _place: self._show_rows())
        self.table.current_changed.connect(lambda _row: self._show_current())
        self.table.activated.connect(self._open)
        for signal in (self._session.changed, self._session.as_at_changed, self._session.issued):
            signal.connect(self._follow)
        workspace.going.offer(Query, self.show_record)
        self.setFocusProxy(self.table)

    @property
    def query(self) -> Query | None:
        """The one where the keys are, as it is in the hub."""
        current = self.table.current
        return self._session.hub.queries.get(RecordId(current)) if current else None

    def show_record(self, id_: RecordId) -> bool:
        """The keys go to that query. False if it is none."""
        if id_ not in self._session.hub.queries:
            return False
        self.wanted.emit()
        if not self.table.go_to(id_):
            self.listed.setCurrentIndex(self.listed.findData(Listed.ALL))
            self.table.bar.filter.clear()
            self._show_rows()
        return self.table.go_to(id_)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        self._settle()

    def _lay_out(self) -> None:
        self.table.bar.add(self.listed)
        self.table.bar.add(action_button(self._workspace.actions_, "query.raise"))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        for ids in _ROWS:
            row = QHBoxLayout()
            for id_ in ids:
                row.addWidget(action_button(self._workspace.actions_, id_))
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.detail, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.addWidget(self.told)
        whole.addWidget(split, 1)

    def _follow(self, *_what: object) -> None:
        self._stale = True
        self._settle()

    def _settle(self) -> None:
        """Everything as it is now, if somebody looks."""
        if self._stale and self.isVisible():
            self._stale = False
            self._show_rows()
            self._latest.ask()

    def _show_rows(self) -> None:
        hub, today = self._session.hub, self._session.today
        said = counts(hub, today)
        self.told.setText(f"{said} {GOES_ON}" if said else _NONE_YET)
        rows = query_rows(hub, today, Listed(self.listed.currentData()))
        self.table.show_rows([ShownQuery(one, self._stakes.get(one.id)) for one in rows])
        if self.table.current is None and rows:
            self.table.go_to(rows[0].id)
        self._show_current()

    def _show_current(self) -> None:
        self.detail.show_query(self.query)
        self._workspace.actions_.refresh_soon()

    def _question(self) -> Callable[[], Stakes]:
        standing, day = self._session.standing, self._session.as_at
        return lambda: stakes_of_queries(standing, day)

    def _take_stakes(self, stakes: Stakes) -> None:
        self._stakes = stakes
        self._show_rows()

    def _open(self, row: str, _column: str) -> None:
        """To the query in full, below."""
        if row != TOTAL:
            self.detail.setFocus()
