"""`Blocks`: from an underlay's file to the desks that its blocks are."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.panels.notices import Notice, Tone, notice_of
from hubdesk.desktop.plan.underlays.blocks_dialog import BlocksDialog
from hubdesk.desktop.plan.underlays.ghosts import Ghosts
from hubdesk.desktop.plan.view import PlanView
from hubdesk.domain.underlay import Underlay, UnderlayKind
from hubdesk.exchange.underlays import BlockPlace, blocks_of, read_underlay


class Blocks(QObject):
    """Reads where a DXF uses blocks, and asks which of them are desks."""

    def __init__(self, view: PlanView, jobs: Jobs, tell: Callable[[Notice], object], window: QWidget) -> None:
        super().__init__(view.plan)
        self._plan, self._jobs, self._tell, self._window = view.plan, jobs, tell, window
        self.ghosts = Ghosts(view.theme.colours.accent)
        view.floor_scene.addItem(self.ghosts)
        self.dialog: BlocksDialog | None = None

    @property
    def can_be_read(self) -> bool:
        """Whether the chosen underlay is a drawing that has blocks at all."""
        underlay = self._plan.underlays.underlay
        return underlay is not None and underlay.kind is UnderlayKind.DXF and self.dialog is None

    def ask(self) -> None:
        """Read the blocks of the chosen underlay, and show them."""
        underlay = self._plan.underlays.underlay
        if underlay is None:
            return
        store, name = self._plan.session.document.store, underlay.name

        def work(progress: Progress) -> tuple[BlockPlace, ...]:
            progress.report(-1, f"Looking for blocks in {name}")
            body = store.file(underlay.picture)
            layers = [one.name for one in read_underlay(body, name=name, cancelled=progress.check).layers]
            return blocks_of(body, layers, name=name, cancelled=progress.check)

        job = self._jobs.start(
            f"Looking for blocks in {name}", work, lambda found: self._show(underlay, found)
        )
        job.refused.connect(lambda problems: self._tell(notice_of(problems)))

    def _show(self, underlay: Underlay, found: tuple[BlockPlace, ...]) -> None:
        if not found:
            self._tell(
                Notice(
                    f"“{underlay.name}” uses no blocks",
                    "Lay the desks out with the desk tool over the drawing",
                    Tone.WARNING,
                )
            )
        elif self.dialog is None:
            self.dialog = BlocksDialog(self._plan, underlay, found, self.ghosts, self._window)
            self.dialog.finished.connect(self._closed)
            self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None
