"""`LinksPart` and `RulesPart`: working links and placement rules, typed over or pasted in their tables."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from hubdesk.desktop.agencies.link_dialog import LinkDialog
from hubdesk.desktop.agencies.links_matrix import LinksMatrix
from hubdesk.desktop.agencies.rule_dialog import RuleDialog
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import links, rules
from hubdesk.workflows.placing.links import adding_links, link_columns, link_rows
from hubdesk.workflows.placing.rules import RuleRow, adding_rules, rule_columns, rule_rows


class _OfAgencies(QWidget):
    """A table of records of agencies: all of them, or those of the chosen agency."""

    def __init__(
        self,
        session: Session,
        table: Table,
        new: str,
        rows: Callable[[Hub, RecordId | None], Sequence[Any]],
        remove: Callable[[Hub, RecordId], Change],
        dialog: Callable[[Session, RecordId | None, QWidget], ChangeDialog],
    ) -> None:
        super().__init__()
        self._session, self._rows, self._gone = session, rows, remove
        self._agency: RecordId | None = None
        self.table = table
        self.own = QCheckBox("Only of the chosen agency")
        self.new, self.remove = QPushButton(new), QPushButton("Remove")
        self.new.setEnabled(not session.only_looks)
        self.remove.setEnabled(False)
        for widget in (self.own, self.new, self.remove):
            self.table.bar.add(widget)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 0)
        self.column.addWidget(self.table, 1)
        self.own.toggled.connect(lambda _on: self.show_hub(session.hub))
        self.new.clicked.connect(lambda: dialog(session, self._agency, self).open())
        self.remove.clicked.connect(self._remove)
        self.table.current_changed.connect(
            lambda row: self.remove.setEnabled(bool(row) and not session.only_looks)
        )

    def show_agency(self, agency: RecordId | None) -> None:
        self._agency = agency
        if self.own.isChecked():
            self.show_hub(self._session.hub)

    def show_hub(self, hub: Hub) -> None:
        """The records as they are now."""
        agency = self._agency if self.own.isChecked() and self._agency in hub.agencies else None
        self.table.show_rows(self._rows(hub, agency))

    def choose(self, record: RecordId) -> bool:
        """The keys go to that record."""
        self.own.setChecked(False)
        return self.table.go_to(record)

    def _remove(self) -> None:
        if self.table.current is not None:
            record = RecordId(self.table.current)
            self._session.do(lambda hub: self._gone(hub, record))


class LinksPart(_OfAgencies):
    """Who is best close to whom: as a list with reasons, or as a matrix to type strengths into."""

    def __init__(self, session: Session) -> None:
        table = Table("Working links", link_columns(), session, adding_links())
        super().__init__(session, table, "New link…", link_rows, links.remove, LinkDialog)
        self.matrix = LinksMatrix(session)
        self.matrix.hide()
        self.as_list, self.as_matrix = QRadioButton("As a list"), QRadioButton("As a matrix")
        self.as_list.setChecked(True)
        switch = QHBoxLayout()
        for choice in (self.as_list, self.as_matrix):
            switch.addWidget(choice)
        switch.addStretch(1)
        self.column.insertLayout(0, switch)
        self.column.addWidget(self.matrix, 1)
        self.as_matrix.toggled.connect(self._show_as)

    def show_hub(self, hub: Hub) -> None:
        super().show_hub(hub)
        self.matrix.show_hub(hub)

    def choose(self, record: RecordId) -> bool:
        self.as_list.setChecked(True)
        return super().choose(record)

    def _show_as(self, matrix: bool) -> None:  # noqa: FBT001  as QAbstractButton.toggled has it
        self.table.setHidden(matrix)
        self.matrix.setHidden(not matrix)
        self.matrix.show_hub(self._session.hub)


class RulesPart(_OfAgencies):
    """Where agencies may, must or must not sit."""

    def __init__(self, session: Session) -> None:
        table = Table("Placement rules", rule_columns(), session, adding_rules())

        def rows(hub: Hub, agency: RecordId | None) -> Sequence[RuleRow]:
            return rule_rows(hub, session.as_at, agency)

        super().__init__(session, table, "New rule…", rows, rules.remove, RuleDialog)
