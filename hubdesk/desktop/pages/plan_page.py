"""The plan page: the floor, and the tools to draw and allocate with."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.allocating.side import AllocatingSide
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.plan.commands.all import add_commands
from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.menu import plan_menu
from hubdesk.desktop.plan.options.strip import ToolOptions
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.preview_bar import PreviewBar
from hubdesk.desktop.plan.snap_chip import SnapChip
from hubdesk.desktop.plan.tools.allocate import AllocateTool
from hubdesk.desktop.plan.tools.area import AreaTool
from hubdesk.desktop.plan.tools.calibrate import CalibrateTool
from hubdesk.desktop.plan.tools.desks import DesksTool
from hubdesk.desktop.plan.tools.floor_outline import FloorOutlineTool
from hubdesk.desktop.plan.tools.lasso import LassoTool
from hubdesk.desktop.plan.tools.measure import MeasureTool
from hubdesk.desktop.plan.tools.select import SelectTool
from hubdesk.desktop.plan.tools.split import SplitTool
from hubdesk.desktop.plan.tools.tool import Tool
from hubdesk.desktop.plan.tools.underlay import UnderlayTool
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.plan.view_bar import ViewBar
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.tool_bar import ToolBar
from hubdesk.domain.area import Area
from hubdesk.domain.box import box_of
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.on_the_plan import on_the_plan

TOOLS: tuple[Callable[[PlanView], Tool], ...] = (
    SelectTool,
    LassoTool,
    FloorOutlineTool,
    AreaTool,
    SplitTool,
    DesksTool,
    AllocateTool,
    MeasureTool,
    UnderlayTool,
    CalibrateTool,
)
"""The tools, in the order of the tool bar."""

_AROUND_MM = 4_000
"""How much of the floor is shown around what is brought into view."""


class PlanPage(Page):
    """One floor at a time, with its tools."""

    title = "Plan"
    icon = "map"

    def __init__(
        self, session: Session, theme: Theme, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.plan = Plan(session)
        self.view = PlanView(self.plan, theme)
        PreviewBar(self.plan.preview, self.view.viewport())
        self._fitted = False
        self._zoom = 0.0
        bar = ToolBar("tools", "Tools")
        tools = [make(self.view) for make in TOOLS]
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        for tool in tools:
            actions.add(self._taking(tool))
            taking = actions[f"tool.{tool.id}"]
            taking.setIconText(tool.word or tool.title)
            bar.addAction(taking)
        actions.add(
            Action("view.fit-floor", "Fit floor", "View", self.view.fit_floor, "Ctrl+0", "maximize"),
            Action(
                "view.fit-selection",
                "Fit selection",
                "View",
                self.view.fit_selection,
                "Ctrl+Shift+0",
                "focus",
                lambda: bool(session.selection.ids),
                why_not="Nothing is selected",
            ),
            Action("view.zoom-in", "Zoom in", "View", lambda: self.view.zoom(1.25), "Ctrl++", "zoom-in"),
            Action("view.zoom-out", "Zoom out", "View", lambda: self.view.zoom(0.8), "Ctrl+-", "zoom-out"),
        )
        add_commands(self.view, actions)
        self.snap_chip = SnapChip(self.plan, actions)
        self.allocating = AllocatingSide(self.view, theme, actions)
        self.view.menu_wanted.connect(lambda at: plan_menu(self.view, actions).popup(at))
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self._options = ToolOptions(tools)
        self.view.tool_changed.connect(self._show_options)
        middle.addWidget(bar)
        middle.addWidget(self._options)
        middle.addWidget(self.view, 1)
        middle.addWidget(ViewBar(self.plan, self.view, actions, self.snap_chip))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(middle, 1)
        self.view.take_tool(tools[0])

    @property
    def help_topic(self) -> str:
        """What the tool in hand is explained by."""
        return self.view.tool.help_topic if self.view.tool is not None else "plan"

    def _show_options(self) -> None:
        """Make room for the tool's options at once: what is under the mouse then stays there."""
        self._options.show_for(self.view.tool)
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def reveal(self, records: Iterable[RecordId]) -> bool:
        """Select the places that `records` stand for, show their floor and bring them into view.

        False if none of them has a place on the plan.
        """
        session = self.plan.session
        places = on_the_plan(session.hub, records, session.as_at)
        if not places:
            return False
        floors = [place.id if isinstance(place, Floor) else place.floor for place in places]
        here = self.plan.floor
        floor = here.id if here is not None and here.id in floors else floors[0]
        self.plan.show_floor(floor)
        chosen = [place for place in places if not isinstance(place, Floor) and place.floor == floor]
        session.selection.set(place.id for place in chosen)
        corners = [corner for place in chosen for corner in _corners(place)]
        if corners:
            box = box_of(corners).grown(_AROUND_MM)
            self.view.fit(QRectF(metres(Point(box.left, box.top)), metres(Point(box.right, box.bottom))))
        else:
            self.view.fit_floor()
        self.view.setFocus()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self.view.fit_floor()
            if self._zoom:
                self.view.zoom(self._zoom / self.view.pixels_per_metre)

    def zoom_when_shown(self, pixels_per_metre: float) -> None:
        """Begin with this zoom instead of the whole floor."""
        self._zoom = pixels_per_metre

    def _taking(self, tool: Tool) -> Action:
        return Action(
            f"tool.{tool.id}",
            tool.title,
            tool.menu,
            lambda: self.view.take_tool(tool),
            tool.shortcut,
            tool.icon,
            checked=lambda: self.view.tool is tool,
            hint=tool.hint,
            changes=tool.changes,
        )


def _corners(place: Desk | Area) -> Iterable[Point]:
    return place.outline if isinstance(place, Area) else footprint(place).box.outline
