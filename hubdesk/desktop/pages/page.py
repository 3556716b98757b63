"""`Page`: what the window shows beside its rail."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page of an open hub."""

    title = ""
    icon = ""

    @property
    def help_topic(self) -> str:
        """The help page that explains it as it is now: a file of resources/help, without its ending."""
        return ""

    def shown(self) -> None:
        """The page came to the front."""
