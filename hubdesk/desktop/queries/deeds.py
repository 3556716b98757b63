"""What can be done with queries: raise, write, pass on, accept, end, and go to what they are about."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hubdesk.charging.workings import Working
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.queries.accept_dialog import AcceptDialog
from hubdesk.desktop.queries.raise_dialog import RaiseDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import query_name
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, Query
from hubdesk.editing import queries
from hubdesk.workflows.review.proposals import proposed, scenario_of
from hubdesk.workflows.review.queries import charged, later_stages, places
from hubdesk.workflows.review.query_stakes import charge_workings

AskOf = Callable[[Session, Query, QWidget], ChangeDialog]
"""A dialog about one query."""


class QueryDeeds:
    """Acts on the query that `current` gives."""

    def __init__(self, workspace: Workspace, current: Callable[[], Query | None]) -> None:
        self._workspace, self._session, self._current = workspace, workspace.session, current

    def ask_raise(self) -> None:
        """Raise one for the agency of the query, desk or page that is looked at."""
        agency, about = self._looked_at()
        RaiseDialog(self._session, agency, about, self._workspace).open()

    def accept(self) -> None:
        """Show what the correction does, and make it if that is confirmed."""
        if (query := self._current()) is None:
            return
        try:
            proposal = proposed(self._session.hub, query.id)
        except Refused as refused:
            self._session.refused.emit(refused.problems)
        else:
            AcceptDialog(self._session, query, proposal, self._workspace).open()

    def try_it(self) -> None:
        """Open the correction as a scenario, to be changed there and taken over with the end of the query."""
        if (query := self._current()) is None:
            return
        session = self._session
        try:
            scenario = scenario_of(session.document.store, session.document.hub, query.id, session.today)
        except Refused as refused:
            session.refused.emit(refused.problems)
        else:
            session.work_in(scenario)
            self.show_place()

    def reopen(self) -> None:
        """Take its end back."""
        if (query := self._current()) is not None:
            self._session.do(lambda hub: queries.reopen(hub, query.id))

    def show_place(self) -> None:
        """The desks and areas that it is about, on the plan."""
        if (query := self._current()) is not None:
            self._workspace.going.reveal(places(self._session.hub, query, self._session.as_at))

    def ask_why(self) -> None:
        """The workings of the charge that it is about, in the billing period of the day."""
        if (query := self._current()) is None:
            return
        session = self._session

        def question() -> Callable[[], Working | None]:
            standing, day = session.standing, session.as_at
            return lambda: charge_workings(standing, query, day)

        self._workspace.workings.follow(f"{query_name(query).capitalize()}: {query.said}", question)

    def _looked_at(self) -> tuple[RecordId | None, RecordId | None]:
        """For whom to raise it, and what about: the desk chosen on the plan, or the agency of its page."""
        session = self._session
        if self._workspace.page is self._workspace.plan_page and len(session.selection.ids) == 1:
            (desk,) = session.selection.ids
            seat = session.hub.allocation_on(desk, session.as_at) if desk in session.hub.desks else None
            if seat is not None:
                return seat.agency, desk
        if isinstance(self._workspace.page, AgenciesPage):
            return self._workspace.page.agency, None
        query = self._current()
        return (query.agency, None) if query else (None, None)

    def asked(self, dialog: AskOf) -> Callable[[], None]:
        """What asks by `dialog` about the query that is looked at then."""

        def ask() -> None:
            if (query := self._current()) is not None:
                dialog(self._session, query, self._workspace).open()

        return ask

    def is_there(self) -> bool:
        """Whether a query is looked at."""
        return self._current() is not None

    def is_open(self) -> bool:
        """Whether it has not ended."""
        query = self._current()
        return query is not None and query.end is None

    def is_ended(self) -> bool:
        """Whether it has ended."""
        return self.is_there() and not self.is_open()

    def corrects(self) -> bool:
        """Whether it is open and asks for a correction, or wishes."""
        query = self._current()
        return query is not None and query.end is None and query.asks is not Asks.QUERY

    def has_later(self) -> bool:
        """Whether it can be passed on."""
        query = self._current()
        return query is not None and query.end is None and bool(later_stages(query))

    def has_place(self) -> bool:
        """Whether it is about something on the plan."""
        query = self._current()
        return query is not None and bool(places(self._session.hub, query, self._session.as_at))

    def has_charge(self) -> bool:
        """Whether it is about a charge."""
        query = self._current()
        return query is not None and charged(self._session.hub, query) is not None
