"""How cells are drawn: a frame on the cell where the keys are, marks beside words.

Digits are of one width because those of the whole window are.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.tables.cells import LEFT, LOOK_ROLE, RIGHT, Look
from hubdesk.desktop.tables.kept_rows import Index
from hubdesk.exchange.plan.marks import Mark

PAD = 6


_SELECTED, _OVER, _FOCUS = (
    flag.value
    for flag in (
        QStyle.StateFlag.State_Selected,
        QStyle.StateFlag.State_MouseOver,
        QStyle.StateFlag.State_HasFocus,
    )
)


class CellPainting(QStyledItemDelegate):
    """Draws one cell after the other. Colours are those of the palette, and so follow the theme.

    A cell is asked once for all that it shows: asking is what takes time.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK_ROLE)
        assert isinstance(look, Look)
        palette: QPalette = option.palette
        state = option.state.value
        chosen = bool(state & _SELECTED)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        elif look.is_shut:
            shade = palette.color(QPalette.ColorRole.Mid)
            painter.fillRect(option.rect, QBrush(shade, Qt.BrushStyle.BDiagPattern))
        ink = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        if look.is_strong:
            font = QFont(option.font)
            font.setBold(True)
            painter.setFont(font)
        else:
            painter.setFont(option.font)
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        if look.mark is not None:
            box.setLeft(self._swatch(painter, option, look.mark, box) + PAD)
        if look.note:
            box = self._note(painter, option, look, ink, box)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, RIGHT if look.is_figure else LEFT, words)
        if look.opens and state & _OVER:
            width = metrics.horizontalAdvance(words)
            left = box.right() - width if look.is_figure else box.left()
            line = box.center().y() + metrics.ascent() // 2 + 1
            painter.drawLine(left, line, left + width, line)
        if state & _FOCUS:
            self._frame(painter, option, chosen=chosen)
        painter.restore()

    @staticmethod
    def _swatch(painter: QPainter, option: QStyleOptionViewItem, mark: Mark, box: QRect) -> int:
        """The fill and hatch of an agency; the code is in the words. Where it ends."""
        palette: QPalette = option.palette
        inks = Inks(dark=palette.color(QPalette.ColorRole.Base).lightness() < 128)
        size = option.fontMetrics.ascent()
        swatch = QRectF(box.left(), box.center().y() - size / 2, size * 1.6, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(swatch.topLeft())
        painter.setPen(inks.outline(mark))
        painter.setBrush(inks.hatched(mark))
        painter.drawRoundedRect(swatch, 2, 2)
        painter.restore()
        return round(swatch.right())

    @staticmethod
    def _note(painter: QPainter, option: QStyleOptionViewItem, look: Look, ink: QColor, box: QRect) -> QRect:
        """An exclamation mark in a triangle, on the side away from the words. What is left of the box."""
        size = option.fontMetrics.ascent()
        left = box.left() if look.is_figure else box.right() - size
        at = QRect(left, box.center().y() - size // 2, size, size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.2))
        painter.drawPolygon([at.bottomLeft(), at.bottomRight(), QPoint(at.center().x(), at.top())])
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.7)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(at.adjusted(0, size // 5, 0, 0), Qt.AlignmentFlag.AlignCenter, "!")
        painter.restore()
        return box.adjusted(size + PAD, 0, 0, 0) if look.is_figure else box.adjusted(0, 0, -size - PAD, 0)

    @staticmethod
    def _frame(painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        """Two pixels around the cell where the keys are, seen on the selection too."""
        palette: QPalette = option.palette
        rect = option.rect
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
