"""Why this penny: a figure opened to its facts, and the ways from there to records and desks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import LineKind
from hubdesk.charging.occupancy import square_metres
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working, as_text, fact, worked
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workings.branches import FIGURE, HOW, WHAT
from hubdesk.desktop.workings.panel import WorkingsPanel
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change, updating
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, ShareCap
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing
from tests.charging.following import each_once
from tests.desktop.keys import press

LONG_MS = 20_000


def line_of(hub: Hub, agency: str, source: str, kind: LineKind) -> Working:
    """A line of the first quarter of 2026-27."""
    year = hub.charging_year(2026)
    run = draft(
        facts_of(hub, year, hub.settings.billing), year.periods(hub.settings.billing)[0], Amounts.BUDGET, []
    )
    line = next(
        one
        for one in run.lines
        if (run.agency(one.agency).code, run.source_code(one.source), one.kind) == (agency, source, kind)
    )
    return RunWorkings(run).of(line)


@pytest.fixture
def workspace(parkside_window: MainWindow) -> Workspace:
    assert parkside_window.workspace is not None
    return parkside_window.workspace


def licence_of(hub: Hub, agency: str) -> Licence:
    return next(one for one in hub.licences.values() if hub.agencies[one.agency].code == agency)


def cell(panel: WorkingsPanel, column: int) -> str:
    index = panel.tree.currentIndex().siblingAtColumn(column)
    return str(index.data())


def go_to(panel: WorkingsPanel, *rows: int) -> None:
    """To the row that is reached by these rows, from the root down."""
    model = panel.tree.model()
    index = model.index(0, 0)
    for row in rows:
        index = model.index(row, 0, index)
    panel.tree.setCurrentIndex(index)


def test_a_figure_opens_to_its_facts_and_its_facts_lead_on(workspace: Workspace) -> None:
    hub = workspace.session.hub
    licence = licence_of(hub, "POL")
    working = line_of(hub, "POL", licence.code, LineKind.LICENCE)
    workspace.workings.explain("POL, licence", working)
    panel = workspace.workings.panel
    assert panel.isVisible()
    assert panel.working is working
    assert cell(panel, FIGURE) == "£5,684.38"

    press(panel.tree, "*")
    press(panel.tree, "Right")
    while panel.tree.current is not None and panel.tree.current.records != (licence.id,):
        before = panel.tree.currentIndex()
        press(panel.tree, "Down")
        assert panel.tree.currentIndex() != before, "no fact of the licence"
    assert cell(panel, WHAT) == "desks"
    assert cell(panel, HOW) == f"licence {licence.code}"
    assert panel.go.text() == f"Go to licence {licence.code}"

    shown: list[RecordId] = []

    def show(id_: RecordId) -> bool:
        shown.append(id_)
        return True

    workspace.going.offer(Licence, show)
    press(panel.tree, "Return")
    assert shown == [licence.id]

    assert panel.on_plan.isEnabled()
    panel.on_plan.click()
    seats = {one.desk for one in hub.allocations.values() if one.agency == licence.agency}
    assert workspace.session.selection.ids
    assert set(workspace.session.selection.ids) <= seats


def test_what_has_no_place_is_told(workspace: Workspace) -> None:
    told: list[str] = []
    workspace.going.told.connect(lambda notice: told.append(notice.text))
    line = next(iter(workspace.session.hub.cost_lines.values()))
    workspace.going.offer(CostLine, lambda _id: False)
    workspace.going.to_record(line.id)
    assert told[-1].startswith(f"Cost line {line.code} of")
    workspace.going.to_record(RecordId("gone"))
    assert told[-1].startswith("It is no longer in the hub.")
    workspace.going.offer(CostLine, lambda _id: True)
    workspace.going.to_record(line.id)
    assert len(told) == 2


def test_every_fact_that_a_charge_rests_on_has_a_place_to_go_to(workspace: Workspace) -> None:
    """One record of each kind, of all lines of a year and their VAT."""
    hub = workspace.session.hub
    run = run_named(Standing(hub, 1, ()), "2026-27", None)
    workings = RunWorkings(run)
    trees = [tree for line in run.lines for tree in (workings.of(line), workings.vat(line))]
    found = {record for tree in trees for one in each_once(tree) for record in one.records}
    by_kind = {type(record): record for record in hub.records() if record.id in found}
    kinds = {Licence, Concession, CostLine, FixedShare, ShareCap, DriverFigure, DeskRate, VatCode, Agency}
    assert kinds <= set(by_kind)
    told: list[str] = []
    workspace.going.told.connect(lambda notice: told.append(notice.text))
    for record in by_kind.values():
        workspace.going.to_record(record.id)
    assert told == []


def test_square_metres_lead_to_the_areas_and_not_to_desks(workspace: Workspace) -> None:
    session = workspace.session
    area = next(one for one in session.hub.areas.values() if one.agency)
    assert area.agency is not None
    size = fact("areas alone", square_metres(area), Unit.SQUARE_METRES, area.agency)
    workspace.workings.explain("An area", size)
    workspace.workings.panel.on_plan.click()
    selected = [session.hub.areas.get(id_) for id_ in session.selection.ids]
    assert area in selected
    assert all(one is not None and one.agency == area.agency for one in selected)


def test_a_figure_that_very_much_stands_behind_keeps_nobody_waiting(workspace: Workspace) -> None:
    licence = licence_of(workspace.session.hub, "POL")
    parts = [
        worked("part", Unit.DESKS, Step.SUM, *(fact("desks", 1, Unit.DESKS, licence.id) for _ in range(100)))
        for _ in range(250)
    ]
    workspace.workings.explain("Much", worked("all", Unit.DESKS, Step.SUM, *parts))
    panel = workspace.workings.panel
    assert not panel.on_plan.isEnabled()
    assert panel.on_plan.toolTip().startswith("Much stands behind this")
    go_to(panel, 3)
    assert panel.on_plan.isEnabled()


def test_the_workings_are_copied_whole_or_a_branch_at_a_time(workspace: Workspace) -> None:
    hub = workspace.session.hub
    working = line_of(hub, "POL", licence_of(hub, "POL").code, LineKind.LICENCE)
    workspace.workings.explain("POL, licence", working)
    panel = workspace.workings.panel
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == f"POL, licence\n{as_text(working)}"
    go_to(panel, 1)
    press(panel.tree, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == as_text(working.of[1])


def test_a_draft_figure_follows_the_hub_and_what_was_open_stays_open(
    workspace: Workspace, qtbot: QtBot
) -> None:
    session = workspace.session
    licence = licence_of(session.hub, "POL")
    asked: list[Hub] = []

    def question() -> Callable[[], Working | None]:
        hub = session.hub
        asked.append(hub)
        return lambda: line_of(hub, "POL", licence.code, LineKind.LICENCE)

    def desks_of(number: int) -> Callable[[Hub], Change]:
        def intent(hub: Hub) -> Change:
            was = hub.licences[licence.id]
            return updating(
                "Other desks", (was, replace(was, desks=Timeline.of([(date(2026, 4, 1), number)])))
            )

        return intent

    def stands_on() -> tuple[str, int]:
        here = panel.tree.current
        return (here.what, int(here.value)) if here else ("", 0)

    workspace.workings.follow("POL, licence", question)
    panel = workspace.workings.panel
    qtbot.waitUntil(lambda: panel.working is not None, timeout=LONG_MS)
    go_to(panel, 0, 0, 0, 0, 0)
    assert stands_on()[0] == "desks"
    assert session.do(desks_of(9))
    qtbot.waitUntil(lambda: stands_on() == ("desks", 9), timeout=LONG_MS)

    workspace.docks["workings"].put_away()
    asked.clear()
    assert session.do(desks_of(7))
    assert session.do(desks_of(5))
    workspace.docks["workings"].want()
    qtbot.waitUntil(lambda: stands_on() == ("desks", 5), timeout=LONG_MS)
    assert len(asked) == 1


def test_what_stands_in_the_way_of_a_figure_is_said(workspace: Workspace, qtbot: QtBot) -> None:
    def refusing() -> Working:
        raise Refused(Problem(Severity.ERROR, "no-rate", "There is no rate", "the desk rate", "Set one"))

    workspace.workings.follow("POL", lambda: refusing)
    panel = workspace.workings.panel
    qtbot.waitUntil(lambda: "There is no rate" in panel.said.text(), timeout=LONG_MS)
    assert panel.working is None
    assert not panel.copy.isEnabled()

    workspace.workings.follow("POL", lambda: lambda: None)
    qtbot.waitUntil(lambda: "no such figure" in panel.said.text(), timeout=LONG_MS)
