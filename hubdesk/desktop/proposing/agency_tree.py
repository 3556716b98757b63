"""`AgencyTree`: what is proposed for each agency: ticked where it is to be so, its moves beneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from hubdesk.allocating.proposal import Move
from hubdesk.desktop.plan.preview_bar import signed
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.proposed_rows import ProposedRow

_AGENCY, _MOVES, _POUNDS, _WHERE = range(4)
_HEADINGS = ("Agency", "Moves", "£ a year", "Where")
_WHO = Qt.ItemDataRole.UserRole
_TICK = 26
_UNKNOWN, _SAME = "…", "as today"


class AgencyTree(QTreeWidget):
    """Who can only go where others sit is ticked with them, and they with it."""

    chosen = Signal()
    """Other agencies are ticked."""
    together = Signal(str, object)
    """Ticking that agency ticked, or unticked, these besides: a frozenset of ids."""
    looked_at = Signal()
    """Another row is current."""
    activated_move = Signal(object)
    """A Move, to be gone to."""

    def __init__(self) -> None:
        super().__init__()
        self._hub: Hub | None = None
        self._rows: Mapping[RecordId, ProposedRow] = {}
        self.setAccessibleName("What is proposed for each agency")
        self.setHeaderLabels(_HEADINGS)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.header().setStretchLastSection(True)
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(lambda _now, _before: self.looked_at.emit())
        self.itemExpanded.connect(self._list_moves)
        self.itemActivated.connect(self._activate)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(380, 260)

    @property
    def agencies(self) -> frozenset[RecordId]:
        """Those that are ticked."""
        return frozenset(
            RecordId(item.data(_AGENCY, _WHO))
            for item in self._items()
            if item.checkState(_AGENCY) is Qt.CheckState.Checked
        )

    @property
    def has_moves(self) -> bool:
        """Whether anybody moves at all."""
        return any(one.moves for one in self._rows.values())

    @property
    def agency_looked_at(self) -> RecordId | None:
        """The agency that is current, or that of the move that is."""
        item = self.currentItem()
        if item is None:
            return None
        who = item.data(_AGENCY, _WHO)
        return who.agency if isinstance(who, Move) else RecordId(who)

    @property
    def moves_looked_at(self) -> tuple[Move, ...]:
        """The moves of the agency that is current, or the one that is."""
        item = self.currentItem()
        if item is None:
            return ()
        who = item.data(_AGENCY, _WHO)
        if isinstance(who, Move):
            return (who,)
        return self._rows[who].moves

    def show_rows(self, hub: Hub, rows: Sequence[ProposedRow]) -> None:
        """Every agency of a proposal to `hub`, all ticked that move."""
        self._hub, self._rows = hub, {one.agency: one for one in rows}
        with QSignalBlocker(self):
            self.clear()
            self.addTopLevelItems([_item(one) for one in rows])
        self._fit()
        self.looked_at.emit()

    def show_pounds(self, pence: Mapping[RecordId, int] | None) -> None:
        """By how much more each agency pays in the year; None while that is being worked out."""
        with QSignalBlocker(self):
            for item in self._items():
                words = (
                    _UNKNOWN if pence is None else _pounds(pence.get(RecordId(item.data(_AGENCY, _WHO)), 0))
                )
                item.setText(_POUNDS, words)
        self._fit()

    def _fit(self) -> None:
        """Once all is written: columns that fit themselves are measured anew at every cell."""
        for column in (_MOVES, _POUNDS):
            self.resizeColumnToContents(column)
        # What Qt reckons the first column to need leaves out the boxes to tick.
        self.setColumnWidth(_AGENCY, self.sizeHintForColumn(_AGENCY) + _TICK)

    def _list_moves(self, item: QTreeWidgetItem) -> None:
        """Moves are listed once they are asked for: there may be thousands."""
        row = self._rows.get(item.data(_AGENCY, _WHO))
        if row is None or item.childCount() or self._hub is None:
            return
        for move in row.moves:
            below = QTreeWidgetItem([move_told(self._hub, move)])
            below.setData(_AGENCY, _WHO, move)
            item.addChild(below)
            below.setFirstColumnSpanned(True)

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != _AGENCY or item.parent() is not None:
            return
        agency, state = RecordId(item.data(_AGENCY, _WHO)), item.checkState(_AGENCY)
        if state is Qt.CheckState.Checked:
            others = self._rows[agency].needed
        else:
            others = frozenset(one.agency for one in self._rows.values() if agency in one.needed)
        changed = set()
        with QSignalBlocker(self):
            for other in self._items():
                who = RecordId(other.data(_AGENCY, _WHO))
                if who in others and who != agency and other.checkState(_AGENCY) is not state:
                    other.setCheckState(_AGENCY, state)
                    changed.add(who)
        self.viewport().update()
        self.together.emit(agency, frozenset(changed))
        self.chosen.emit()

    def _activate(self, item: QTreeWidgetItem) -> None:
        who = item.data(_AGENCY, _WHO)
        if isinstance(who, Move):
            self.activated_move.emit(who)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]


def move_told(hub: Hub, move: Move) -> str:
    """From which desk to which."""
    start, end = (hub.desks[one].code if one else "" for one in (move.come_from, move.go_to))
    if not start:
        return f"one more: {end}"
    return f"{start} given back" if not end else f"{start} → {end}"


def _item(row: ProposedRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.code, row.moves_told, _UNKNOWN, row.where])
    item.setData(_AGENCY, _WHO, row.agency)
    item.setToolTip(_AGENCY, row.name)
    item.setToolTip(_WHERE, row.where)
    for column in (_MOVES, _POUNDS):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if row.moves:
        item.setCheckState(_AGENCY, Qt.CheckState.Checked)
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    else:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item


def _pounds(pence: int) -> str:
    return signed(pence) if pence else _SAME
