"""What can be done with a pack: look about, and open another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hubdesk.desktop.actions import Action
from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.look_actions import look_actions

if TYPE_CHECKING:
    from hubdesk.desktop.viewer.window import PackWindow

_NONE = "No pack is open"


def pack_actions(window: "PackWindow") -> Iterator[Action]:
    """The actions, in the order of the menus."""
    yield Action("file.open", "Open a review pack…", "File", window.ask_open, "Ctrl+O", "folder-open")
    yield Action(
        "file.save-pdf",
        "Save as PDF…",
        "File",
        window.save_as_pdf,
        "Ctrl+P",
        "printer",
        window.shows_a_pack,
        why_not=_NONE,
    )
    yield Action("file.close", "Close", "File", window.close, "Ctrl+W", "x", also="Ctrl+Q")
    shown = window.shows_a_pack
    yield Action(
        "view.zoom-in",
        "Zoom in",
        "View",
        lambda: window.floors.view.zoom(1.25),
        "Ctrl++",
        "zoom-in",
        shown,
        why_not=_NONE,
    )
    yield Action(
        "view.zoom-out",
        "Zoom out",
        "View",
        lambda: window.floors.view.zoom(0.8),
        "Ctrl+-",
        "zoom-out",
        shown,
        why_not=_NONE,
    )
    yield Action(
        "view.fit-floor",
        "Fit floor",
        "View",
        window.fit_floor,
        "Ctrl+0",
        "maximize",
        shown,
        why_not=_NONE,
    )
    yield from look_actions(window.theme, window.machine.memory)
    yield Action(
        "help.here",
        "Help for this window",
        "Help",
        window.toggle_help,
        "F1",
        "circle-help",
        checked=lambda: window.help_dock.wanted,
    )
    yield Action("help.about", "About Hubdesk…", "Help", lambda: _tell_about(window), icon="info")


def _tell_about(window: "PackWindow") -> None:
    from hubdesk.desktop.about import about

    AskDialog(about(), window).open()
