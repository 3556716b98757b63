"""`Sides`: what a pack says beside its plan, on one page each: words, desks, charges, licences, next year."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from hubdesk.desktop.memory import Memory
from hubdesk.desktop.tables.table import TOTAL, Table
from hubdesk.desktop.viewer.columns import CHARGES, DESKS, ESTIMATE, LICENCES
from hubdesk.desktop.viewer.reading import Reading
from hubdesk.desktop.viewer.rows import charge_rows, desk_rows, estimate_rows, licence_rows
from hubdesk.desktop.viewer.why import why_charge, why_column, why_estimate
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.workflows.tables.column import Column, HasId

_DESKS, _ESTIMATE = 1, 4


class Sides(QTabWidget):
    """Tables that are read, sorted, filtered and copied."""

    desk_chosen = Signal(str)
    """The keys came to a desk in the list: its code."""
    asked = Signal(object)
    """Why a figure is what it is: a Reckoned."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.setAccessibleName("What the pack says")
        self.setDocumentMode(True)
        self._pack: Pack | None = None
        self.reading = Reading()
        self.desks = Table("Your desks", DESKS)
        self.charges = Table("Your charges", CHARGES)
        self.licences = Table("Your licences", LICENCES)
        self.estimate = Table("Next year", ESTIMATE).without_bar()
        for widget, title in (
            (self.reading, "&Read first"),
            (self.desks, "&Desks"),
            (self.charges, "&Charges"),
            (self.licences, "&Licences"),
            (self.estimate, "&Next year"),
        ):
            self.addTab(widget, title)
        for table in (self.desks, self.charges, self.licences, self.estimate):
            table.remember_in(memory)
        self.desks.current_changed.connect(self._choose)
        self.charges.activated.connect(self._ask_charge)
        self.estimate.activated.connect(self._ask_estimate)

    def show_pack(self, pack: Pack) -> None:
        self._pack = pack
        self.reading.show_pack(pack)
        _show(self.desks, DESKS, desk_rows(pack))
        _show(self.charges, CHARGES, charge_rows(pack))
        _show(self.licences, LICENCES, licence_rows(pack))
        self.estimate.show_rows(estimate_rows(pack))
        self.setTabText(_DESKS, f"&Desks ({len(pack.desks):,})")
        self.setTabVisible(_ESTIMATE, pack.estimate is not None)
        if pack.estimate is not None:
            self.setTabText(_ESTIMATE, f"&Next year ({pack.estimate.year})")
        self.setCurrentIndex(0)

    def go_to_desk(self, code: str) -> None:
        """The keys go to the desk of that code in the list, whatever was filtered out."""
        assert self._pack is not None
        place = next((n for n, one in enumerate(self._pack.desks) if one.code == code), None)
        if place is None:
            return
        self.setCurrentIndex(_DESKS)
        if not self.desks.go_to(str(place)):
            self.desks.bar.filter.clear()
            self.desks.go_to(str(place))
        self.desks.setFocus()

    def _choose(self, row: str) -> None:
        if row and self._pack is not None:
            self.desk_chosen.emit(self._pack.desks[int(row)].code)

    def _ask_charge(self, row: str, column: str) -> None:
        assert self._pack is not None
        pack = self._pack
        self.asked.emit(why_column(pack, column) if row == TOTAL else why_charge(pack, row, column))

    def _ask_estimate(self, row: str, _column: str) -> None:
        assert self._pack is not None
        self.asked.emit(why_estimate(self._pack, row))


def _show(table: Table, columns: Sequence[Column[Any]], rows: Sequence[HasId]) -> None:
    """The rows, and those of the columns that say something: most agencies have no cap and no concession."""
    table.show_columns(one for one in columns if not rows or any(one.text(row) for row in rows))
    table.show_rows(rows)
