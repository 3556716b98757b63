"""Settings of the hub, by real clicks and keys on the real window."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.pages.settings_page import SettingsPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.settings.building import BuildingSection
from hubdesk.desktop.settings.ledger_codes import LedgerCodesSection
from hubdesk.desktop.settings.ledger_file import LedgerFileSection
from hubdesk.desktop.settings.placing import PlacingSection
from hubdesk.desktop.settings.reviews import ReviewsSection
from hubdesk.desktop.settings.setting import Setting
from hubdesk.desktop.settings.statement_texts import StatementsSection
from hubdesk.desktop.settings.vat import VatSection
from hubdesk.desktop.settings.vat_rate_dialog import VatRateDialog
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind, Column
from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.review import Totals
from hubdesk.domain.vat import VatCode
from hubdesk.editing import settings
from hubdesk.editing.statements import Words
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.issuing import issue
from tests.builders import a_hub
from tests.builders.parkside import parkside
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.test_accessible import amiss

CREST = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20z"/></svg>'
Q1 = "2026-27-Q1"


@pytest.fixture
def window(open_window: OpenWindow, parkside_hub: Hub) -> MainWindow:
    shown = open_window(parkside_hub)
    press(shown, "Ctrl+,")
    return shown


def page_of(window: MainWindow) -> SettingsPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, SettingsPage)
    return page


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def go(window: MainWindow, title: str) -> QWidget:
    """Go to a section by the keys of the list."""
    page = page_of(window)
    press(page.list, "Home")
    for _ in page.sections:
        current = page.list.currentItem()
        assert current is not None
        if current.text() == title:
            return next(one for one in page.sections if one.title == title)
        press(page.list, "Down")
    raise LookupError(title)


def retype(setting: Setting, text: str) -> None:
    setting.editor.setFocus()
    press(setting.editor, "Ctrl+A")
    type_text(setting.editor, text)


def columns_of(session: Session) -> tuple[Column, ...]:
    return session.hub.ledger.invoice_columns if session.hub.ledger else ()


def logo_of(session: Session) -> str:
    return session.hub.statements.logo if session.hub.statements else ""


def test_the_hub_is_set_up_by_keys_and_each_setting_can_be_undone(window: MainWindow) -> None:
    session, section = session_of(window), go(window, "The hub")
    assert isinstance(section, BuildingSection)
    before = session.hub

    retype(section.name, "Parkside House")
    press(section.name.editor, "Return")
    retype(section.year_start, "1/9")
    assert section.year_start.note.text() == (
        "The charging year 2026-27 runs from 1 September 2026 to 31 August 2027."
    )
    press(section.year_start.editor, "Escape")
    assert section.year_start.note.text().endswith("31 March 2027.")
    section.billing.choice.setFocus()
    section.billing.choice.setCurrentIndex(section.billing.choice.findData(Billing.MONTH))
    section.billing.choice.activated.emit(section.billing.choice.currentIndex())

    assert (session.hub.settings.name, session.hub.settings.billing) == ("Parkside House", Billing.MONTH)
    assert window.windowTitle().startswith("Parkside House, ")
    assert session.hub.settings.year_start == YearStart(1, 4)
    assert section.billing.note.text().startswith("2026-27-M08 runs from 1 November 2026")
    window.setFocus()
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert session.hub == before
    assert isinstance(section.name.editor, Entry)
    assert section.name.editor.text() == before.settings.name


def test_what_is_wrong_is_said_at_the_field_while_it_is_typed_and_kept(open_window: OpenWindow) -> None:
    window = open_window(a_hub().licence("L01", "HBC", 1).cost_line("C01", 5, first="2026-04-01").build())
    press(window, "Ctrl+,")
    session, section = session_of(window), go(window, "The hub")
    assert isinstance(section, BuildingSection)
    assert isinstance(section.year_start.editor, Entry)
    retype(section.year_start, "30 Feb")
    assert "is no day of the year" in section.year_start.wrong.text()
    press(section.year_start.editor, "Return")
    assert section.year_start.editor.text() == "30 Feb"
    assert session.undo_stack.count() == 0

    retype(section.year_start, "1 September")
    assert not section.year_start.wrong.isVisible()
    press(section.year_start.editor, "Return")
    assert "C01" in section.year_start.wrong.text(), "a cost line has days of its own"
    assert section.year_start.editor.text() == "1 September"
    assert session.hub.settings.year_start == YearStart(1, 4)


def test_what_a_colleague_changes_meanwhile_is_told_before_ones_own_takes_its_place(
    window: MainWindow,
) -> None:
    session, section = session_of(window), go(window, "The hub")
    assert isinstance(section, BuildingSection)
    retype(section.name, "Mine")
    assert session.do(lambda hub: settings.rename(hub, "Theirs"))
    assert section.name.wrong.text().startswith("Somebody else made it “Theirs” meanwhile.")
    press(section.name.editor, "Return")
    assert session.hub.settings.name == "Theirs"
    press(section.name.editor, "Return")
    assert session.hub.settings.name == "Mine"
    assert not section.name.wrong.isVisible()


def test_what_issuing_fixed_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(a_hub().licence("L01", "HBC", 1).cost_line("C01", 1000).build())
    session = session_of(window)
    issue(session.document.store, Q1, None, at=datetime(2026, 7, 1, tzinfo=UTC))
    session.refresh()
    press(window, "Ctrl+,")
    section = go(window, "The hub")
    assert isinstance(section, BuildingSection)
    qtbot.waitUntil(lambda: not section.year_start.editor.isEnabled(), timeout=10_000)
    assert f"because {Q1} was issued with it" in section.year_start.fixed.text()
    assert not section.billing.choice.isEnabled()
    assert "fixed until 2026-27-Q4 is issued" in section.billing.note.text()
    assert section.name.editor.isEnabled()


def test_vat_rates_are_added_typed_over_and_removed(window: MainWindow) -> None:
    session, section = session_of(window), go(window, "VAT codes")
    assert isinstance(section, VatSection)
    before = session.hub
    vat = before.vat_by_code["S"]
    QTest.mouseClick(section.add, Qt.MouseButton.LeftButton)
    dialog = section.findChild(VatRateDialog)
    assert dialog is not None
    dialog.first.setFocus()
    press(dialog.first, "Ctrl+A")
    type_text(dialog.first, "1 Jan 2027")
    type_text(dialog.percent, "lots")
    press(dialog.percent, "Return")
    assert "is not a percentage" in dialog.problems.text()
    press(dialog.percent, "Ctrl+A")
    type_text(dialog.percent, "22.5 %")
    press(dialog.percent, "Return")
    assert not dialog.isVisible()
    added = session.hub.get(VatCode, vat.id)
    assert added.percent.at(date(2027, 1, 1)) == Decimal("22.5")

    assert section.table.go_to(f"{vat.id} 2027-01-01", "percent")
    grid = section.table.grid
    grid.setFocus()
    type_text(grid, "2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    type_text(editor, "5")
    press(editor, "Return")
    assert session.hub.get(VatCode, vat.id).percent.at(date(2027, 1, 1)) == Decimal(25)
    assert section.table.go_to(f"{vat.id} 2027-01-01")
    QTest.mouseClick(section.remove, Qt.MouseButton.LeftButton)
    assert session.hub == before


def test_a_code_that_is_borne_is_not_removed_and_says_why(open_window: OpenWindow) -> None:
    window = open_window(a_hub().vat_code("S", {}).licence("L01", "HBC", 1, vat="S").build())
    press(window, "Ctrl+,")
    section = go(window, "VAT codes")
    assert isinstance(section, VatSection)
    assert section.table.go_to(section.table.rows[0].id)
    QTest.mouseClick(section.remove, Qt.MouseButton.LeftButton)
    assert "It is still on licence L01" in section.wrong.text()


def test_a_mask_shows_what_would_pass_while_it_is_typed(window: MainWindow) -> None:
    session, section = session_of(window), go(window, "Ledger codes")
    assert isinstance(section, LedgerCodesSection)
    mask = section.masks[CodeKind.COST_CENTRE]
    retype(mask, "A9")
    assert "Such as A1. 0 of 4 cost centres pass. Would not pass: “" in mask.note.text()
    type_text(mask.editor, "99")
    assert mask.note.text() == "Such as A123. The hub has 4 cost centres. All pass."
    press(mask.editor, "Tab")
    retype(section.vat_codes["S"], "T1")
    press(section.vat_codes["S"].editor, "Return")
    assert session.hub.ledger is not None
    assert session.hub.ledger.cost_centre_mask == "A999"
    assert session.hub.ledger.ledger_code("S") == "T1"


def test_columns_are_chosen_ordered_and_renamed_by_keys_and_the_file_is_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, section = session_of(window), go(window, "Invoice file")
    assert isinstance(section, LedgerFileSection)
    qtbot.waitUntil(
        lambda: section.preview.text.toPlainText().startswith('"Reference","Date"'), timeout=20_000
    )
    section.list.setFocus()
    press(section.list, "Home")
    press(section.list, "Alt+Down")
    assert section.list.currentRow() == 1
    for _ in range(10):
        press(section.list, "End")
        press(section.list, "Delete")
    assert [one.heading for one in section.columns] == ["Date", "Reference"]
    retype(section.heading, "Our ref")
    press(section.heading.editor, "Return")
    section.add("gross")
    section.add("")
    assert columns_of(session) == (
        Column("Date", "last day"), Column("Our ref", "reference"), Column("Gross", "gross"), Column("", ""),
    )  # fmt: skip
    qtbot.waitUntil(
        lambda: section.preview.text.toPlainText().startswith('"Date","Our ref","Gross",""\n"2026-06-30"'),
        timeout=20_000,
    )
    assert "lines of the invoice file of 2026-27-Q1" in section.preview.told.text()
    QTest.mouseClick(section.buttons["Built-in columns"], Qt.MouseButton.LeftButton)
    assert columns_of(session) == ()
    assert section.note.text().startswith("These are the built-in columns")


def test_texts_have_lines_and_no_more_letters_than_there_is_room_for(window: MainWindow) -> None:
    session, section = session_of(window), go(window, "Statements")
    assert isinstance(section, StatementsSection)
    address = section.texts[Words.ADDRESS]
    retype(address, "Council House")
    press(address.editor, "Return")
    type_text(address.editor, "Parkside")
    press(address.editor, "Tab")
    assert session.hub.statements is not None
    assert session.hub.statements.address == "Council House\nParkside"
    contact = section.texts[Words.CONTACT]
    retype(contact, "x" * 401)
    press(contact.editor, "Ctrl+Return")
    assert contact.wrong.text() == "The contact has 401 letters, and may have 400."
    assert session.hub.statements.contact == ""
    press(contact.editor, "Backspace")
    assert contact.note.text().endswith("Room for 0 more letters.")
    press(contact.editor, "Ctrl+Return")
    assert len(session.hub.statements.contact) == 400


def test_a_logo_is_chosen_seen_and_taken_away(
    window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    session, section = session_of(window), go(window, "Statements")
    assert isinstance(section, StatementsSection)
    broken, crest = tmp_path / "broken.png", tmp_path / "crest.svg"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    crest.write_bytes(CREST)
    files.names = [broken, crest]
    logo = section.logo
    QTest.mouseClick(logo.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "damaged" in logo.wrong.text(), timeout=20_000)
    assert logo_of(session) == ""

    QTest.mouseClick(logo.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(logo_of(session)), timeout=20_000)
    assert logo.picture.pixmap().width() == 320
    assert not logo.wrong.isVisible()
    assert session.document.store.file(logo_of(session)) == CREST
    QTest.mouseClick(logo.remove, Qt.MouseButton.LeftButton)
    assert logo.picture.text() == "No logo yet"
    session.undo()
    assert logo.picture.pixmap().width() == 320


def test_what_is_amiss_with_a_setting_leads_to_its_section(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(a_hub().vat_code("Z", {"2026-04-01": 20}).build())
    workspace = window.workspace
    assert workspace is not None
    panel = workspace.problems
    qtbot.waitUntil(lambda: bool(panel.problems), timeout=20_000)
    press(window, "Ctrl+Shift+P")
    press(panel.list, "Return")
    current = page_of(window).list.currentItem()
    assert current is not None
    assert current.text() == "VAT codes"
    workspace.going.to_record(session_of(window).hub.settings.id)
    assert page_of(window).list.currentRow() == 0


def test_nothing_is_amiss_in_any_section_at_large_letters(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    page = page_of(window)
    theme.set_text_size(200)
    try:
        qtbot.waitUntil(lambda: page.list.viewport().width() >= page.list.sizeHintForColumn(0))
        for section in page.sections:
            go(window, section.title)
            QApplication.processEvents()
            wrong = amiss(section.title, window)
            assert not wrong, "\n".join(wrong)
    finally:
        theme.set_text_size(100)


def test_nothing_can_be_typed_where_the_hub_is_only_looked_at(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(parkside())
    path = tmp_path / "hub-0.hubdesk"
    document = Document(
        open_store(path, user="Ben", mode=Mode.READ), clock=lambda: datetime(2026, 11, 23, tzinfo=UTC)
    )
    window.show_hub(Session(document, session_of(window).today))
    press(window, "Ctrl+,")
    section = go(window, "The hub")
    assert isinstance(section, BuildingSection)
    assert isinstance(section.name.editor, Entry)
    assert section.name.editor.isReadOnly()
    assert not section.host.choice.isEnabled()
    files = go(window, "Journal file")
    assert isinstance(files, LedgerFileSection)
    assert not any(button.isEnabled() for button in files.buttons.values())
    qtbot.waitUntil(lambda: bool(files.preview.text.toPlainText()), timeout=20_000)


def test_totals_of_reviews_are_withheld_and_queries_get_their_days(window: MainWindow) -> None:
    session = session_of(window)
    section = go(window, "Reviews")
    assert isinstance(section, ReviewsSection)
    assert section.totals.choice.currentText() == "Open"
    section.totals.choice.setFocus()
    press(section.totals.choice, "Down")
    view = section.totals.choice.view()
    press(view, "Down")
    press(view, "Return")
    assert session.hub.review_settings is not None
    assert session.hub.review_settings.totals is Totals.WITHHELD
    assert "at least three others" in section.totals.note.text()
    editor = section.query_days.editor
    editor.setFocus()
    editor.selectAll()
    type_text(editor, "0")
    press(editor, "Return")
    assert section.query_days.wrong.text() == "Type a whole number of days from 1 to 730, such as 90."
    editor.selectAll()
    type_text(editor, "60")
    press(editor, "Return")
    assert session.hub.review_settings.query_days == 60
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert session.hub.review_settings is None


def test_what_a_plan_is_judged_by_is_typed_and_taken_back(window: MainWindow) -> None:
    session = session_of(window)
    section = go(window, "Placing")
    assert isinstance(section, PlacingSection)
    editors = {field: one.editor for field, one in section.weights.items()}
    shown = {field: one.text() for field, one in editors.items() if isinstance(one, Entry)}
    assert shown == {"floor_m": "20", "spread": "3", "pieces": "20", "moves": "1"}
    editor = section.weights["moves"].editor
    for text in ("-1", "2.5"):
        editor.setFocus()
        editor.selectAll()
        type_text(editor, text)
        press(editor, "Return")
        told = section.weights["moves"].wrong.text()
        assert told == ("Type a number from 0 to 10,000, such as 20." if text == "-1" else "")
    assert session.hub.placement_settings is not None
    assert session.hub.placement_settings.moves == Decimal("2.5")
    press(window, "Ctrl+Z")
    assert session.hub.placement_settings is None


def test_sections_stand_below_one_another_each_large_enough_to_be_hit(
    window: MainWindow, qtbot: QtBot
) -> None:
    go(window, "Placing")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, SettingsPage)

    def rows() -> list[QRect]:
        return [page.list.visualItemRect(page.list.item(row)) for row in range(page.list.count())]

    qtbot.waitUntil(lambda: all(row.height() >= 24 for row in rows()), timeout=20_000)
    assert all(one.bottom() < other.top() for one, other in pairwise(rows()))
