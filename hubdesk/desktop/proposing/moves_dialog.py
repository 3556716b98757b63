"""`MovesDialog`: who moves from which desk to which, in which order, and what everybody pays then."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.proposing.saving_moves import SavingMoves
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import Table
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import all_told
from hubdesk.workflows.placing.charge_changes import charges_told
from hubdesk.workflows.placing.move_columns import charge_columns, charge_rows, move_columns
from hubdesk.workflows.placing.moving import Moving, moving

if TYPE_CHECKING:
    from hubdesk.allocating.proposal import Proposal


class MovesDialog(QDialog):
    """Stands beside the work, and shows `proposal` to `hub` as it was when it was opened."""

    help_topic = "placing"

    def __init__(self, work: AtWork, hub: Hub, proposal: "Proposal", parent: QWidget) -> None:
        super().__init__(parent)
        self.moving: Moving | None = None
        self._saving = SavingMoves(work)
        self.setWindowTitle("Moves")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = words("preview-heading")
        self.said.setText("Putting the moves in order…")
        self.said.setAccessibleName("How many desks move")
        self.paid = words("quiet")
        self.paid.setAccessibleName("What it does to charges")
        self.agency = QComboBox()
        self.agency.setAccessibleName("Moves of")
        self.agency.addItem("All agencies", None)
        year = ChargingYear.containing(proposal.day, hub.settings.year_start)
        self.table = Table("Moves of a proposal", move_columns())
        self.charges = Table("Charges by a proposal", charge_columns(year)).without_bar()
        for table in (self.table, self.charges):
            table.settle_in(work)
        self.charges.grid.horizontalHeader().setStretchLastSection(True)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("What the proposal comes to")
        self.tabs.addTab(self.table, "Who moves")
        self.tabs.addTab(self.charges, f"What everybody pays in {year.name}")
        top = QFormLayout()
        top.addRow("Moves &of", self.agency)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.paid)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._buttons())
        unit = self.fontMetrics().height()
        self.resize(max(900, 56 * unit), max(520, 32 * unit))
        self.agency.currentIndexChanged.connect(lambda _index: self._list())
        self._work_out(work, hub, proposal)

    @property
    def chosen(self) -> RecordId | None:
        """The agency whose moves are shown; None: all of them."""
        agency = self.agency.currentData()
        return RecordId(agency) if agency else None

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.pdf = box.addButton("Save as &PDF…", action)
        self.workbook = box.addButton("Save as &Excel…", action)
        for button, tip in (
            (self.pdf, "To hand to the people who move: pages of its own for each agency"),
            (self.workbook, "To sort and to filter, with the agencies summed up"),
        ):
            button.setToolTip(tip)
            button.setEnabled(False)
        self.pdf.clicked.connect(lambda: self._save(self._saving.as_pdf))
        self.workbook.clicked.connect(lambda: self._save(self._saving.as_workbook))
        box.rejected.connect(self.close)
        return box

    def _work_out(self, work: AtWork, hub: Hub, proposal: "Proposal") -> None:
        standing = work.session.standing

        def work_out(_progress: Progress) -> Moving:
            return moving(hub, proposal, standing.runs)

        job = Jobs(self).quietly(work_out, self._show)
        job.refused.connect(lambda problems: self.said.setText(all_told(problems)))

    def _show(self, found: Moving) -> None:
        self.moving = found
        for agency in found.schedule.agencies:
            self.agency.addItem(agency_name(found.hub.agencies[agency]), agency)
        self.paid.setText(charges_told(found.hub, found.charges))
        self.charges.show_rows(charge_rows(found.hub, found.known_charges))
        for button in (self.pdf, self.workbook):
            button.setEnabled(bool(found.schedule.moves))
        self._list()

    def _list(self) -> None:
        if self.moving is not None:
            schedule = self.moving.schedule.of(self.chosen)
            self.said.setText(schedule.summary)
            self.table.show_rows(schedule.moves)

    def _save(self, save: Callable[[Moving, RecordId | None], None]) -> None:
        if self.moving is not None:
            save(self.moving, self.chosen)
