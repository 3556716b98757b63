"""A board asks what a rate of £3,200 would do: tried, compared, put on paper, taken over and undone."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.choices import ChoiceDialog
from hubdesk.desktop.dialogs.form import FormDialog
from hubdesk.desktop.pages.what_if_page import WhatIfPage
from hubdesk.desktop.scenarios.band import ScenarioBand
from hubdesk.desktop.scenarios.new_dialog import NewScenarioDialog
from hubdesk.desktop.scenarios.starts import RateStart
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.money import Pence
from hubdesk.editing import licences, rates
from hubdesk.workflows.year_cost import YearCost, year_cost
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.test_year_work import told, wait_for

APRIL = date(2026, 4, 1)


@pytest.fixture
def page(parkside_window: MainWindow) -> WhatIfPage:
    workspace = parkside_window.workspace
    assert workspace is not None
    found = workspace.page_called("What if")
    assert isinstance(found, WhatIfPage)
    parkside_window.actions_["page.what if"].trigger()
    return found


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def band_of(window: MainWindow) -> ScenarioBand:
    (band,) = window.findChildren(ScenarioBand)
    return band


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def begin_with_rate(window: MainWindow, page: WhatIfPage, qtbot: QtBot, pounds: str) -> None:
    click(page.listing.new)
    dialog = wait_for(window, NewScenarioDialog, qtbot)
    assert isinstance(dialog, NewScenarioDialog)
    assert isinstance(dialog.start, RateStart)
    field = dialog.start.pounds
    field.selectAll()
    type_text(field, pounds)
    click(dialog.go_on)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def shown(page: WhatIfPage) -> dict[str, tuple[Pence, Pence]]:
    """Each agency's today and difference, as the table has them."""
    columns = {column.id: column for column in page.compared.table.columns}
    if "0.more" not in columns:
        return {}
    rows = page.compared.table.rows
    return {row.code: (columns["today"].value(row), columns["0.more"].value(row)) for row in rows}


def by_code(session: Session, *, rate: Pence | None = None) -> dict[str, Pence]:
    hub = session.document.hub
    if rate is not None:
        hub = hub.applying(rates.set_step(hub, APRIL, rate))
    cost = year_cost(hub, session.as_at)
    assert isinstance(cost, YearCost)
    return {hub.agencies[agency].code: one.pence for agency, one in cost.of.items()}


def test_a_rate_is_tried_compared_taken_over_and_undone(
    parkside_window: MainWindow, page: WhatIfPage, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    hub, band = session.hub, band_of(parkside_window)
    assert not band.isVisible()
    before, after = by_code(session), by_code(session, rate=3200_00)

    begin_with_rate(window, page, qtbot, "3,200")
    assert band.isVisible()
    assert band.words.text() == (
        "Scenario: Rate £3,200. Nothing here is on the hub yet. 1 record in it so far."
    )
    assert "Rate £3,200" in window.windowTitle()
    expected = {code: (pence, after[code] - pence) for code, pence in before.items()}
    qtbot.waitUntil(lambda: shown(page) == expected, timeout=20_000)
    order = [more for _, more in shown(page).values()]
    assert order == sorted(order, reverse=True)
    assert "No period of it is issued yet" in page.compared.said.text()
    assert "Rate £3,200: Licences bring in" in page.compared.recovery.text()

    row = page.compared.table.rows[0]
    assert page.compared.table.go_to(row.id, "0.pence")
    press(page.compared.table.grid, "Return")
    assert window.workspace is not None
    workings = window.workspace.workings.panel
    qtbot.waitUntil(lambda: workings.working is not None, timeout=20_000)
    assert workings.working is not None
    assert workings.working.value == after[row.code]

    licence = hub.licence_codes["L05"]
    assert session.do(lambda hub: licences.set_desks(hub, licence.id, max(APRIL, licence.first), 30))
    qtbot.waitUntil(lambda: shown(page) not in ({}, expected), timeout=20_000)
    assert session.document.hub == hub
    window.actions_.refresh()
    assert not window.actions_["file.issue"].isEnabled()

    click(band.leave)
    assert not band.isVisible()
    assert session.hub == hub == session.document.store.read_hub()
    assert "scenario" not in window.windowTitle()

    click(page.listing.enter)
    assert session.hub.rate.pence.at(APRIL) == 3200_00
    click(band.take_over)
    dialog = wait_for(window, AskDialog, qtbot)
    assert isinstance(dialog, AskDialog)
    assert "2 records" in dialog.told.sentence
    assert dialog.go_on is not None
    click(dialog.go_on)
    assert not band.isVisible()
    assert session.document.hub.rate.pence.at(APRIL) == 3200_00
    assert session.document.hub.licence_codes["L05"].desks_on(max(APRIL, licence.first)) == 30
    qtbot.waitUntil(lambda: {more for _, more in shown(page).values()} == {0}, timeout=20_000)

    press(window, "Ctrl+Z")
    assert session.hub == hub == session.document.store.read_hub()
    qtbot.waitUntil(lambda: any(more for _, more in shown(page).values()), timeout=20_000)


def test_what_is_compared_goes_on_a_page(
    parkside_window: MainWindow, page: WhatIfPage, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    begin_with_rate(window, page, qtbot, "3200")
    qtbot.waitUntil(lambda: bool(shown(page)) and page.compared.paper.isEnabled(), timeout=20_000)
    figures = shown(page)
    place = tmp_path / "paper.pdf"
    files.names = [place]
    click(page.compared.paper)
    dialog = wait_for(window, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    click(dialog.go_on)
    qtbot.waitUntil(lambda: "Wrote" in told(window), timeout=30_000)
    document = pypdfium2.PdfDocument(place)
    try:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    for _, more in figures.values():
        assert f"+{more / 100:,.2f}" in text
    assert session.trying is not None


def test_bases_are_compared_and_a_figure_opens_its_workings(
    parkside_window: MainWindow, page: WhatIfPage, qtbot: QtBot
) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    page.tabs.setCurrentIndex(1)
    table = page.bases.table
    qtbot.waitUntil(lambda: bool(table.rows), timeout=20_000)
    titles = [column.title for column in table.columns]
    assert titles[:5] == ["Agency", "Name", "As now", "By licensed desks", "By allocated desks"]
    first, column = table.rows[0], table.columns[2]
    assert table.go_to(first.id, column.id)
    press(table.grid, "Return")
    panel = workspace.workings.panel
    qtbot.waitUntil(lambda: panel.working is not None, timeout=20_000)
    assert panel.working is not None
    assert panel.working.value == column.value(first)

    page.bases.line.setCurrentIndex(1)
    line = workspace.session.hub.cost_lines[page.bases.line.currentData()]
    qtbot.waitUntil(
        lambda: page.bases.compared is not None and page.bases.compared.lines == (line,), timeout=20_000
    )
    sums = {sum(row.pence[place] for row in table.rows) for place in range(len(table.columns) - 2)}
    assert sums == {line.budget}


def test_scenarios_are_named_noted_copied_and_thrown_away(
    parkside_window: MainWindow, page: WhatIfPage, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    hub = session.hub
    begin_with_rate(window, page, qtbot, "3200")
    click(page.listing.describe)
    form = wait_for(window, FormDialog, qtbot)
    assert isinstance(form, FormDialog)
    form.fields[0].selectAll()
    type_text(form.fields[0], "Dearer")
    type_text(form.fields[1], "for the board")
    press(form.fields[1], "Return")
    assert band_of(window).words.text().startswith("Scenario: Dearer. ")
    assert page.listing.list.item(0).text() == "Dearer (on screen)"
    click(page.listing.copy)
    assert [one.name for one in page.scenarios.listed] == ["Dearer", "Dearer (copy)"]
    current = page.listing.current
    assert current is not None
    assert current.name == "Dearer (copy)"
    click(page.listing.throw_away)
    dialog = wait_for(window, AskDialog, qtbot)
    assert isinstance(dialog, AskDialog)
    assert dialog.go_on is not None
    click(dialog.go_on)
    assert [one.name for one in session.document.store.scenarios()] == ["Dearer"]
    click(band_of(window).leave)
    assert session.hub == hub


def test_what_does_not_fit_any_more_is_told_and_let_go_of(
    parkside_window: MainWindow, page: WhatIfPage, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    begin_with_rate(window, page, qtbot, "3200")
    band = band_of(window)
    assert not band.left_out.isVisible()
    session.document.apply(rates.set_step(session.document.hub, APRIL, 3100_00))
    assert band.left_out.text() == "1 edit does not fit…"
    qtbot.waitUntil(lambda: "both changed its amount" in page.compared.recovery.text(), timeout=20_000)
    click(band.left_out)
    dialog = wait_for(window, AskDialog, qtbot)
    assert isinstance(dialog, AskDialog)
    assert dialog.go_on is not None
    click(dialog.go_on)
    assert not band.left_out.isVisible()
    assert session.document.store.scenarios()[0].change.edits == ()
