"""A table of cost lines that follows a session, as a page would have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.desktop.theme import Theme
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from tests.builders.hub import a_hub
from tests.workflows.tables.ledger import ADDING, COLUMNS, YEAR, line_rows


@dataclass
class Costs:
    session: Session
    table: Table

    @property
    def codes(self) -> list[str]:
        return [row.code for row in self.table.rows]

    @property
    def budgets(self) -> list[str]:
        return [COLUMNS[3].text(row) for row in self.table.rows]

    def go(self, row: int, column: str) -> None:
        assert self.table.go_to(self.table.rows[row].id, column)
        self.table.grid.setFocus()

    def at(self) -> tuple[int, str]:
        """Where the keys are."""
        index = self.table.grid.currentIndex()
        return index.row(), self.table.cells.columns[index.column()].id

    def editor(self) -> QLineEdit:
        """What one is typing in."""
        found = [one for one in self.table.grid.findChildren(QLineEdit, "cell") if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def is_typing(self) -> bool:
        return any(one.isVisible() for one in self.table.grid.findChildren(QLineEdit, "cell"))

    def asked(self) -> AskDialog:
        """The question or the faults that are shown."""
        found = [one for one in self.table.window().findChildren(QDialog) if one.isVisible()]
        assert len(found) == 1
        assert isinstance(found[0], AskDialog)
        return found[0]


@pytest.fixture
def costs(theme: Theme, tmp_path: Path) -> Iterator[Costs]:
    lines = [CostLine(new_id(), f"L{n}", f"Line {n}", YEAR, n * 10_000) for n in range(1, 5)]
    when = datetime(2026, 11, 1, tzinfo=UTC)
    store = create_store(
        tmp_path / "a.hubdesk",
        Hub.of([*a_hub().build().records(), *lines]),
        user="Ada",
        title="First",
        when=when,
    )
    session = Session(Document(store, clock=lambda: datetime.now(UTC)), date(2026, 11, 23))
    table = Table("Cost lines", COLUMNS, session, ADDING)
    table.show_rows(line_rows(session.hub))
    session.changed.connect(lambda _change, hub: table.show_rows(line_rows(hub)))
    table.resize(900, 400)
    table.show()
    table.activateWindow()
    assert QTest.qWaitForWindowActive(table)
    table.grid.setFocus()
    QApplication.processEvents()
    yield Costs(session, table)
    table.close()
    table.deleteLater()
    session.close()
