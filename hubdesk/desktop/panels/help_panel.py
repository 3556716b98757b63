"""The help beside one's work: pages that lead to each other, and the list of all keys."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from hubdesk.desktop.icons import icon
from hubdesk.workflows.resources import help_page, help_topics

FIRST = "start"
_KEYS = "keyboard"


class HelpPanel(QWidget):
    """Shows one help page. `keys` gives the list of all keys, as Markdown, for the page about them."""

    def __init__(self, keys: Callable[[], str]) -> None:
        super().__init__()
        self._keys = keys
        self._been: list[str] = []
        self.topic = ""
        self.text = QTextBrowser()
        self.text.setAccessibleName("Help")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.back = QToolButton()
        self.back.setIcon(icon("arrow-left"))
        self.back.setToolTip("The page before")
        self.back.setAccessibleName("The help page before")
        self.back.clicked.connect(self._go_back)
        self.topics = QComboBox()
        self.topics.setAccessibleName("Help page")
        for topic in sorted(help_topics(), key=lambda one: (one != FIRST, title_of(one))):
            self.topics.addItem(title_of(topic), topic)
        self.topics.activated.connect(lambda: self.show_topic(self.topics.currentData()))
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.topics, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        self.show_topic(FIRST)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(36 * self.fontMetrics().averageCharWidth() + 60, 400)

    def show_topic(self, topic: str) -> None:
        """Show the page called `topic`; where it begins, if there is no such page."""
        topic = topic if topic in help_topics() else FIRST
        if topic != self.topic:
            self._been.append(topic)
        self._show(topic)

    def refresh(self) -> None:
        """Show the same page again: the list of keys, or the colours, may be others."""
        self._show(self.topic)

    def _show(self, topic: str) -> None:
        self.topic = topic
        text = help_page(topic)
        if topic == _KEYS:
            text = f"{text}\n{self._keys()}\n"
        document = self.text.document()
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        self.topics.setCurrentIndex(self.topics.findData(topic))
        self.back.setEnabled(len(self._been) > 1)

    def _go_back(self) -> None:
        if len(self._been) > 1:
            self._been.pop()
            self._show(self._been[-1])

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif url.path().endswith(".md"):
            self.show_topic(url.fileName().removesuffix(".md"))


def title_of(topic: str) -> str:
    """The heading of a help page."""
    return help_page(topic).partition("\n")[0].removeprefix("# ")
