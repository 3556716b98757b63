"""The desks as a list: in step with the plan and with every edit, by keys alone, and quick."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hubdesk.desktop.allocating.chooser import AgencyChooser
from hubdesk.desktop.allocating.vacate_dialog import VacateDialog
from hubdesk.desktop.desk_list.panel import DeskListPanel
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import allocations, desks
from tests.desktop.keys import press, type_text


class ListOfDesks:
    def __init__(self, window: MainWindow) -> None:
        assert window.workspace is not None
        self.workspace: Workspace = window.workspace
        panel = self.workspace.docks["desks"].widget()
        assert isinstance(panel, DeskListPanel)
        self.panel = panel
        self.session = self.workspace.session
        self.table = self.panel.table
        window.actions_["view.desks"].trigger()

    @property
    def hub(self) -> Hub:
        return self.session.hub

    @property
    def codes(self) -> list[str]:
        return [row.desk.code for row in self.panel.rows.rows]

    def ids(self, *codes: str) -> list[RecordId]:
        return [self.hub.desk_codes[code].id for code in codes]

    def selected(self) -> set[str]:
        return {self.hub.desks[one].code for one in self.panel.following.listed()}

    def current(self) -> str:
        return self.codes[self.table.currentIndex().row()]

    def cell(self, code: str, heading: str) -> str:
        model = self.panel.rows
        headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
        return str(model.index(self.codes.index(code), headings.index(heading)).data())

    def vacant(self) -> list[str]:
        day = self.session.as_at
        return [code for code in self.codes if not self.hub.allocation_on(self.ids(code)[0], day)]


@pytest.fixture
def listed(parkside_window: MainWindow) -> ListOfDesks:
    return ListOfDesks(parkside_window)


def test_every_desk_is_listed_with_who_sits_there(listed: ListOfDesks) -> None:
    assert sorted(listed.codes) == sorted(listed.hub.desk_codes)
    allocation = next(one for one in listed.hub.allocations.values() if one.last is None)
    desk, agency = listed.hub.desks[allocation.desk], listed.hub.agencies[allocation.agency]
    assert listed.cell(desk.code, "Agency") == agency.code
    assert listed.cell(listed.vacant()[0], "Agency") == "Vacant"


def test_rows_are_heard_as_sentences(listed: ListOfDesks) -> None:
    allocation = next(one for one in listed.hub.allocations.values() if one.first == date(2026, 4, 1))
    desk, agency = listed.hub.desks[allocation.desk], listed.hub.agencies[allocation.agency]
    table = QAccessible.queryAccessibleInterface(listed.table)
    across = listed.panel.rows.columnCount() + 1  # Qt counts the headings of the rows too, and those on top.
    place = (listed.codes.index(desk.code) + 1) * across + 1
    heard = table.child(place).text(QAccessible.Text.Name)
    assert heard.startswith(f"Desk {desk.code}, ")
    assert f"allocated to {agency.name} ({agency.code}) since 1 April 2026" in heard


def test_the_plan_and_the_list_have_the_same_selected(listed: ListOfDesks) -> None:
    first, second = listed.codes[5], listed.codes[9]
    listed.session.selection.set(listed.ids(first, second))
    assert listed.selected() == {first, second}
    assert listed.current() == first

    press(listed.table, "Down")
    assert listed.session.selection.ids == frozenset(listed.ids(listed.codes[6]))
    press(listed.table, "Shift+Down")
    assert listed.session.selection.ids == frozenset(listed.ids(*listed.codes[6:8]))


def test_areas_that_are_selected_on_the_plan_stay_selected(listed: ListOfDesks) -> None:
    area = next(iter(listed.hub.areas))
    listed.session.selection.set([area])
    assert listed.session.selection.ids == {area}
    assert listed.selected() == set()


def test_the_plan_follows_to_the_floor_of_a_desk(listed: ListOfDesks) -> None:
    plan = listed.workspace.plan_page.plan
    assert plan.floor is not None
    other = next(desk for desk in listed.hub.desks.values() if desk.floor != plan.floor.id)
    place = listed.panel.rows.index(listed.codes.index(other.code), 0)
    flag = QItemSelectionModel.SelectionFlag
    listed.table.selectionModel().setCurrentIndex(place, flag.ClearAndSelect | flag.Rows)
    assert plan.floor.id == other.floor


def test_an_edit_touches_its_rows_and_leaves_selection_and_place(listed: ListOfDesks) -> None:
    code = listed.vacant()[3]
    agency = next(iter(listed.hub.agencies))
    listed.session.selection.set(listed.ids(code))
    resets: list[bool] = []
    changed: list[tuple[int, int]] = []
    listed.panel.rows.modelReset.connect(lambda: resets.append(True))

    def note(top: QModelIndex, bottom: QModelIndex) -> None:
        changed.append((top.row(), bottom.row()))

    listed.panel.rows.dataChanged.connect(note)
    where = listed.table.verticalScrollBar().value()

    day = listed.session.as_at
    assert listed.session.do(lambda hub: allocations.allocate(hub, listed.ids(code), agency, day))

    assert not resets
    row = listed.codes.index(code)
    assert any(top <= row <= bottom for top, bottom in changed)
    assert listed.cell(code, "Agency") == listed.hub.agencies[agency].code
    assert (listed.selected(), listed.current()) == ({code}, code)
    assert listed.table.verticalScrollBar().value() == where

    listed.session.undo()
    assert listed.cell(code, "Agency") == "Vacant"


def test_desks_come_and_go_where_they_belong(listed: ListOfDesks) -> None:
    before = listed.codes
    gone = listed.vacant()[0]
    resets: list[bool] = []
    listed.panel.rows.modelReset.connect(lambda: resets.append(True))
    listed.session.selection.set(listed.ids(listed.codes[-1]))

    assert listed.session.do(lambda hub: desks.remove_with_allocations(hub, *listed.ids(gone)))
    assert listed.codes == [code for code in before if code != gone]
    listed.session.undo()
    assert listed.codes == before
    assert listed.selected() == {before[-1]}
    assert not resets


def test_only_what_is_asked_for_is_listed_and_leaves_when_it_no_longer_is(listed: ListOfDesks) -> None:
    vacant = listed.vacant()
    type_text(listed.panel.asking, "vacant")
    press(listed.panel.asking, "Return")
    in_service = [row.desk.code for row in listed.panel.rows.rows]
    assert set(in_service) <= set(vacant)
    assert f"of {len(listed.hub.desks)} desks" in listed.panel.words.text()

    code, agency, day = in_service[1], next(iter(listed.hub.agencies)), listed.session.as_at
    listed.session.selection.set(listed.ids(code))
    assert listed.session.do(lambda hub: allocations.allocate(hub, listed.ids(code), agency, day))
    assert listed.codes == [one for one in in_service if one != code]
    assert listed.session.selection.ids == frozenset(listed.ids(code))


def test_what_is_not_understood_is_said_and_the_list_stays(listed: ListOfDesks, qtbot: QtBot) -> None:
    type_text(listed.panel.asking, "purple")
    qtbot.waitUntil(lambda: "“purple” is not known" in listed.panel.words.text())
    assert len(listed.codes) == len(listed.hub.desks)


def test_the_order_is_chosen_by_keys_and_holds_through_edits(listed: ListOfDesks) -> None:
    menu = listed.panel.menu()
    order = next(one for one in menu.findChildren(QMenu) if one.title() == "&Order by")
    by_agency = next(one for one in order.actions() if one.text() == "&Agency")
    by_agency.trigger()
    shown = [listed.cell(code, "Agency") for code in listed.codes]
    assert shown[0] == min(one for one in shown if one not in ("Vacant", "Not in service"))
    code, day = listed.vacant()[0], listed.session.as_at
    first = listed.hub.agency_codes[shown[0]].id
    listed.session.selection.set(listed.ids(code))
    assert listed.session.do(lambda hub: allocations.allocate(hub, listed.ids(code), first, day))
    assert listed.codes.index(code) <= shown.count(shown[0])
    assert listed.current() == code


def test_another_day_is_another_list(listed: ListOfDesks) -> None:
    allocation = min(listed.hub.allocations.values(), key=lambda one: one.first)
    code = listed.hub.desks[allocation.desk].code
    listed.session.set_as_at(date(1990, 1, 1))
    assert listed.cell(code, "Agency") in ("Vacant", "Not in service")
    listed.session.set_as_at(allocation.first)
    assert listed.cell(code, "Agency") == listed.hub.agencies[allocation.agency].code


def test_enter_allocates_and_x_vacates_as_on_the_plan(listed: ListOfDesks) -> None:
    day = listed.session.as_at
    code = next(one for one in listed.codes if listed.hub.allocation_on(listed.ids(one)[0], day))
    listed.session.selection.set(listed.ids(code))
    listed.workspace.actions_.refresh()
    press(listed.table, "X")
    vacating = listed.workspace.window().findChild(VacateDialog)
    assert vacating is not None
    press(vacating.accept_button, "Return")
    assert listed.cell(code, "Agency") == "Vacant"
    press(listed.table, "Return")
    chooser = listed.workspace.window().findChild(AgencyChooser)
    assert chooser is not None
    chooser.reject()


def test_who_stays_is_told_and_set_in_the_list(listed: ListOfDesks) -> None:
    listed.session.selection.set(listed.ids("G-001"))
    menu = listed.panel.menu()
    listed.workspace.actions_.refresh()
    stay = next(one for one in menu.actions() if one.text() == "These stay")
    stay.trigger()
    assert listed.cell("G-001", "Stays") == "Stays"
    assert listed.cell("G-002", "Stays") == ""
    row = listed.panel.rows.index(listed.codes.index("G-001"), 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", stays")
    listed.session.undo()
    assert listed.cell("G-001", "Stays") == ""
