"""A hub's costs set up in the window, from a spreadsheet to next year's, by clicks and keys."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from hubdesk.desktop.costs.paste_dialog import PasteCosts
from hubdesk.desktop.costs.rate.use_dialog import UseRate
from hubdesk.desktop.costs.roll_dialog import RollForward
from hubdesk.desktop.pages.costs_page import CostsPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.workflows.costs.desk_rate import Way
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text

BUDGET = (
    "Running costs\t\t\t\t\r\n"
    "Ref\tDescription\tBudget 2025/26\tBudget 2026/27\tRecovery\r\n"
    'K1\t"Rates, rent"\t" 18,000.00 "\t" £24,000.00 "\tlicence\r\n'
    'K2\t"Cleaning ""deep"""\t5800\t6,000.00\tshared\r\n'
    "K3\tSolar income\t\t(400.00)\tshared\r\n"
    "\tTotal\t23800\t29600\t\r\n"
)
"""As Excel puts it on the clipboard."""


def an_empty_year() -> Hub:
    hub = a_hub().agency("POL").agency("CAB", "voluntary").floor("G").desks(12)
    return hub.licence("L1", "HBC", 4).licence("L2", "POL", 3).licence("L3", "CAB", 1).build()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    window = open_window(an_empty_year())
    window.actions_["page.costs"].trigger()
    return window


@pytest.fixture
def page(window: MainWindow) -> CostsPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, CostsPage)
    return page


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def dialog_of(window: MainWindow, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    def there() -> list[QDialog]:
        return [one for one in window.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=20_000)
    return there()[0]


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def lines(session: Session, year: int = 2026) -> dict[str, CostLine]:
    return {line.code: line for line in session.hub.cost_lines_of.get(year, ())}


def type_in(table: Table, row: str, column: str, text: str) -> None:
    table.go_to(row, column)
    table.grid.setFocus()
    type_text(table.grid, text[0])
    (editor,) = (one for one in table.grid.findChildren(QLineEdit, "cell") if one.isVisible())
    type_text(editor, text[1:])
    press(editor, "Return")


def paste_budget(window: MainWindow, page: CostsPage, qtbot: QtBot, text: str) -> PasteCosts:
    copied(text)
    page.lines.table.grid.setFocus()
    press(page.lines.table.grid, "Ctrl+V")
    dialog = dialog_of(window, PasteCosts, qtbot)
    assert isinstance(dialog, PasteCosts)
    qtbot.waitUntil(lambda: bool(dialog.boxes), timeout=20_000)
    return dialog


def test_a_years_costs_from_a_spreadsheet_to_next_year(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    # A budget comes in as one change, once it was looked at.
    dialog = paste_budget(window, page, qtbot, BUDGET)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    assert dialog.accept_button.text() == "Paste 3 lines"
    assert "Budget 2025/26" in dialog.told.text()
    assert not session.hub.cost_lines
    dialog.accept_button.click()
    assert [(one.name, one.budget) for one in lines(session).values()] == [
        ("Rates, rent", 2_400_000),
        ('Cleaning "deep"', 600_000),
        ("Solar income", -40_000),
    ]
    assert lines(session)["K1"].recovery is Recovery.LICENCE
    assert session.undo_stack.count() == 1
    assert [row.line.code for row in page.lines.table.rows] == ["K1", "K2", "K3"]

    # Typed as in a spreadsheet, and taken back.
    type_in(page.lines.table, lines(session)["K2"].id, "budget", "7500")
    assert lines(session)["K2"].budget == 750_000
    window.actions_["edit.undo"].trigger()
    assert lines(session)["K2"].budget == 600_000

    # Actuals, as a column of figures.
    copied("24,100.00\r\n5,900.50\r\n")
    page.lines.table.go_to(lines(session)["K1"].id, "actual")
    press(page.lines.table.grid, "Ctrl+V")
    assert [one.actual for one in lines(session).values()] == [2_410_000, 590_050, None]
    assert page.told.text().startswith("3 cost lines, budget £29,600.00; 2 with an actual, £0.50 above")

    # The engine's figures are there a moment later.
    qtbot.waitUntil(lambda: any(row.to_others for row in page.lines.table.rows), timeout=20_000)

    # Next year, one line by an uplift of its own.
    window.actions_["file.roll-forward"].trigger()
    roll = dialog_of(window, RollForward, qtbot)
    assert isinstance(roll, RollForward)
    roll.uplift.clear()
    type_text(roll.uplift, "10")
    roll.tabs.setCurrentWidget(roll.lines)
    type_in(roll.lines, lines(session)["K2"].id, "uplift", "50")
    qtbot.waitUntil(lambda: bool(roll.effects.rows), timeout=20_000)
    assert roll.sums.text().startswith("Budgets: £29,600.00 → £34,960.00, £5,360.00 more.")
    roll.accept_button.click()
    assert [one.budget for one in lines(session, 2027).values()] == [2_640_000, 900_000, -44_000]
    assert page.field.currentText() == "2027-28"
    assert [row.budget_before for row in page.lines.table.rows] == [2_400_000, 600_000, -40_000]
    window.actions_["edit.undo"].trigger()
    assert not lines(session, 2027)


def test_every_fault_of_what_is_pasted_is_listed_and_a_column_can_be_said_better(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    dialog = paste_budget(window, page, qtbot, "Cleaning\t12\t#REF!\nGuard\ttwelve\t9\n")
    qtbot.waitUntil(dialog.faults.isVisible, timeout=20_000)
    assert not dialog.accept_button.isEnabled()
    assert "“#REF!”" in dialog.faults.toPlainText()
    assert "“twelve”" in dialog.faults.toPlainText()

    dialog.boxes[1].setCurrentIndex(0)
    dialog.boxes[1].activated.emit(0)
    qtbot.waitUntil(lambda: "twelve" not in dialog.faults.toPlainText(), timeout=20_000)
    dialog.reject()
    assert not session.hub.cost_lines


def test_who_takes_part_is_set_beside_the_line_and_shows_at_once(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    dialog = paste_budget(window, page, qtbot, "Cleaning\t1200\n")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    line = lines(session)["C01"]
    page.show_line(line.id)
    table = page.line.table
    qtbot.waitUntil(lambda: bool(table.rows) and table.rows[0].worked is not None, timeout=20_000)
    police = next(row.id for row in table.rows if row.code == "POL")
    type_in(table, police, "fixed", "40")
    qtbot.waitUntil(lambda: _part(table, police) == Decimal("40.00"), timeout=20_000)
    assert [one.percent for one in session.hub.fixed_shares_of[line.id]] == [40]
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: _part(table, police) != Decimal("40.00"), timeout=20_000)


def test_a_rate_is_used_once_its_effect_was_seen(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    dialog = paste_budget(window, page, qtbot, BUDGET)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    licensed = page.rate.ways[Way.LICENSED]
    qtbot.waitUntil(lambda: licensed.rate.text() == "£3,000.00", timeout=20_000)
    assert page.rate.ways[Way.IN_SERVICE].rate.text() == "£2,000.00"
    assert "£2,000.00 a year, but a licensed one £3,000.00: 1.50 times as much" in page.rate.vacancy.text()

    assert not page.rate.use.isEnabled()
    page.rate.ways[Way.IN_SERVICE].choice.setFocus()
    press(page.rate.ways[Way.IN_SERVICE].choice, "Space")
    assert page.rate.use.isEnabled()
    page.rate.use.click()
    use = dialog_of(window, UseRate, qtbot)
    assert isinstance(use, UseRate)
    qtbot.waitUntil(lambda: len(use.table.rows) == 3, timeout=20_000)
    assert sum(row.more for row in use.table.rows) == -800_000
    use.accept_button.click()
    assert session.hub.rate.pence.at(session.as_at) == 200_000
    assert session.undo_stack.undoText() == "Desk rate £3,000.00 → £2,000.00 from 1 April 2026"


def test_a_driver_is_named_and_filled_from_day_to_day(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    page.tabs.setCurrentWidget(page.drivers)
    page.drivers.show_driver("FTE")
    table = page.drivers.table
    police = session.hub.agency_codes["POL"].id
    type_in(table, police, "2026-04-01", "12.5")
    assert session.hub.driver_names == {"FTE"}
    page.drivers.show_day(session.as_at)
    copied("3\r\n4\r\n5\r\n")
    table.go_to(table.rows[0].id, session.as_at.isoformat())
    press(table.grid, "Ctrl+V")
    assert {one.figures.at(session.as_at) for one in session.hub.figures_of["FTE"]} == {3, 4, 5}
    assert session.undo_stack.count() == 2


def test_a_figure_opens_its_workings_and_their_facts_lead_back(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    dialog = paste_budget(window, page, qtbot, BUDGET)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    assert window.workspace is not None
    panel = window.workspace.workings.panel
    page.rate.ways[Way.LICENSED].rate.clicked.emit()
    qtbot.waitUntil(lambda: panel.working is not None and panel.working.value == 300_000, timeout=20_000)

    window.workspace.show_page(window.workspace.plan_page)
    window.workspace.going.to_record(lines(session)["K2"].id)
    assert window.workspace.page is page
    assert page.lines.table.current == lines(session)["K2"].id


def test_figures_of_before_an_edit_are_marked_and_no_rate_is_used_of_them(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    dialog = paste_budget(window, page, qtbot, BUDGET)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    rent, licensed = lines(session)["K1"].id, page.rate.ways[Way.LICENSED]
    page.show_line(rent)
    page.rate.choose(Way.LICENSED)
    qtbot.waitUntil(page.rate.use.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: not page.line.state.text(), timeout=20_000)
    assert page.state.isHidden()

    meanwhile: list[tuple[str, str, bool, bool]] = []

    def look() -> None:
        states = page.state.isVisible(), page.rate.use.isEnabled()
        meanwhile.append((licensed.rate.text(), page.line.state.text(), *states))

    page.year.worked_out.working.connect(look)
    type_in(page.lines.table, rent, "budget", "48000")
    assert meanwhile[0] == ("£3,000.00", "Being worked out…", True, False)
    qtbot.waitUntil(page.rate.use.isEnabled, timeout=20_000)
    assert licensed.rate.text() == "£6,000.00"
    assert page.state.isHidden()
    qtbot.waitUntil(lambda: not page.line.state.text(), timeout=20_000)


def test_lines_are_made_and_removed_only_in_sight(
    window: MainWindow, page: CostsPage, session: Session, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    workspace, remove = window.workspace, window.actions_["costs.remove"]
    workspace.show_page(workspace.plan_page)
    window.actions_["costs.add"].trigger()
    assert workspace.page is page
    assert page.lines.table.current == lines(session)["C01"].id
    page.lines.table.grid.selectRow(0)
    qtbot.waitUntil(remove.isEnabled, timeout=20_000)

    page.tabs.setCurrentWidget(page.drivers)
    qtbot.waitUntil(lambda: not remove.isEnabled(), timeout=20_000)
    window.actions_["costs.add"].trigger()
    assert page.tabs.currentWidget() is page.lines
    qtbot.waitUntil(remove.isEnabled, timeout=20_000)
    workspace.show_page(workspace.plan_page)
    qtbot.waitUntil(lambda: not remove.isEnabled(), timeout=20_000)


def _part(table: Table, row: str) -> Decimal | None:
    column = next(one for one in table.cells.columns if one.id == "part")
    found = next(one for one in table.rows if one.id == row)
    value = column.value(found)
    assert value is None or isinstance(value, Decimal)
    return value
