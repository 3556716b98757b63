"""The Review page: who was asked, who has agreed to what, and what each agency answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.queries.log import QueryLog
from hubdesk.desktop.review.answer import AnswerPart
from hubdesk.desktop.review.beginning import Beginning
from hubdesk.desktop.review.deeds import ReviewDeeds
from hubdesk.desktop.review.glance import Glance
from hubdesk.desktop.review.head import Head
from hubdesk.desktop.review.looking import Looked, Looking
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import AgencyReview, ReviewRound

_DEEDS = ("review.packs", "review.opened", "review.answers", "review.remind", "review.plan")


class ReviewPage(Page):
    """The round at a glance above; below it the answer of the agency where the keys are."""

    title = "Review"
    icon = "badge-check"

    def __init__(self, workspace: Workspace, work: AtWork) -> None:
        super().__init__()
        self._workspace, self._session = workspace, workspace.session
        self.looking = Looking(workspace.session, workspace.jobs, self.isVisible, self)
        self.glance = Glance(workspace.session)
        self.deeds = ReviewDeeds(work, workspace, self.looking, self.glance)
        workspace.actions_.add(*self.deeds.actions())
        self.head = Head(workspace.actions_)
        self.answer = AnswerPart(workspace.session)
        self.beginning = Beginning(workspace.actions_)
        self._stack = QStackedWidget()
        self._sought: RecordId | None = None
        self.queries = QueryLog(workspace)
        self._lay_out()
        self.head.wanted.connect(self.looking.choose)
        self.looking.working.connect(self._working)
        self.looking.came.connect(self._show)
        self.glance.current_changed.connect(self._choose)
        self.answer.wanted.connect(workspace.going.to_record)
        self.queries.wanted.connect(self._show_queries)
        for kind in (ReviewRound, AgencyReview):
            workspace.going.offer(kind, self.show_record)

    @property
    def help_topic(self) -> str:
        return "queries" if self.parts.currentWidget() is self.queries else "review"

    def shown(self) -> None:
        self.looking.look()
        there = self.looking.round is not None
        if self.parts.currentWidget() is self.queries:
            self.queries.setFocus()
        else:
            (self.glance if there else self.beginning).setFocus()

    def show_record(self, id_: RecordId) -> bool:
        """Bring a round, or an agency's review, before the eyes. False if it is neither."""
        hub = self._session.hub
        review = hub.table(AgencyReview).get(id_)
        round_ = review.round if review else id_
        if round_ not in hub.table(ReviewRound):
            return False
        self.looking.choose(round_)
        self.parts.setCurrentWidget(self._stack)
        self._workspace.show_page(self)
        self._sought = review.agency if review else None
        self._go_to_sought()
        return True

    def _go_to_sought(self) -> None:
        """The keys go to the agency that was asked for, once the round that it is asked in is shown."""
        looked = self.looking.looked
        if self._sought is None or looked is None or looked.round != self.looking.round:
            return
        if not self.glance.go_to(self._sought):
            self.glance.show_all()
            self.glance.go_to(self._sought)
        self._sought = None

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        for id_ in _DEEDS:
            deeds.addWidget(action_button(self._workspace.actions_, id_))
        deeds.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.glance)
        split.addWidget(self.answer)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        under_way = QWidget()
        column = QVBoxLayout(under_way)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addLayout(deeds)
        column.addWidget(split, 1)
        self._stack.addWidget(self.beginning)
        self._stack.addWidget(under_way)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 0)
        self.parts = QTabWidget()
        self.parts.setAccessibleName("Reviews and queries")
        self.parts.setDocumentMode(True)
        self.parts.addTab(self._stack, "The round")
        self.parts.addTab(self.queries, "Queries")
        whole.addWidget(self.parts)

    def _show_queries(self) -> None:
        self.parts.setCurrentWidget(self.queries)
        self._workspace.show_page(self)

    def _working(self) -> None:
        self._stack.setCurrentIndex(1)
        self.head.show_rounds(self._session.hub, self.looking.round)
        self.head.working()

    def _show(self, looked: Looked | None) -> None:
        self._stack.setCurrentIndex(0 if looked is None else 1)
        self._workspace.actions_.refresh_soon()
        if looked is None:
            return
        self.head.show_rounds(looked.hub, looked.round)
        self.head.show_looked(looked)
        self.glance.show_looked(looked)
        self._go_to_sought()
        if self.glance.agency is None and self.glance.rows:
            self.glance.go_to(self.glance.rows[0].id)
        self._choose()

    def _choose(self, _row: str = "") -> None:
        self.answer.show_agency(self.looking.looked, self.glance.agency)
        self._workspace.actions_.refresh_soon()
