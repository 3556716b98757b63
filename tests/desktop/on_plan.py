"""The plan of a real window, spoken of in metres and codes."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.tools.measure import MeasureTool
from hubdesk.desktop.plan.tools.select import SelectTool
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from tests.desktop import keys, mouse

NO_KEY = Qt.KeyboardModifier.NoModifier


class OnPlan:
    """The plan page in a window, with the floor `code` on it."""

    def __init__(self, window: MainWindow, code: str) -> None:
        self.window = window
        assert window.workspace is not None
        self.page = window.workspace.plan_page
        self.session: Session = window.workspace.session
        self.plan: Plan = self.page.plan
        self.view: PlanView = self.page.view
        self.refusals: list[Problem] = []
        self.session.refused.connect(self.refusals.extend)
        self.plan.show_floor(self.hub.floor_codes[code].id)
        self.view.fit_floor()
        self.view.setFocus()
        self.first = self.hub

    @property
    def hub(self) -> Hub:
        return self.session.hub

    @property
    def port(self) -> QWidget:
        return self.view.viewport()

    @property
    def select(self) -> SelectTool:
        tool = self.view.tool
        assert isinstance(tool, SelectTool)
        return tool

    @property
    def measure(self) -> MeasureTool:
        tool = self.view.tool
        assert isinstance(tool, MeasureTool)
        return tool

    def desk(self, code: str) -> Desk:
        return self.hub.desk_codes[code]

    def area(self, code: str) -> Area:
        return self.hub.area_codes[code]

    def selected(self) -> set[str]:
        """The codes of what is selected."""
        hub = self.hub
        return {
            hub.desks[one].code if one in hub.desks else hub.areas[one].code
            for one in self.session.selection.ids
        }

    def choose(self, *codes: str) -> None:
        """Select desks and areas without the mouse."""
        hub = self.hub
        records = [hub.desk_codes.get(code) or hub.area_codes[code] for code in codes]
        self.session.selection.set(one.id for one in records)

    def at(self, right: float, down: float) -> QPoint:
        """A place of the floor, in metres, on the view."""
        return self.view.mapFromScene(QPointF(right, down))

    def on(self, code: str) -> QPoint:
        """The middle of a desk on the view."""
        desk = self.desk(code)
        return self.view.mapFromScene(metres(Point(desk.x_mm, desk.y_mm)))

    def corner(self, code: str, place: int) -> QPoint:
        """A corner of an area on the view."""
        return self.view.mapFromScene(metres(self.area(code).outline[place]))

    def click(self, at: QPoint, held: Qt.KeyboardModifier = NO_KEY) -> None:
        mouse.click(self.port, at, held)

    def drag(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NO_KEY) -> None:
        mouse.drag(self.port, start, end, held)

    def press(self, key: str) -> None:
        """A key, once the window has taken in what came before, as it has for every hand."""
        QApplication.processEvents()
        keys.press(self.view, key)

    def undo_all(self) -> None:
        while self.session.undo_stack.canUndo():
            self.session.undo()
