"""`ProposePanel`: ask for a plan, watch it get better, and accept it or a part of it."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.allocating.proposal import Proposal
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.proposed import NOTHING, Proposed
from hubdesk.desktop.proposing.accept_dialog import AcceptPlanDialog
from hubdesk.desktop.proposing.agency_tree import AgencyTree
from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.form import AskingForm
from hubdesk.desktop.proposing.looks import Looks
from hubdesk.desktop.proposing.result_head import ResultHead
from hubdesk.desktop.proposing.search import Search
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused, all_told
from hubdesk.workflows.placing.accepting import Prepared, is_out_of_date, prepared
from hubdesk.workflows.placing.proposed_rows import ProposedRow, proposed_rows
from hubdesk.workflows.placing.proposed_words import needed_told

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

_GHOSTS_MS = 400
"""So often at most is another plan laid over the floor while it is looked for."""
_OUT_OF_DATE = (
    "Who sits where, or by what rule, has changed since this was proposed. "
    "Let it go, and propose a plan again."
)
_NOT_TICKED = "Tick who is to sit as proposed."

_ONLY_LOOKS = "The hub was opened only to look at."

Ready = Prepared | tuple[Problem, ...]
"""What accepting comes to, or why it cannot be."""
_Answer = tuple[Proposal, frozenset[RecordId], Ready]
"""Of which proposal, for whom that was ticked."""


class _At(Enum):
    """What the panel is about."""

    ASKING = auto()
    SEARCHING = auto()
    FOUND = auto()


class ProposePanel(QWidget):
    """What is found lies over the plan, as dashed cards on the desks, until it is accepted or let go of."""

    activated = Signal(object)
    """A Move, to be gone to."""
    moves_wanted = Signal(object, object)
    """The moves of what is ticked are to be listed: the Hub that was asked, and the Proposal."""

    def __init__(self, plan: Plan, jobs: Jobs) -> None:
        super().__init__()
        self._plan, self._session, self._jobs = plan, plan.session, jobs
        self._shown, self._seen = True, NOTHING
        self._laid: Allocated | None = None
        self._ready: Ready | None = None
        self._at = _At.ASKING
        self.search = Search(jobs, self)
        self.form = AskingForm(self._session)
        self.head = ResultHead(self.search)
        self.tree = AgencyTree()
        self.looks = Looks(self._at_hand, lambda: self.tree.agency_looked_at)
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAccessibleName("What stands in the way of accepting")
        self.propose = QPushButton("&Propose a plan")
        self.stop = QPushButton("Stop and &keep")
        self.cancel = QPushButton("Cancel")
        self.accept = QPushButton("&Accept…")
        self.moves = QPushButton("&Moves…")
        self.moves.setToolTip("Who moves from where to where, in which order; to print and to hand out")
        self.let_go = QPushButton("Let &go")
        self.let_go.setToolTip("Forget the proposal, to ask for another; nothing is changed")
        self._build()
        self._rows: Latest[tuple[ProposedRow, ...]] = Latest(jobs, self._ask_rows, self, 0)
        self._rows.came.connect(self._list)
        self._rows.refused.connect(self._not_told)
        self._prepare: Latest[_Answer | None] = Latest(jobs, self._ask_prepared, self)
        self._prepare.came.connect(self._prepared)
        self._prepare.refused.connect(self._not_told)
        self._ghosts = QTimer(self, interval=_GHOSTS_MS, singleShot=True)
        self._ghosts.timeout.connect(self._lay)
        self._connect()
        self._show()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(400, 600)

    def set_shown(self, *, shown: bool) -> None:
        """Whether what is proposed lies over the plan: not while the panel is put away."""
        self._shown = shown
        self._point()

    def take_focus(self) -> None:
        """The keys go to what is to be done next."""
        at = {_At.ASKING: self.propose, _At.SEARCHING: self.cancel, _At.FOUND: self.tree}
        at[self._at].setFocus()

    def begin(self) -> None:
        """Look for a plan by what stands in the form; the day on screen becomes that from which it is."""
        asked = self.form.asked
        if asked is None or self.search.is_going:
            return
        self._session.set_as_at(asked.day)
        self.search.begin(asked)

    def _build(self) -> None:
        asking, deeds = QHBoxLayout(), QHBoxLayout()
        for button in (self.propose, self.stop, self.cancel):
            asking.addWidget(button)
        for button in (self.accept, self.moves, self.let_go):
            deeds.addWidget(button)
        for row in (asking, deeds):
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.form)
        column.addLayout(asking)
        column.addWidget(self.head)
        column.addWidget(self.looks)
        column.addWidget(self.tree, 1)
        column.addWidget(self.said)
        column.addLayout(deeds)
        column.addStretch(0)

    def _connect(self) -> None:
        session = self._session
        self.propose.clicked.connect(self.begin)
        self.stop.clicked.connect(self.search.stop)
        self.cancel.clicked.connect(self.search.cancel)
        self.accept.clicked.connect(self._accept)
        self.moves.clicked.connect(self._list_moves)
        self.let_go.clicked.connect(self.search.forget)
        self.search.changed.connect(self._show)
        self.tree.chosen.connect(self._chosen)
        self.tree.together.connect(self._say_together)
        self.tree.looked_at.connect(self._point)
        self.tree.activated_move.connect(self.activated)
        session.changed.connect(self._show_deeds)
        session.as_at_changed.connect(self._another_day)

    def _another_day(self) -> None:
        if self._at is _At.ASKING:
            self.form.day.show_day(self._session.as_at)

    def _show(self) -> None:
        """What the search is at."""
        search = self.search
        going, found = search.is_going, search.found
        has_plan = not going and found is not None and found.proposal is not None
        was, self._at = self._at, _At.SEARCHING if going else _At.FOUND if has_plan else _At.ASKING
        focus = QApplication.focusWidget()
        has_keys = focus is not None and self.isAncestorOf(focus)
        # The list of agencies needs the room; letting go brings the form back as it was.
        self.form.setVisible(not has_plan)
        self.form.setEnabled(not going)
        self.propose.setVisible(not going and not has_plan)
        self.stop.setVisible(going)
        self.cancel.setVisible(going)
        self.stop.setEnabled(found is not None)
        self.head.show_search()
        for part in (self.looks, self.tree, self.said, self.accept, self.moves):
            part.setVisible(has_plan)
        self.let_go.setVisible(has_plan or bool(search.problems and not going))
        if has_keys and was is not self._at:
            self.take_focus()  # What is hidden would hand the keys on to another part of the window.
        if going:
            if found is not self._laid and not self._ghosts.isActive():
                self._ghosts.start()
            return
        self._lay()
        if has_plan:
            self._ready = None
            self.tree.show_rows(self._session.hub, ())
            self.said.clear()
            self._rows.ask()
        self._show_deeds()

    def _lay(self) -> None:
        """The best plan until now over the floor."""
        found = self._laid = self.search.found
        sits: dict[RecordId, RecordId | None] = {}
        if found is not None and found.proposal is not None:
            moves = found.proposal.moves
            sits = {one.come_from: None for one in moves if one.come_from}
            sits |= {one.go_to: one.agency for one in moves if one.go_to}
        self._seen = Proposed(sits)
        self._point()

    def _point(self) -> None:
        """Arrows for what is looked at in the list."""
        if not self._shown:
            self._plan.set_proposed(NOTHING)
            return
        moves = self.tree.moves_looked_at if self.tree.isVisibleTo(self) else ()
        ways = tuple((one.come_from, one.go_to) for one in moves if one.come_from and one.go_to)
        self._plan.set_proposed(Proposed(self._seen.sits, ways))

    def _ask_rows(self) -> Callable[[], tuple[ProposedRow, ...]]:
        asked, found = self.search.asked, self.search.found
        if asked is None or found is None:
            return tuple
        return lambda: proposed_rows(asked.hub, found)

    def _list(self, rows: tuple[ProposedRow, ...]) -> None:
        asked = self.search.asked
        if asked is not None:
            self.tree.show_rows(asked.hub, rows)
            self._prepare.ask()

    def _chosen(self) -> None:
        self._ready = None
        self.tree.show_pounds(None)
        self._show_deeds()
        self._prepare.ask()

    def _say_together(self, agency: RecordId, others: frozenset[RecordId]) -> None:
        self.said.setText(f"{needed_told(self._session.hub, agency, others)}." if others else "")

    def _ask_prepared(self) -> Callable[[], _Answer | None]:
        asked, found, agencies = self.search.asked, self.search.found, self.tree.agencies
        if asked is None or found is None or found.proposal is None:
            return lambda: None
        hub, proposal, standing = asked.hub, found.proposal, self._session.standing

        def work() -> _Answer:
            try:
                return proposal, agencies, prepared(hub, proposal, agencies, standing.runs)
            except Refused as refused:
                return proposal, agencies, refused.problems

        return work

    def _prepared(self, answer: _Answer | None) -> None:
        """What was worked out for another proposal, or for others who were ticked, is not taken."""
        found = self.search.found
        if answer is None or found is None or answer[0] is not found.proposal:
            return
        if answer[1] != self.tree.agencies:
            return
        ready = self._ready = answer[2]
        if isinstance(ready, Prepared):
            self.tree.show_pounds(ready.pence)
        self._show_deeds()

    def _not_told(self, problems: tuple[Problem, ...]) -> None:
        """What there is to tell of it could not be worked out."""
        self.said.setText(all_told(problems))

    def _show_deeds(self) -> None:
        asked, ready = self.search.asked, self._ready
        stale = asked is not None and is_out_of_date(asked.hub, self._session.hub)
        if stale and self._at is _At.ASKING and self.search.problems:
            self.search.forget()  # What could not be kept together may be now.
            return
        may = isinstance(ready, Prepared) and bool(ready.change)
        self.accept.setEnabled(may and not stale and not self._session.only_looks)
        self.moves.setEnabled(isinstance(ready, Prepared) and bool(ready.part.moves))
        if stale:
            self.said.setText(_OUT_OF_DATE)
        elif isinstance(ready, tuple):
            self.said.setText(all_told(ready))
        elif self._session.only_looks:
            self.said.setText(_ONLY_LOOKS)
        elif isinstance(ready, Prepared) and not may:
            self.said.setText(_NOT_TICKED if self.tree.has_moves else "")

    def _at_hand(self) -> AtHand | None:
        """What the dialogs look into that tell more of it."""
        asked, found = self.search.asked, self.search.found
        if asked is None or found is None or found.proposal is None:
            return None
        return AtHand(self._jobs, self._session.standing, asked.hub, found, self.search.take)

    def _accept(self) -> None:
        asked, ready = self.search.asked, self._ready
        if asked is not None and isinstance(ready, Prepared):
            dialog = AcceptPlanDialog(self._session, asked.hub, ready, self)
            dialog.accepted.connect(self.search.forget)
            dialog.open()

    def _list_moves(self) -> None:
        asked, ready = self.search.asked, self._ready
        if asked is not None and isinstance(ready, Prepared):
            self.moves_wanted.emit(asked.hub, ready.part)
