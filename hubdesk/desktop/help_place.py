"""Which help page explains the place one is in."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.panels.help_panel import FIRST
from hubdesk.desktop.panels.panel import Dock


@runtime_checkable
class Explained(Protocol):
    """A page or dialog that one help page is about."""

    @property
    def help_topic(self) -> str:
        """Its name; empty where that of the place round about explains it."""
        ...


def topic_of(focus: QWidget | None, page: Page | None) -> str:
    """Of the dialog or panel that has the keys, else of the page, which knows the tool in hand.

    Where nothing is open yet, that is where one begins.
    """
    place = focus
    while place is not None:
        explained = place.panel if isinstance(place, Dock) else place
        if isinstance(explained, Explained) and explained.help_topic:
            return explained.help_topic
        place = place.parentWidget()
    return FIRST if page is None else page.help_topic
