"""`Legend`: what the marks of the desks mean, and how many desks of the floor bear each."""

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hubdesk.desktop.plan.desk_batches import Batch
from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.desktop.plan.dressing import Wear
from hubdesk.desktop.plan.items.desk_painting import DeskPainting
from hubdesk.desktop.plan.items.desk_pins import paint_pins
from hubdesk.desktop.plan.items.desk_words import font
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.scene import FloorScene
from hubdesk.desktop.theme import Theme
from hubdesk.domain.area import AreaKind
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import VACANT, Mark, marks_of_area_kinds
from hubdesk.workflows.colouring import ColourBy

_SWATCH = QSize(36, 22)
_PIXELS = 25.0
"""Pixels to the metre at which the swatches show a desk of 1.6 × 0.8 m."""
KINDS_OF_AREA = {
    AreaKind.NEIGHBOURHOOD: "Neighbourhood",
    AreaKind.RESTRICTED: "Restricted",
    AreaKind.PUBLIC: "Open to the public",
    AreaKind.RECEPTION: "Reception",
    AreaKind.POD: "Pod",
    AreaKind.MEETING: "Meeting room",
    AreaKind.REFRESHMENT: "Refreshments",
    AreaKind.CIRCULATION: "Circulation",
}
"""What the letter of an area stands for."""
_KINDS = marks_of_area_kinds()


class Legend(QWidget):
    """A row to each mark of the floor on screen; then the signs that any desk may bear."""

    def __init__(self, plan: Plan, scene: FloorScene, theme: Theme) -> None:
        super().__init__()
        self._plan, self._scene, self._theme = plan, scene, theme
        self._swatches: dict[Hashable, QIcon] = {}
        self._letters: dict[tuple[Mark, bool, float], QIcon] = {}
        self._title = QLabel()
        self._title.setContentsMargins(8, 4, 8, 0)
        self.rows = QTreeWidget()
        self.rows.setAccessibleName("Key to the desks")
        self.rows.setColumnCount(2)
        self.rows.setHeaderHidden(True)
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setIconSize(_SWATCH)
        self.rows.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.header().setStretchLastSection(False)
        self.rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self._title)
        whole.addWidget(self.rows, 1)
        scene.dressed.connect(self._fill)
        theme.changed.connect(self._fill)
        self._fill()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(228, 320)

    def _fill(self) -> None:
        self._title.setText(f"Desks by {self._coloured_by()}")
        rows = list(self._told())
        while self.rows.topLevelItemCount() > len(rows):
            self.rows.takeTopLevelItem(self.rows.topLevelItemCount() - 1)
        while self.rows.topLevelItemCount() < len(rows):
            self.rows.addTopLevelItem(QTreeWidgetItem())
        for place, (picture, words, count) in enumerate(rows):
            item = self.rows.topLevelItem(place)
            assert item is not None
            item.setIcon(0, picture)
            item.setText(0, words)
            item.setToolTip(0, words)
            item.setText(1, count)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}: {count}" if count else words)

    def _coloured_by(self) -> str:
        """What the colours tell; of a cost, in which year."""
        by, year = self._plan.colour_by, self._plan.year
        if by is ColourBy.PRICE and year is not None:
            return by.words.replace("the year", year.year.name)
        return by.words

    def _told(self) -> Iterator[tuple[QIcon, str, str]]:
        """Picture, words and number, row by row."""
        dressing = self._scene.dressing
        for row in dressing.legend:
            label = row.mark.label
            words = row.words if label in ("", "out") else f"{label}  {row.words}"
            serving = words != "Not in service"
            yield self._swatch(Wear(row.mark, serving=serving)), words, f"{row.count:,}"
        if dressing.leaving:
            leaving = Wear(VACANT, leaving=True)
            yield self._swatch(leaving), "Left within 30 days (paler)", f"{dressing.leaving:,}"
        if dressing.joining:
            yield self._swatch(Wear(VACANT, joining=True)), "Taken within 30 days", f"{dressing.joining:,}"
        if dressing.pinned:
            pinned = Wear(VACANT, pinned=True)
            yield self._swatch(pinned), "Stays (pinned)", f"{dressing.pinned:,}"
        kinds = {shape.desk.kind for shape in self._scene.desks.values()}
        for kind, words in (
            (DeskKind.ACCESSIBLE, "Accessible desk"),
            (DeskKind.TOUCHDOWN, "Touchdown desk"),
        ):
            if kind in kinds:
                count = sum(shape.desk.kind is kind for shape in self._scene.desks.values())
                yield self._swatch(Wear(VACANT), kind), words, f"{count:,}"
        yield from self._areas()

    def _areas(self) -> Iterator[tuple[QIcon, str, str]]:
        """The letters of the areas of the floor."""
        floor, hub, day = self._plan.floor, self._plan.session.hub, self._plan.session.as_at
        kinds = [
            area.kind
            for area in hub.areas.values()
            if floor is not None and area.floor == floor.id and area.outline and holds(area, day)
        ]
        for kind, words in KINDS_OF_AREA.items():
            if kind in kinds:
                yield self._letter(_KINDS[kind]), words, f"{kinds.count(kind):,}"

    def _letter(self, mark: Mark) -> QIcon:
        """The letter as it stands in the area. Drawn once, as the desks are."""
        key = (mark, self._theme.is_dark, self.devicePixelRatioF())
        if key not in self._letters:
            self._letters[key] = self._drawn_letter(mark)
        return self._letters[key]

    def _drawn_letter(self, mark: Mark) -> QIcon:
        picture, inks = self._blank(), Inks(dark=self._theme.is_dark)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(inks.text(mark))
        painter.setBrush(inks.fill(mark))
        box = QRectF((_SWATCH.width() - 18) / 2 + 0.5, 2.5, 17, 17)
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(font(11, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.label)
        painter.end()
        return QIcon(picture)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(_SWATCH * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        return picture

    def _swatch(self, wear: Wear, kind: DeskKind = DeskKind.STANDARD) -> QIcon:
        """A desk as the plan draws it. Drawn once: an icon anew with every edit would add up over a day."""
        looks = (wear.mark, wear.serving, wear.joining, wear.leaving, wear.pinned)
        key = (looks, kind, self._theme.is_dark, self.devicePixelRatioF())
        if key not in self._swatches:
            self._swatches[key] = self._drawn(wear, kind)
        return self._swatches[key]

    def _drawn(self, wear: Wear, kind: DeskKind) -> QIcon:
        picture = self._blank()
        painter = QPainter(picture)
        painter.scale(_PIXELS, _PIXELS)
        box = QRectF(0.02, 0.02, _SWATCH.width() / _PIXELS - 0.08, _SWATCH.height() / _PIXELS - 0.08)
        desk = Desk(RecordId(""), "", RecordId(""), 0, 0, kind=kind, depth_mm=round(box.height() * 1000))
        batch = Batch()
        batch.take(DeskShape(desk, box, (0.0, 1.0)))
        DeskPainting(painter, self._theme.colours, dark=self._theme.is_dark, words=False).paint_boxes(
            {wear: batch}
        )
        paint_pins(painter, self._theme.colours, {wear: batch})
        painter.end()
        return QIcon(picture)
