"""`FloorPart`: the floors of a pack, one at a time: choose, look about, click a desk."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QToolTip, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.plan.floor_view import FloorView
from hubdesk.desktop.plan.scale_bar import ScaleBar
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.viewer.floor_scene import PackScene
from hubdesk.domain.names import counted
from hubdesk.exchange.review_pack.pack import Pack, PackFloor

_FAR = 10.0
"""Pixels to the metre below which a desk is hard to make out."""
_CLICK = 4
"""Pixels that a hand may tremble between press and release."""


class PackFloorView(FloorView):
    """A click chooses one of the agency's desks; with the paper held it is moved."""

    picked = Signal(str)
    """The code of a desk of the agency's that was clicked on."""

    def __init__(self, scene: PackScene, theme: Theme) -> None:
        super().__init__(scene, theme)
        self._scene = scene
        self._from: QPoint | None = None
        self._words: Mapping[str, str] = {}
        self.setAccessibleName("Plan")

    @property
    def floor_rect(self) -> QRectF:
        return self._scene.floor.bounds

    def tell_of(self, words: Mapping[str, str]) -> None:
        """What the tooltips say of the agency's desks, by code."""
        self._words = words

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.press(event):
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        if self._moving.release(event) or self._from is None:
            return
        at, pressed, self._from = event.position().toPoint(), self._from, None
        code = self._scene.own_at(self.mapToScene(at))
        if code and (at - pressed).manhattanLength() <= _CLICK:
            self.picked.emit(code)

    def _tell(self, event: QHelpEvent) -> None:
        place = self.mapToScene(event.pos())
        code = self._scene.own_at(place)
        words = self._words.get(code, code)
        if not code and self._scene.other_at(place):
            words = "Not one of your desks"
        # What a file says is never taken for rich text.
        QToolTip.showText(event.globalPos(), f"<qt>{escape(words)}</qt>" if words else "", self)


class FloorPart(QWidget):
    """The floor that is chosen, with its name above it and what can be done with the view below."""

    picked = Signal(str)
    """The code of a desk of the agency's that was clicked on."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self._floors: tuple[PackFloor, ...] = ()
        self._scene = PackScene()
        self.view = PackFloorView(self._scene, theme)
        self.floors = QComboBox()
        self.floors.setAccessibleName("Floor")
        self.floors.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setObjectName("quiet")
        label = QLabel("&Floor")
        label.setBuddy(self.floors)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.addWidget(label)
        top.addWidget(self.floors)
        top.addWidget(self.said, 1)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 8, 4)
        below.addWidget(ScaleBar(self.view))
        below.addStretch(1)
        for id_ in ("view.zoom-out", "view.zoom-in", "view.fit-floor"):
            button = QToolButton()
            button.setDefaultAction(actions[id_])
            button.setAccessibleName(actions[id_].text())
            button.setMinimumSize(28, 28)
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        self.floors.activated.connect(self._show)
        self.view.picked.connect(self.picked)
        theme.changed.connect(self._dress)
        self._dress()

    def show_pack(self, pack: Pack) -> None:
        """The floors of this pack, the lowest first."""
        self._floors = pack.floors
        since = {one.code: one for one in pack.desks}
        self.view.tell_of({code: f"{code}, {one.kind} desk, {one.area}" for code, one in since.items()})
        self.floors.clear()
        for floor in pack.floors:
            self.floors.addItem(f"{floor.code} {floor.name}".strip())
        self.floors.setEnabled(len(pack.floors) > 1)
        self._show(0)

    @property
    def shown(self) -> PackFloor | None:
        """The floor that one sees."""
        place = self.floors.currentIndex()
        return self._floors[place] if 0 <= place < len(self._floors) else None

    def choose(self, code: str) -> bool:
        """Show the agency's desk of that code on its floor; False if it is on none."""
        self._scene.floor.choose([code])
        place = next((n for n, floor in enumerate(self._floors) if code in _codes(floor)), None)
        if place is None:
            return False
        if place != self.floors.currentIndex():
            self._show(place)
            self._scene.floor.choose([code])
        self._bring_into_view(self._scene.box_of(code))
        self.view.setAccessibleDescription(f"{self.said.text()}. Desk {code} is marked.")
        return True

    def _show(self, place: int) -> None:
        self.floors.setCurrentIndex(place)
        floor = self.shown
        self._scene.show_floor(floor)
        if floor is None:
            self.said.setText("None of your desks has a place on a plan")
        else:
            own, others = len(self._scene.floor.own), len(self._scene.floor.others)
            self.said.setText(f"{counted(own, 'desk')} of yours, {others:,} of others or vacant")
        self.view.setAccessibleName(f"Plan: {self.floors.currentText()}" if floor else "Plan")
        self.view.setAccessibleDescription(self.said.text())
        self.view.fit_floor()

    def _bring_into_view(self, box: QRectF) -> None:
        """Near enough to be read, and no nearer; what is in sight already stays where it is."""
        view = self.view
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        if view.pixels_per_metre < _FAR:
            view.zoom(_FAR / view.pixels_per_metre)
            seen = view.mapToScene(view.viewport().rect()).boundingRect()
        if not seen.contains(box):
            by = view.mapFromScene(box.center()) - view.viewport().rect().center()
            view.pan(by)

    def _dress(self) -> None:
        self._scene.floor.set_colours(self._theme.colours)
        self.view.viewport().update()


def _codes(floor: PackFloor) -> frozenset[str]:
    return frozenset(desk.code for desk in floor.desks if desk.code)
