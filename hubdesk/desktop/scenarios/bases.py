"""Bases compared: what each agency would pay of a cost, or of all shared costs, on every basis there is."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.workings import Working
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.scenarios.wrapped import WrappedLabel
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import all_told
from hubdesk.workflows.bases_compared import BasesCompared, basis_words, compare_bases, shared_lines
from hubdesk.workflows.scenario_columns import bases_columns, place_of
from hubdesk.workflows.scenario_workings import workings_on
from hubdesk.workflows.year_cost import NoYearCost


class BasesView(QWidget):
    """Follows the hub that is on screen, and so the scenario that is worked in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._session = workspace, workspace.session
        self.compared: BasesCompared | None = None
        self._columns: list[tuple[str, str]] = []
        self.line = QComboBox()
        self.line.setAccessibleName("Cost to compare")
        self.line.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.line.currentIndexChanged.connect(self._ask)
        self.said = WrappedLabel()
        self.said.setObjectName("quiet")
        self.table = Table("Bases compared", ())
        self.table.activated.connect(self._why)
        label = QLabel("&Cost:")
        label.setBuddy(self.line)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.line)
        top.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self._latest: Latest[BasesCompared | NoYearCost] = Latest(workspace.jobs, self._question, self)
        self._latest.came.connect(self._show)
        for signal in (self._session.changed, self._session.as_at_changed, self._session.issued):
            signal.connect(self._ask)

    def look(self) -> None:
        """It is looked at: what has changed meanwhile is worked out."""
        self._latest.ask()

    def _ask(self) -> None:
        if self.isVisible():
            self._latest.ask()

    def _question(self) -> Callable[[], BasesCompared | NoYearCost]:
        standing, day = self._session.standing, self._session.as_at
        self._list_lines()
        line = self.line.currentData()
        return lambda: compare_bases(standing, day, [] if line is None else [line])

    def _list_lines(self) -> None:
        """The year's shared costs, to choose one; what was chosen stays chosen while it is there."""
        hub = self._session.hub
        year = ChargingYear.containing(self._session.as_at, hub.settings.year_start)
        wanted: list[tuple[str, RecordId | None]] = [(f"All shared costs of {year.name}", None)]
        wanted += [(f"{one.code}, {one.name}", one.id) for one in shared_lines(hub, year)]
        stands = [
            (self.line.itemText(place), self.line.itemData(place)) for place in range(self.line.count())
        ]
        if wanted == stands:
            return
        chosen = self.line.currentData()
        with QSignalBlocker(self.line):
            self.line.clear()
            for words, id_ in wanted:
                self.line.addItem(words, id_)
            self.line.setCurrentIndex(max(0, self.line.findData(chosen)))

    def _show(self, found: BasesCompared | NoYearCost) -> None:
        if isinstance(found, NoYearCost):
            self.compared = None
            self.said.setText(all_told(found.problems))
            self.table.show_rows(())
            return
        self.compared = found
        columns = bases_columns(found)
        if (now := [(one.id, one.title) for one in columns]) != self._columns:
            self._columns = now
            self.table.show_columns(columns)
        self.table.show_rows(found.rows)
        on = "budgets" if found.amounts is Amounts.BUDGET else "actuals where known, else budgets"
        self.said.setText(
            f"The whole of {found.year.name}, without VAT, on {on}. Participants, fixed shares, caps and the "
            "vacant policy are as they stand; what nobody has a weight for falls to the host."
        )

    def _why(self, row: str, column: str) -> None:
        compared = self.compared
        place = place_of(column)
        if compared is None or place is None:
            return
        agency = None if row == TOTAL else RecordId(row)
        known = None if agency is None else compared.hub.agencies.get(agency)
        who = known.code if known else "All agencies" if agency is None else "The partners' pool"
        basis, day = compared.bases[place].name, self._session.as_at
        lines = [line.id for line in compared.lines]

        def question() -> Callable[[], Working | None]:
            standing = self._session.standing
            return lambda: workings_on(standing, day, lines, basis, agency)

        self._workspace.workings.follow(f"{who}, {compared.year.name}, {basis_words(basis)}", question)
