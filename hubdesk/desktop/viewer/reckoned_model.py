"""`ReckonedModel`: how a figure of a pack came about, as a tree."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from hubdesk.desktop.viewer.why import said, why_as_text
from hubdesk.desktop.workings.branches import FIGURE, RIGHT, WHAT, Branches, Index
from hubdesk.exchange.review_pack.pack import Reckoned


class ReckonedModel(Branches[Reckoned]):
    """No tooltips: what a file says could pass for rich text there."""

    def of(self, step: Reckoned) -> Sequence[Reckoned]:
        return step.of

    def as_text(self, step: Reckoned) -> str:
        return why_as_text(step)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.step(index)
        if step is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (step.what, step.figure, step.how)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == WHAT:
            return said(step)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == FIGURE:
            return RIGHT
        if role == Qt.ItemDataRole.FontRole and self.is_root(index):
            bold = QFont()
            bold.setBold(True)
            return bold
        return None
