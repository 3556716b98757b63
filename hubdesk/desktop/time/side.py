"""`TimeSide`: the slider under the day, and the list of what changes, put into a workspace."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hubdesk.desktop.actions import Action
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.time.moves_panel import MovesPanel
from hubdesk.desktop.time.slider import TimeSlider
from hubdesk.workflows.moves import Move

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace


class TimeSide(QObject):
    """Made once to a workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.slider = TimeSlider(workspace.session, workspace.theme)
        self.moves = MovesPanel(workspace.session, workspace.jobs)
        self.moves.activated.connect(self._go)
        workspace.add_below_day("Time", self.slider)
        workspace.docks.add(
            Panel(
                "moves",
                "What changes",
                self.moves,
                Side.BOTTOM,
                "calendar-range",
                "Ctrl+Shift+B",
                shown=False,
                help_topic="time",
            )
        )
        workspace.actions_.add(
            self._stepping("back", "Last change before", "Ctrl+F8", forward=False),
            self._stepping("on", "Next change", "Alt+F8", forward=True),
        )

    def _stepping(self, way: str, title: str, keys: str, *, forward: bool) -> Action:
        return Action(
            f"time.change-{way}",
            title,
            "Time",
            partial(self.slider.go_to_change, forward=forward),
            keys,
            "skip-forward" if forward else "skip-back",
            hint="To the day on which something in the building begins or ends",
        )

    def _go(self, move: Move) -> None:
        """To the day of the move, and to the place of it."""
        self._workspace.session.set_as_at(move.day)
        self._workspace.going.reveal(move.records)
