"""`RollForward`: next year's costs proposed from this year's, edited, with the £, before they are made."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from hubdesk.desktop.costs.roll_columns import BECOMES, class_columns, line_columns
from hubdesk.desktop.costs.said import said
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.table import Table
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import year_name
from hubdesk.domain.problem import Refused, all_told
from hubdesk.editing.records import refusal
from hubdesk.editing.roll_forward import NO_EXCEPTIONS, Exceptions, roll_forward
from hubdesk.workflows.costs.before_after import BeforeAfter, before_after_columns, before_after_rows
from hubdesk.workflows.costs.roll_words import agencies_told, sums_told
from hubdesk.workflows.costs.rolling import Rolled, rolled, year_on_year
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Unreadable
from hubdesk.workflows.year_cost import NoYearCost

Answer = tuple[Rolled | None, tuple[BeforeAfter, ...] | str]


class RollForward(ChangeDialog):
    """One uplift for all, others for classes, lines and the rate; a budget may be set, a line left out."""

    help_topic = "costs"

    def __init__(self, session: Session, jobs: Jobs, starts_in: int, parent: QWidget | None) -> None:
        name = year_name(starts_in)
        super().__init__(session, f"Roll forward to {name}", "Roll forward", parent)
        self._starts_in = starts_in
        self._but: Exceptions = NO_EXCEPTIONS
        self._proposal: Rolled | None = None
        self.uplift, self.rate = QLineEdit("0"), QLineEdit()
        self.rate.setPlaceholderText("as all")
        self.add("Raise &budgets by, in %", self.uplift, "For every line, unless its class or it has its own")
        self.add("Raise the desk &rate by, in %", self.rate, "Blank: by as much as the budgets")
        self.sums = said()
        self.outcome = said()
        self.classes = Table("Next year by class", class_columns(lambda: self._but, self._change_with))
        self.lines = Table("Next year’s lines", line_columns(lambda: self._but, self._change_with))
        self.effects = Table("What each agency pays", before_after_columns(year_name(starts_in - 1), name))
        self.tabs = QTabWidget()
        self._build()
        self._latest: Latest[Answer] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._came)
        self.uplift.textEdited.connect(self._renew)
        self.rate.textEdited.connect(self._renew)
        session.changed.connect(self._renew)
        self.uplift.selectAll()
        self._renew()

    def change(self, hub: Hub) -> Change:
        """The proposal as it stands. Raises Refused."""
        return self._change_with(hub, self._but)

    def _build(self) -> None:
        for table, title in (
            (self.classes.without_bar(), "By class"),
            (self.lines.without_bar(), "Line by line"),
            (self.effects.without_bar(), "What each agency pays"),
        ):
            self.tabs.addTab(table, title)
        self.classes.cells.typing = self._typed
        self.lines.cells.typing = self._typed
        self.column.insertWidget(1, self.sums)
        self.column.insertWidget(2, self.tabs, 1)
        self.column.insertWidget(3, self.outcome)
        self.resize(900, 640)

    def _typed(self, row: Any, column: Column[Any], text: str) -> bool:
        """What was typed into a cell of the proposal; what cannot be taken is said."""
        hub = self.session.hub
        try:
            value = column.read(text, hub, self.session.today).value
            but = BECOMES[column.id](self._but, row, value)
            self._change_with(hub, but)
        except Unreadable as trouble:
            self._say(f"{trouble.what}. {trouble.remedy}.")
            return False
        except Refused as refused:
            self._say(all_told(refused.problems))
            return False
        self._but = but
        self._renew()
        return True

    def _change_with(self, hub: Hub, but: Exceptions) -> Change:
        return roll_forward(hub, self._starts_in, _percent(self.uplift), self._with_rate(but))

    def _with_rate(self, but: Exceptions) -> Exceptions:
        if not self.rate.text().strip():
            return but
        return replace(but, rate=_percent(self.rate))

    def _renew(self, *_: object) -> None:
        try:
            but = self._with_rate(self._but)
            proposal = rolled(self.session.hub, self._starts_in, _percent(self.uplift), but)
        except Refused as refused:
            self._proposal = None
            self._say(all_told(refused.problems))
            self.accept_button.setEnabled(False)
            return
        self.problems.hide()
        self.accept_button.setEnabled(True)
        self._proposal = proposal
        self.classes.show_rows(proposal.classes)
        self.lines.show_rows(proposal.lines)
        self.sums.setText(sums_told(proposal))
        self.outcome.setText("Working out what each agency would pay…")
        self._latest.ask()

    def _question(self) -> Callable[[], Answer]:
        standing, proposal = self.session.standing, self._proposal

        def work() -> Answer:
            if proposal is None:
                return None, ""
            try:
                found = year_on_year(standing.hub, proposal, standing.runs)
            except Refused as refused:
                return proposal, refused.problems[0].happened_there
            if isinstance(found, NoYearCost):
                return proposal, found.problems[0].happened_there
            return proposal, before_after_rows(standing.hub, found)

        return work

    def _came(self, answer: Answer) -> None:
        proposal, found = answer
        if proposal is not self._proposal or proposal is None:
            return
        if isinstance(found, str):
            self.effects.show_rows(())
            self.outcome.setText(f"What each agency would pay cannot be worked out: {found}")
            return
        self.effects.show_rows(found)
        self.outcome.setText(agencies_told(proposal, found))


def _percent(field: QLineEdit) -> Decimal:
    text = field.text().strip().removesuffix("%").strip().replace("−", "-")
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        raise refusal(
            "percentage", f"“{field.text()}” is not a percentage", field.accessibleName(), "Type it as 3.5"
        ) from None
