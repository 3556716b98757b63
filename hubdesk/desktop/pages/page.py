"""`Page`: what the window shows beside its rail."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page of an open hub."""

    title = ""
    icon = ""
    help_topic = ""
    """The help page that explains it: a file of resources/help, without its ending."""

    def shown(self) -> None:
        """The page came to the front."""
