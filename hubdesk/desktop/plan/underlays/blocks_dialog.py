"""Which blocks of a DXF become desks; the plan shows meanwhile where they would stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.underlays.block_options import BlockOptions
from hubdesk.desktop.plan.underlays.ghosts import Ghosts
from hubdesk.domain.underlay import Underlay
from hubdesk.editing import desk_places
from hubdesk.editing.desk_arrays import DeskPlace
from hubdesk.exchange.underlays import BlockPlace
from hubdesk.workflows.desks_of_blocks import AsDesks, BlockKey, BlockKind, kinds_of_block
from hubdesk.workflows.desks_of_blocks import desk_places as places_of


class BlocksDialog(QDialog):
    """Leaves the plan to be moved about; accepting it is one change."""

    help_topic = "underlays"

    def __init__(
        self,
        plan: Plan,
        underlay: Underlay,
        blocks: Sequence[BlockPlace],
        ghosts: Ghosts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle("Make desks of blocks")
        self._plan, self._underlay, self._blocks, self._ghosts = plan, underlay, blocks, ghosts
        self._places: tuple[DeskPlace, ...] = ()
        told = QLabel(f"Tick the blocks of {underlay.name} that are desks.")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.kinds = kinds_of_block(underlay, blocks)
        self.table = _table(self.kinds)
        self.options = BlockOptions()
        self.count = QLabel()
        self.count.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton("Add desks", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        for widget in (self.options, self.count, buttons):
            column.addWidget(widget)
        self.table.itemChanged.connect(self._show)
        self.options.changed.connect(self._show)
        plan.session.changed.connect(self._show)
        plan.session.as_at_changed.connect(self._show)
        plan.floor_changed.connect(self._show)
        self.finished.connect(self._put_away)
        self.resize(560, 560)
        self._show()
        self.table.setFocus()

    @property
    def chosen(self) -> frozenset[BlockKey]:
        """The ticked ones."""
        items = (self.table.topLevelItem(row) for row in range(self.table.topLevelItemCount()))
        return frozenset(
            kind.key
            for kind, item in zip(self.kinds, items, strict=True)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked
        )

    def tick(self, block: str, *, on: bool = True) -> None:
        """Tick a block on every layer, or take its ticks away."""
        for row, kind in enumerate(self.kinds):
            item = self.table.topLevelItem(row)
            if kind.block == block and item is not None:
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _show(self) -> None:
        hub, day = self._plan.session.hub, self._plan.session.as_at
        underlay = hub.underlays.get(self._underlay.id)
        if underlay is None:
            self.reject()
            return
        options = self.options
        how = AsDesks(self.chosen, options.desk_kind, options.size_mm, options.way.currentIndex())
        wanted = places_of(underlay, self._blocks, how)
        self._places = desk_places.free_of(hub, underlay.floor, wanted, day)
        here = self._plan.floor is not None and self._plan.floor.id == underlay.floor
        self._ghosts.show_places(self._places if here else ())
        twice = len(wanted) - len(self._places)
        words = f"{len(self._places):,} {'desk' if len(self._places) == 1 else 'desks'} would come to be"
        if twice:
            words += f"; {twice:,} {'is' if twice == 1 else 'are'} left out, where a desk stands already"
        self.count.setText(words)
        self.go_on.setText(f"Add {len(self._places):,} desks" if len(self._places) != 1 else "Add 1 desk")
        self.go_on.setEnabled(bool(self._places))

    def _add(self) -> None:
        session, options = self._plan.session, self.options
        from_day = session.as_at if options.today.isChecked() else None
        after = options.after.text().strip() or None
        places, floor = self._places, self._underlay.floor
        if session.do(lambda hub: desk_places.put(hub, floor, places, after=after, in_service_from=from_day)):
            self.accept()

    def _put_away(self) -> None:
        self.finished.disconnect(self._put_away)  # The window's own X finishes it twice over.
        session = self._plan.session
        session.changed.disconnect(self._show)
        session.as_at_changed.disconnect(self._show)
        self._plan.floor_changed.disconnect(self._show)
        self._ghosts.show_places(())


def _table(kinds: Sequence[BlockKind]) -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName("Blocks of the drawing")
    table.setHeaderLabels(["Block", "Layer", "Count", "Size"])
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    for kind in kinds:
        size = f"{kind.width_mm / 1000:,.2f} m × {kind.depth_mm / 1000:,.2f} m"
        item = QTreeWidgetItem([kind.block, kind.layer, f"{kind.count:,}", size])
        likely = Qt.CheckState.Checked if kind.could_be_a_desk else Qt.CheckState.Unchecked
        item.setCheckState(0, likely)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.addTopLevelItem(item)
    header = table.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table
