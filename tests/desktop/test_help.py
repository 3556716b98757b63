"""Help where one is, its links, the list of keys, and what is inside."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from hubdesk.desktop.about import MADE_WITH, about, licences
from hubdesk.desktop.actions import MENUS
from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.dialogs.ask import AskDialog, Told
from hubdesk.desktop.dialogs.help_dialog import HelpDialog
from hubdesk.desktop.help_place import topic_of
from hubdesk.desktop.key_list import key_list
from hubdesk.desktop.panels.panel import Dock
from hubdesk.desktop.window import MainWindow
from hubdesk.exchange.plan.marks import marks_of_area_kinds
from hubdesk.workflows.resources import help_page, help_topics
from tests.desktop.everything import dialogs, opened
from tests.desktop.keys import press, type_text

_ROOT = Path(__file__).parents[2]


_BOLD = re.compile(r"\*\*([^*\n]+(?:\n +[^*\n]+)?)\*\*")
_WITH_KEYS = re.compile(r"\*\*([^*\n]+)\*\* \(([^)]+)\)")
_COMBINED = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|PgUp|PgDown|Up|Down|Left|Right|Enter|Tab|[A-Z0-9+\-])|\bF\d+\b"
)
_OF_THE_PLAN = {"Shift+Tab", "Ctrl+Enter", "F10", "Alt+Up", "Alt+Down", "F2", "Ctrl+Shift+C"}
"""What the plan, tables, lists, the system and Qt do with keys themselves. Qt calls Enter Return."""


def _links(topic: str) -> set[str]:
    return {link.removesuffix(".md") for link in re.findall(r"\]\(([^)]+)\)", help_page(topic))}


@pytest.mark.parametrize("topic", help_topics())
def test_a_help_page_has_a_title_and_links_that_lead_somewhere(topic: str) -> None:
    assert re.match(r"# \S", help_page(topic))
    assert {link for link in _links(topic) if not link.startswith("https://")} <= set(help_topics())


def test_every_help_page_is_reached_from_where_one_begins() -> None:
    for topic in set(help_topics()) - {"start"}:
        assert topic in _links("start"), topic


def test_the_keys_in_the_help_are_those_of_the_actions(parkside_window: MainWindow) -> None:
    titled = {one.title.removesuffix("…"): one.shortcut for one in parkside_window.actions_}
    keys = {one.shortcut for one in parkside_window.actions_} | _OF_THE_PLAN
    told = 0
    for topic in help_topics():
        text = help_page(topic)
        for words, key in _WITH_KEYS.findall(text):
            title = words.split(", ")[-1]
            title = next((one for one in (title, f"{title} panel") if one in titled), "")
            if title:
                told += 1
                real = titled[title] or "without a key"
                assert real in re.split(r",? +", key), f"{topic}: {words} ({key}) is {real}"
        for key in _COMBINED.findall(text):
            assert key in keys, f"{topic} names {key}, which does nothing"
    assert told > 10


def test_what_the_help_tells_to_choose_is_in_the_menus(parkside_window: MainWindow) -> None:
    paths: set[tuple[str, ...]] = set()
    for one in parkside_window.actions_:
        title = one.title.removesuffix("…")
        paths |= {(one.menu, one.under, title)} if one.under else {(one.menu, title)}
        paths |= {(one.menu, one.under)}
    told = [
        (topic, tuple(re.sub(r"\s+", " ", words).rstrip(":").split(", ")))
        for topic in help_topics()
        for words in _BOLD.findall(help_page(topic))
        if words.split(", ")[0] in MENUS and ", " in words
    ]
    assert len(told) > 12
    for topic, path in told:
        assert path in paths, f"{topic}: {', '.join(path)} is in no menu"


def test_the_letters_of_areas_are_told_as_they_are_drawn() -> None:
    text = re.sub(r"\s+", " ", help_page("plan"))
    for kind, mark in marks_of_area_kinds().items():
        assert f"**{mark.label}** {kind.value}" in text


def test_f1_explains_the_tool_in_hand_and_the_panel_that_has_the_keys(parkside_window: MainWindow) -> None:
    window = parkside_window
    workspace = window.workspace
    assert workspace is not None
    view = workspace.plan_page.view
    for tool in ("select", "floor-outline", "area", "desks", "allocate", "measure", "underlay", "split"):
        window.actions_[f"tool.{tool}"].trigger()
        view.setFocus()
        press(window, "F1")
        assert view.tool is not None
        assert window.help.topic == view.tool.help_topic in help_topics()
        press(window, "F1")
        assert not window.help.isVisible()
    window.actions_["panel.agencies"].trigger()
    window.actions_["tool.select"].trigger()
    workspace.plan_page.allocating.palette.list.setFocus()
    press(window, "F1")
    assert window.help.topic == "allocating"


def test_no_two_actions_are_called_alike(parkside_window: MainWindow) -> None:
    titles = [one.title for one in parkside_window.actions_]
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_every_panel_is_explained(parkside_window: MainWindow) -> None:
    panels = [dock.panel for dock in parkside_window.findChildren(Dock) if dock.panel.id != "help"]
    assert len(panels) > 8
    assert {panel.help_topic for panel in panels} <= set(help_topics())


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


def test_f1_in_a_dialog_explains_that_and_stands_beside_it(parkside_window: MainWindow) -> None:
    window = parkside_window
    window.actions_["allocate.new-agency"].trigger()
    joiner = opened("JoinerDialog")
    assert isinstance(joiner, JoinerDialog)
    type_text(joiner.agency.code, "NEW")
    press(joiner.agency.code, "F1")
    help_ = opened("HelpDialog")
    assert isinstance(help_, HelpDialog)
    assert help_.help.topic == "agencies"
    help_.help.topics.setFocus()
    press(help_.help.topics, "F1")
    assert not help_.isVisible()
    assert joiner.agency.code.text() == "NEW"
    assert not window.help.isVisible()


def test_f1_in_a_dialog_that_no_page_is_about_explains_the_place(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    workspace.show_page(workspace.history_page)
    AskDialog(Told("Told", "That is how it is."), workspace).open()
    press(opened("AskDialog"), "F1")
    help_ = opened("HelpDialog")
    assert isinstance(help_, HelpDialog)
    assert help_.help.topic == "history"


def test_every_dialog_is_explained_by_a_page_there_is(parkside_window: MainWindow) -> None:
    topics = {name: topic_of(dialog, None) for name, dialog in dialogs(parkside_window)}
    assert len(topics) > 12
    assert set(topics.values()) <= set(help_topics())
    assert topics["FloorDialog 1"] == "drawing"
    assert topics["FormDialog 2"] == "files-and-teams"


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
