"""The Recharge page: live, told when it cannot be, and a way to every place."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from hubdesk.desktop.tables import TOTAL
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.editing import licences
from hubdesk.workflows.recharge_figures import FORECAST, LICENCES, PERIOD, TO_PAY, YEAR_TO_DATE
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.recharge.recharging import PATIENCE_MS, Recharging


def two_agencies() -> Hub:
    return (
        a_hub()
        .floor()
        .desks(12)
        .agency("POL")
        .licence("L01", "HBC", 6, vat="E")
        .licence("L02", "POL", 4, vat="E")
        .cost_line("C01", 1000, vat="E")
        .build()
    )


def test_an_edit_is_in_every_figure_and_what_stood_stays_until_then(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    at = Recharging(open_window(two_agencies()), qtbot).open()
    before = at.pence("POL", LICENCES)
    forecast = at.pence("POL", FORECAST)
    police = at.session.hub.licence_codes["L02"].id
    at.go_to("POL", LICENCES)
    assert at.why().value == before

    assert at.session.do(lambda hub: licences.set_desks(hub, police, date(2026, 4, 1), 8))
    assert at.page.head.state.text() == "Being worked out…"
    assert at.pence("POL", LICENCES) == before
    at.wait()
    assert at.pence("POL", LICENCES) == 2 * before
    assert at.pence("POL", FORECAST) > forecast
    panel = at.workspace.workings.panel
    qtbot.waitUntil(
        lambda: panel.working is not None and panel.working.value == 2 * before, timeout=PATIENCE_MS
    )

    at.session.undo()
    at.wait()
    assert at.pence("POL", LICENCES) == before


def test_a_total_opens_and_one_of_those_that_are_listed_too(open_window: OpenWindow, qtbot: QtBot) -> None:
    at = Recharging(open_window(two_agencies()), qtbot).open()
    table = at.page.matrix.table
    assert at.seen.view is not None
    whole, police = at.seen.view.totals[TO_PAY], at.pence("POL", TO_PAY)
    table.activated.emit(TOTAL, TO_PAY.id)
    at.wait_for_workings_of(whole)
    type_text(table.bar.filter, "pol")
    qtbot.waitUntil(lambda: len(table.rows) == 1, timeout=PATIENCE_MS)
    table.activated.emit(TOTAL, TO_PAY.id)
    at.wait_for_workings_of(police)


def test_everything_of_the_run_on_screen_goes_into_a_folder(
    open_window: OpenWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    at = Recharging(open_window(two_agencies()), qtbot).open()
    folder = tmp_path / "Out"
    folder.mkdir()
    files.names = [folder]
    at.choose("2026-27-Q2")
    at.page.head.folder_button.click()
    there = {"2026-27-Q2 recharge.xlsx", "2026-27-Q2 journal.csv", "2026-27-Q2 statement POL.pdf"}
    qtbot.waitUntil(lambda: there <= {one.name for one in folder.iterdir()}, timeout=PATIENCE_MS)


def test_what_cannot_be_worked_out_says_why(open_window: OpenWindow, qtbot: QtBot) -> None:
    at = Recharging(open_window(a_hub().licence("L01", "HBC", 3).build()), qtbot)
    at.workspace.show_page(at.page)
    qtbot.waitUntil(lambda: at.page.live.seen is not None, timeout=PATIENCE_MS)
    begins = "recharging begins with a year that has costs. Add them."
    assert at.page.head.told.text() == f"There is nothing to recharge yet: {begins}"
    assert not at.page.head.issue_button.isEnabled()
    assert list(at.page.matrix.table.rows) == []


def test_what_is_to_be_settled_stands_in_the_way_and_leads_to_its_place(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 4, vat="").cost_line("C01", 1000, vat="E").build()
    at = Recharging(open_window(hub), qtbot).open()
    assert at.page.tabs.tabText(at.page.tabs.indexOf(at.page.settling)).startswith("To settle (")
    assert "to settle before it can be issued" in at.page.head.told.text()
    rows = at.page.settling.table.rows
    blank = next(row for row in rows if row.problem.code == "vat-code-blank")
    assert blank.problem.pence == at.pence("POL", LICENCES)
    at.page.head.issue_button.click()
    dialog = at.dialog()
    assert dialog.go_on is None
    assert "cannot be issued yet" in dialog.told.sentence
    dialog.reject()
    at.page.tabs.setCurrentWidget(at.page.settling)
    assert at.page.settling.table.go_to(blank.id)
    assert at.page.settling.whole.text() == blank.problem.told_there
    at.page.settling.go.click()
    assert at.workspace.page is not at.page or at.window.notices.standing


def test_the_day_governs_which_year_is_looked_at_and_the_chooser_which_run(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    at = Recharging(parkside_window, qtbot).open()
    at.choose("2026-27")
    assert "to look at, and not to issue" in at.page.head.told.text()
    assert not at.page.head.issue_button.isEnabled()
    at.session.set_as_at(date(2026, 6, 1))
    at.wait()
    assert at.seen.name == "2026-27"
    at.session.set_as_at(date(2028, 6, 1))
    at.wait()
    assert at.seen.name == "2026-27-Q1"


def test_the_year_end_walks_by_way_of_the_actuals_to_the_balancing_charges(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    at = Recharging(open_window(two_agencies()), qtbot).open()
    for _ in range(4):
        at.page.year.next.click()
        at.wait()
        at.issue()
    stages = {row.stage.title: row.stage for row in at.page.year.stages.rows}
    assert stages["Periods"].done
    assert not stages["Actuals"].done
    line = at.session.hub.cost_line_codes["C01", 2026]
    assert at.session.do(lambda _: updating("Actual", (line, replace(line, actual=1100_00))))
    at.wait()
    assert at.page.year.next.text() == "Look at 2026-27-close"
    at.page.year.next.click()
    at.wait()
    assert at.seen.name == "2026-27-close"
    assert at.seen.view is not None
    assert at.seen.view.totals[PERIOD] == 0
    assert at.seen.view.totals[TO_PAY] == 100_00
    at.issue()
    assert {row.milestone.what: row.milestone.state.value for row in at.page.year.milestones.rows}[
        "Accounts of 2026-27"
    ] == "met"
    assert at.seen.view.totals[YEAR_TO_DATE] == 30_000_00 + 1100_00
