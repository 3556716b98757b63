"""A table under the hands of somebody who knows spreadsheets."""

from functools import partial
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.notices import Notices
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.desktop.tables.painting import PAD
from hubdesk.editing import cost_lines
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.tables.conftest import Costs
from tests.workflows.tables.ledger import COLUMNS


def clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_typing_replaces_and_enter_goes_down(costs: Costs) -> None:
    costs.go(0, "budget")
    type_text(costs.table.grid, "1")
    type_text(costs.editor(), "234.5")
    press(costs.editor(), "Return")
    assert costs.budgets[0] == "1,234.50"
    assert costs.at() == (1, "budget")
    assert costs.session.undo_stack.undoText() == "Change cost line L1 of 2026-27"
    costs.session.undo()
    assert costs.budgets[0] == "100.00"


def test_f2_keeps_what_stands_and_escape_takes_typing_back(costs: Costs) -> None:
    costs.go(1, "name")
    press(costs.table.grid, "F2")
    assert costs.editor().text() == "Line 2"
    type_text(costs.editor(), "x")
    press(costs.editor(), "Esc")
    assert costs.table.rows[1].name == "Line 2"
    assert not costs.session.undo_stack.canUndo()


def test_tab_goes_right_enter_then_back_to_where_one_began_and_the_last_tab_out(costs: Costs) -> None:
    costs.go(0, "budget")
    type_text(costs.table.grid, "5")
    press(costs.editor(), "Tab")
    assert costs.at() == (0, "actual")
    type_text(costs.table.grid, "6")
    press(costs.editor(), "Return")
    assert costs.at() == (1, "budget")
    assert (costs.table.rows[0].budget, costs.table.rows[0].actual) == (500, 600)
    costs.go(1, "share")
    press(costs.table.grid, "Tab")
    assert QApplication.focusWidget() is not costs.table.grid


def test_what_is_not_understood_stays_open_as_it_was_typed(costs: Costs) -> None:
    costs.go(0, "budget")
    type_text(costs.table.grid, "x")
    press(costs.editor(), "Return")
    assert costs.editor().text() == "x"
    assert "“x” is not an amount. Type pounds" in costs.editor().accessibleDescription()
    costs.editor().setText("-1")
    press(costs.editor(), "Return")
    assert "not below nothing" in costs.editor().accessibleDescription()
    press(costs.editor(), "Esc")
    assert not costs.is_typing()
    assert costs.budgets[0] == "100.00"


def test_delete_clears_what_may_be_blank_as_one_change(costs: Costs) -> None:
    assert costs.session.do(lambda hub: cost_lines.set_actual(hub, costs.table.rows[0].id, 500))
    costs.go(0, "actual")
    press(costs.table.grid, "Delete")
    assert costs.table.rows[0].actual is None
    costs.go(0, "budget")
    press(costs.table.grid, "Delete")
    assert "Budget cannot be blank" in costs.asked().told.text
    costs.asked().reject()


def test_a_block_from_a_spreadsheet_is_one_step_to_undo(costs: Costs) -> None:
    clipboard("£1,000.00\t5\r\n(0.00)\t\r\n")
    costs.go(1, "budget")
    press(costs.table.grid, "Ctrl+V")
    assert costs.budgets == ["100.00", "1,000.00", "0.00", "400.00"]
    assert costs.session.undo_stack.undoText() == "Paste 4 cells in Cost lines"
    costs.session.undo()
    assert costs.budgets == ["100.00", "200.00", "300.00", "400.00"]


def test_faulty_cells_are_all_told_and_nothing_is_changed(costs: Costs) -> None:
    clipboard("abc\t5\r\n1.005\t6\r\n")
    costs.go(0, "budget")
    press(costs.table.grid, "Ctrl+V")
    told = costs.asked().told.text
    assert "Row 1, Budget: “abc” is not an amount" in told
    assert "Row 2, Budget: “1.005” has parts of a penny" in told
    assert not costs.session.undo_stack.canUndo()
    costs.asked().reject()


def test_rows_beyond_the_last_are_added_once_one_agrees(costs: Costs) -> None:
    clipboard("L4\tFour\r\nL5\tFive\r\n")
    costs.go(3, "code")
    press(costs.table.grid, "Ctrl+V")
    asked = costs.asked()
    assert "1 new cost line will be added" in asked.told.text
    assert asked.go_on is not None
    asked.go_on.click()
    assert costs.codes == ["L1", "L2", "L3", "L4", "L5"]
    assert costs.session.undo_stack.count() == 1


def test_an_empty_table_is_filled_from_a_spreadsheet(costs: Costs) -> None:
    for row in costs.table.rows:
        assert costs.session.do(partial(cost_lines.remove, line=row.id))
    clipboard("Code\tName\tBudget\r\nRENT\tRent\t£5,000.00\r\nWATER\tWater\t7\r\n")
    costs.table.grid.setFocus()
    press(costs.table.grid, "Ctrl+V")
    assert costs.codes == ["RENT", "WATER"]
    assert costs.budgets == ["5,000.00", "7.00"]


def test_ctrl_d_fills_down_and_ctrl_enter_fills_what_is_selected(costs: Costs) -> None:
    costs.go(0, "budget")
    press(costs.table.grid, "Shift+Down")
    press(costs.table.grid, "Shift+Down")
    press(costs.table.grid, "Ctrl+D")
    assert costs.budgets == ["100.00", "100.00", "100.00", "400.00"]
    type_text(costs.table.grid, "7")
    press(costs.editor(), "Ctrl+Return")
    assert costs.budgets == ["7.00", "7.00", "7.00", "400.00"]
    assert costs.session.undo_stack.count() == 2


def test_copies_have_headings_and_go_back_in(costs: Costs) -> None:
    costs.go(0, "name")
    press(costs.table.grid, "Shift+Down")
    press(costs.table.grid, "Shift+Right")
    press(costs.table.grid, "Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert copied == "Name\tRecovery\r\nLine 1\tshared\r\nLine 2\tshared\r\n"
    costs.go(2, "code")
    press(costs.table.grid, "Ctrl+V")
    assert [row.name for row in costs.table.rows] == ["Line 1", "Line 2", "Line 1", "Line 2"]
    press(costs.table.grid, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "L3\r\n"


def test_edits_touch_their_rows_and_leave_place_and_selection(costs: Costs) -> None:
    resets: list[bool] = []
    changed: list[tuple[int, int]] = []
    costs.table.cells.modelReset.connect(lambda: resets.append(True))
    costs.table.cells.dataChanged.connect(lambda top, end: changed.append((top.row(), end.row())))
    costs.go(3, "name")
    first = costs.table.rows[0].id
    assert costs.session.do(lambda hub: cost_lines.set_actual(hub, first, 5))
    assert changed == [(0, 0)]
    assert costs.session.do(lambda hub: cost_lines.remove(hub, first))
    assert costs.codes == ["L2", "L3", "L4"]
    assert costs.at() == (2, "name")
    costs.session.undo()
    assert costs.at()[1] == "name"
    assert costs.table.rows[costs.at()[0]].code == "L4"
    assert not resets


def test_totals_stay_below_and_say_what_they_are_of(costs: Costs) -> None:
    texts = costs.table.totals.row.texts
    assert (texts[0], texts[3], texts[5]) == ("Total", "1,000.00", "100.00 %")
    type_text(costs.table.bar.filter, "line 2")
    press(costs.table.bar.filter, "Return")
    assert costs.codes == ["L2"]
    assert costs.table.totals.row.texts[0] == "Total of 1 shown"
    assert costs.table.totals.row.texts[3] == "200.00"
    assert costs.table.bar.words.text() == "1 of 4 rows"


def test_why_is_asked_by_enter_of_a_figure_and_of_a_total(costs: Costs) -> None:
    asked: list[tuple[str, str]] = []
    costs.table.activated.connect(lambda row, column: asked.append((row, column)))
    costs.go(1, "share")
    press(costs.table.grid, "Return")
    totals = costs.table.totals
    totals.setFocus()
    totals.setCurrentIndex(totals.row.index(0, 5))
    press(totals, "Return")
    assert asked == [(costs.table.rows[1].id, "share"), (TOTAL, "share")]


def test_sorting_holds_still_while_one_types(costs: Costs) -> None:
    costs.table.sort_by("budget")
    costs.table.sort_by("budget")
    assert costs.codes == ["L4", "L3", "L2", "L1"]
    costs.go(0, "budget")
    type_text(costs.table.grid, "1")
    press(costs.editor(), "Return")
    assert costs.codes == ["L4", "L3", "L2", "L1"]
    costs.table.sort_by("budget")
    assert costs.codes == ["L4", "L1", "L2", "L3"]
    costs.table.sort_by(None)
    assert costs.codes == ["L1", "L2", "L3", "L4"]


def test_cells_are_read_out_with_their_heading(costs: Costs) -> None:
    table = QAccessible.queryAccessibleInterface(costs.table.grid)
    across = len(costs.table.columns) + 1  # Qt counts the headings of the rows too, and those on top.
    heard = [table.child(across + 1 + place).text(QAccessible.Text.Name) for place in (3, 4)]
    assert heard == ["Budget: £100.00", "Actual: nothing"]


def test_digits_are_right_bound_and_of_one_width(costs: Costs) -> None:
    index = costs.table.cells.index(0, 3)
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert costs.table.grid.rowHeight(0) >= 24


def test_a_figure_is_never_cut_off(costs: Costs) -> None:
    grid, place = costs.table.grid, costs.table.cells.column_place("budget")
    assert place is not None
    grid.setColumnWidth(place, 30)
    costs.go(0, "budget")
    type_text(grid, "1")
    type_text(costs.editor(), "23456789.00")
    press(costs.editor(), "Return")
    assert costs.budgets[0] == "123,456,789.00"
    assert grid.columnWidth(place) >= grid.fontMetrics().horizontalAdvance("123,456,789.00") + 2 * PAD


def test_what_the_hub_refuses_stays_open_as_it_was_typed(costs: Costs) -> None:
    costs.go(0, "code")
    press(costs.table.grid, "F2")
    costs.editor().setText("L2")
    press(costs.editor(), "Return")
    assert costs.editor().text() == "L2"
    assert costs.editor().accessibleDescription()
    press(costs.editor(), "Esc")
    assert costs.codes[0] == "L1"


def test_other_columns_leave_those_that_stay_as_they_are(costs: Costs) -> None:
    resets: list[bool] = []
    costs.table.cells.modelReset.connect(lambda: resets.append(True))
    costs.go(2, "budget")
    costs.table.grid.setColumnWidth(3, 333)
    code, _, _, budget, actual, share = COLUMNS
    costs.table.show_columns([code, share, budget])
    assert [one.id for one in costs.table.columns] == ["code", "share", "budget"]
    assert costs.at() == (2, "budget")
    assert costs.table.totals.row.texts == ["Total", "100.00 %", "1,000.00"]
    costs.table.show_columns([code, actual, budget])
    assert costs.at() == (2, "budget")
    assert not resets


def test_which_columns_are_shown_is_remembered(costs: Costs, machine: Machine) -> None:
    table = costs.table
    table.remember_in(machine.memory)
    menu = table.bar.columns.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "Recovery").trigger()
    assert "recovery" not in [one.id for one in table.columns]
    assert table.totals.isColumnHidden(2)
    again = Table("Cost lines", COLUMNS)
    again.remember_in(machine.memory)
    assert "recovery" not in [one.id for one in again.columns]
    again.deleteLater()


def test_the_menu_does_what_the_keys_do(costs: Costs) -> None:
    costs.go(1, "share")
    said = [one.text() for one in costs.table.menu().actions() if one.text()]
    assert said[0] == "&Why this figure?"
    assert {"&Copy", "&Paste", "Paste as &new cost lines", "&Fill down", "C&lear", "&Order by"} <= set(said)


def test_what_is_shown_is_saved_for_paper_and_for_spreadsheets(
    costs: Costs, machine: Machine, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    table = costs.table
    notices = Notices()
    jobs = Jobs(costs.session)
    table.settle_in(AtWork(costs.session, jobs, machine, notices, table, lambda: "a.hubdesk"))
    table.bar.filter.setText("line 3")
    press(table.bar.filter, "Return")
    for title, name in (("Save as P&DF…", "lines.pdf"), ("Save as &workbook…", "lines.xlsx")):
        place = tmp_path / name
        files.names = [place]
        next(one for one in table.menu().actions() if one.text() == title).trigger()
        qtbot.waitUntil(place.exists, timeout=30_000)
        assert files.suggested[-1].name == f"Cost lines{place.suffix}"
    assert (tmp_path / "lines.pdf").read_bytes().startswith(b"%PDF")
    page = openpyxl.load_workbook(tmp_path / "lines.xlsx").active
    assert page is not None
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    assert values[-2][:4] == ["L3", "Line 3", "shared", 300]
    assert values[-1][0] == "Total of 1 shown"
    assert any("Only rows with “line 3”: 1 of 4 rows" in str(row[0]) for row in values)
    table.show_columns([])
    assert not any(one.isEnabled() for one in table.menu().actions() if one.text().startswith("Save"))
    notices.deleteLater()
