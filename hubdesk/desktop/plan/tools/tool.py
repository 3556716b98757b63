"""`Tool`: what the mouse and keys do on the plan."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.domain.geometry import Point

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is, in metres on the scene and in pixels of the view, and what is held down."""

    scene: QPointF
    view: QPoint
    modifiers: Qt.KeyboardModifier

    @property
    def place(self) -> Point:
        """To the nearest millimetre of the floor."""
        return millimetres(self.scene)

    def holds(self, modifier: Qt.KeyboardModifier) -> bool:
        return bool(self.modifiers & modifier)


class Tool:
    """A way of working on the plan. A drag is one change, made when it is finished.

    The view calls `press`, `move` and `release` for the left button, `hover` without one, `key` for keys
    that nothing else takes, and `paint` over everything else. `cancel` leaves the hub as it was.
    """

    id = ""
    title = ""
    word = ""
    """What the tool bar calls it, where the title is too long for that."""
    icon = ""
    shortcut = ""
    menu = "Draw"
    hint = ""
    """What to do next, in a line for the status bar."""
    help_topic = "plan"
    """The help page that explains it: a file of resources/help, without its ending."""
    changes = False
    """Whether there is nothing to do with it where the hub is only looked at."""
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, view: "PlanView") -> None:
        self.view = view
        self.plan = view.plan
        self.session = view.plan.session

    def options(self) -> QWidget | None:
        """Fields that go with the tool, shown above the plan; the same widget each time."""
        return None

    def begin(self) -> None:
        """The tool was picked up."""

    def end(self) -> None:
        """Another tool was picked up; what was half done is cancelled first."""

    def press(self, pointer: Pointer) -> None:
        """The left button went down."""

    def move(self, pointer: Pointer) -> None:
        """The mouse moved with the left button down."""

    def release(self, pointer: Pointer) -> None:
        """The left button went up."""

    def double(self, pointer: Pointer) -> None:
        """The left button was pressed twice."""

    def hover(self, pointer: Pointer) -> None:
        """The mouse moved without a button."""

    def key(self, event: QKeyEvent) -> bool:
        """Whether the tool took the key."""
        return False

    def tab(self, *, forward: bool) -> bool:
        """Tab or Shift+Tab: whether the tool has gone somewhere by it, and the focus stays on the plan."""
        return False

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the tool wants the key for itself just now, though it is a shortcut elsewhere."""
        return False

    @property
    def busy(self) -> bool:
        """Whether something is half done, which Esc would cancel."""
        return False

    def cancel(self) -> None:
        """Let go of what is half done."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the plan, in metres."""
