"""The agencies page: who they are, their licences in time, their concessions, who joins and who leaves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.actions import Action
from hubdesk.desktop.agencies.agreements import Agreements
from hubdesk.desktop.agencies.concessions_part import ConcessionsPart
from hubdesk.desktop.agencies.leaver import LeaverDialog
from hubdesk.desktop.agencies.licences_part import LicencesPart
from hubdesk.desktop.agencies.placing_part import LinksPart, RulesPart
from hubdesk.desktop.agencies.year_why import YearWhy
from hubdesk.desktop.figures import Figures
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.domain.agency import Agency
from hubdesk.domain.concession import Concession
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.rule import PlacementRule
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.agencies_on import agencies_on
from hubdesk.workflows.agency_columns import ShownAgency, ShownTurn, agency_columns, turn_columns
from hubdesk.workflows.joiners_and_leavers import joiners_and_leavers
from hubdesk.workflows.year_cost import YearCost

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace

_LICENCES, _CONCESSIONS, _TURNS, _LINKS, _RULES = range(5)


class AgenciesPage(Page):
    """Follows the hub and the day while it is looked at, and catches up when it comes to the front."""

    title = "Agencies"
    icon = "users"

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace, self._session = workspace, workspace.session
        self._cost: YearCost | None = None
        self._stale = True
        self.table = Table("Agencies", agency_columns(), self._session)
        self.licences = LicencesPart(self._session, workspace.theme)
        self.concessions = ConcessionsPart(self._session)
        self.links, self.rules = LinksPart(self._session), RulesPart(self._session)
        self.turns = Table("Joiners and leavers of the next twelve months", turn_columns(), self._session)
        self.agreements = Agreements(self._session, workspace.jobs, self)
        self.agreement = words("quiet")
        self.agreement.setAccessibleName("How its occupancy was agreed")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("About the agencies")
        for widget, title in (
            (self.licences, "Licences"),
            (self.concessions, "Concessions"),
            (self.turns, "Joiners and leavers"),
            (self.links, "Working links"),
            (self.rules, "Placement rules"),
        ):
            self.tabs.addTab(widget, title)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([300, 460])
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.addWidget(split)
        column.addWidget(self.agreement)
        self._why = YearWhy(workspace)
        self._add_actions()
        self._connect()

    @property
    def help_topic(self) -> str:
        return "agencies"

    @property
    def agency(self) -> RecordId | None:
        """The agency where the keys are in the table of agencies."""
        current = self.table.current
        return RecordId(current) if current else None

    def shown(self) -> None:
        self._settle()
        self.table.setFocus()

    def show_record(self, id_: RecordId) -> bool:
        """Bring an agency, or what belongs to one, before the eyes. False if it is no such record."""
        hub = self._session.hub
        self._workspace.show_page(self)
        if id_ in hub.agencies:
            return self.table.go_to(id_)
        if id_ in hub.licences:
            self.tabs.setCurrentIndex(_LICENCES)
            return self.licences.choose(id_)
        if id_ in hub.working_links:
            self.tabs.setCurrentIndex(_LINKS)
            return self.links.choose(id_)
        if id_ in hub.placement_rules:
            self.tabs.setCurrentIndex(_RULES)
            return self.rules.choose(id_)
        self.tabs.setCurrentIndex(_CONCESSIONS)
        return self.concessions.choose(id_)

    def _add_actions(self) -> None:
        actions = self._workspace.actions_
        actions.add(
            Action(
                "agencies.leave",
                "An agency leaves…",
                "Allocate",
                self._leave,
                icon="user-x",
                changes=True,
                hint="Its last day, what ends with it, and what everybody would pay",
            )
        )
        for id_, name in (
            ("allocate.new-agency", "An agency joins…"),
            ("agencies.leave", "An agency leaves…"),
        ):
            self.table.bar.add(action_button(actions, id_, name))
        for kind in (Agency, Licence, Concession, WorkingLink, PlacementRule):
            self._workspace.going.offer(kind, self.show_record)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._follow)
        session.as_at_changed.connect(self._follow)
        self._workspace.status_line.worked_out.connect(self._cost_came)
        self.agreements.came.connect(self._show_agencies)
        self.table.activated.connect(self._ask_why)
        self.table.current_changed.connect(self._choose)
        self.licences.agency_wanted.connect(self.table.go_to)
        self.concessions.counted.connect(
            lambda due: self.tabs.setTabText(
                _CONCESSIONS, f"Concessions ({due} due for review)" if due else "Concessions"
            )
        )

    def _leave(self) -> None:
        agency = self.agency if self._workspace.page is self else None
        LeaverDialog(self._session, agency, self._workspace).open()

    def _choose(self, _row: str) -> None:
        self.licences.show_agency(self.agency)
        for part in (self.concessions, self.links, self.rules):
            part.show_agency(self.agency)
        self._tell_agreement()

    def _tell_agreement(self) -> None:
        """How the agency where the keys are agreed what it occupies; nothing where it is not asked."""
        agreed = self.agreements.known.get(self.agency or RecordId(""))
        there = agreed is not None and agreed.agency in self._session.hub.agencies
        if agreed is not None and there:
            self.agreement.setText(f"{self._session.hub.agencies[agreed.agency].code}: {agreed.told}")
        self.agreement.setVisible(there)

    def _ask_why(self, row: str, _column: str) -> None:
        self._why.ask(None if row == TOTAL else RecordId(row))

    def _cost_came(self, figures: Figures) -> None:
        self._cost = figures.year if isinstance(figures.year, YearCost) else None
        self._follow()

    def _follow(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        """Everything as it is now."""
        if not self._stale:
            return
        self._stale = False
        self.agreements.look()
        hub, day = self._session.hub, self._session.as_at
        marks = marks_of_agencies(hub)
        self._show_agencies()
        turns = joiners_and_leavers(hub, day)
        shown = [
            ShownTurn(one, hub.agencies[one.agency].code, hub.agencies[one.agency].name, marks[one.agency])
            for one in turns
        ]
        self.turns.show_rows(shown)
        self.tabs.setTabText(_TURNS, f"Joiners and leavers ({len(turns)})")
        self.licences.show_hub(hub)
        self.concessions.show_hub(hub, day)
        self.links.show_hub(hub)
        self.rules.show_hub(hub)

    def _show_agencies(self) -> None:
        hub, day = self._session.hub, self._session.as_at
        cost = self._cost
        if cost is not None and not cost.year.first <= day <= cost.year.last:
            cost = None
        marks, agreed = marks_of_agencies(hub), self.agreements.known
        rows = agencies_on(hub, self._session.occupancy, cost)
        self.table.show_rows([ShownAgency(one, marks[one.id], agreed.get(one.id)) for one in rows])
        self._tell_agreement()
