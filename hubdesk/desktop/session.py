"""`Session`: one open hub in the window: its document, its undo stack, the day on screen, the selection."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hubdesk.desktop.selection import Selection
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.typed_day import within
from hubdesk.store import LogEntry, Mode, is_of_the_place
from hubdesk.workflows.clashes import clashes
from hubdesk.workflows.document import Document
from hubdesk.workflows.occupancy_on import OccupancyOn, occupancy_on
from hubdesk.workflows.standing import Standing

Intent = Callable[[Hub], Change]
"""What somebody wants done, as the editing room says it: the hub goes in, the change comes out."""


class Session(QObject):
    """Everything the window knows of one open hub. Used by the main thread alone."""

    changed = Signal(object, object)
    """A Change was made, here or by somebody else, and the Hub after it."""
    as_at_changed = Signal(object)
    """Another day governs the screen."""
    refused = Signal(object)
    """Something was not done: a tuple of Problems."""
    others = Signal(object)
    """Somebody else did something: the LogEntry of it."""
    issued = Signal()
    """A run was issued, here or by somebody else."""

    def __init__(self, document: Document, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._as_at = today
        self._today = today
        self.selection = Selection(self)
        self.undo_stack = QUndoStack(self)
        self._standing: Standing | None = None
        self._occupancy: tuple[tuple[int, date], OccupancyOn] | None = None
        self._stop: tuple[Callable[[], None], ...] = (
            document.observe(self._tell),
            document.follow(self._follow),
        )

    @property
    def document(self) -> Document:
        return self._document

    @property
    def hub(self) -> Hub:
        return self._document.hub

    @property
    def only_looks(self) -> bool:
        """Whether the hub was opened to look at and not to change."""
        return self._document.store.mode is Mode.READ

    @property
    def standing(self) -> Standing:
        """The hub with what was issued from it: a value for a worker to use."""
        hub, sequence = self._document.hub, self._document.sequence
        if self._standing is None:
            store = self._document.store
            self._standing = Standing(hub, sequence, store.runs(), store.people())
        elif self._standing.sequence != sequence:
            self._standing = self._standing.moved_on(hub, sequence)
        return self._standing

    @property
    def occupancy(self) -> OccupancyOn:
        """Who has which desks on the day on screen; worked out once for all who ask."""
        asked = (self._document.sequence, self._as_at)
        if self._occupancy is None or self._occupancy[0] != asked:
            self._occupancy = (asked, occupancy_on(self.hub, self._as_at))
        return self._occupancy[1]

    def refresh(self) -> None:
        """Take in what others did, and what a worker did here; `refused` where the hub is out of reach."""
        try:
            self._document.refresh()
        except Refused as refused:
            self.refused.emit(refused.problems)

    @property
    def today(self) -> date:
        return self._today

    @property
    def as_at(self) -> date:
        """The day that governs everything on screen."""
        return self._as_at

    def day_came(self, today: date) -> None:
        """Take in that it is another day: who looked at today looks at the new one."""
        if today == self._today:
            return
        followed = self._as_at == self._today
        self._today = today
        self._as_at = today if followed else self._as_at
        self.as_at_changed.emit(self._as_at)

    def set_as_at(self, day: date) -> None:
        """Let `day` govern the screen, or the nearest one that can be typed."""
        day = within(day)
        if day != self._as_at:
            self._as_at = day
            self.as_at_changed.emit(day)

    def do(self, intent: Intent) -> bool:
        """Do what `intent` makes of the hub, so that it can be undone. False if it was refused, and said."""
        try:
            change = intent(self.hub)
        except Refused as refused:
            self.refused.emit(refused.problems)
            return False
        if not change:
            return True
        problems = self._applied(change)
        if problems:
            self.refused.emit(problems)
            return False
        self.undo_stack.push(_Done(change))
        return True

    def undo(self) -> None:
        """Take back what was last done here. Where others have changed it since, say so and let it be."""
        command = self._command(self.undo_stack.index() - 1)
        if command is not None:
            self._step(command, command.change.inverted(), self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was last taken back."""
        command = self._command(self.undo_stack.index())
        if command is not None:
            self._step(command, command.change, self.undo_stack.redo)

    def close(self) -> None:
        """Let the hub go; every change is in it already."""
        for stop in self._stop:
            stop()
        self._stop = ()
        self._document.store.close()

    def _command(self, index: int) -> "_Done | None":
        command = self.undo_stack.command(index) if 0 <= index < self.undo_stack.count() else None
        return command if isinstance(command, _Done) else None

    def _step(self, command: "_Done", change: Change, move: Callable[[], None]) -> None:
        """Apply `change` and `move` the stack. A server out of reach or a full disk costs no step."""
        problems = self._applied(change)
        if not any(map(is_of_the_place, problems)):
            command.setObsolete(bool(problems))
            move()
        if problems:
            self.refused.emit(problems)

    def _applied(self, change: Change) -> tuple[Problem, ...]:
        """Apply `change`; what stood in the way, if anything did."""
        try:
            self._document.apply(change)
        except Refused as refused:
            return refused.problems
        except Stale as stale:
            return clashes(stale, self.hub)
        return ()

    def _follow(self, entry: LogEntry) -> None:
        if entry.run_sha256 is not None:
            self._standing = None
            self.issued.emit()
        if entry.who != self._document.store.user:
            self.others.emit(entry)

    def _tell(self, change: Change, hub: Hub) -> None:
        gone = {record.id for record in change.removed}
        self.selection.set(self.selection.ids - gone)
        self.changed.emit(change, hub)


class _Done(QUndoCommand):
    """A change that was made. The session applies it and its inverse; the stack only keeps the order.

    Nothing happens in `undo` and `redo`, because an exception in them would be swallowed.
    """

    def __init__(self, change: Change) -> None:
        super().__init__(change.title)
        self.change = change

    def undo(self) -> None:
        """The session has applied the inverse."""

    def redo(self) -> None:
        """The session has applied the change."""
