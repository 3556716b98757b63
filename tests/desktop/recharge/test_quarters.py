"""A finance officer issues two quarters, with news that came late in between."""

from datetime import date

from pytestqt.qtbot import QtBot

from hubdesk.charging.verify import verify
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.money import pounds
from hubdesk.editing import licences
from hubdesk.workflows.recharge_figures import ADJUSTMENTS, FORECAST, LICENCES, TO_PAY, YEAR_TO_DATE
from tests.desktop.recharge.recharging import Recharging


def test_two_quarters_and_news_that_came_late(parkside_window: MainWindow, qtbot: QtBot) -> None:
    at = Recharging(parkside_window, qtbot).open()
    page, session = at.page, at.session
    assert at.seen.name == "2026-27-Q1"
    assert page.head.told.text().startswith("A draft: it follows every change of the hub until it is issued.")
    assert page.differing.said.text().startswith("No period was issued before this one")

    at.go_to("POL", TO_PAY)
    working = at.why()
    assert working.value == at.pence("POL", TO_PAY)
    fact = at.down_to_a_fact()
    assert not fact.of
    assert any(fact is one for one in working.walk())

    told = at.issue()
    assert "freezes it for good" in told
    assert "adjusted in the next run" in told
    issued = at.seen.view
    assert issued is not None
    assert issued.run.issue is not None
    assert issued.run.issue.sha256 in page.head.told.text()
    assert "by Ada, as run 1 of this hub" in page.head.told.text()
    assert "never undone" in page.head.told.text()
    assert not page.head.issue_button.isEnabled()

    first = at.pence("POL", LICENCES)
    police = session.hub.licence_codes["L05"].id
    assert session.do(lambda hub: licences.set_desks(hub, police, date(2026, 5, 16), 11))
    at.wait()
    assert at.pence("POL", LICENCES) == first
    assert at.pence("POL", ADJUSTMENTS) == 0

    at.choose("2026-27-Q2")
    more = at.pence("POL", ADJUSTMENTS)
    assert more > 0
    rows = [row for row in page.differing.table.rows if row.agency.code == "POL" and row.of]
    assert {row.of for row in rows} == {"2026-27-Q1"}
    assert any("licence L05: 8 → 11 desks from 16 May 2026" in row.causes for row in rows)
    assert sum(row.pence for row in rows) == more

    assert pounds(at.seen.view.totals[ADJUSTMENTS] if at.seen.view else 0) in page.head.totals.text()
    at.issue()
    assert at.pence("POL", YEAR_TO_DATE) < at.pence("POL", FORECAST)
    kept = session.document.store.runs()
    assert [run.name for run in kept] == ["2026-27-Q1", "2026-27-Q2"]
    assert verify(kept) == ()
