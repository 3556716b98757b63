"""`WorkingsSide`: the workings beside the pages of a workspace, for every page to open its figures in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hubdesk.charging.workings import Working
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.workings.panel import Question, WorkingsPanel

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace


class WorkingsSide(QObject):
    """Made once to a workspace, as `workspace.workings`. There are two ways to open a figure.

        # A figure that may change while one looks: it is worked out in a worker, and again after edits.
        def question() -> Callable[[], Working | None]:
            standing = session.standing                       # on the main thread: take values
            return lambda: total_workings(standing, agency)   # in a worker: work it out

        workspace.workings.follow("POL, 2026-27-Q1", question)

        # A figure that is at hand and frozen.
        workspace.workings.explain("POL, 2026-27-Q1", RunWorkings(run).of(line))

    What a fact leads to goes by `workspace.going`: see `Going.offer`.
    """

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self.panel = WorkingsPanel(workspace.session, workspace.jobs)
        self.panel.record_wanted.connect(workspace.going.to_record)
        self.panel.places_wanted.connect(workspace.going.reveal)
        self._dock = workspace.docks.add(
            Panel(
                "workings",
                "Workings",
                self.panel,
                Side.RIGHT,
                "list-tree",
                "Ctrl+Shift+Y",
                shown=False,
                help_topic="workings",
            )
        )

    def explain(self, title: str, working: Working) -> None:
        """Bring the panel to the front with `working`, which does not follow the hub."""
        self.panel.explain(title, working)
        self._to_front()

    def follow(self, title: str, question: Question) -> None:
        """Bring the panel to the front with what `question` finds, kept up to date."""
        self.panel.follow(title, question)
        self._to_front()

    def _to_front(self) -> None:
        self._dock.want()
        self.panel.tree.setFocus()
