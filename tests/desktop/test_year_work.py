"""A year's work from the menus: out as files, in from a workbook, rolled forward, issued, verified."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hubdesk.desktop.costs.roll_dialog import RollForward
from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.choices import ChoiceDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.desk import Desk
from hubdesk.editing import desks
from hubdesk.store import Mode, open_store
from hubdesk.workflows.export_hub import export_hub_workbook
from hubdesk.workflows.run_choices import runs_to_issue, runs_to_look_at
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles


def open_dialog(window: MainWindow, kind: type[QDialog]) -> QDialog | None:
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def wait_for(window: MainWindow, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: open_dialog(window, kind) is not None, timeout=20_000)
    dialog = open_dialog(window, kind)
    assert dialog is not None
    return dialog


def told(window: MainWindow) -> str:
    return " ".join(notice.text for notice in window.notices.standing)


def issue_next(window: MainWindow, qtbot: QtBot) -> str:
    window.actions_["file.issue"].trigger()
    dialog = wait_for(window, AskDialog, qtbot)
    assert isinstance(dialog, AskDialog)
    assert dialog.go_on is not None
    sentence = dialog.told.sentence
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "Issued" in told(window), timeout=20_000)
    return sentence


def test_a_period_is_issued_once_it_was_shown_and_confirmed(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    assert parkside_window.workspace is not None
    session = parkside_window.workspace.session
    assert [one.name for one in runs_to_issue(session.standing)] == ["2026-27-Q1"]

    sentence = issue_next(parkside_window, qtbot)

    assert sentence.startswith("Issuing 2026-27-Q1 freezes it for good, on budgets: £")
    assert [run.name for run in session.standing.runs] == ["2026-27-Q1"]
    assert runs_to_issue(session.standing)[0].name == "2026-27-Q2"
    assert "2026-27-Q1, issued" in [one.words for one in runs_to_look_at(session.standing)]
    assert session.undo_stack.count() == 0
    some = next(iter(session.hub.desks))
    assert session.do(lambda hub: desks.move(hub, [some], 10, 0))

    parkside_window.notices.clear()
    parkside_window.actions_["file.verify"].trigger()
    qtbot.waitUntil(lambda: bool(told(parkside_window)), timeout=20_000)
    assert told(parkside_window) == (
        "1 issued run worked out again, the same to the penny; the log is unbroken."
    )


def test_enter_alone_issues_nothing(parkside_window: MainWindow, qtbot: QtBot) -> None:
    assert parkside_window.workspace is not None
    parkside_window.actions_["file.issue"].trigger()
    dialog = wait_for(parkside_window, AskDialog, qtbot)
    press(dialog, "Return")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert parkside_window.workspace.session.document.store.runs() == ()


def test_a_recharge_goes_out_as_a_workbook_for_one_agency(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "pol.xlsx"
    files.names = [place]
    press(parkside_window, "Ctrl+E")
    dialog = wait_for(parkside_window, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.choose("Run", "2026-27-Q2")
    dialog.choose("For", "POL")
    dialog.go_on.click()

    qtbot.waitUntil(lambda: "Wrote" in told(parkside_window), timeout=20_000)
    assert place.read_bytes()[:2] == b"PK"
    assert files.suggested[0].name == "2026-27-Q2 POL.xlsx"


def test_a_run_goes_into_a_folder_and_replaces_only_what_it_may(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "Q1"
    files.names = [place, place]

    def ask(what: str) -> None:
        press(parkside_window, "Ctrl+Shift+E")
        dialog = wait_for(parkside_window, ChoiceDialog, qtbot)
        assert isinstance(dialog, ChoiceDialog)
        dialog.choose("Run", "2026-27-Q1")
        dialog.choose("What", what)
        dialog.go_on.click()

    ask("Statements, recharge workbook")
    qtbot.waitUntil(lambda: "Wrote 19 files into" in told(parkside_window), timeout=120_000)
    assert len(list(place.glob("2026-27-Q1 statement *.pdf"))) == 16
    assert (place / "2026-27-Q1 journal.csv").is_file()

    mine = place / "2026-27-Q1 statement POL.pdf"
    mine.write_bytes(b"mine")
    ask("Statements alone")
    asked = wait_for(parkside_window, AskDialog, qtbot)
    assert isinstance(asked, AskDialog)
    assert asked.told.sentence.startswith("16 files of these names are in ")
    assert mine.read_bytes() == b"mine"
    assert asked.go_on is not None
    asked.go_on.click()
    qtbot.waitUntil(lambda: "Wrote 16 files into" in told(parkside_window), timeout=120_000)
    assert mine.read_bytes().startswith(b"%PDF")


def test_the_name_that_is_suggested_for_a_plan_is_one(
    open_window: OpenWindow, files: NamedFiles, qtbot: QtBot
) -> None:
    """A stroke in the code of a floor made a folder of what stands before it."""
    window = open_window(a_hub().floor("A/B", width_m=20, depth_m=10).build())
    files.names = [None]
    press(window, "Ctrl+P")
    dialog = wait_for(window, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.go_on.click()
    assert [one.name for one in files.suggested] == ["Plan A B.pdf"]


def test_a_floor_goes_out_as_a_picture(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "floor.svg"
    files.names = [place]
    press(parkside_window, "Ctrl+P")
    dialog = wait_for(parkside_window, ChoiceDialog, qtbot)
    assert isinstance(dialog, ChoiceDialog)
    dialog.choose("Form", "SVG")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "Wrote" in told(parkside_window), timeout=20_000)
    assert "<svg" in place.read_text()
    assert "It is 1:" in told(parkside_window)


def test_no_output_takes_the_place_of_a_hub(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    hub = tmp_path / "hub-0.hubdesk"
    before = hub.read_bytes()
    files.names = [hub]
    parkside_window.actions_["file.export-hub"].trigger()
    qtbot.waitUntil(lambda: bool(told(parkside_window)), timeout=20_000)
    assert "This is a hub" in told(parkside_window)
    assert hub.read_bytes() == before


def test_a_copy_has_everything(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    assert parkside_window.workspace is not None
    place = tmp_path / "copy.hubdesk"
    files.names = [place]
    parkside_window.actions_["file.copy-to"].trigger()
    qtbot.waitUntil(lambda: "Copied" in told(parkside_window), timeout=20_000)
    with open_store(place, user="Ben", mode=Mode.WRITE) as store:
        assert store.read_hub() == parkside_window.workspace.session.hub


def test_an_update_lists_what_differs_and_is_one_change(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    assert parkside_window.workspace is not None
    session = parkside_window.workspace.session
    book = tmp_path / "late.xlsx"
    before = session.hub
    desk = min(before.desks.values(), key=lambda one: one.code)
    export_hub_workbook(before.applying(desks.move(before, [desk.id], 1_000, 0)), book)
    files.names = [book]

    parkside_window.actions_["file.update"].trigger()
    dialog = wait_for(parkside_window, AskDialog, qtbot)
    assert isinstance(dialog, AskDialog)
    assert dialog.told.sentence.startswith("1 record differs")
    assert desk.code in dialog.told.text
    assert session.hub == before
    assert dialog.go_on is not None
    dialog.go_on.click()

    assert session.hub.get(Desk, desk.id).x_mm == desk.x_mm + 1_000
    assert session.undo_stack.undoText() == "Update from late.xlsx"
    session.undo()
    assert session.hub == before


def test_a_year_is_rolled_forward_and_a_slip_is_kept_to_be_mended(parkside_window: MainWindow) -> None:
    assert parkside_window.workspace is not None
    session = parkside_window.workspace.session
    year = max(session.hub.cost_lines_of) + 1
    parkside_window.actions_["file.roll-forward"].trigger()
    form = open_dialog(parkside_window, RollForward)
    assert isinstance(form, RollForward)
    form.uplift.clear()
    type_text(form.uplift, "much")
    assert "“much” is not a percentage. Type it as 3.5." in form.problems.text()
    assert not form.accept_button.isEnabled()
    assert form.uplift.text() == "much"

    form.uplift.clear()
    type_text(form.uplift, "3.5 %")
    press(form.uplift, "Return")

    assert not form.isVisible()
    assert len(session.hub.cost_lines_of[year]) == len(session.hub.cost_lines_of[year - 1])
