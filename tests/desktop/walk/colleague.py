"""`Colleague`: somebody else on the same team's database, who changes things under one's hands."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing import agencies, areas, desks
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document


class Colleague:
    """Moves desks, and takes away desks, areas and agencies that somebody may have in hand."""

    def __init__(self, where: str, random: Random) -> None:
        self._store = open_store(where, user="Ben", mode=Mode.WRITE)
        self._document = Document(self._store, clock=lambda: datetime.now(UTC))
        self._random = random
        self.made = 0
        """Changes, up to now."""

    def step(self) -> str:
        """One change; what it was, or why there was none."""
        self._document.refresh()
        ways = (self._move, self._move, self._erase, self._no_area, self._no_agency)
        way: Callable[[Hub], Change] = self._random.choice(ways)
        try:
            change = way(self._document.hub)
            self._document.apply(change)
        except Refused as refused:
            return f"nothing: {refused.problems[0].what}"
        self.made += 1
        return change.title

    def close(self) -> None:
        self._store.close()

    def _move(self, hub: Hub) -> Change:
        some = self._random.sample(sorted(hub.desks), k=min(3, len(hub.desks)))
        return desks.move(hub, some, 100, 0)

    def _erase(self, hub: Hub) -> Change:
        some = self._random.sample(sorted(hub.desks), k=min(2, len(hub.desks)))
        return desks.remove_with_allocations(hub, *some)

    def _no_area(self, hub: Hub) -> Change:
        return areas.remove(hub, self._random.choice(sorted(hub.areas)))

    def _no_agency(self, hub: Hub) -> Change:
        return agencies.remove(hub, self._random.choice(sorted(hub.agencies)))
