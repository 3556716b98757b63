"""`TryingOut`: a scenario that is looked at and worked in, in place of the hub that it is laid upon."""

from collections.abc import Callable
from dataclasses import replace

from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.workflows.document import Document, Observer
from hubdesk.workflows.fixed_by_issue import against_issued
from hubdesk.workflows.scenario_upon import Laid, difference_at, keys_of, scenario_upon


class TryingOut:
    """A scenario on an open document. What is done in it is kept in the scenario at once; the hub stays.

    It changes by `apply`, as a document does, and follows the hub underneath, whoever changes that: its
    observers are told of what either does to the hub as the scenario has it.
    """

    def __init__(self, document: Document, scenario: Scenario) -> None:
        self._document = document
        self._scenario = scenario
        self._laid = scenario_upon(document.hub, scenario)
        self._observers: list[Observer] = []
        self.is_gone = False
        """Whether somebody was seen to have thrown it away."""
        self._stop = document.observe(self._hub_moved)

    @property
    def hub(self) -> Hub:
        """The hub as the scenario has it."""
        return self._laid.hub

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is kept."""
        return self._scenario

    @property
    def laid(self) -> Laid:
        """What it comes to on the hub as it stands."""
        return self._laid

    def apply(self, change: Change) -> None:
        """Make `change` in the scenario, and keep that. Checked as `Document.apply` checks.

        Raises Refused; domain.hub.Stale where it was made upon another hub. Where somebody else has changed
        the scenario meanwhile, that is refused too, and it is then as they have it, or `is_gone`.
        """
        if not change:
            return
        store = self._document.store
        errors = (
            *errors_of(self.hub, change),
            *against_issued(store, self.hub, change, self._document.thawed),
        )
        if errors:
            raise Refused(*errors)
        edits = self._laid.going_on(change)
        after = replace(self._scenario, change=Change(self._scenario.name, edits))
        try:
            store.keep_scenario(after, instead_of=self._scenario)
        except Refused as refused:
            if any(one.code == "scenario-changed" for one in refused.problems):
                self.look_again()
            raise
        self._take_in(after)

    def look_again(self) -> None:
        """Take in what the scenario is now, whoever has changed it. Raises Refused."""
        for one in self._document.store.scenarios():
            if one.id == self._scenario.id:
                self._take_in(one)
                return
        self.is_gone = True

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Tell `observer` of every change from now on, until the function returned is called."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def close(self) -> None:
        """Follow the hub no longer."""
        self._stop()

    def _hub_moved(self, change: Change, _hub: Hub) -> None:
        self._lay(change.title, change)

    def _take_in(self, scenario: Scenario) -> None:
        if scenario == self._scenario:
            return
        self._scenario = scenario
        self._lay(scenario.name)

    def _lay(self, title: str, *below: Change) -> None:
        before = self._laid
        self._laid = scenario_upon(self._document.hub, self._scenario)
        keys = keys_of(before.change, self._laid.change, *below)
        difference = difference_at(keys, title, before.hub, self._laid.hub)
        if difference:
            for observer in tuple(self._observers):
                observer(difference, self._laid.hub)
