"""Naming a file in the system's dialog: its ending, and what stands there already."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hubdesk.desktop.files import WORKBOOKS, AskedFiles, ended

PDF = "PDF (*.pdf)"

Hands = Callable[..., None]


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def hands(qapp: QApplication) -> Iterator[Hands]:
    """Does what it is given, one thing with each dialog that comes up."""
    todo: list[Callable[[QWidget], None]] = []

    def look() -> None:
        if not todo:
            return
        QTimer.singleShot(50, look)  # First: what is done may bring up the next one and wait for it.
        dialog = qapp.activeModalWidget()
        if dialog is not None:
            todo.pop(0)(dialog)

    def start(*doing: Callable[[QWidget], None]) -> None:
        todo.extend(doing)
        QTimer.singleShot(50, look)

    yield start
    assert todo == []


def naming(text: str) -> Callable[[QWidget], None]:
    def name(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(text)
        dialog.accept()

    return name


def answering(button: QMessageBox.StandardButton) -> Callable[[QWidget], None]:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        dialog.button(button).click()

    return answer


def cancelling(dialog: QWidget) -> None:
    assert isinstance(dialog, QFileDialog)
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("Plan", "Plan.pdf"), ("Plan.PDF", "Plan.PDF"), ("Parkside v1.2", "Parkside v1.2.pdf")],
)
def test_a_name_gets_the_ending_of_its_kind(typed: str, whole: str) -> None:
    assert ended(Path("/hubs") / typed, PDF) == Path("/hubs") / whole


def test_a_free_name_is_taken_without_a_question(over: QWidget, hands: Hands, tmp_path: Path) -> None:
    hands(naming("Parkside v1.2"))
    place = AskedFiles().to_write(over, "Export", WORKBOOKS, tmp_path / "Hub.xlsx")
    assert place == tmp_path / "Parkside v1.2.xlsx"


def test_a_file_that_gets_its_ending_here_is_asked_about(over: QWidget, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "Parkside v1.2.pdf").write_bytes(b"precious")
    no, yes = QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes
    hands(naming("Parkside v1.2"), answering(no), cancelling)
    assert AskedFiles().to_write(over, "Export", PDF, tmp_path / "Plan.pdf") is None
    hands(naming("Parkside v1.2"), answering(yes))
    assert AskedFiles().to_write(over, "Export", PDF, tmp_path / "Plan.pdf") == tmp_path / "Parkside v1.2.pdf"


def test_the_dialog_asks_about_the_name_with_its_ending(over: QWidget, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "Plan.pdf").write_bytes(b"precious")
    hands(naming("Plan"), answering(QMessageBox.StandardButton.No), cancelling)
    assert AskedFiles().to_write(over, "Export", PDF, tmp_path / "Other.pdf") is None
