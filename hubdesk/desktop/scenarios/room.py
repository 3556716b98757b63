"""`Scenarios`: what the window does with scenarios: begins, keeps, compares, takes over, throws away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import AskDialog, Told, listed
from hubdesk.desktop.dialogs.form import Field, FormDialog
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.scenarios.new_dialog import NewScenarioDialog
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.workflows import scenarios
from hubdesk.workflows.scenario_upon import scenario_upon

_MENU, _UNDER = "Edit", "What if"


class Scenarios(QObject):
    """The scenarios of the open hub, as they are kept in its store."""

    listed_anew = Signal()
    """`listed` may be others, or otherwise."""
    begun = Signal(str)
    """A new one: its id."""

    def __init__(self, work: AtWork, actions: Actions, show_page: Callable[[], object]) -> None:
        super().__init__(work.window)
        self.session, self.actions = work.session, actions
        self._work, self.show_page = work, show_page
        self.listed: tuple[Scenario, ...] = ()
        actions.add(*self._actions())
        self.session.changed.connect(self._follow)
        self.session.scenario_changed.connect(self.look)

    def look(self) -> None:
        """See which scenarios there are."""
        with self._told():
            self._list(self.session.document.store.scenarios())

    def get(self, id_: str) -> Scenario | None:
        """The scenario of that id, if it is still there."""
        return next((one for one in self.listed if one.id == id_), None)

    def ask_new(self) -> None:
        """Ask for a name and for what to try first; then work in it."""
        NewScenarioDialog(self._work, self._begin).open()

    def work_in(self, scenario: Scenario) -> None:
        self.session.work_in(scenario)

    def leave(self) -> None:
        """Back to the hub as it stands; what was done in the scenario is kept in it."""
        trying = self.session.trying
        if trying is not None:
            self.session.leave_scenario()
            self._work.notices.tell(
                Notice(f"The hub as it stands is on screen again; “{trying.scenario.name}” is kept")
            )

    def ask_describe(self, scenario: Scenario) -> None:
        """Ask for another name or note."""

        def take(name: str, note: str) -> None:
            scenarios.describe(self.session.document.store, scenario, name, note)
            self._changed_in_store()

        fields = (Field("Name", scenario.name), Field("Note", scenario.note, "Why it is tried, for whom"))
        sentence = "The note stands on the board paper too."
        FormDialog("Name and note", sentence, fields, "Keep", take, self._work.window).open()

    def copy(self, scenario: Scenario) -> None:
        """Another one like it, to go on from."""
        with self._told():
            again = scenarios.copy(self.session.document.store, scenario)
            self.look()
            self.begun.emit(again.id)

    def ask_take_over(self, scenario: Scenario) -> None:
        """Tell what it would change on the hub, and make that one change if the user goes on."""
        hub = self.session.document.hub
        laid = scenario_upon(hub, scenario)
        count = len(laid.change.edits)
        if not count:
            self._work.notices.tell(Notice(f"Nothing in “{scenario.name}” is different from the hub"))
            return
        sentence = (
            f"What “{scenario.name}” changes becomes one change of the hub, of {counted(count, 'record')}. "
            "It can be undone, and the scenario is kept."
        )
        parts = (
            ("What it changes on the hub", scenarios.told(hub, laid)),
            ("Left out, because it does not fit the hub any more", listed(laid.problems)),
        )
        dialog = AskDialog(Told("Take over a scenario", sentence, parts, "Take over"), self._work.window)
        dialog.accepted.connect(lambda: self._take_over(scenario))
        dialog.open()

    def ask_take_over_this(self) -> None:
        """The same for the one that is worked in."""
        if self.session.trying is not None:
            self.ask_take_over(self.session.trying.scenario)

    def ask_throw_away(self, scenario: Scenario) -> None:
        """Throw it away if the user goes on; nothing of the hub changes."""
        edits = counted(len(scenario.change.edits), "record")
        sentence = (
            f"“{scenario.name}” changes {edits}. It is thrown away for good; nothing of the hub changes."
        )
        dialog = AskDialog(Told("Throw away a scenario", sentence, (), "Throw away"), self._work.window)
        dialog.accepted.connect(lambda: self._throw_away(scenario.id))
        dialog.open()

    def tell_left_out(self) -> None:
        """Tell what of the scenario that is worked in does not fit the hub, and offer to let go of it."""
        trying = self.session.trying
        if trying is None:
            return
        sentence = (
            "The hub has moved on since this scenario was made. These edits do not fit it any more; they "
            "wait in the scenario, and count in no figure, until they fit again or are let go of."
        )
        parts = (("What does not fit", listed(trying.laid.problems)),)
        told = Told("What does not fit the hub any more", sentence, parts, "Let go of these edits")
        dialog = AskDialog(told, self._work.window)
        dialog.accepted.connect(lambda: self._let_go(trying.scenario))
        dialog.open()

    def _actions(self) -> Iterator[Action]:
        in_one = self._is_in_one
        outside = "No scenario is worked in"
        yield Action(
            "scenario.new",
            "New scenario…",
            _MENU,
            self.ask_new,
            icon="flask-conical",
            under=_UNDER,
            changes=True,
            hint="Try something without doing it to the hub: a rate, a basis, a licence, anything",
        )
        yield Action(
            "scenario.compare",
            "Compare scenarios",
            _MENU,
            self.show_page,
            icon="scale",
            under=_UNDER,
            hint="What each agency pays today, and in each scenario",
        )
        yield Action(
            "scenario.take-over",
            "Take over the scenario…",
            _MENU,
            self.ask_take_over_this,
            icon="check",
            under=_UNDER,
            changes=True,
            enabled=in_one,
            why_not=outside,
            hint="Make on the hub, as one change, what the scenario changes",
        )
        yield Action(
            "scenario.leave",
            "Leave the scenario",
            _MENU,
            self.leave,
            icon="log-out",
            under=_UNDER,
            enabled=in_one,
            why_not=outside,
            hint="Back to the hub as it stands; the scenario is kept",
        )

    def _is_in_one(self) -> bool:
        return self.session.trying is not None

    def _begin(self, scenario: Scenario) -> None:
        self.look()
        self.session.work_in(scenario)
        self.begun.emit(scenario.id)

    def _take_over(self, scenario: Scenario) -> None:
        if self.session.take_over(scenario):
            self._work.notices.tell(Notice(f"“{scenario.name}” is on the hub now", "Undo takes it back"))

    def _throw_away(self, id_: RecordId) -> None:
        with self._told():
            self.session.document.store.drop_scenario(id_)
            self._changed_in_store()

    def _let_go(self, scenario: Scenario) -> None:
        with self._told():
            document = self.session.document
            scenarios.let_go_of_left_out(document.store, document.hub, scenario)
            self._changed_in_store()

    def _changed_in_store(self) -> None:
        self.session.scenario_described()
        self.look()

    def _follow(self) -> None:
        """What was done in the scenario that is worked in is in it."""
        trying = self.session.trying
        if trying is not None:
            now = trying.scenario
            self._list(tuple(now if one.id == now.id else one for one in self.listed))

    def _list(self, found: tuple[Scenario, ...]) -> None:
        if found != self.listed:
            self.listed = found
            self.listed_anew.emit()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What stands in the way is told."""
        try:
            yield
        except Refused as refused:
            self._work.notices.tell_problems(refused.problems)
