"""The badge in the status line: how many problems there are, and the way to their panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from hubdesk.desktop.icons import icon
from hubdesk.desktop.panels.panel import Dock
from hubdesk.desktop.panels.problems import MARKS, ProblemsPanel


class ProblemsBadge(QToolButton):
    """Says the count in words, with the mark of the gravest; pressing it shows or hides the panel."""

    def __init__(self, panel: ProblemsPanel, dock: Dock) -> None:
        super().__init__()
        self._panel = panel
        self.setAutoRaise(True)
        self.setText("Problems …")
        self.setAccessibleName("Problems: being looked for")
        self.setToolTip("Show or hide the problems panel")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(dock.toggle)
        panel.counted.connect(self._say)

    def retint(self) -> None:
        """Draw the mark in the window's colours."""
        if self._panel.problems is not None:
            self._mark()

    def _say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(f"{words}. Show or hide the problems panel")
        self._mark()

    def _mark(self) -> None:
        found = self._panel.problems
        self.setIcon(icon(MARKS[found[0].severity] if found else "check"))
