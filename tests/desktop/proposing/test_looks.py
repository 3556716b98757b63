"""Looking into a proposal, by clicks: reasons, a place tried anyway, prices, and plans to choose from."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.curve_dialog import CurveDialog
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.proposing.prices_dialog import PricesDialog
from hubdesk.desktop.proposing.reasons_dialog import ReasonsDialog
from hubdesk.desktop.tables.table import Table
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.proposing import Allocated
from tests.builders.hub import HubBuilder, a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.proposing.test_panel import found, panel_of, row
from tests.workflows.placing.proposed import as_today

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000


def building() -> HubBuilder:
    """Police in two areas, one of them further off than it need be; advice with them in the front one."""
    hub = a_hub().agency("POL", name="Police").agency("CAB", name="Advice").floor("G")
    hub = hub.area("G-A").area("G-B").licence("L1", "POL", 3).licence("L2", "CAB", 2)
    for number in range(8):
        area = "G-A" if number < 4 else "G-B"
        hub = hub.desk(f"G-{number + 1:03}", "G", 1 + 2 * (number % 4) + 20 * (number // 4), 3, area=area)
    for desk, agency in ((1, "CAB"), (2, "CAB"), (3, "POL"), (4, "POL"), (8, "POL")):
        hub = hub.allocation(f"G-{desk:03}", agency)
    return hub.link("POL", "CAB", 5)


class Looking:
    """A window on a hub whose proposal is that everybody stays."""

    def __init__(self, window: MainWindow, hub: Hub) -> None:
        assert window.workspace
        self.window, self.hub = window, hub
        self.used: list[Allocated] = []
        standing = window.workspace.session.standing
        self.at_hand = AtHand(window.workspace.jobs, standing, hub, as_today(hub), self.used.append)


@pytest.fixture
def looking(open_window: OpenWindow) -> Callable[[HubBuilder], Looking]:
    def open_on(builder: HubBuilder) -> Looking:
        hub = builder.build()
        return Looking(open_window(hub), hub)

    return open_on


def click_row(table: Table, row: str) -> None:
    place = table.cells.place_of(row)
    assert place is not None
    spot = table.grid.visualRect(table.cells.index(place, 0)).center()
    QTest.mouseClick(table.grid.viewport(), LEFT, pos=spot)


def click_item(listed: QListWidget, words: str) -> None:
    (item,) = listed.findItems(words, Qt.MatchFlag.MatchStartsWith)
    spot = listed.visualItemRect(item)
    QTest.mouseClick(listed.viewport(), LEFT, pos=QPoint(spot.left() + 8, spot.center().y()))


def shown(qtbot: QtBot, dialog: LookedInto) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isVisible, timeout=LONG_MS)


def reasons(qtbot: QtBot, looking: Looking, code: str) -> ReasonsDialog:
    dialog = ReasonsDialog(looking.at_hand, looking.window)
    shown(qtbot, dialog)
    click_item(dialog.agencies, code)
    qtbot.waitUntil(lambda: bool(dialog.places.rows), timeout=LONG_MS)
    return dialog


def test_the_reasons_of_each_agency_are_told_in_tables_and_to_read(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    dialog = reasons(qtbot, looking(building()), "POL")
    assert dialog.sits.text() == "3 desks: area G-A 2; area G-B 1"
    assert [row.code for row in dialog.partners.rows] == ["CAB"]
    assert [row.words for row in dialog.terms.rows][-1] == "Together"
    assert "Police costs " in dialog.text.toPlainText()
    click_item(dialog.agencies, "CAB")
    qtbot.waitUntil(lambda: "Advice costs " in dialog.text.toPlainText(), timeout=LONG_MS)
    assert [row.code for row in dialog.partners.rows] == ["POL"]
    assert not dialog.take.isEnabled()
    dialog.close()


def test_a_proposal_to_nobody_has_no_reasons(qtbot: QtBot, looking: Callable[[HubBuilder], Looking]) -> None:
    look = looking(a_hub().floor("G").desks(2))
    dialog = ReasonsDialog(look.at_hand, look.window)
    shown(qtbot, dialog)
    assert dialog.sits.text() == "By this proposal, no agency has a desk."
    assert not dialog.try_it.isEnabled()
    dialog.close()


def test_a_place_is_tried_anyway_and_made_the_proposal(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    look = looking(building())
    dialog = reasons(qtbot, look, "POL")
    assert not dialog.try_it.isEnabled()
    click_row(dialog.places, look.hub.area_codes["G-B"].id)
    QTest.mouseClick(dialog.try_it, LEFT)
    assert dialog.going_on.stop.isVisible()
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(dialog.take.isEnabled, timeout=LONG_MS)
    assert "In area G-B, anyway" in dialog.text.toPlainText()
    assert "Police: 2 desks from area G-A to area G-B." in dialog.text.toPlainText()
    QTest.mouseClick(dialog.take, LEFT)
    (used,) = look.used
    assert used.proposal
    assert used.proposal.moved >= 2


def test_what_breaks_a_rule_is_tried_and_not_taken(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    look = looking(building().rule("CAB", "keep out of", "G-B"))
    dialog = reasons(qtbot, look, "CAB")
    place = look.hub.area_codes["G-B"].id
    assert next(row.told for row in dialog.places.rows if row.id == place) == "CAB is to keep out of G-B"
    click_row(dialog.places, place)
    QTest.mouseClick(dialog.try_it, LEFT)
    qtbot.waitUntil(lambda: "anyway" in dialog.text.toPlainText(), timeout=LONG_MS)
    assert "Lifted for this: CAB is to keep out of G-B." in dialog.text.toPlainText()
    assert "It cannot be made the proposal" in dialog.text.toPlainText()
    qtbot.waitUntil(lambda: not dialog.going_on.is_going, timeout=LONG_MS)
    assert not dialog.take.isEnabled()
    dialog.close()


def test_where_nobody_can_be_put_it_says_why(qtbot: QtBot, looking: Callable[[HubBuilder], Looking]) -> None:
    hub = a_hub().agency("POL").agency("CAB").floor("G").area("G-A").area("G-B")
    hub = hub.desk("G-001", area="G-A").desk("G-002", area="G-B", x_m=9)
    hub = hub.licence("L1", "POL", 1).licence("L2", "CAB", 1)
    look = looking(hub.allocation("G-001", "POL").allocation("G-002", "CAB", pinned=True))
    dialog = reasons(qtbot, look, "POL")
    click_row(dialog.places, look.hub.area_codes["G-B"].id)
    QTest.mouseClick(dialog.try_it, LEFT)
    qtbot.waitUntil(lambda: "Others are pinned" in dialog.going_on.said.text(), timeout=LONG_MS)
    qtbot.waitUntil(dialog.try_it.isEnabled, timeout=LONG_MS)
    dialog.close()


def test_trying_can_be_stopped_and_ends_with_the_dialog(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    look = looking(building())
    dialog = reasons(qtbot, look, "POL")
    click_row(dialog.places, look.hub.area_codes["G-B"].id)
    QTest.mouseClick(dialog.try_it, LEFT)
    QTest.mouseClick(dialog.going_on.stop, LEFT)
    qtbot.waitUntil(lambda: dialog.going_on.said.text() == "Stopped.", timeout=LONG_MS)
    assert "anyway" not in dialog.text.toPlainText()
    QTest.mouseClick(dialog.try_it, LEFT)
    dialog.close()
    qtbot.waitUntil(lambda: not look.at_hand.jobs.going, timeout=LONG_MS)
    assert look.used == []


def test_prices_are_worked_out_and_a_better_plan_found_by_the_way_is_taken(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    look = looking(building().rule("CAB", "keep out of", "G-B"))
    dialog = PricesDialog(look.at_hand, look.window)
    shown(qtbot, dialog)
    QTest.mouseClick(dialog.going_on.stop, LEFT)
    qtbot.waitUntil(dialog.again.isVisible, timeout=LONG_MS)
    assert dialog.going_on.said.text() == "Stopped."
    QTest.mouseClick(dialog.again, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.table.rows), timeout=LONG_MS)
    assert [row.what for row in dialog.table.rows] == ["CAB is to keep out of G-B"]
    qtbot.waitUntil(dialog.take.isVisible, timeout=LONG_MS)
    assert dialog.said.text().startswith("By the way, a plan was found that keeps everything and costs ")
    QTest.mouseClick(dialog.take, LEFT)
    assert len(look.used) == 1


def test_without_rules_there_is_nothing_to_price(
    qtbot: QtBot, looking: Callable[[HubBuilder], Looking]
) -> None:
    hub = a_hub().agency("POL").floor("G").desks(1).licence("L1", "POL", 1).allocation("G-001", "POL")
    look = looking(hub)
    dialog = PricesDialog(look.at_hand, look.window)
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: "Nothing is asked" in dialog.said.text(), timeout=LONG_MS)
    assert not dialog.take.isVisible()
    dialog.close()


def test_a_plan_with_other_moves_is_chosen(qtbot: QtBot, looking: Callable[[HubBuilder], Looking]) -> None:
    look = looking(building())
    dialog = CurveDialog(look.at_hand, look.window)
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: len(dialog.table.rows) > 1, timeout=LONG_MS)
    first, *_, last = dialog.table.rows
    assert first.is_at_hand
    click_row(dialog.table, first.id)
    assert not dialog.take.isEnabled()
    click_row(dialog.table, last.id)
    qtbot.waitUntil(dialog.take.isEnabled, timeout=LONG_MS)
    QTest.mouseClick(dialog.take, LEFT)
    assert look.used == [last.allocated]


def test_the_panel_opens_them_on_what_it_found_and_takes_what_is_chosen(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window(building().build())
    panel = panel_of(window)
    assert not panel.looks.isVisible()
    found(qtbot, panel)
    proposed = panel.search.found
    assert proposed
    panel.tree.setCurrentItem(row(panel, "POL"))
    QTest.mouseClick(panel.looks.why, LEFT)
    why = only(window, ReasonsDialog)
    assert isinstance(why, ReasonsDialog)
    assert why.agencies.currentItem().text().startswith("POL")
    why.close()
    QTest.mouseClick(panel.looks.prices, LEFT)
    only(window, PricesDialog).close()
    QTest.mouseClick(panel.looks.others, LEFT)
    others = only(window, CurveDialog)
    assert isinstance(others, CurveDialog)
    qtbot.waitUntil(lambda: len(others.table.rows) > 1, timeout=LONG_MS)
    other = next(row for row in others.table.rows if not row.is_at_hand)
    click_row(others.table, other.id)
    qtbot.waitUntil(others.take.isEnabled, timeout=LONG_MS)
    QTest.mouseClick(others.take, LEFT)
    assert panel.search.found is other.allocated
    qtbot.waitUntil(panel.accept.isVisible, timeout=LONG_MS)


def only(window: MainWindow, kind: type[LookedInto]) -> QWidget:
    (dialog,) = (one for one in window.findChildren(kind) if one.isVisible())
    assert isinstance(dialog, LookedInto)
    return dialog
