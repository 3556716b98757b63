"""Which help page explains the place one is in."""

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.panels.panel import Dock


def topic_of(focus: QWidget | None, page: Page) -> str:
    """Of the panel that has the keys, else of the page, which knows the tool in hand."""
    place = focus
    while place is not None:
        if isinstance(place, Dock) and place.panel.help_topic:
            return place.panel.help_topic
        place = place.parentWidget()
    return page.help_topic
