"""Help where one is, its links, the list of keys, and what is inside."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from hubdesk.desktop.about import MADE_WITH, about, licences
from hubdesk.desktop.key_list import key_list
from hubdesk.desktop.window import MainWindow
from hubdesk.workflows.resources import help_page, help_topics
from tests.desktop.keys import press

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("topic", help_topics())
def test_a_help_page_has_a_title_and_links_that_lead_somewhere(topic: str) -> None:
    text = help_page(topic)
    assert re.match(r"# \S", text)
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert link.startswith("https://") or link.removesuffix(".md") in help_topics()


def test_f1_opens_the_help_of_the_page_and_links_lead_on_and_back(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    workspace.show_page(workspace.history_page)
    press(parkside_window, "F1")
    panel = parkside_window.help
    assert panel.isVisible()
    assert panel.topic == "history"
    assert "Undo back to here" in panel.text.toPlainText()

    panel.text.anchorClicked.emit(QUrl("files-and-teams.md"))
    assert panel.topic == "files-and-teams"
    panel.back.click()
    assert panel.topic == "history"
    press(parkside_window, "F1")
    assert not panel.isVisible()


def test_the_list_of_keys_has_every_shortcut(parkside_window: MainWindow) -> None:
    parkside_window.actions_["help.keys"].trigger()
    shown = parkside_window.help.text.toPlainText()
    for action in parkside_window.actions_:
        if action.shortcut:
            assert action.title in shown, action.id
    assert "Ctrl+K" in key_list(parkside_window.actions_)


def test_every_library_is_told_with_its_licence() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [re.split(r"[\[=<>]", text)[0] for text in project["project"]["dependencies"]]
    assert {name.casefold() for name in asked} <= {name.casefold() for name in MADE_WITH}
    told = licences()
    for name in asked:
        line = next(one for one in told if one.casefold().replace("_", "-").startswith(name.casefold()))
        assert not line.endswith("see its own files"), line
    assert "MIT licence" in about().text
