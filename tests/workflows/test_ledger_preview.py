"""The preview of a ledger's file is the beginning of the file itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.domain.ledger import Column, LedgerFile
from hubdesk.editing import ledger
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.issuing import issue
from hubdesk.workflows.ledger_preview import MOST_LINES, preview
from hubdesk.workflows.outgoing import outgoing
from hubdesk.workflows.standing import Standing, standing_of
from tests.builders import a_hub
from tests.builders.parkside import parkside

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
Q1 = "2026-27-Q1"


@pytest.mark.parametrize("file", LedgerFile)
def test_it_is_how_the_file_begins(tmp_path: Path, file: LedgerFile) -> None:
    standing = Standing(parkside(), 1, ())
    shown = preview(standing, Q1, file)
    going = outgoing(standing, Q1, None, None)
    write = going.write_journal if file is LedgerFile.JOURNAL else going.write_invoices
    write(tmp_path / "file.csv")
    written = (tmp_path / "file.csv").read_text(encoding="utf-8-sig").splitlines()
    assert shown.lines == tuple(written[:MOST_LINES])
    assert shown.rows == len(written) - 1
    assert shown.told.startswith(f"The first {MOST_LINES - 1} of {shown.rows:,} lines")


def test_it_has_the_columns_chosen_and_empty_ones() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 1).cost_line("C01", 1000).build()
    chosen = (Column("Ref", "reference"), Column("Filler", ""), Column("=Net", "net"))
    hub = hub.applying(ledger.set_columns(hub, LedgerFile.INVOICES, chosen))
    lines = preview(Standing(hub, 1, ()), Q1, LedgerFile.INVOICES).lines
    assert lines[0] == '"Ref","Filler","\'=Net"'
    assert lines[1].startswith(f'"{Q1}/CAB","",')


def test_without_lines_it_says_why() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 1).cost_line("C01", 1000).build()
    shown = preview(Standing(hub, 1, ()), Q1, LedgerFile.JOURNAL)
    assert len(shown.lines) == 1
    assert "headings alone" in shown.told


def test_an_issued_run_keeps_the_columns_of_then(tmp_path: Path) -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 1).cost_line("C01", 1000).build()
    with create_store(tmp_path / "a.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        issue(store, Q1, None, at=NOW)
        document = Document(store, clock=lambda: NOW)
        document.apply(ledger.set_columns(hub, LedgerFile.INVOICES, (Column("Only", "net"),)))
        standing = standing_of(store)
    then, now = (preview(standing, name, LedgerFile.INVOICES) for name in (Q1, "2026-27-Q2"))
    assert then.issued
    assert then.told.endswith("It is issued, and goes out under the columns of then.")
    assert (len(then.lines[0].split(",")), now.lines[0]) == (12, '"Only"')
