"""Scenarios side by side: what each agency pays today, and in each of those that are ticked."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hubdesk.charging.workings import Working
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.scenarios.listing import ScenarioListing
from hubdesk.desktop.scenarios.wrapped import WrappedLabel
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import all_told
from hubdesk.workflows.scenario_columns import compared_columns, place_of
from hubdesk.workflows.scenario_compare import Comparison, compare, cover_words, which_figures
from hubdesk.workflows.scenario_workings import workings_in
from hubdesk.workflows.year_cost import NoYearCost, YearCost

_WORKING = "The figures are being worked out…"


class ComparedView(QWidget):
    """Follows the hub as it stands, the ticked scenarios and the day on screen."""

    showed = Signal()
    """`comparison` is another, or is none."""

    def __init__(self, workspace: Workspace, listing: ScenarioListing) -> None:
        super().__init__()
        self._workspace, self._session, self._listing = workspace, workspace.session, listing
        self.comparison: Comparison | None = None
        self._columns: list[tuple[str, str]] = []
        self.said = _label("Which figures these are")
        self.said.setObjectName("quiet")
        self.recovery = _label("What the desk rate recovers")
        self.table = Table("Scenarios compared", ())
        self.table.activated.connect(self._why)
        self.paper = QPushButton("Board paper…")
        self.paper.setToolTip("One page as PDF, or a workbook: what is compared here, for a meeting")
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.recovery)
        self._latest: Latest[Comparison | NoYearCost] = Latest(workspace.jobs, self._question, self)
        self._latest.came.connect(self._show)
        self._latest.working.connect(self._stale)
        listing.compared_changed.connect(self._ask)
        for signal in (
            self._session.changed,
            self._session.as_at_changed,
            self._session.issued,
            self._session.scenario_changed,
        ):
            signal.connect(self._ask)
        self._wanted = False

    def look(self) -> None:
        """It is looked at: what has changed meanwhile is worked out."""
        if self._wanted or self.comparison is None:
            self._latest.ask()

    def _ask(self) -> None:
        """Ask when somebody looks; a page at the back keeps no worker busy."""
        self._wanted = True
        if self.isVisible():
            self._latest.ask()

    def _question(self) -> Callable[[], Comparison | NoYearCost]:
        standing, day = self._session.standing_of_hub, self._session.as_at
        scenarios, known = self._listing.compared, self.comparison
        self._wanted = False
        return lambda: compare(standing, scenarios, day, known)

    def _stale(self) -> None:
        self.paper.setEnabled(False)
        self.said.setText(_WORKING)

    def _show(self, found: Comparison | NoYearCost) -> None:
        self.comparison = None if isinstance(found, NoYearCost) else found
        if self.comparison is None:
            assert isinstance(found, NoYearCost)
            self.said.setText(f"The year has no figures yet. {all_told(found.problems)}")
            self.recovery.clear()
            self.table.show_rows(())
        else:
            self._show_figures(self.comparison)
        self.paper.setEnabled(self.comparison is not None and bool(self.comparison.others))
        self.showed.emit()

    def _show_figures(self, comparison: Comparison) -> None:
        columns = compared_columns(comparison)
        if (now := [(one.id, one.title) for one in columns]) != self._columns:
            self._columns = now
            self.table.show_columns(columns)
        self.table.show_rows(comparison.rows)
        first = " " if comparison.others else " Tick a scenario, or begin one, to see it beside today."
        self.said.setText(f"{which_figures(comparison)}{first}".strip())
        self.recovery.setText("\n".join(_recoveries(comparison)))

    def _why(self, row: str, column: str) -> None:
        """The tree of a figure, down to the facts as they are in its scenario."""
        comparison = self.comparison
        if comparison is None:
            return
        place = place_of(column)
        agency = None if row == TOTAL else RecordId(row)
        who = "All agencies" if agency is None else _code(comparison, agency)
        tried = None if place is None else comparison.others[place].scenario
        where = "today" if tried is None else f"“{tried.name}”"
        day = self._session.as_at

        def question() -> Callable[[], Working | None]:
            standing = self._session.standing_of_hub
            now = None if tried is None else self._listing.get(tried.id)
            return lambda: None if now is None and tried else workings_in(standing, now, day, agency)

        self._workspace.workings.follow(f"{who}, {comparison.year.name}, {where}", question)


def _recoveries(comparison: Comparison) -> list[str]:
    """What the licences bring in, today and in each; why one has no figures; what is left out of one."""
    lines = [f"Today: {cover_words(comparison.today)}."]
    for one in comparison.others:
        if isinstance(one.cost, YearCost):
            words = cover_words(one.cost)
            words = words if words != cover_words(comparison.today) else "as today"
            lines.append(f"{one.scenario.name}: {words}.")
        else:
            lines.append(f"{one.scenario.name} has no figures. {all_told(one.cost.problems)}")
        lines += [f"{one.scenario.name}: {problem.told_there}" for problem in one.laid.problems]
    return lines


def _code(comparison: Comparison, agency: RecordId) -> str:
    return next(row.code for row in comparison.rows if row.id == agency)


def _label(name: str) -> WrappedLabel:
    label = WrappedLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(name)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
