"""`Session`: one open hub in the window: its document, its undo stack, the day on screen, the selection."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from hubdesk.desktop.selection import Selection
from hubdesk.desktop.undoing import Done, PutBy, change_at
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.domain.typed_day import within
from hubdesk.store import LogEntry, Mode, is_of_the_place
from hubdesk.workflows.clashes import clashes
from hubdesk.workflows.document import Document
from hubdesk.workflows.occupancy_on import OccupancyOn, occupancy_on
from hubdesk.workflows.scenarios import taking_over
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.trying_out import TryingOut

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
    scenario_changed = Signal()
    """Another scenario is worked in, or none any more; or it is called otherwise."""

    def __init__(self, document: Document, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._as_at = today
        self._today = today
        self.selection = Selection(self)
        self.undo_stack = QUndoStack(self)
        self._standing: Standing | None = None
        self._occupancy: tuple[Hub, date, OccupancyOn] | None = None
        self._trying: TryingOut | None = None
        self._put_by: PutBy | None = None
        self._stop: tuple[Callable[[], None], ...] = (
            document.observe(self._hub_moved),
            document.follow(self._follow),
        )

    @property
    def document(self) -> Document:
        return self._document

    @property
    def hub(self) -> Hub:
        """The hub on screen: as it stands, or as the scenario that is worked in has it."""
        return self._ground.hub

    @property
    def trying(self) -> TryingOut | None:
        """The scenario that is worked in, if one is: then nothing here is on the hub."""
        return self._trying

    @property
    def only_looks(self) -> bool:
        """Whether the hub was opened to look at and not to change."""
        return self._document.store.mode is Mode.READ

    @property
    def standing(self) -> Standing:
        """The hub on screen with what was issued from it: a value for a worker to use."""
        hub, sequence = self.hub, self._document.sequence
        if self._standing is None:
            store, thawed = self._document.store, self._document.thawed
            self._standing = Standing(hub, sequence, store.runs(), store.people(), thawed)
        elif self._standing.sequence != sequence or self._standing.hub is not hub:
            self._standing = self._standing.moved_on(hub, sequence)
        return self._standing

    @property
    def standing_of_hub(self) -> Standing:
        """The same of the hub as it stands, whatever scenario is worked in."""
        return self.standing.moved_on(self._document.hub, self._document.sequence)

    @property
    def occupancy(self) -> OccupancyOn:
        """Who has which desks on the day on screen; worked out once for all who ask."""
        hub, known = self.hub, self._occupancy
        if known is None or known[0] is not hub or known[1] != self._as_at:
            known = self._occupancy = (hub, self._as_at, occupancy_on(hub, self._as_at))
        return known[2]

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
        return not self.tried(intent)

    def tried(self, intent: Intent) -> tuple[Problem, ...]:
        """Do it as `do` does: what stood in the way, for who asked to say it in its own place as well."""
        return self._tried(intent, self._ground, self.undo_stack.push)

    def tried_on_hub(self, intent: Intent) -> tuple[Problem, ...]:
        """Do it on the hub as it stands: what a worker comes with, whatever scenario was entered meanwhile.

        While one is worked in, it can be undone once that is left.
        """
        put_by = self._put_by if self._trying is not None else None
        keep = self.undo_stack.push if put_by is None else put_by.put
        return self._tried(intent, self._document, keep)

    def _tried(
        self, intent: Intent, ground: Document | TryingOut, keep: Callable[[Done], object]
    ) -> tuple[Problem, ...]:
        try:
            change = intent(ground.hub)
        except Refused as refused:
            self.refused.emit(refused.problems)
            return refused.problems
        if not change:
            return ()
        problems = self._applied(ground, change)
        if problems:
            self._refuse(problems)
            return problems
        keep(Done(change))
        return ()

    def undo(self) -> None:
        """Take back what was last done here. Where others have changed it since, say so and let it be."""
        command = change_at(self.undo_stack, self.undo_stack.index() - 1)
        if command is not None:
            self._step(command, command.change.inverted(), self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was last taken back."""
        command = change_at(self.undo_stack, self.undo_stack.index())
        if command is not None:
            self._step(command, command.change, self.undo_stack.redo)

    def work_in(self, scenario: Scenario) -> None:
        """Show the hub as `scenario` has it, and make every edit in that, until it is left."""
        self.leave_scenario()
        self._put_by = PutBy(self.undo_stack)
        trying = self._trying = TryingOut(self._document, scenario)
        trying.observe(self._tell)
        self._tell_shown(trying.laid.change)

    def leave_scenario(self) -> None:
        """Show the hub as it stands again. What was done in the scenario is kept in it."""
        if self._trying is None or self._put_by is None:
            return
        left, self._trying = self._trying, None
        left.close()
        self._put_by.bring_back()
        self._tell_shown(left.laid.change.inverted())

    def scenario_described(self) -> None:
        """Take in what the scenario that is worked in is now: its name, its note, what was let go of."""
        if self._trying is None:
            return
        try:
            self._trying.look_again()
        except Refused as refused:
            self.refused.emit(refused.problems)
            return
        if self._scenario_is_gone:
            self.leave_scenario()
        else:
            self.scenario_changed.emit()

    def take_over(self, scenario: Scenario) -> bool:
        """Make on the hub what `scenario` has otherwise, as one change to be undone like any other.

        It leaves the scenario that is worked in. False if it was refused, and said; then nothing is left.
        """
        try:
            change = taking_over(self._document.hub, scenario)
        except Refused as refused:
            self.refused.emit(refused.problems)
            return False
        if problems := self._applied(self._document, change):
            self.refused.emit(problems)
            return False
        self.leave_scenario()
        self.undo_stack.push(Done(change))
        return True

    def close(self) -> None:
        """Let the hub go; every change is in it already."""
        if self._trying is not None:
            self._trying.close()
        for stop in self._stop:
            stop()
        self._stop = ()
        self._document.store.close()

    def _step(self, command: "Done", change: Change, move: Callable[[], None]) -> None:
        """Apply `change` and `move` the stack. A server out of reach or a full disk costs no step."""
        problems = self._applied(self._ground, change)
        if not any(map(is_of_the_place, problems)) and not self._scenario_is_gone:
            command.setObsolete(bool(problems))
            move()
        if problems:
            self._refuse(problems)

    @property
    def _ground(self) -> Document | TryingOut:
        """What is on screen, and what edits are made to."""
        return self._document if self._trying is None else self._trying

    def _applied(self, ground: Document | TryingOut, change: Change) -> tuple[Problem, ...]:
        """Apply `change`; what stood in the way, if anything did."""
        try:
            ground.apply(change)
        except Refused as refused:
            return refused.problems
        except Stale as stale:
            return clashes(stale, ground.hub)
        return ()

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if self._scenario_is_gone:
            self.leave_scenario()
        self.refused.emit(problems)

    @property
    def _scenario_is_gone(self) -> bool:
        """Whether somebody has thrown away the scenario that is worked in."""
        return self._trying is not None and self._trying.is_gone

    def _hub_moved(self, change: Change, hub: Hub) -> None:
        if self._trying is None:
            self._tell(change, hub)

    def _tell_shown(self, difference: Change) -> None:
        """Another hub is on screen, otherwise by `difference`."""
        self._tell(difference, self.hub)
        self.scenario_changed.emit()

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
