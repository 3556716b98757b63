"""Working links and placement rules on the agencies page, by hand."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from hubdesk.desktop.agencies.link_dialog import LinkDialog
from hubdesk.desktop.agencies.rule_dialog import RuleDialog
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.ids import new_id
from hubdesk.domain.rule import RuleKind
from hubdesk.editing import agencies
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import click


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    hub = a_hub().agency("CAB", "voluntary").agency("POL").floor("G").floor("1", 1)
    hub = hub.area("G-POL", kind="restricted", clearance="police").link("HBC", "CAB", 3)
    window = open_window(hub.rule("CAB", "ground floor").build())
    window.actions_["page.agencies"].trigger()
    return window


@pytest.fixture
def page(window: MainWindow) -> AgenciesPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, AgenciesPage)
    return page


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def dialog(kind: type[QDialog]) -> QDialog:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def push(button: QPushButton) -> None:
    click(button, button.rect().center())


def go_to(page: AgenciesPage, title: str) -> None:
    titles = [page.tabs.tabText(one) for one in range(page.tabs.count())]
    page.tabs.setCurrentIndex(titles.index(title))


def test_a_link_is_added_for_the_chosen_agency_typed_over_and_removed(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Working links")
    page.table.go_to(session.hub.agency_codes["POL"].id)
    push(page.links.new)
    asked = dialog(LinkDialog)
    assert isinstance(asked, LinkDialog)
    assert asked.agency.currentText().startswith("POL")
    asked.other.setFocus()
    type_text(asked.other, "CAB")
    asked.strength.setFocus()
    asked.strength.selectAll()
    type_text(asked.strength, "8")
    type_text(asked.reason, "Custody")
    press(asked, "Return")
    added = next(one for one in session.hub.working_links.values() if one.reason)
    codes = [session.hub.agencies[one].code for one in (added.agency, added.other)]
    assert (codes, added.strength) == (["POL", "CAB"], Decimal(8))
    assert page.links.choose(added.id)
    push(page.links.remove)
    assert added.id not in session.hub.working_links
    session.undo()
    assert added.id in session.hub.working_links


def test_a_rule_is_offered_what_it_can_be_of_and_refused_without(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Placement rules")
    push(page.rules.new)
    asked = dialog(RuleDialog)
    assert isinstance(asked, RuleDialog)
    assert not asked.value.isEnabled()
    asked.kind.setCurrentIndex(list(RuleKind).index(RuleKind.STAY_ON_FLOOR))
    assert [asked.value.itemText(one) for one in range(asked.value.count())] == ["1", "G"]
    asked.value.setEditText("7")
    push(asked.accept_button)
    assert "“7” is not a floor's code" in asked.problems.text()
    asked.value.setCurrentIndex(0)
    push(asked.accept_button)
    kinds = {(one.kind, one.value) for one in session.hub.placement_rules.values()}
    assert kinds == {(RuleKind.GROUND_FLOOR, ""), (RuleKind.STAY_ON_FLOOR, "1")}


def test_only_those_of_the_chosen_agency_are_shown_if_that_is_ticked(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Working links")
    page.table.go_to(session.hub.agency_codes["POL"].id)
    page.links.own.click()
    (link,) = session.hub.working_links
    assert not page.links.table.go_to(link)
    assert page.show_record(link), "who is led to a link sees it, whoever is chosen"
    (rule,) = session.hub.placement_rules
    assert page.show_record(rule)
    assert page.rules.table.current == rule


def strengths(session: Session) -> set[tuple[str, Decimal]]:
    codes = {id_: one.code for id_, one in session.hub.agencies.items()}
    return {
        ("-".join(sorted((codes[one.agency], codes[one.other]))), one.strength)
        for one in session.hub.working_links.values()
    }


def into_cell(page: AgenciesPage, session: Session, row: str, column: str, text: str) -> None:
    """Typed over what stands there, and Enter."""
    matrix, codes = page.links.matrix, session.hub.agency_codes
    assert matrix.go_to(codes[row].id, codes[column].id)
    matrix.setFocus()
    type_text(matrix.grid, text[:1])
    editor = QApplication.focusWidget()
    assert isinstance(editor, QWidget)
    type_text(editor, text[1:])
    press(editor, "Return")


def shown(page: AgenciesPage, session: Session, row: str, column: str) -> str:
    cells, codes = page.links.matrix.cells, session.hub.agency_codes
    down, across = cells.place_of(codes[row].id), cells.column_place(codes[column].id)
    assert down is not None
    assert across is not None
    return str(cells.index(down, across).data())


def test_a_strength_typed_into_the_matrix_makes_alters_and_removes_a_link_both_ways(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Working links")
    click(page.links.as_matrix, QPoint(8, page.links.as_matrix.height() // 2))
    assert page.links.matrix.isVisible()
    assert not page.links.table.isVisible()
    assert shown(page, session, "HBC", "CAB") == shown(page, session, "CAB", "HBC") == "3"

    into_cell(page, session, "POL", "CAB", "4.5")
    assert strengths(session) == {("CAB-HBC", Decimal(3)), ("CAB-POL", Decimal("4.5"))}
    assert shown(page, session, "CAB", "POL") == "4.5"
    into_cell(page, session, "CAB", "POL", "6")
    assert strengths(session) == {("CAB-HBC", Decimal(3)), ("CAB-POL", Decimal(6))}
    codes = session.hub.agency_codes
    page.links.matrix.go_to(codes["HBC"].id, codes["CAB"].id)
    press(page.links.matrix.grid, "Del")
    assert strengths(session) == {("CAB-POL", Decimal(6))}
    assert session.undo_stack.count() == 3
    session.undo()
    assert shown(page, session, "CAB", "HBC") == "3"


def test_the_diagonal_of_the_matrix_is_shut_and_a_strength_below_zero_is_refused(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Working links")
    page.links.as_list.setFocus()
    press(page.links.as_list, "Right")
    assert page.links.as_matrix.isChecked()
    before = session.hub
    codes, matrix = session.hub.agency_codes, page.links.matrix
    matrix.go_to(codes["CAB"].id, codes["CAB"].id)
    matrix.setFocus()
    type_text(matrix.grid, "5")
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    into_cell(page, session, "CAB", "POL", "-2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit), "it stays open with what was typed"
    assert "above zero" in editor.accessibleDescription()
    press(editor, "Esc")
    assert session.hub == before


def test_an_agency_that_comes_has_a_row_and_a_column_and_who_is_led_to_a_link_sees_the_list(
    page: AgenciesPage, session: Session
) -> None:
    go_to(page, "Working links")
    page.links.as_matrix.click()
    session.do(
        lambda hub: agencies.add(hub, Agency(new_id(), "YOS", "Youth Offending Service", Sector.PUBLIC))
    )
    assert shown(page, session, "YOS", "CAB") == ""
    assert page.links.matrix.columns[-1].title == "YOS"
    (link,) = session.hub.working_links
    assert page.show_record(link)
    assert page.links.as_list.isChecked()
    assert page.links.table.isVisible()
