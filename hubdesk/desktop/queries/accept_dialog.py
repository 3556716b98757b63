"""`AcceptDialog`: what a correction changes and what it does to everybody's £, before it is accepted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.queries.words_fields import Words
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import query_name
from hubdesk.domain.problem import Refused, all_told
from hubdesk.domain.query import Query
from hubdesk.workflows.review.correction_effects import corrected_years
from hubdesk.workflows.review.proposal import Proposal
from hubdesk.workflows.review.proposals import accepting, proposed
from hubdesk.workflows.review.query_columns import (
    CORRECTED_COLUMNS,
    CorrectedRow,
    corrected_rows,
    corrected_told,
)

_WIDE = 720
"""So many pixels at least, so that no figure of the table is out of sight."""


@dataclass(frozen=True, slots=True)
class _Found:
    told: str
    rows: tuple[CorrectedRow, ...] = ()


class AcceptDialog(ChangeDialog):
    """The correction and the end of the query are one change."""

    help_topic = "queries"

    def __init__(self, session: Session, query: Query, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(session, f"Accept {query_name(query)}", "Accept the correction", parent)
        self._query = query.id
        self.what, self.notes, self.said = words("preview-heading"), words(""), words("quiet")
        self.what.setAccessibleName("What is corrected")
        self.notes.setAccessibleName("What to know of it")
        self.said.setAccessibleName("What it does to everybody")
        self.table = Table("What a correction does to everybody", CORRECTED_COLUMNS, session).without_bar()
        for place, widget in enumerate((self.what, self.notes, self.said)):
            self.column.insertWidget(place, widget)
        self.column.insertWidget(3, self.table, 1)
        self.column.addStrut(_WIDE)
        self.message = Words(self, query, "&Message", "Left empty, it says what was corrected")
        self._latest: Latest[_Found] = Latest(Jobs(self), self._question, self)
        self._latest.working.connect(lambda: self.said.setText("Working it out…"))
        self._latest.came.connect(self._show)
        self._tell(proposal)
        session.changed.connect(self._follow)
        session.issued.connect(self._latest.ask)
        self._latest.ask()
        self.message.focus()

    def change(self, hub: Hub) -> Change:
        correction = proposed(hub, self._query).change
        message = self.message
        on = self.session.today
        return accepting(hub, self._query, correction, words=message.words, by=message.by, on=on)

    def _follow(self, *_what: object) -> None:
        """Somebody has changed the hub: what would be made now is told before it can be accepted."""
        try:
            self._tell(proposed(self.session.hub, self._query))
        except Refused:
            self.what.setText("As the hub is now, the correction cannot be made.")
            self.notes.hide()
        self._latest.ask()

    def _tell(self, proposal: Proposal) -> None:
        self.what.setText(f"{proposal.change.title}.")
        self.notes.setText("\n".join(f"• {one}" for one in proposal.notes))
        self.notes.setVisible(bool(proposal.notes))

    def _question(self) -> Callable[[], _Found]:
        standing, day = self.session.standing, self.session.as_at
        try:
            change = proposed(standing.hub, self._query).change
        except Refused as refused:
            none = _Found(all_told(refused.problems))
            return lambda: none

        def work() -> _Found:
            try:
                years = corrected_years(standing, change, day)
            except Refused as refused:
                return _Found(all_told(refused.problems))
            return _Found(corrected_told(years), corrected_rows(standing.hub, years))

        return work

    def _show(self, found: _Found) -> None:
        self.said.setText(found.told)
        self.table.show_rows(found.rows)
        self.table.grid.fit_columns()
