"""`SelectionFollowing`: the list and the plan have the same desks selected, whichever did it."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QTableView

from hubdesk.desktop.desk_list.desk_table import DeskTable
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.tables.kept_rows import runs
from hubdesk.domain.ids import RecordId

_FLAG = QItemSelectionModel.SelectionFlag


class SelectionFollowing(QObject):
    """Hands the selection on both ways.

    What is selected and not listed stays so until something is selected in the list.
    """

    def __init__(self, table: QTableView, rows: DeskTable, plan: Plan) -> None:
        super().__init__(table)
        self._table, self._rows, self._plan = table, rows, plan
        self._busy = False
        table.selectionModel().selectionChanged.connect(self._from_list)
        table.selectionModel().currentChanged.connect(self._show_floor)
        plan.session.selection.changed.connect(self._from_plan)
        rows.settling.connect(self._hold)
        rows.settled.connect(self._release)

    def listed(self) -> frozenset[RecordId]:
        """The desks that are selected in the list."""
        rows = self._rows.rows
        stretches = self._table.selectionModel().selection().toList()
        return frozenset(
            row.desk.id for stretch in stretches for row in rows[stretch.top() : stretch.bottom() + 1]
        )

    def _from_list(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._plan.session.selection.set(self.listed())
        finally:
            self._busy = False
        self._show_floor()

    def _show_floor(self) -> None:
        """The plan follows to the floor of the row where the keys are."""
        current = self._table.currentIndex()
        chosen = self._plan.session.selection.ids
        if self._busy or not current.isValid():
            return
        desk = self._rows.rows[current.row()].desk
        here = self._plan.floor
        if desk.id in chosen and (here is None or here.id != desk.floor):
            self._plan.show_floor(desk.floor)

    def _from_plan(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._select()
        finally:
            self._busy = False

    def _select(self) -> None:
        places = self._rows.places(self._plan.session.selection.ids)
        chosen = QItemSelection()
        last_column = self._rows.columnCount() - 1
        for first, last in runs(places):
            chosen.select(self._rows.index(first, 0), self._rows.index(last, last_column))
        model = self._table.selectionModel()
        model.select(chosen, _FLAG.ClearAndSelect)
        if places and model.currentIndex().row() not in places:
            index = self._rows.index(places[0], 0)
            model.setCurrentIndex(index, _FLAG.NoUpdate)
            self._table.scrollTo(index)

    def _hold(self) -> None:
        self._busy = True

    def _release(self) -> None:
        """Rows came and went: what is selected is what was."""
        self._busy = False
        self._from_plan()
