"""Dialogs and menus over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from hubdesk.desktop.dialogs.crash import CrashDialog
from tests.builders.parkside import parkside
from tests.desktop.everything import opened
from tests.screenshots.stage import Stage


def commands(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    stage.do("view.commands")
    stage.shoot("commands")


def find(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    stage.do("edit.find")
    field = opened("PickDialog").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("pol")
    stage.shoot("find")


def dialogs(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    for action, name in (
        ("file.new", "new-hub"),
        ("file.open-team", "team-database"),
        ("file.issue", "issue"),
        ("file.export-recharge", "export-recharge"),
        ("file.export-run", "export-run"),
        ("file.export-plan", "export-plan"),
        ("file.roll-forward", "roll-forward"),
        ("floor.change", "floor"),
        ("select.by-condition", "select-by-condition"),
        ("view.why-year", "why-year"),
        ("view.why-desks", "why-desks"),
        ("help.about", "about"),
    ):
        on.choose("G-001")
        stage.do(action)
        stage.shoot(f"dialogs-{name}")
        stage.clear()


def removing(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    on.choose("G-001", "G-002")
    stage.do("edit.remove")
    stage.shoot("removing")


def crash(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    CrashDialog("hubdesk 0.3\nPython 3.11\n\nKeyError: the desk", lambda: None, stage.window).open()
    stage.shoot("crash")


def menus(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    bar = stage.window.menuBar()
    for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        made = menu.menuAction()
        if made.isVisible():
            menu.popup(bar.mapToGlobal(bar.actionGeometry(made).bottomLeft()))
            stage.shoot(f"menus-{made.text().replace('&', '').lower()}")
            menu.close()


SCENES = (commands, find, dialogs, removing, crash, menus)
