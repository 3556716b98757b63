"""`PreviewBar`: over the plan, each agency's £ for a year before letting go."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.plan.preview import Foreseen, Preview
from hubdesk.domain.money import Pence, pounds
from hubdesk.workflows.year_cost import AgencyEffect, NoYearCost

_MOST_ROWS = 8
_MARGIN = 12
_CLEAR = 220
"""Pixels around the mouse in which it has words of its own."""


class PreviewBar(QFrame):
    """Shown in the corner of `over` while something is proposed; never in the way of the mouse."""

    def __init__(self, preview: Preview, over: QWidget) -> None:
        super().__init__(over)
        self._preview = preview
        self._over = over
        self._mouse = QPoint()
        self.setObjectName("preview")
        self.setAccessibleName("What this would change in charges")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._heading = QLabel()
        self._heading.setObjectName("preview-heading")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(2)
        self._last = QLabel()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        whole.addWidget(self._heading)
        whole.addLayout(self._rows)
        whole.addWidget(self._last)
        preview.changed.connect(self._show)
        over.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() is QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._mouse = event.position().toPoint()
            if self.isVisible():
                self._place()
        return super().eventFilter(watched, event)

    @property
    def words(self) -> str:
        """All that it says, line by line."""
        labels = [self._heading, *self._cells(), self._last]
        return "\n".join(label.text() for label in labels if label.text())

    def _show(self) -> None:
        foreseen = self._preview.foreseen
        if foreseen is None:
            self.hide()
            return
        self._clear()
        self._heading.setText(f"Charges of {foreseen.year.name}")
        match foreseen.effects:
            case None:
                self._last.setText("Working them out…")
            case NoYearCost(problems):
                self._last.setText(f"No figures: {problems[0].what}")
            case ():
                self._last.setText("No charges change")
            case effects:
                self._list(foreseen, effects)
        self.setAccessibleDescription(self.words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _list(self, foreseen: Foreseen, effects: tuple[AgencyEffect, ...]) -> None:
        agencies = foreseen.hub.agencies
        agencies_after = foreseen.hub.applying(foreseen.change).agencies
        for row, one in enumerate(effects[:_MOST_ROWS]):
            agency = agencies.get(one.agency) or agencies_after[one.agency]
            self._row(row, f"{agency.code}", signed(one.pence))
        rest = effects[_MOST_ROWS:]
        if rest:
            self._row(_MOST_ROWS, f"{len(rest)} more", signed(sum(one.pence for one in rest)))
        self._last.setText(f"In sum {signed(sum(one.pence for one in effects))}")

    def _row(self, row: int, name: str, amount: str) -> None:
        figure = QLabel(amount)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        for column, cell in enumerate((QLabel(name), figure)):
            self._rows.addWidget(cell, row, column)
            cell.show()  # What is not shown yet takes no room, and the bar would be too small.

    def _cells(self) -> list[QLabel]:
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [cell for item in items if item and isinstance(cell := item.widget(), QLabel)]

    def _clear(self) -> None:
        self._last.clear()
        for cell in self._cells():
            self._rows.removeWidget(cell)
            cell.hide()
            cell.deleteLater()

    def _place(self) -> None:
        """In the right-hand corner, unless the mouse works there and has its own to say."""
        size = self.sizeHint()
        self.resize(size)
        corner = QPoint(self._over.width(), self._over.height()) - QPoint(_MARGIN, _MARGIN)
        at = QRect(corner - QPoint(size.width(), size.height()), size)
        if at.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR).contains(self._mouse):
            at.moveLeft(_MARGIN)
        self.move(at.topLeft())


def signed(pence: Pence) -> str:
    """With its sign, "+£12.00" or "-£12.00"; "£0.00" without one."""
    return f"+{pounds(pence)}" if pence > 0 else pounds(pence)
